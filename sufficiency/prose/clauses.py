"""The facts of a sentence clause by clause, with what the clause names: a time, a place.

A clause ends at a comma, a bracket or a conjunction. What stands alone between two of them, as
"in 2024," does, belongs to the clause beside it that has a fact.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.prose.expressions import Printed, evaluate

BOUND = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the place of each character of what is bound, where a text is shown without it."""

_EXPRESSION = re.compile(r"\{\{(?!<)((?:(?!\{\{).)*?)\}\}", re.DOTALL)
_PARTS = re.compile(
    r"[,;:|()]|\s[–—-]\s|\n[ \t]*[-*+|]|\band\s+(?=[*_]*\N{OBJECT REPLACEMENT CHARACTER})"
    r"|\b(?:but|while|whilst|whereas|although|though|since\s+then|when|where|which|who|whom|whose"
    r"|because|before|(?<!look\s)(?<!looked\s)(?<!looking\s)after|than|so\s+that)\b",
    re.IGNORECASE,
)
_NEAR = 4
"""Parts of a sentence before and behind what stands alone that it may belong to."""


class Named(Protocol):
    """What a text names: where, and in which words."""

    @property
    def start(self) -> int: ...

    @property
    def words(self) -> str: ...


AnyNamed = TypeVar("AnyNamed", bound=Named)


@dataclass(frozen=True)
class Clause(Generic[AnyNamed]):
    """A stretch of a sentence between its commas and conjunctions, and what it names."""

    start: int
    end: int
    mentions: tuple[AnyNamed, ...]


@dataclass(frozen=True)
class Told:
    """What an expression of a text prints: where it stands, in which words, of which fact."""

    start: int
    printed: str
    fact: Fact


def told_in(text: str, shown: str, first: int, last: int, facts: Shelf[Fact]) -> Iterator[Told]:
    """What the expressions of a sentence print; none within comments or code.

    ``shown`` is the text with what is bound blanked out, and code as another sign.
    """
    for found in _EXPRESSION.finditer(text, first, last):
        # Hidden as what is bound, and not as code is.
        if shown[found.start()] != "c":
            printed = evaluate(found[1], facts)
            if isinstance(printed, Printed):
                yield Told(found.start(), printed.text, printed.fact)


def clauses_of(
    text: str,
    start: int,
    end: int,
    figures: Sequence[int],
    find: Callable[[str, int, int], Iterator[AnyNamed]],
) -> list[Clause[AnyNamed]]:
    """The clauses of a sentence that name what ``find`` finds in a stretch, in order.

    What is no prose in the text is blanked out. ``figures`` are the places of its facts: what is
    named alone between commas or in brackets belongs to the clause that has one.
    """
    parts = list(_parts(text, start, end))
    clauses = []
    for index, (first, last) in enumerate(parts):
        mentions = tuple(find(text, first, last))
        if not mentions:
            continue
        if not _holds(figures, first, last) and _is_alone(text, first, last, mentions):
            first, last = _neighbour(text, parts, index, figures)
        clauses.append(Clause(first, last, mentions))
    return clauses


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, brackets and conjunctions, each with what opens it."""
    ends = [start, *(one.start() for one in _PARTS.finditer(text, start, end)), end]
    return ((first, last) for first, last in pairwise(ends) if first < last)


def _holds(figures: Sequence[int], first: int, last: int) -> bool:
    return bisect_left(figures, first) < bisect_left(figures, last)


def _is_alone(text: str, first: int, last: int, mentions: Sequence[Named]) -> bool:
    """Whether a stretch is nothing but the one thing that it names."""
    if len(mentions) != 1:
        return False
    (one,) = mentions
    around = text[first : one.start] + text[one.start + len(one.words) : last]
    return not re.search(r"\w", around)


def _neighbour(
    text: str, parts: Sequence[tuple[int, int]], index: int, figures: Sequence[int]
) -> tuple[int, int]:
    """The stretch that what is named alone belongs to: the last with a figure, or the next.

    A year in brackets is of the figure before them or behind their colon, or of a publication:
    "(Smith, 2015)".
    """
    first, last = parts[index]
    has_colon = re.match(r"\)[*_]*\s*[:|]", text[last : last + _NEAR])
    is_beside = has_colon or (index and _holds(figures, *parts[index - 1]))
    is_opened, is_closed = text[first] == "(", text[last : last + 1] == ")"
    if is_opened != is_closed or (is_opened and not is_beside):
        return first, last
    near = (*reversed(parts[max(0, index - _NEAR) : index]), *parts[index + 1 :][:_NEAR])
    for part in near:
        if _holds(figures, *part):
            return min(first, part[0]), max(last, part[1])
    return first, last
