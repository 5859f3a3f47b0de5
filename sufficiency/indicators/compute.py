"""One indicator over the rows of one extract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sufficiency.content import IndicatorEntry
from sufficiency.content.catalogue import PlaceEntry
from sufficiency.extracts import ExtractFrame
from sufficiency.extracts.cells import read_decimal, read_status
from sufficiency.extracts.shares import ask_which, read_share
from sufficiency.indicators.periods import read_periods
from sufficiency.indicators.revisions import SUPERSEDED, mark_superseded
from sufficiency.indicators.units import unlike_units
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.sources import Text
from sufficiency.tables import Status, Unit

if TYPE_CHECKING:
    import pandas as pd

COLUMN_UNKNOWN = Code(
    "COLUMN-UNKNOWN",
    "An indicator names a column that its extract does not declare",
    "The indicator has nothing to compute from.",
    "Use the heading as data/catalogue.yml has it.",
    "value: childern     # the extract calls it children",
    mended="value: children",
)
SELECTION_EMPTY = Code(
    "SELECTION-EMPTY",
    "A selection finds no rows",
    "A misspelt category would leave a number out in silence.",
    "Write the category as the extract has it.",
    "where: {measure: In Care}     # the extract has: in care",
    mended="where: {measure: in care}",
)
_TELL_APART = "or tell them apart with `breakdowns` or `where` in data/indicators.yml."
ROW_TWICE = Code(
    "ROW-TWICE",
    "Two rows give a figure for the same thing",
    "One of the two would be printed and nobody would see which.",
    f"Delete one row, {_TELL_APART}",
    "home,pounds\nOwn carers,675\nOwn carers,680",
    mended="home,pounds\nOwn carers,675",
)

VALUE_TEXT = Code(
    "VALUE-TEXT",
    "An indicator's values are not figures",
    "Text where a figure should be would be printed as nothing at all.",
    "Name a column of figures behind `value`, or correct its type in data/catalogue.yml.",
    "value: council     # a column of names",
    mended="value: children     # a column of figures",
)

COLUMNS = ("period", "place", "value", "status", "line")
"""The columns of every indicator's table, before its breakdowns: Period, text, Decimal or None,
Status, and the row's line in the extract's file."""


def compute_indicator(
    entry: IndicatorEntry, extract: ExtractFrame
) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The indicator's tidy table: one row a period, place and breakdown, or None with problems.

    Columns: those of ``COLUMNS``, then each breakdown as text; where the entry has a quotient,
    ``numerator`` and ``denominator`` (Decimal or None); where the entry has revisions,
    SUPERSEDED, and besides the one row that counts all those that a later one took the place of.
    """
    import pandas as pd

    problems = _unknown_columns(entry, extract) or unlike_units(entry, extract)
    if problems:
        return None, problems
    rows = extract.frame
    for column, category in entry.where.items():
        there, rows = rows[column], rows[rows[column] == category]
        if rows.empty:
            return None, [_nothing_selected(category, there, is_quoted=extract.is_quoted)]
    periods, problems = read_periods(entry, extract, rows)
    problems += _text_values(entry, rows)
    cells, found = _percentages(entry, extract, rows)
    problems += found
    table = pd.DataFrame(
        {
            "period": periods,
            "place": _places(entry, rows),
            "value": [_value(cell) for cell in cells],
            "status": [read_status(cell) for cell in cells],
            "line": list(rows.index),
        }
        | {name: list(rows[name]) for name in entry.breakdowns}
        | {name: list(map(_value, rows[column])) for name, column in _divided(entry)},
        dtype=object,
    )
    if entry.revisions is not None and not problems:
        table, problems = mark_superseded(entry.revisions, rows, table, entry.breakdowns)
    if not problems:
        counting = table if entry.revisions is None else table[~table[SUPERSEDED].astype(bool)]
        problems = _rows_given_twice(entry, extract, counting)
    return (None, problems) if problems else (table, [])


def _divided(entry: IndicatorEntry) -> list[tuple[str, Text]]:
    """What its figures were divided from, and the column of each."""
    quotient = entry.quotient
    if quotient is None:
        return []
    return [("numerator", quotient.numerator), ("denominator", quotient.denominator)]


def _nothing_selected(category: Text, there: pd.Series[str], *, is_quoted: bool) -> Problem:
    """The problem of a category that no row has; what they have is offered if it may be shown."""
    mend = SELECTION_EMPTY.mend
    if is_quoted:
        mend = suggestion(category, there.unique(), mend)
    return Problem(SELECTION_EMPTY, category.at, "no row matches.", mend)


def _unknown_columns(entry: IndicatorEntry, extract: ExtractFrame) -> list[Problem]:
    known = list(extract.frame.columns)
    named: list[tuple[str, Location]] = [
        (name, name.at)
        for name in (entry.value, *entry.breakdowns, *(column for _, column in _divided(entry)))
    ]
    if not isinstance(entry.place, PlaceEntry):
        named.append((entry.place, entry.place.at))
    if entry.period.column is not None:
        named.append((entry.period.column, entry.period.column.at))
    if entry.revisions is not None:
        named.append((entry.revisions.column, entry.revisions.column.at))
    named += [(column, category.at) for column, category in entry.where.items()]
    return [
        Problem(
            COLUMN_UNKNOWN,
            at,
            f'the extract "{entry.extract}" has no column "{name}".',
            suggestion(name, known, COLUMN_UNKNOWN.mend),
        )
        for name, at in named
        if name not in known
    ]


def _text_values(entry: IndicatorEntry, rows: pd.DataFrame) -> list[Problem]:
    """The problem of each column of values that the catalogue lets hold text, and that does."""
    columns = [entry.value, *(column for _, column in _divided(entry))]
    return [
        Problem(
            VALUE_TEXT,
            column.at,
            f'the column "{column}" holds text, not figures.',
            VALUE_TEXT.mend,
        )
        for column in columns
        if not all(
            read_status(text) is not Status.PUBLISHED or read_decimal(text) is not None
            for text in rows[column].unique()
        )
    ]


def _percentages(
    entry: IndicatorEntry, extract: ExtractFrame, rows: pd.DataFrame
) -> tuple[pd.Series[str], list[Problem]]:
    """The cells of the values; of percentages in a column of numbers, none a share of 1."""
    cells, column = rows[entry.value], extract.columns[entry.value]
    if entry.unit is not Unit.PERCENTAGE or column.type == "percentage":
        return cells, []
    if column.fractions is None:
        asked = ask_which(cells, entry.value, extract.table, is_quoted=extract.is_quoted)
        return cells, list(asked)
    return cells.map(lambda cell: read_share(cell, column)), []


def _places(entry: IndicatorEntry, rows: pd.DataFrame) -> list[str]:
    if isinstance(entry.place, PlaceEntry):
        return [str(entry.place.always)] * len(rows)
    return list(rows[entry.place])


def _value(cell: str) -> object:
    return read_decimal(cell) if read_status(cell) is Status.PUBLISHED else None


def _rows_given_twice(
    entry: IndicatorEntry, extract: ExtractFrame, table: pd.DataFrame
) -> list[Problem]:
    keys = ["period", "place", *entry.breakdowns]
    first: dict[tuple[Any, ...], tuple[int, tuple[object, object]]] = {}
    problems = []
    columns = table[["line", "value", "status", *keys]]
    for line, value, status, *key in columns.itertuples(index=False, name=None):
        figure = (value, status)
        earlier, other = first.setdefault(tuple(key), (line, figure))
        if earlier == line:
            continue
        at = extract.table.place(int(line), entry.value)
        message, mend = f"row {earlier} gives a figure for the same thing.", ROW_TWICE.mend
        if extract.is_quoted:
            period, *names = key
            thing = ", ".join([*filter(None, names), period.label])
            cells = [str(extract.frame[entry.value][row]) for row in (earlier, line)]
            message, mend = _told_twice(thing, earlier, cells, is_alike=figure == other)
        problems.append(Problem(ROW_TWICE, at, message, mend))
    return problems


def _told_twice(thing: str, earlier: int, cells: list[str], *, is_alike: bool) -> tuple[str, str]:
    """What is wrong with a second row for a thing, and how to mend it; ``cells`` are of both."""
    there, here = (f'"{cell}"' if cell else "a blank" for cell in cells)
    if is_alike:
        message = f"row {earlier} gives the same figure, {there}, for {thing}."
        return message, f"Delete one of the two, {_TELL_APART}"
    message = f"row {earlier} gives another figure for {thing}: {there} there, {here} here."
    return message, f"Delete the wrong row, {_TELL_APART}"
