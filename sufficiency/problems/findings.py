"""What was found in a project, ready to be told: by file, the most basic first, with lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sufficiency.problems.excerpt import Excerpt, cut_line
from sufficiency.problems.problem import Cause, Problem

_LONGEST = 500
_FIRST, _LAST = 300, 150


@dataclass(frozen=True)
class FileFindings:
    """The problems of one file, the most basic first, then by line; warnings come last."""

    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Findings:
    """The problems of a project.

    ``lines`` are the lines of those files that may be shown, by path: what is not in it is never
    quoted. ``folder`` is where the project's folder stands, from where the command was given
    ("" for that very place, else with a slash at its end), so that places can be clicked.
    """

    problems: Sequence[Problem]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folder: str = ""

    def by_file(self) -> tuple[FileFindings, ...]:
        """The files with the most basic problems first; files of warnings alone come last."""
        held: dict[str, list[Problem]] = {}
        for problem in dict.fromkeys(self.problems):
            held.setdefault(problem.at.path, []).append(_readable(problem))
        files = [FileFindings(path, _most_basic_first(found)) for path, found in held.items()]
        return tuple(sorted(files, key=lambda file: (*_rank(file.problems[0]), file.path)))

    def in_order(self) -> list[Problem]:
        """Every problem once, in the order in which it is told."""
        return [problem for file in self.by_file() for problem in file.problems]

    def excerpt(self, problem: Problem) -> Excerpt | None:
        """The line that a problem stands in, or None where it has none that may be shown."""
        at = problem.at
        lines = self.lines.get(at.path, ())
        is_of_whole_file = problem.code.cause is Cause.FILE and (at.line, at.column) == (1, 1)
        if is_of_whole_file or not 1 <= at.line <= len(lines) or not lines[at.line - 1].strip():
            return None
        return cut_line(lines[at.line - 1], at.column)


def _most_basic_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(problems, key=lambda one: (*_rank(one), one.at, one.code.id, one.message, one.mend))
    )


def _rank(problem: Problem) -> tuple[bool, Cause]:
    return problem.is_warning, problem.code.cause


def _readable(problem: Problem) -> Problem:
    """The problem with no more of what it quotes than anybody reads: a value may be a megabyte."""
    return replace(problem, message=_shortened(problem.message), mend=_shortened(problem.mend))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_FIRST]}…{text[-_LAST:]}"
