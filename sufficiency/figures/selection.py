"""Selects the released rows that a figure shows: its places, periods and categories."""

from collections.abc import Iterator, Mapping

from sufficiency.content import FigureEntry
from sufficiency.content.strategy import Strategy
from sufficiency.facts import visible_rows
from sufficiency.facts.select import (
    FIGURE_NONE,
    broken_down,
    ends_earlier,
    matches_period,
    newest,
    no_place,
)
from sufficiency.problems import Location, Problem, suggestion
from sufficiency.sources import Text
from sufficiency.tables import ReleasedRow, ReleasedTable


def select_rows(
    entry: FigureEntry, table: ReleasedTable, strategy: Strategy
) -> tuple[list[ReleasedRow], list[Problem]]:
    """The visible rows of what the entry asks for; what it asks for in vain is a problem."""
    rows = visible_rows(table, strategy.as_at)
    problems: list[Problem] = []
    places = _places(entry, strategy)
    known = {row.place for row in rows}
    for name, at in places.items():
        if name not in known:
            problems.append(no_place(table, at, name, rows))
    rows = [row for row in rows if row.place in places]
    if not rows:
        return [], problems
    rows, found = broken_down(rows, table, entry.where)
    problems += found
    if found:
        return [], problems
    if entry.periods == "latest":
        problems += _that_end_earlier(table, places, rows, visible_rows(table, strategy.as_at))
        rows = newest(rows, visible_rows(table, strategy.as_at))
    elif entry.periods != "all":
        problems += _unknown_periods(entry, table, rows)
        rows = [r for r in rows if any(matches_period(r, text) for text in entry.periods)]
    if not rows and not problems:
        message = f'the indicator "{table.indicator}" has no figure for this selection.'
        problems.append(Problem(FIGURE_NONE, entry.location(), message, FIGURE_NONE.mend))
    return rows, problems


def _that_end_earlier(
    table: ReleasedTable,
    places: Mapping[str, Location],
    rows: list[ReleasedRow],
    visible: list[ReleasedRow],
) -> Iterator[Problem]:
    """A problem for each place that would be missing, since its rows end before the others."""
    for name, at in places.items():
        own = [row for row in rows if row.place == name]
        if own and not newest(own, visible):
            yield ends_earlier(table, at, name, own, visible)


def _unknown_periods(
    entry: FigureEntry, table: ReleasedTable, rows: list[ReleasedRow]
) -> list[Problem]:
    known = {row.period.label for row in rows}
    return [
        Problem(
            FIGURE_NONE,
            text.at,
            f'the indicator "{table.indicator}" has no figure for the period "{text}".',
            suggestion(text, known, FIGURE_NONE.mend),
        )
        for text in entry.periods
        if isinstance(text, Text) and not any(matches_period(row, text) for row in rows)
    ]


def _places(entry: FigureEntry, strategy: Strategy) -> dict[str, Location]:
    """The names of the places asked for, groups spelt out, with where each was asked for."""
    if not entry.places:
        return {str(strategy.council): entry.location()}
    named = {}
    for place in entry.places:
        if place == "council":
            named[str(strategy.council)] = place.at
        elif place in strategy.comparators:
            named |= {str(name): name.at for name in strategy.comparators[place].places}
        else:
            named[str(place)] = place.at
    return named
