"""What a draft shows of its problems: marks where they are, and a list of them at the end.

The numbers are those of the list. Marks stand beside the text and the list behind everything
else, so that no page, section or figure that is sound changes its number.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sufficiency.problems import Location, Problem, count_problems
from sufficiency.prose import (
    BoundBlock,
    BoundBox,
    BoundFigure,
    BoundList,
    BoundPicture,
    BoundPriority,
    BoundSection,
    BoundTiles,
    Markdown,
)
from sufficiency.prose.characters import only_drawable
from sufficiency.prose.marks import entry_key, replace_marks
from sufficiency.sources.shape import ENTRY_FILES

LIST = "sec-problems"
"""The id of the list, for what has no number in it."""

EntryAt = Callable[[Location], tuple[str, str] | None]
"""The file and the id of the entry that a place stands in."""


@dataclass(frozen=True)
class ListedProblem:
    """A problem with its number in the draft's list, from 1."""

    number: int
    problem: Problem


@dataclass(frozen=True)
class Draft:
    """The problems of a draft; none of them for a final.

    ``marked`` are what the text marks already (see ``prose.marks``); ``entry_at`` finds the
    entry that a problem stands in; ``drawable`` are the characters that the font has.
    """

    problems: tuple[Problem, ...] = ()
    marked: frozenset[str] = frozenset()
    entry_at: EntryAt = lambda at: None
    drawable: frozenset[str] = frozenset()
    listed: tuple[ListedProblem, ...] = field(init=False)

    def __post_init__(self) -> None:
        listed = (ListedProblem(number, one) for number, one in enumerate(self.problems, start=1))
        object.__setattr__(self, "listed", tuple(listed))

    @property
    def count(self) -> str:
        """ "3 problems and 1 warning"."""
        return count_problems(self.problems)

    def in_section(self, part: BoundSection, block: BoundBlock | None) -> Markdown:
        """The marks for a block of a section; None stands for what is above the first."""
        first = block.at.line if block else 1
        behind = bisect_right(part.starts, first) if block else 0
        last = part.starts[behind] if behind < len(part.starts) else sys.maxsize
        of_the_file = self._by_path.get(part.section.path, ())
        here = of_the_file[
            bisect_left(of_the_file, first, key=_line) : bisect_left(of_the_file, last, key=_line)
        ]
        return self._note([*here, *(self._in_entry(block) if block else ())])

    @cached_property
    def _by_path(self) -> dict[str, list[ListedProblem]]:
        """The problems of each file, by line."""
        held: dict[str, list[ListedProblem]] = {}
        for one in sorted(self.listed, key=_line):
            held.setdefault(one.problem.at.path, []).append(one)
        return held

    def in_priority(self, priority: BoundPriority) -> Markdown:
        """The marks for a priority's file."""
        return self._note([one for one in self.listed if one.problem.at.path == priority.at.path])

    def fill(self, text: str) -> str:
        """The composed text with a number, or else a few words, in place of each mark.

        A character that no font can show has a stand-in.
        """
        numbers: dict[str, int] = {}
        for one in self.listed:
            numbers.setdefault(str(one.problem.at), one.number)
            entry = self.entry_at(one.problem.at)
            if entry is not None:
                numbers.setdefault(entry_key(*entry), one.number)
        filled = replace_marks(text, lambda key: _link(numbers.get(key)))
        return only_drawable(filled, self.drawable) if self.drawable else filled

    def _in_entry(self, block: BoundBlock) -> Iterable[ListedProblem]:
        """The problems of the entry that a block places."""
        id = _placed_id(block)
        files = [ENTRY_FILES[name] for name in ("boxes", "figures", "lists", "pictures")]
        for one in self.listed:
            if id is not None and self.entry_at(one.problem.at) in {(file, id) for file in files}:
                yield one

    def _note(self, listed: Sequence[ListedProblem]) -> Markdown:
        links = [_link(one.number) for one in listed if str(one.problem.at) not in self.marked]
        if not links:
            return Markdown("")
        return Markdown(f"::: {{.problem-note}}\n{' '.join(dict.fromkeys(links))}\n:::\n")


def _line(one: ListedProblem) -> int:
    return one.problem.at.line


def _link(number: int | None) -> str:
    if number is None:
        return f"[Not shown](#{LIST}){{.problem}}"
    # No heading is named so by its words: one of the council's may be called Problem 1, too.
    return f"[Problem {number}](#{LIST}-{number}){{.problem}}"


def _placed_id(block: BoundBlock) -> str | None:
    content = block.content
    if isinstance(content, BoundFigure | BoundTiles):
        return content.planned.id
    if isinstance(content, BoundPicture):
        return content.picture.id
    return content.id if isinstance(content, BoundBox | BoundList) else None
