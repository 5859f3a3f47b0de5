"""Problems as GitHub's workflow commands, which mark lines of a pull request.

A workbook has no lines: there the message begins with the cell.
"""

import re
from collections.abc import Mapping

from sufficiency.problems.excerpt import harmless
from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Problem

_IN_WORDS = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_WORDS, ":": "%3A", ",": "%2C"}


def write_github(findings: Findings) -> str:
    """A line of ``::error …`` or ``::warning …`` for each."""
    return "".join(_command(problem, findings.folder) for problem in findings.in_order())


def _command(problem: Problem, folder: str) -> str:
    at, code = problem.at, problem.code
    lines = {} if at.sheet else {"line": str(at.line), "col": str(at.column)}
    properties = {"file": harmless(folder + at.path), **lines, "title": f"{code.id}: {code.title}"}
    given = ",".join(f"{name}={_escape(text, _IN_PROPERTIES)}" for name, text in properties.items())
    cell = f"{at.within}: " if at.sheet else ""
    words = f"{cell}{problem.message} {problem.mend}".rstrip()
    words = re.sub(r"[^\r\n]+", lambda line: harmless(line[0]), words)
    name = "warning" if problem.is_warning else "error"
    return f"::{name} {given}::{_escape(words, _IN_WORDS)}\n"


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
