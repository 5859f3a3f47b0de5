"""Problems as SARIF 2.1.0 (OASIS, 27 March 2020), which code-scanning services read."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from sufficiency import __version__
from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Code, Problem, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.PROBLEM: "error", Severity.WARNING: "warning"}


def write_sarif(findings: Findings) -> str:
    """One run with a rule for each code found and a result for each problem, in ASCII."""
    problems = findings.in_order()
    codes = {problem.code.id: problem.code for problem in problems}
    numbers = {id: number for number, id in enumerate(sorted(codes))}
    driver = {
        "name": "sufficiency",
        "version": __version__,
        "rules": [_rule(codes[id]) for id in numbers],
    }
    run = {
        "tool": {"driver": driver},
        # A column counts characters as Python does, not the halves of UTF-16.
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers, findings.folder) for problem in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "shortDescription": {"text": f"{code.title}."},
        "fullDescription": {"text": code.why},
        "help": {"text": code.mend},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(problem: Problem, numbers: Mapping[str, int], folder: str) -> dict[str, Any]:
    at, code = problem.at, problem.code
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(folder + at.path, errors="surrogatepass")}
        }
    }
    if at.sheet:
        # A workbook has no lines.
        place["logicalLocations"] = [{"fullyQualifiedName": at.within}]
    else:
        region = {"startLine": at.line, "startColumn": at.column}
        place["physicalLocation"]["region"] = region
    return {
        "ruleId": code.id,
        "ruleIndex": numbers[code.id],
        "level": _LEVELS[code.severity],
        "message": {"text": f"{problem.message} {problem.mend}".rstrip()},
        "locations": [place],
    }
