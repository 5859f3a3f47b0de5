"""Plans each entry of ``figures.yml``: selects its released rows and lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from sufficiency.content import AnyFigureEntry, FigureEntry, Shelf, TilesEntry
from sufficiency.content.strategy import Strategy
from sufficiency.facts import Fact, visible_rows, wording
from sufficiency.facts.resolve import find_comparator, find_table
from sufficiency.facts.select import FIGURE_NONE, matches_period
from sufficiency.facts.terms import Terms
from sufficiency.figures.alt_text import describe
from sufficiency.figures.categories import name_axis, word_categories
from sufficiency.figures.chart import Chart, Point, Series
from sufficiency.figures.shapes import misfits
from sufficiency.figures.tables import FigureTable, TableRow, chart_as_table
from sufficiency.figures.tiles import PlannedTiles, plan_tiles
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.sources import Text
from sufficiency.tables import Extract, ReleasedRow, ReleasedTable, Status, Unit

FIGURE_LAYOUT = Code(
    "FIGURE-LAYOUT",
    "A figure cannot be laid out as it is described",
    "Each bar, point or cell must have exactly one value.",
    "Choose what the figure goes across, and select the rest with `places`, `periods` or `where`.",
    "indicator: weekly_cost     # broken down by home\nacross: age",
    mended="indicator: weekly_cost     # broken down by home\nacross: home",
)

Grid = dict[tuple[str, str], ReleasedRow]


@dataclass(frozen=True)
class PlannedFigure:
    """A chart or a table with its data, its alt text and what it was made from.

    Exactly one of ``chart`` and ``table`` is set; ``data`` is what it shows, for a table the table
    itself. Headline and note are still the author's own text in ``entry``. ``statuses`` are the
    symbols that the figure prints in place of figures, ``lines`` the lines of the extract's file
    that it shows.
    """

    id: str
    entry: FigureEntry
    chart: Chart | None
    table: FigureTable | None
    data: FigureTable
    alt: str
    indicator: str
    extract: Extract
    statuses: tuple[Status, ...]
    lines: tuple[int, ...]


Planned: TypeAlias = PlannedFigure | PlannedTiles


def plan_figures(
    entries: Shelf[AnyFigureEntry],
    tables: Shelf[ReleasedTable],
    facts: Shelf[Fact],
    strategy: Strategy,
) -> tuple[Shelf[Planned], list[Problem]]:
    """Every figure by id; one that cannot be planned is ``broken``."""
    problems: list[Problem] = []
    planned: dict[str, Planned] = {}
    for id, entry in entries.entries.items():
        figure: Planned | None = None
        if isinstance(entry, TilesEntry):
            figure, found = plan_tiles(id, entry, facts)
        else:
            table, found = find_table(tables, entry.indicator)
            if table is not None:
                figure, found = _plan(id, entry, table, strategy)
        problems += found
        if figure is not None:
            planned[id] = figure
    broken = entries.broken | (entries.entries.keys() - planned.keys())
    return Shelf(planned, frozenset(broken), entries.complete), problems


def _plan(
    id: str, entry: FigureEntry, table: ReleasedTable, strategy: Strategy
) -> tuple[PlannedFigure | None, list[Problem]]:
    rows, problems = _select(entry, table, strategy)
    problems += _unknown_axes(entry, table)
    problems += _meaningless(entry)
    if problems:
        return None, problems
    entry, rows = word_categories(entry, rows, strategy.terms)
    grid, problems = _grid(entry, rows)
    if problems:
        return None, problems
    columns = _names(entry.series, rows, table)
    problems = _too_many(entry, grid)
    categories = _ordered(entry, _names(entry.across, rows, table), columns[-1], grid)
    problems += _unknown_highlight(entry, [*categories, *columns])
    chart = figure_table = None
    if entry.kind == "table":
        average, found = _average(entry, columns, grid, table, strategy)
        problems += found
        data = figure_table = _lay_out(
            entry, table, strategy.terms, categories, columns, grid, average
        )
    else:
        chart = _draw_up(entry, table, categories, columns, grid)
        axes = (name_axis(axis, strategy.terms) for axis in (entry.across, entry.series))
        data = chart_as_table(chart, *axes)
        problems += misfits(entry, chart)
    alt = describe(chart, strategy.terms) if chart is not None else ""
    figure = PlannedFigure(
        id=id,
        entry=entry,
        chart=chart,
        table=figure_table,
        data=data,
        alt=str(entry.alt or alt),
        indicator=table.label,
        extract=table.extract,
        statuses=_statuses(categories, columns, grid),
        lines=tuple(sorted({row.source.line for row in grid.values()})),
    )
    return (None, problems) if problems else (figure, [])


_MOST_CATEGORIES = 30


def _too_many(entry: FigureEntry, grid: Grid) -> list[Problem]:
    """A chart that would be taller than a page, or whose names would run into each other."""
    count = len({category for category, _ in grid})
    if entry.kind == "table" or count <= _MOST_CATEGORIES:
        return []
    message = f"the chart would show {count} categories; at most {_MOST_CATEGORIES} can be read."
    mend = "Select some with `places`, `periods` or `where`, or make it a table."
    return [Problem(FIGURE_LAYOUT, entry.across.at, message, mend)]


def _unknown_highlight(entry: FigureEntry, names: list[str]) -> list[Problem]:
    if entry.highlight is None or entry.highlight in names:
        return []
    message = f'the figure shows no "{entry.highlight}" to bring out.'
    return [Problem(FIGURE_NONE, entry.highlight.at, message, suggestion(entry.highlight, names))]


def _meaningless(entry: FigureEntry) -> list[Problem]:
    """Keys that do not go together, each of which would draw something untrue or be ignored."""
    faults = []
    if entry.kind == "line" and (entry.across != "period" or entry.order != "as_given"):
        message = "a line joins periods, from the earliest."
        faults.append(("kind", message, "Write `across: period` without `order`, or another kind."))
    if entry.change and (entry.kind != "table" or entry.series != "period"):
        message = "only a table with `series: period` can print a change."
        faults.append(("change", message, "Make it one, or delete `change`."))
    if entry.average is not None and entry.kind != "table":
        message = "only a table can print an average."
        faults.append(("average", message, "Write `kind: table`, or delete `average`."))
    if entry.average is not None and entry.across != "place":
        message = "an average is one of places, each in a row of its own."
        faults.append(("average", message, "Write `across: place`, or delete `average`."))
    return [
        Problem(FIGURE_LAYOUT, entry.location(key), message, mend) for key, message, mend in faults
    ]


def _unknown_axes(entry: FigureEntry, table: ReleasedTable) -> list[Problem]:
    known = ("period", "place", *table.breakdowns)
    return [
        Problem(
            FIGURE_LAYOUT,
            axis.at,
            f'the indicator "{entry.indicator}" cannot be laid out by "{axis}".',
            suggestion(axis, known),
        )
        for axis in (entry.across, entry.series)
        if axis is not None and axis not in known
    ]


def _select(
    entry: FigureEntry, table: ReleasedTable, strategy: Strategy
) -> tuple[list[ReleasedRow], list[Problem]]:
    """The visible rows of the places, periods and categories that the entry asks for."""
    rows = visible_rows(table, strategy.as_at)
    problems: list[Problem] = []
    places = _places(entry, strategy)
    known = {row.place for row in rows}
    for name, at in places.items():
        if name not in known:
            message = f'the indicator "{table.indicator}" has no figure for the place "{name}".'
            problems.append(Problem(FIGURE_NONE, at, message, suggestion(name, known)))
    rows = [row for row in rows if row.place in places]
    for column, category in entry.where.items():
        rows = [row for row in rows if row.breakdown.get(column) == category]
    if entry.periods == "latest":
        last = max((row.period.end for row in visible_rows(table, strategy.as_at)), default=None)
        rows = [row for row in rows if row.period.end == last]
    elif entry.periods != "all":
        problems += _unknown_periods(entry, table, rows)
        rows = [r for r in rows if any(matches_period(r, text) for text in entry.periods)]
    if not rows and not problems:
        message = f'the indicator "{table.indicator}" has no figure for this selection.'
        problems.append(Problem(FIGURE_NONE, entry.location(), message, FIGURE_NONE.mend))
    return rows, problems


def _unknown_periods(
    entry: FigureEntry, table: ReleasedTable, rows: list[ReleasedRow]
) -> list[Problem]:
    known = {row.period.label for row in rows}
    return [
        Problem(
            FIGURE_NONE,
            text.at,
            f'the indicator "{table.indicator}" has no figure for the period "{text}".',
            suggestion(text, known),
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


def _label(row: ReleasedRow, axis: str | None) -> str:
    """The category that a row belongs to along an axis; all rows share one where there is none."""
    if axis is None:
        return ""
    if axis == "period":
        return row.period.label
    return row.place if axis == "place" else row.breakdown[axis]


def _grid(entry: FigureEntry, rows: list[ReleasedRow]) -> tuple[Grid, list[Problem]]:
    grid: Grid = {}
    for row in rows:
        key = (_label(row, entry.across), _label(row, entry.series))
        if key in grid:
            where = " and ".join(word for word in key if word)
            message = f"there are several figures for {where}."
            return {}, [Problem(FIGURE_LAYOUT, entry.location(), message, FIGURE_LAYOUT.mend)]
        grid[key] = row
    return grid, []


def _names(axis: str | None, rows: list[ReleasedRow], table: ReleasedTable) -> list[str]:
    """The categories along an axis: periods from the earliest, others as the extract has them."""
    if axis == "period":
        rows = sorted(rows, key=lambda row: (row.period.end, row.period.start))
    return list(dict.fromkeys(_label(row, axis) for row in rows))


def _ordered(entry: FigureEntry, names: list[str], column: str, grid: Grid) -> list[str]:
    if entry.order == "as_given":
        return names
    values = {name: grid[name, column].value for name in names if (name, column) in grid}
    return sorted(names, key=lambda name: (values.get(name) is None, -(values.get(name) or 0)))


def _statuses(categories: list[str], columns: list[str], grid: Grid) -> tuple[Status, ...]:
    keys = [(category, column) for category in categories for column in columns]
    found = {grid[key].status if key in grid else Status.NOT_AVAILABLE for key in keys}
    return tuple(status for status in Status if status in found and status.value)


def _draw_up(
    entry: FigureEntry,
    table: ReleasedTable,
    categories: list[str],
    columns: list[str],
    grid: Grid,
) -> Chart:
    assert entry.kind != "table"
    return Chart(
        kind=entry.kind,
        measure=table.label,
        unit=table.unit,
        decimals=table.decimals,
        categories=tuple(categories),
        series=tuple(
            Series(column or table.label, tuple(_point(grid, c, column, table) for c in categories))
            for column in columns
        ),
        highlight=str(entry.highlight) if entry.highlight else None,
    )


def _point(grid: Grid, category: str, column: str, table: ReleasedTable) -> Point:
    row = grid.get((category, column))
    if row is None:
        return Point(None, Status.NOT_AVAILABLE, Status.NOT_AVAILABLE.value)
    return Point(row.value, row.status, _print(row.value, row.status, table))


def _print(value: Decimal | None, status: Status, table: ReleasedTable) -> str:
    if value is None:
        return status.value
    return wording.say_number(value, table.unit, table.decimals)


def _lay_out(
    entry: FigureEntry,
    table: ReleasedTable,
    terms: Terms,
    categories: list[str],
    columns: list[str],
    grid: Grid,
    average: tuple[str, list[Decimal | None]] | None,
) -> FigureTable:
    rows = [
        (category, [_point(grid, category, column, table) for column in columns])
        for category in categories
    ]
    if average is not None:
        header, means = average
        rows.append((header, [_mean(mean, table) for mean in means]))
    change, change_unit = [], []
    if entry.change:
        change, change_unit = ["Change"], [_unit_of_change(table)]
        rows = [(header, [*points, _change(points, table)]) for header, points in rows]
    headings = [column or table.label for column in columns]
    return FigureTable(
        measure=table.label,
        columns=(name_axis(entry.across, terms), *headings, *change),
        units=(*[table.unit] * len(headings), *change_unit),
        series=name_axis(entry.series, terms),
        body=tuple(TableRow(header, tuple(points)) for header, points in rows),
        highlight=str(entry.highlight) if entry.highlight else None,
    )


def _mean(mean: Decimal | None, table: ReleasedTable) -> Point:
    status = Status.NOT_AVAILABLE if mean is None else Status.PUBLISHED
    return Point(mean, status, _print(mean, status, table))


def _unit_of_change(table: ReleasedTable) -> Unit:
    is_percentage = table.unit is Unit.PERCENTAGE
    return Unit.PERCENTAGE_POINTS if is_percentage else Unit.PERCENTAGE


def _change(points: Sequence[Point], table: ReleasedTable) -> Point:
    """The change from first to last with its sign: a percentage of the first figure, or of
    percentages the points between them. Where either is missing, its symbol."""
    before, after = points[0], points[-1]
    if before.value is None or after.value is None:
        return before if before.value is None else after
    if table.unit is Unit.PERCENTAGE:
        change = wording.round_half_up(after.value - before.value, table.decimals)
        printed = f"{wording.say_number(change, Unit.NUMBER, table.decimals)} points"
    elif before.value == 0:
        return Point(None, Status.NOT_APPLICABLE, Status.NOT_APPLICABLE.value)
    else:
        change = wording.round_half_up((after.value - before.value) * 100 / before.value)
        printed = wording.say_number(change, Unit.PERCENTAGE)
    return Point(change, Status.PUBLISHED, ("+" if change > 0 else "") + printed)


def _average(
    entry: FigureEntry,
    columns: list[str],
    grid: Grid,
    table: ReleasedTable,
    strategy: Strategy,
) -> tuple[tuple[str, list[Decimal | None]] | None, list[Problem]]:
    """The mean of a group's figures in each column, and the row's header."""
    if entry.average is None:
        return None, []
    group, problems = find_comparator(strategy, entry.average)
    if group is None:
        return None, problems
    rows = [[_value_at(grid, str(place), column) for column in columns] for place in group.places]
    # Only places with every figure: a mean of other places in each column would feign a change.
    whole = [[value for value in row if value is not None] for row in rows if None not in row]
    means: list[Decimal | None] = [None] * len(columns)
    if whole:
        means = [sum(values, Decimal(0)) / len(whole) for values in zip(*whole, strict=True)]
    with_figures = "" if len(whole) == len(rows) else " with figures"
    return (f"Average of {len(whole)} {group.label}{with_figures}", means), []


def _value_at(grid: Grid, category: str, column: str) -> Decimal | None:
    row = grid.get((category, column))
    return row.value if row else None
