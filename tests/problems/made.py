"""Codes of every rank for tests, and problems of them at a place."""

from sufficiency.problems import Cause, Code, Location, Problem, Severity
from sufficiency.problems.problem import _CODES


def _unlisted(code: Code) -> Code:
    """The code, not among those that `explain` knows."""
    del _CODES[code.id]
    return code


FILE = _unlisted(Code("MADE-FILE", "A file", "Files matter.", "Mend it.", cause=Cause.FILE))
ENTRY = _unlisted(Code("MADE-ENTRY", "An entry", "Entries matter.", "Mend it.", cause=Cause.ENTRY))
MEANING = _unlisted(
    Code("MADE-MEANING", "A meaning", "It matters.", "Mend it.", "a: 1\nb: 2", mended="a: 2")
)
WARNING = _unlisted(
    Code("MADE-WARNING", "A doubt", "Doubts matter.", "Mend it.", "x: 1", Severity.WARNING)
)


def found(
    code: Code, path: str, line: int = 1, column: int = 1, message: str = "this is wrong."
) -> Problem:
    """A problem of the code at a place."""
    return Problem(code, Location(path, line, column), message)
