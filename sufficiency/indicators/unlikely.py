"""Figures that can be read and are unlikely for what they measure: 204%, 26.4 children, 0.66% among
71% and 69%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sufficiency.content import IndicatorEntry
from sufficiency.extracts import ExtractFrame
from sufficiency.extracts.shares import both_ways
from sufficiency.indicators.revisions import SUPERSEDED
from sufficiency.problems import Code, Problem, Severity
from sufficiency.tables import Unit

if TYPE_CHECKING:
    from decimal import Decimal

    import pandas as pd

UNIT_VALUE = Code(
    "UNIT-VALUE",
    "A figure is unlikely for its unit",
    "A percentage above 100 is often a count, and a count with a fraction a percentage or an "
    "average: the unit would be printed beside it all the same.",
    "Correct the cell, or `unit` in data/indicators.yml. If it is right: a percentage may be more "
    "than 100 with `above_100: allowed` of its column in data/catalogue.yml; an average is of "
    "`unit: number`, with `decimals: 1`.",
    "unit: percentage     # and a cell of its column of numbers is 204",
    Severity.WARNING,
    mended="unit: count",
)
PERCENT_SERIES = Code(
    "PERCENT-SERIES",
    "One percentage of a series may be a share of 1",
    "Where somebody has typed 0.66 among 71 and 69, the text would say that the figure fell to 1%.",
    "Write the cell as it is meant, with %.",
    "year,percent\n2017,71\n2018,69\n2019,0.66",
    Severity.WARNING,
    mended="year,percent\n2017,71\n2018,69\n2019,66%",
)
_SMALL, _LARGE = 1, 10
"""Percentages: no series goes from one to the other between two counts."""


class _Figure(NamedTuple):
    """A figure of an indicator and the line that it stands in."""

    line: int
    value: Decimal


def unlikely_values(
    entry: IndicatorEntry, extract: ExtractFrame, table: pd.DataFrame
) -> Iterator[Problem]:
    """The warnings of an indicator's figures; ``table`` as ``compute_indicator`` gives it."""
    column = extract.columns[entry.value]
    if entry.unit is Unit.COUNT and (column.type != "number" or entry.decimals):
        return
    # Most tables hold nothing to ask about, and to see that takes a tenth of the time.
    if not any(_may_be_unlikely(value, entry.unit) for value in table["value"]):
        return
    if entry.unit is Unit.PERCENTAGE:
        series = _series(entry, table)
        if column.fractions is None:
            yield from _shares_among_percentages(series, entry, extract)
        if column.type == "number" and column.above_100 == "refused":
            yield from _above_100(list(chain(*series)), entry, extract)
    else:
        yield from _fractions(list(chain(*_series(entry, table))), entry, extract)


def _may_be_unlikely(value: Decimal | None, unit: Unit) -> bool:
    if value is None or unit not in (Unit.PERCENTAGE, Unit.COUNT):
        return False
    if unit is Unit.PERCENTAGE:
        return value > 100 or 0 < value <= _SMALL
    return value != value.to_integral_value()


def _series(entry: IndicatorEntry, table: pd.DataFrame) -> list[list[_Figure]]:
    """The figures that count, by place and breakdown: those of a list are of different periods."""
    if SUPERSEDED in table:
        table = table[~table[SUPERSEDED].astype(bool)]
    found: dict[tuple[str, ...], list[_Figure]] = {}
    rows = table[["line", "value", "place", *entry.breakdowns]]
    for line, value, *key in rows.itertuples(index=False, name=None):
        if value is not None:
            found.setdefault(tuple(key), []).append(_Figure(line, value))
    return list(found.values())


def _cell(figure: _Figure, entry: IndicatorEntry, extract: ExtractFrame) -> str:
    return str(extract.frame[entry.value][figure.line])


def _shares_among_percentages(
    all_series: list[list[_Figure]], entry: IndicatorEntry, extract: ExtractFrame
) -> Iterator[Problem]:
    """Each cell without a % sign that is at most 1, where most of its series is 10 or more and
    nothing of it between."""
    for series in all_series:
        small = [each for each in series if 0 < each.value <= _SMALL]
        large = [each for each in series if each.value >= _LARGE]
        if len(small) > len(large) or len(small) + len(large) < len(series):
            continue
        for each in small:
            cell = _cell(each, entry, extract)
            if "%" not in cell:
                at = extract.table.place(int(each.line), entry.value)
                yield Problem(PERCENT_SERIES, at, *_question(cell, entry, extract))


def _question(cell: str, entry: IndicatorEntry, extract: ExtractFrame) -> tuple[str, str]:
    """What is asked of a cell that may be a share, and how to mend it."""
    large, small = both_ways(cell if extract.is_quoted else "0.5")
    what, mend = "it", f"Write it as it is meant, with %: {large} or {small}."
    if not extract.is_quoted:
        what, mend = "0.5 there", PERCENT_SERIES.mend
    message = (
        f'{extract.shown(cell)} under "{entry.value}" has no % sign, and other periods of its '
        f"series have {_LARGE} or more: is {what} {large} or {small}?"
    )
    return message, mend


def _above_100(
    figures: list[_Figure], entry: IndicatorEntry, extract: ExtractFrame
) -> Iterator[Problem]:
    """The first figure above 100%, but of a change or ratio, which may be of any size."""
    above = [each for each in figures if each.value > 100]
    if not above or any(each.value < 0 for each in figures) or _changes().search(entry.label):
        return
    mend = (
        "Correct the cell, or `unit` in data/indicators.yml. If it is right, add `above_100: "
        "allowed` to the column in data/catalogue.yml."
    )
    yield _told(above, "is more than 100", mend, entry, extract)


def _fractions(
    figures: list[_Figure], entry: IndicatorEntry, extract: ExtractFrame
) -> Iterator[Problem]:
    """The first count that is not whole."""
    parted = [each for each in figures if each.value != each.value.to_integral_value()]
    if parted:
        mend = (
            "Correct the cell, or `unit` in data/indicators.yml. An average is of `unit: number`, "
            "with `decimals: 1`."
        )
        yield _told(parted, "is no whole number", mend, entry, extract)


def _told(
    figures: list[_Figure], what: str, mend: str, entry: IndicatorEntry, extract: ExtractFrame
) -> Problem:
    """The warning at the first of the figures in the file, with how many others are like it."""
    first = min(figures)
    more = f" So it is with {len(figures) - 1} more." if len(figures) > 1 else ""
    message = (
        f'{extract.shown(_cell(first, entry, extract))} under "{entry.value}" {what}, and the '
        f'unit of "{entry.label}" is {entry.unit.value}.{more}'
    )
    at = extract.table.place(int(first.line), entry.value)
    return Problem(UNIT_VALUE, at, message, mend)


@cache
def _changes() -> re.Pattern[str]:
    """Words of labels whose percentages may be more than 100."""
    words = "change|rise|rose|increas|growth|grew|fall|fell|decreas|ratio|index|compared|than"
    return re.compile(rf"\b(?:{words})\w*", re.IGNORECASE)
