"""Keeps of a file's problems as many as anybody mends at once, and says that there are more."""

from collections.abc import Iterable

from sufficiency.problems.problem import Code, Location, Problem, Severity

MOST = 500
"""Problems of one file that are told: thousands come of one sign that is repeated."""

PROBLEMS_MANY = Code(
    "PROBLEMS-MANY",
    "A file has more problems than are told at once",
    "Thousands of problems often have one cause; a page of them would be too long to read.",
    "Mend those that are told, the first of them first, and check again.",
    "(a file in which a sign is repeated thousands of times)",
    mended="(the same file without it)",
    severity=Severity.WARNING,
)


def few_enough(problems: Iterable[Problem]) -> list[Problem]:
    """Each file's most basic problems, with a note at the first of those that are left out."""
    by_file: dict[str, list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        by_file.setdefault(problem.at.path, []).append(problem)
    return [problem for found in by_file.values() for problem in _few_of(found)]


def _few_of(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST:
        return problems
    problems.sort(key=lambda one: (one.is_warning, one.code.cause, one.at))
    return [*problems[:MOST], _note(problems[MOST].at, len(problems) - MOST)]


def _note(at: Location, left_out: int) -> Problem:
    message = f"{left_out:,} more of this file's problems are not told."
    return Problem(PROBLEMS_MANY, at, message, PROBLEMS_MANY.mend)
