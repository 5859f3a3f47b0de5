"""The periods of an extract's rows: read, and told where they cannot be or are far from all others.

Nobody sees a row of 2052, and its figure is missing in 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sufficiency.content import IndicatorEntry
from sufficiency.extracts import ExtractFrame
from sufficiency.problems import Code, Problem, Severity
from sufficiency.sources import Text
from sufficiency.tables import Period, PeriodKind
from sufficiency.tables.period import print_date
from sufficiency.tables.slipped_year import year_meant

if TYPE_CHECKING:
    import pandas as pd

PERIOD_TEXT = Code(
    "PERIOD-TEXT",
    "A period cannot be read",
    "Without its period a figure cannot be compared or dated.",
    "Write a date (31 March 2019), a year (2019) or a financial year (2018-19), as the "
    "indicator's `means` asks.",
    "date,children\nspring 2019,58",
    mended="date,children\n31 March 2019,58",
)
PERIOD_FAR = Code(
    "PERIOD-FAR",
    "A period is far from all others of its extract",
    "A year in which two digits have changed places, or one is wrong, leaves its row out: those "
    "after the strategy's as-at date are not seen. A period is far where more than ten years part "
    "it from the nearest other one, and, if it is later, from the extract's as-at date.",
    "Correct the year.",
    "date,children\n31 March 2018,58\n31 March 2091,60",
    Severity.WARNING,
    mended="date,children\n31 March 2018,58\n31 March 2019,60",
)

_WORDS = {
    PeriodKind.POINT: (
        "a day",
        "Write it like 31 March 2019; a year alone, 2019, means its 31 March.",
    ),
    PeriodKind.YEAR_TO_31_MARCH: (
        "a year to 31 March",
        "Write the year in which it ends, like 2019, or its last day, like 31 March 2019.",
    ),
    PeriodKind.FINANCIAL_YEAR: ("a financial year", "Write it like 2018-19 or 2018 to 2019."),
}
"""Each kind of period in words, and how it is written."""

_DAY_AS_NUMBER = re.compile(r"[34]\d{4}")
"""A day as Excel keeps it, in days since 1900: from 1982 to 2036."""
_GIVE_DATE_FORMAT = (
    "It may be a day as Excel keeps it. In Excel give the cells of the column a date format (Home, "
    "Number Format, Short Date), and save again."
)

_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4})")
_FAR = 10
"""Years: censuses are ten apart, and forecasts go on from the figures there are."""
_FEWEST = 3
"""Periods among which one can be said to be far from the others."""


def read_periods(
    entry: IndicatorEntry, extract: ExtractFrame, rows: pd.DataFrame
) -> tuple[list[Period | None], list[Problem]]:
    """The period of each row, None with a problem where it cannot be read."""
    kind = entry.period.means
    if entry.period.always is not None:
        text = entry.period.always
        period = Period.read(text, kind)
        message = f'"{text}" is not {_WORDS[kind][0]}.'
        problems = [] if period else [Problem(PERIOD_TEXT, text.at, message, _WORDS[kind][1])]
        return [period] * len(rows), problems
    column = str(entry.period.column)
    known = {text: Period.read(text, kind) for text in rows[column].unique()}
    periods, problems = [], []
    for line, text in rows[column].items():
        period = known[text]
        periods.append(period)
        if period is None:
            place = extract.table.place(int(str(line)), column)
            message = f'{extract.shown(text)} under "{column}" is not {_WORDS[kind][0]}.'
            problems.append(Problem(PERIOD_TEXT, place, message, _mend_period(text, kind)))
    return periods, problems


def _mend_period(text: str, kind: PeriodKind) -> str:
    if kind is PeriodKind.FINANCIAL_YEAR:
        return _WORDS[kind][1]
    if turned := _MONTH_FIRST.fullmatch(text):
        return f"The day comes first: write {turned[2]}/{turned[1]}/{turned[3]}."
    return _GIVE_DATE_FORMAT if _DAY_AS_NUMBER.fullmatch(text) else _WORDS[kind][1]


def latest_period(entry: IndicatorEntry, extract: ExtractFrame) -> Period | None:
    """The last period of all the extract's rows, whether the indicator uses them or not, but for
    those that are far from all others."""
    periods = _periods_named(entry, extract)
    far = _far(entry, set(periods.values()), extract)
    return max((period for period in periods.values() if period not in far), default=None)


def far_periods(entries: Sequence[IndicatorEntry], extract: ExtractFrame) -> Iterator[Problem]:
    """The periods of an extract's indicators that are far from all others, each told once."""
    told: set[tuple[str, str]] = set()
    for entry in entries:
        periods = _periods_named(entry, extract)
        far = _far(entry, set(periods.values()), extract)
        for text in [text for text, period in periods.items() if period in far]:
            if entry.period.always is not None:
                yield _far_from_its_extract(entry.period.always, extract)
            elif (str(entry.period.column), text) not in told:
                told.add((str(entry.period.column), text))
                yield _far_from_others(text, str(entry.period.column), periods, extract)


def _periods_named(entry: IndicatorEntry, extract: ExtractFrame) -> dict[str, Period]:
    """The periods that the extract's rows name, by their texts; what cannot be read is left out."""
    if entry.period.always is not None:
        texts = [str(entry.period.always)]
    else:
        texts = list(extract.frame[str(entry.period.column)].unique())
    read = {text: Period.read(text, entry.period.means) for text in texts}
    return {text: period for text, period in read.items() if period is not None}


def _far(entry: IndicatorEntry, periods: set[Period], extract: ExtractFrame) -> set[Period]:
    """Of an extract's periods those that are far from all others: see PERIOD_FAR."""
    last = extract.extract.as_at.year + _FAR
    if entry.period.always is not None:
        return {period for period in periods if period.end.year > last}
    if len(periods) < _FEWEST:
        return set()
    ordered = sorted(periods)
    gaps = [later.end.year - earlier.end.year > _FAR for earlier, later in pairwise(ordered)]
    alone = [before and after for before, after in pairwise([True, *gaps, True])]
    return {
        period
        for period, is_alone in zip(ordered, alone, strict=True)
        if is_alone and (period != ordered[-1] or period.end.year > last)
    }


def _far_from_its_extract(always: Text, extract: ExtractFrame) -> Problem:
    as_at = print_date(extract.extract.as_at)
    message = f'"{always}" is years after the date of its extract, {as_at} in data/catalogue.yml.'
    return Problem(PERIOD_FAR, always.at, message, "Correct the year in one of the two.")


def _far_from_others(
    text: str, column: str, periods: Mapping[str, Period], extract: ExtractFrame
) -> Problem:
    rows = extract.frame[extract.frame[column] == text]
    at = extract.table.place(int(rows.index[0]), column)
    years = sorted(period.end.year for other, period in periods.items() if other != text)
    meant = year_meant(_year(periods[text]), range(years[0], extract.extract.as_at.year + 1))
    message = f'{extract.shown(text)} under "{column}" is far from all other periods there.'
    mend = f"Did you mean {meant}?" if meant else PERIOD_FAR.mend
    return Problem(PERIOD_FAR, at, message, mend)


def _year(period: Period) -> int:
    """The year by which people name the period."""
    is_financial = period.kind is PeriodKind.FINANCIAL_YEAR
    return period.start.year if is_financial else period.end.year
