"""Finds the row of a released table that a fact or figure asks for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sufficiency.content import Comparator
from sufficiency.problems import Code, Location, Problem, nearest, suggestion
from sufficiency.sources import Text
from sufficiency.tables import Period, ReleasedRow, ReleasedTable
from sufficiency.tables.period import print_date

FIGURE_NONE = Code(
    "FIGURE-NONE",
    "An indicator has no such figure",
    "The place, period or category that is asked for is not in the released table.",
    "Ask for one that is there. Rows later than the strategy's as-at date are not seen.",
    "period: 31 March 2024     # the strategy stands at 31 March 2019",
    mended="period: 31 March 2019",
)


def visible_rows(table: ReleasedTable, as_at: date) -> list[ReleasedRow]:
    """The rows whose period ends on or before the strategy's as-at date."""
    return [row for row in table.rows if row.period.end <= as_at]


def matches_period(row: ReleasedRow, text: str) -> bool:
    """Whether a row is of the period that an author named."""
    return row.period.label == text or Period.read(text, row.period.kind) == row.period


def find_row(
    table: ReleasedTable,
    *,
    place: str,
    period: Text,
    where: Mapping[str, Text],
    as_at: date,
    at: Location,
) -> tuple[ReleasedRow | None, list[Problem]]:
    """The one row of a place, period ("latest" for the last) and breakdown; else a problem.

    The problem names the first of place, breakdown and period that finds nothing, and stands
    where that is written; that of the place at ``at``.
    """
    rows = visible_rows(table, as_at)
    in_place = [row for row in rows if row.place == place]
    if not in_place:
        return None, [no_place(table, at, place, rows)]
    in_place, problems = broken_down(in_place, table, where)
    if problems:
        return None, problems
    if period == "latest":
        # Of the indicator, not of the place: else one place's figure would be of another year.
        found = newest(in_place, rows)
        if not found:
            return None, [ends_earlier(table, at, place, in_place, rows)]
    else:
        found = [row for row in in_place if matches_period(row, period)]
    if not found:
        return None, [_no_period(table, period, in_place, as_at)]
    if len(found) > 1:
        return None, [_many(table, at, where, found[0])]
    return found[0], []


def broken_down(
    rows: list[ReleasedRow], table: ReleasedTable, where: Mapping[str, Text]
) -> tuple[list[ReleasedRow], list[Problem]]:
    """Those of the rows that are of the categories; or none, and the first that finds nothing."""
    for column, category in where.items():
        if column not in table.breakdowns:
            return [], [_not_broken_down(table, category.at, column)]
        known = {row.breakdown.get(column, ""): row for row in reversed(rows)}
        rows = [row for row in rows if row.breakdown.get(column) == category]
        if not rows:
            return [], [_none(table, category.at, f"the {column}", category, known)]
    return rows, []


def newest(some: Iterable[ReleasedRow], rows: Iterable[ReleasedRow]) -> list[ReleasedRow]:
    """Those of some rows that are of the last period of all ``rows``."""
    last = max((row.period.end for row in rows), default=None)
    return [row for row in some if row.period.end == last]


def ends_earlier(
    table: ReleasedTable,
    at: Location,
    place: str,
    own: Sequence[ReleasedRow],
    rows: Sequence[ReleasedRow],
) -> Problem:
    """The problem of a place whose ``own`` rows end before the indicator's visible ``rows`` do."""
    last = newest(rows, rows)[0].period.label
    own_last = newest(own, own)[0].period.label
    message = (
        f'the newest figures of the indicator "{table.indicator}" are of {last}, and "{place}" has '
        "none among them."
    )
    mend = (
        f"Its own newest is of {own_last}: ask for that period by its name, or see in the extract "
        "why it ends earlier. A row may be missing, or a name in it misspelt."
    )
    return Problem(FIGURE_NONE, at, message, mend)


def unknown_members(group: Comparator, table: ReleasedTable, as_at: date) -> list[Problem]:
    """A problem for each place of a group that the indicator has no row for, hidden or not."""
    rows = visible_rows(table, as_at)
    known = {row.place for row in rows}
    return [no_place(table, place.at, place, rows) for place in group.places if place not in known]


def no_place(
    table: ReleasedTable, at: Location, place: str, rows: Iterable[ReleasedRow]
) -> Problem:
    """The problem of a place that none of the ``rows``, those of visible periods, is of."""
    later = [row for row in table.rows if row.place == place]
    known = {row.place: row for row in reversed(list(rows))}
    if known and later:
        first = min(later, key=lambda row: row.period)
        message = f'the indicator "{table.indicator}" has no figure for the place "{place}" yet.'
        mend = (
            "Its rows are later than `as_at` in strategy/strategy.yml: the first is of "
            f"{first.period.label}, in {first.source.file}, row {first.source.line}."
        )
        return Problem(FIGURE_NONE, at, message, mend)
    begin = (
        "It has none for any place: all are later than `as_at` in strategy/strategy.yml. Correct "
        "that date, or take an indicator with earlier figures."
    )
    return _none(table, at, "the place", place, known, begin)


def _no_period(
    table: ReleasedTable, period: Text, rows: Iterable[ReleasedRow], as_at: date
) -> Problem:
    """The problem of a period that none of the ``rows``, those of visible periods, is of."""
    message = f'the indicator "{table.indicator}" has no figure for the period "{period}".'
    labels = {row.period.label for row in rows}
    mend = suggestion(period, labels, FIGURE_NONE.mend)
    if any(row.period.end > as_at and matches_period(row, period) for row in table.rows):
        mend = f"It is later than `as_at` in strategy/strategy.yml, {print_date(as_at)}. {mend}"
    elif nearest(period, labels) is None:
        mend += f" If there should be one, see whether a row of {table.extract.file} is missing."
    return Problem(FIGURE_NONE, period.at, message, mend)


def _none(
    table: ReleasedTable,
    at: Location,
    what: str,
    name: str,
    known: Mapping[str, ReleasedRow],
    begin: str = FIGURE_NONE.mend,
) -> Problem:
    """The problem of a name that no row has; ``known`` are the names there are, with a row each.

    The name may be right, and misspelt in the extract.
    """
    message = f'the indicator "{table.indicator}" has no figure for {what} "{name}".'
    mend = suggestion(name, known, begin)
    near = nearest(name, known)
    if near is not None:
        source = known[near].source
        mend += f' If "{name}" is right, correct it in {source.file}, row {source.line}.'
    return Problem(FIGURE_NONE, at, message, mend)


def _not_broken_down(table: ReleasedTable, at: Location, column: str) -> Problem:
    message = f'the indicator "{table.indicator}" is not broken down by "{column}".'
    begin = (
        "It is broken down by nothing: leave `where` out, or name the columns that divide it "
        "behind `breakdowns` in data/indicators.yml."
    )
    return Problem(FIGURE_NONE, at, message, suggestion(column, table.breakdowns, begin))


def _many(
    table: ReleasedTable, at: Location, where: Mapping[str, str], one: ReleasedRow
) -> Problem:
    chosen = [
        f"{column}: {one.breakdown[column]}" for column in table.breakdowns if column not in where
    ]
    message = f'the indicator "{table.indicator}" has several figures here.'
    mend = "Choose one with `period`."
    if chosen:
        mend = f"Choose one: for example, `where: {{{', '.join(chosen)}}}`."
    return Problem(FIGURE_NONE, at, message, mend)
