"""A problem is a code, a place, what is wrong there and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Location:
    """A place in a project's file: path with forward slashes, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """A final refuses a problem; a warning only where it is asked to be strict."""

    PROBLEM = "problem"
    WARNING = "warning"


@dataclass(frozen=True)
class Code:
    """A kind of problem, as ``sufficiency explain`` describes it."""

    id: str
    title: str
    why: str
    mend: str
    example: str = ""
    severity: Severity = Severity.PROBLEM

    def __post_init__(self) -> None:
        _CODES[self.id] = self


# Filled once, while modules load; only `explain` reads it.
_CODES: dict[str, Code] = {}


def all_codes() -> dict[str, Code]:
    """Every code that the modules loaded so far declare, by id, in alphabetical order."""
    return dict(sorted(_CODES.items()))


@dataclass(frozen=True)
class Problem:
    """Something an author can mend.

    ``message`` says what is wrong, ``mend`` what to do about it; both are whole sentences
    but for the message's small first letter, since the place stands before it.
    """

    code: Code = field(repr=False)
    at: Location
    message: str
    mend: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether it is of a kind that a final lets pass unless it is strict."""
        return self.code.severity is Severity.WARNING

    def __str__(self) -> str:
        words = f"{self.at} {self.message}"
        return f"{words} {self.mend}" if self.mend else words


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.at, problem.code.id))
