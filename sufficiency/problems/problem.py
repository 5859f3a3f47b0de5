"""A problem is a code, a place, what is wrong there and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from sufficiency.problems.cell_name import name_cell, name_cell_of_sheet


@dataclass(frozen=True, order=True)
class Location:
    """A place in a project's file: path with forward slashes, line and column from 1.

    In a workbook ``sheet`` names the sheet; line and column are then the cell's row and column.
    """

    path: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    @property
    def within(self) -> str:
        """The place in its file: "41:16", or the cell as Excel names it, "Sheet1!C5"."""
        if self.sheet:
            return name_cell_of_sheet(self.sheet, self.line, self.column)
        return f"{self.line}:{self.column}"

    @property
    def in_words(self) -> str:
        """Its line, or the cell, in words: "line 41", "cell C5 of the sheet “Sheet1”"."""
        if self.sheet:
            return f"cell {name_cell(self.line, self.column)} of the sheet “{self.sheet}”"
        return f"line {self.line}"

    def __str__(self) -> str:
        return f"{self.path}:{self.within}"


class Severity(StrEnum):
    """A final refuses a problem; a warning only where it is asked to be strict."""

    PROBLEM = "problem"
    WARNING = "warning"


class Cause(IntEnum):
    """How basic a kind of problem is: what hangs on it may be mended with it."""

    FILE = 0
    """A file is not there, or cannot be opened, or has a name that nothing reads."""
    SYNTAX = 1
    """A file cannot be read as YAML or as a table: nothing in it is known."""
    ENTRY = 2
    """Something in a file is not written as it should be, and is left out."""
    MEANING = 3
    """All can be read, but what it names is not there or does not go together."""


@dataclass(frozen=True)
class Code:
    """A kind of problem, as ``sufficiency explain`` describes it.

    ``example`` is what somebody wrote, ``mended`` the same put right; both as it stands in the
    file, over several lines where that is needed.
    """

    id: str
    title: str
    why: str
    mend: str
    example: str = ""
    severity: Severity = Severity.PROBLEM
    mended: str = ""
    cause: Cause = Cause.MEANING

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


def refuses(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether what was found is refused: any problem, and with ``strict`` any warning too."""
    return any(strict or not problem.is_warning for problem in problems)


def count_problems(problems: Iterable[Problem]) -> str:
    """How many problems and warnings there are, in words: "3 problems and 1 warning"."""
    is_warning = [problem.is_warning for problem in problems]
    counts = {"problem": is_warning.count(False), "warning": is_warning.count(True)}
    words = [f"{count} {what}{'s' * (count != 1)}" for what, count in counts.items() if count]
    return " and ".join(words) or "no problems"
