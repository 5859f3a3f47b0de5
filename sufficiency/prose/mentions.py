"""Years, dates and spans of years that a sentence names, clause by clause.

A mention counts only where its words place something in time: "in 2024", "on 31 March 2024", "the
2024 figure". "By 2030", "more than in 2018" and "the Act of 1989" place no figure.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from sufficiency.content.spans import Span, read_span
from sufficiency.tables import Period, PeriodKind

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""What every mention holds: to look for it first is fast."""

Role = Literal["within", "first", "last"]
"""What a mention is to a change: its first period ("since 2017"), its last, or within it."""


@dataclass(frozen=True)
class Mention:
    """A time that a text names: where, in which words, and the days that it may mean.

    ``is_placing`` says whether its words place a figure in time, ``of_changes`` that only those
    of changes do: "since 2017".
    """

    start: int
    words: str
    days: Span
    role: Role = "within"
    is_placing: bool = True
    of_changes: bool = False


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence between its commas and conjunctions, and the times that it names."""

    start: int
    end: int
    mentions: tuple[Mention, ...]


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_WHEN = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}),?\s+{_YEAR}"
    rf"|{_YEAR}(?:\s?[/–-]\s?(?:{_YEAR}|\d\d)|\s+to\s+{_YEAR})?)(?![\w%]|[.,/–-]\d)"
)
_FILLER = (
    r"(?:\s+(?:the|about|early|mid|late|spring|summer|autumn|winter|start|beginning|middle|end|close"
    r"|of|to|up|ending|ended|financial|academic|school|calendar|years?|months|one|two|three|four"
    r"|five|ten|\d\d?(?=\s+(?:years|months)\b)))*[\s-]+"
)
_PLACED = re.compile(
    rf"\b(?P<lead>in|on|at|during|throughout|over|for|as\s+(?:at|of)|at\s+the\s+end\s+of)"
    rf"(?P<filler>{_FILLER})(?P<when>{_WHEN})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:the|our|its|their|this|a)\s+(?P<when>{_WHEN})"
    r"(?=\s+(?:figures?|numbers?|totals?|rates?|shares?|counts?|levels?|averages?|costs?|census)\b)",
    re.IGNORECASE,
)
_RUN = re.compile(
    rf"\b(?:between|from){_FILLER}(?P<first>{_WHEN})\s+(?:and|to){_FILLER}(?P<last>{_WHEN})"
    rf"|\bsince{_FILLER}(?P<since>{_WHEN})",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b{_WHEN}", re.IGNORECASE)
# "More than in 2018", "as in 2018", "based on 2018 data", "from in 2018 on".
_COMPARED = re.compile(
    r"\b(?:than|as|with|like|unlike|from|to|since|until|by|based|set|due)\s*$", re.I
)
# What an event's year stands behind: a home that opened in 2015 has its children now.
_EVENTS = re.compile(
    r"\b(?:opened|published|launched|agreed|approved|signed|introduced|founded|built|bought|inspected"
    r"|commissioned|began|started|set\s+up|closed|Acts?|Regulations|Order|Guidance)\s*$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[,;:|()]|\s[–—-]\s|\n[ \t]*[-*+|]|\band\s+(?=[*_]*\N{OBJECT REPLACEMENT CHARACTER})"
    r"|\b(?:but|while|whilst|whereas|although|though|since\s+then|when|where|which|who|whom|whose"
    r"|because|before|(?<!look\s)(?<!looked\s)(?<!looking\s)after|than|so\s+that)\b",
    re.IGNORECASE,
)
_NEAR = 4
"""Parts of a sentence before and behind a time alone that it may belong to."""
_BETWEEN = "\N{OBJECT REPLACEMENT CHARACTER}"


def clauses_of(text: str, start: int, end: int, figures: Sequence[int]) -> list[Clause]:
    """The clauses of a sentence that name a time, in order; what is no prose in it is blanked out.

    ``figures`` are the places of its facts: a mention that stands alone between commas or in
    brackets belongs to the clause that has one.
    """
    parts = list(_parts(text, start, end))
    clauses = []
    for index, (first, last) in enumerate(parts):
        mentions = tuple(_mentions(text, first, last))
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


def _is_alone(text: str, first: int, last: int, mentions: Sequence[Mention]) -> bool:
    """Whether a stretch is nothing but one mention."""
    if len(mentions) != 1:
        return False
    (one,) = mentions
    around = text[first : one.start] + text[one.start + len(one.words) : last]
    return not re.search(r"\w", around)


def _neighbour(
    text: str, parts: Sequence[tuple[int, int]], index: int, figures: Sequence[int]
) -> tuple[int, int]:
    """The stretch that a mention alone belongs to: to the last with a figure, or the next.

    A year in brackets is of the figure before them, or of a publication: "(Smith, 2015)".
    """
    first, last = parts[index]
    is_beside = index and _holds(figures, *parts[index - 1])
    is_opened, is_closed = text[first] == "(", text[last : last + 1] == ")"
    if is_opened != is_closed or (is_opened and not is_beside):
        return first, last
    near = (*reversed(parts[max(0, index - _NEAR) : index]), *parts[index + 1 :][:_NEAR])
    for part in near:
        if _holds(figures, *part):
            return min(first, part[0]), max(last, part[1])
    return first, last


def _mentions(text: str, first: int, last: int) -> Iterator[Mention]:
    """The times that a stretch names, in order; each once."""
    seen: set[int] = set()
    for mention in (*_of_runs(text, first, last), *_placing(text, first, last)):
        yield mention
        seen |= _years(text, mention)
    for found in _ANY.finditer(text, first, last):
        if not any(year.start() in seen for year in YEAR.finditer(text, *found.span())):
            around = text[first : found.start()] + text[found.end() : last]
            is_alone = not re.search(r"\w", around)
            bare = _read(found.start(), found[0], found[0], is_placing=is_alone)
            yield from filter(None, [bare])


def _years(text: str, mention: Mention) -> set[int]:
    end = mention.start + len(mention.words)
    return {found.start() for found in YEAR.finditer(text, mention.start, end)}


def _of_runs(text: str, first: int, last: int) -> Iterator[Mention]:
    roles: tuple[tuple[str, Role], ...] = (("first", "first"), ("since", "first"), ("last", "last"))
    for found in _RUN.finditer(text, first, last):
        for name, role in roles:
            if found[name]:
                at = found.start(name)
                mention = _read(at, found[name], found[name], role=role, of_changes=True)
                yield from filter(None, [mention])


def _placing(text: str, first: int, last: int) -> Iterator[Mention]:
    for form in (_PLACED, _NAMED):
        for found in form.finditer(text, first, last):
            before = text[max(first, found.start() - 30) : found.start()]
            is_event = _EVENTS.search(before) and _BETWEEN not in text[first : found.start()]
            is_placing = form is _NAMED or not (_COMPARED.search(before) or is_event)
            words = found[0] if form is _PLACED else found["when"]
            start = found.start() if form is _PLACED else found.start("when")
            mention = _read(start, words, found["when"], is_placing=is_placing)
            yield from filter(None, [mention])


def _read(
    start: int,
    words: str,
    when: str,
    role: Role = "within",
    is_placing: bool = True,
    of_changes: bool = False,
) -> Mention | None:
    days = _days(when)
    return None if days is None else Mention(start, words, days, role, is_placing, of_changes)


def _days(when: str) -> Span | None:
    """The days of a date, a month or a year; of two years that follow each other those of the
    financial year, of others all between."""
    words = " ".join(when.split())
    if not re.match(_YEAR, words):
        return read_span(words)
    if period := Period.read(re.sub(r"\s?([/–-])\s?", r"\1", words), PeriodKind.FINANCIAL_YEAR):
        return Span(period.start, period.end)
    years = [int(found[0]) for found in YEAR.finditer(words)]
    short = re.search(r"\D(\d\d)$", words)
    last = int(f"{years[0] // 100}{short[1]}") if short else years[-1]
    return Span(date(years[0], 1, 1), date(last, 12, 31)) if last >= years[0] else None
