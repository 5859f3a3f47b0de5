"""Problems as GitHub's workflow commands, which mark lines of a pull request."""

from collections.abc import Mapping

from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Problem

_IN_WORDS = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_WORDS, ":": "%3A", ",": "%2C"}


def write_github(findings: Findings) -> str:
    """A line of ``::error …`` or ``::warning …`` for each."""
    return "".join(_command(problem, findings.folder) for problem in findings.in_order())


def _command(problem: Problem, folder: str) -> str:
    at, code = problem.at, problem.code
    properties = {
        "file": folder + at.path,
        "line": str(at.line),
        "col": str(at.column),
        "title": f"{code.id}: {code.title}",
    }
    given = ",".join(f"{name}={_escape(text, _IN_PROPERTIES)}" for name, text in properties.items())
    words = f"{problem.message} {problem.mend}".rstrip()
    name = "warning" if problem.is_warning else "error"
    return f"::{name} {given}::{_escape(words, _IN_WORDS)}\n"


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
