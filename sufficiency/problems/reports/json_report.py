"""Problems as JSON, for programs that read them. ``docs/reports.md`` describes its keys."""

import json
from typing import Any

from sufficiency import __version__
from sufficiency.problems.excerpt import Excerpt
from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Code, Problem

SCHEMA = 1
"""Grows when a key is renamed, removed or comes to mean something else; a new key is no change."""


def write_json(findings: Findings) -> str:
    """Everything found, in the order in which it is told, in ASCII; with each code once."""
    problems = findings.in_order()
    codes = {problem.code.id: problem.code for problem in problems}
    warnings = sum(problem.is_warning for problem in problems)
    report = {
        "schema": SCHEMA,
        "tool": {"name": "sufficiency", "version": __version__},
        "counts": {"problems": len(problems) - warnings, "warnings": warnings},
        "problems": [_problem(problem, findings.excerpt(problem)) for problem in problems],
        "codes": {id: _code(code) for id, code in sorted(codes.items())},
    }
    return json.dumps(report, indent=2) + "\n"


def _problem(problem: Problem, excerpt: Excerpt | None) -> dict[str, Any]:
    return {
        "code": problem.code.id,
        "severity": problem.code.severity.value,
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
        "sheet": problem.at.sheet or None,
        "message": problem.message,
        "mend": problem.mend,
        "excerpt": excerpt
        and {"before": excerpt.before, "marked": excerpt.marked, "after": excerpt.after},
    }


def _code(code: Code) -> dict[str, str]:
    return {
        "title": code.title,
        "severity": code.severity.value,
        "why": code.why,
        "mend": code.mend,
        "example": code.example,
        "mended": code.mended,
    }
