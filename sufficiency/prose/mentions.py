"""Years, dates and spans of years that a stretch of a sentence names.

A mention counts only where its words place something in time: "in 2024", "on 31 March 2024", "the
2024 figure". "By 2030", "more than in 2018" and "the Act of 1989" place no figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sufficiency.content.spans import Span, read_span
from sufficiency.prose.clauses import BOUND
from sufficiency.tables import Period, PeriodKind
from sufficiency.tables.period import read_date, with_year

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Not "over the last year", which is of a change, nor "their last year of school".
_RELATIVE = re.compile(
    r"(?<!the )(?<!our )(?<!their )\b(?:(?P<last>last)|this)\s+year\b(?!['’]|\s+of\b)",
    re.IGNORECASE,
)
TIME = re.compile(rf"{YEAR.pattern}|{_RELATIVE.pattern}", re.IGNORECASE)
"""What every mention holds: to look for it first is fast."""

Role = Literal["within", "first", "last"]
"""What a mention is to a change: its first period ("since 2017"), its last, or within it."""


@dataclass(frozen=True)
class Mention:
    """A time that a text names: where, in which words, and the days that it may mean.

    ``is_placing`` says whether its words place a figure in time, ``of_changes`` that only those
    of changes do: "since 2017". ``is_limit`` says that they do where the time is past: "by 2017".
    """

    start: int
    words: str
    days: Span
    role: Role = "within"
    is_placing: bool = True
    of_changes: bool = False
    is_limit: bool = False


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_IN_FIGURES = rf"\d\d?[/.-]\d\d?[/.-]{_YEAR}|{_YEAR}-\d\d-\d\d"
_WHEN = (
    rf"(?:{_IN_FIGURES}|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}),?\s+{_YEAR}"
    rf"|{_YEAR}(?:\s?[/–-]\s?(?:{_YEAR}|\d\d)|\s+to\s+{_YEAR})?)(?![\w%]|[.,/–-]\d)"
)
_FILLER = (
    r"(?:\s+(?:the|about|early|mid|late|spring|summer|autumn|winter|start|beginning|middle|end|close"
    r"|of|to|up|ending|ended|financial|academic|school|calendar|years?|months|one|two|three|four"
    r"|five|six|nine|ten|twelve|\d\d?(?=\s+(?:years|months)\b)))*[\s-]+"
)
_PLACED = re.compile(
    rf"\b(?P<lead>in|on|at|by|during|throughout|over|for|as\s+(?:at|of)|at\s+the\s+end\s+of"
    r"|years?\s+(?:to|ending|ended))"
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


def find_times(text: str, first: int, last: int, *, as_at: date | None = None) -> Iterator[Mention]:
    """The times that a stretch names, each once; "last year" where it says when it is ``as_at``."""
    if as_at is not None:
        yield from _relative(text, first, last, as_at)
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
            is_event = _EVENTS.search(before) and BOUND not in text[first : found.start()]
            is_placing = form is _NAMED or not (_COMPARED.search(before) or is_event)
            words = found[0] if form is _PLACED else found["when"]
            start = found.start() if form is _PLACED else found.start("when")
            is_limit = form is _PLACED and found["lead"].lower() == "by"
            role: Role = "last" if is_limit else "within"
            mention = _read(start, words, found["when"], role, is_placing, is_limit=is_limit)
            yield from filter(None, [mention])


def _relative(text: str, first: int, last: int, as_at: date) -> Iterator[Mention]:
    """ "Last year" and "this year", as widely as they may be meant: a strategy that is as at one
    March may be of the year before or the one behind."""
    for found in _RELATIVE.finditer(text, first, last):
        years = 2 if found["last"] else 1
        first_day = with_year(as_at, as_at.year - years) + timedelta(days=1)
        days = Span(first_day, with_year(as_at, as_at.year + 1))
        is_placing = not _COMPARED.search(text[max(first, found.start() - 30) : found.start()])
        yield Mention(found.start(), found[0], days, is_placing=is_placing)


def _read(
    start: int,
    words: str,
    when: str,
    role: Role = "within",
    is_placing: bool = True,
    of_changes: bool = False,
    is_limit: bool = False,
) -> Mention | None:
    days = _days(when)
    if days is None:
        return None
    return Mention(start, words, days, role, is_placing, of_changes, is_limit)


def _days(when: str) -> Span | None:
    """The days of a date, a month or a year; of two years that follow each other those of the
    financial year, of others all between."""
    words = re.sub(r"^(\d\d?)[.-](\d\d?)[.-]", r"\1/\2/", " ".join(when.split()))
    if (day := read_date(words)) or not re.match(_YEAR, words):
        return Span(day, day) if day else read_span(words)
    if period := Period.read(re.sub(r"\s?([/–-])\s?", r"\1", words), PeriodKind.FINANCIAL_YEAR):
        return Span(period.start, period.end)
    years = [int(found[0]) for found in YEAR.finditer(words)]
    short = re.search(r"\D(\d\d)$", words)
    last = int(f"{years[0] // 100}{short[1]}") if short else years[-1]
    return Span(date(years[0], 1, 1), date(last, 12, 31)) if last >= years[0] else None
