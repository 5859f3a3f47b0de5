"""Plans each entry of ``figures.yml``: selects its released rows and lays them out."""

from dataclasses import dataclass
from typing import TypeAlias

from sufficiency.content import AnyFigureEntry, FigureEntry, Shelf, TilesEntry
from sufficiency.content.strategy import Strategy
from sufficiency.facts import Fact
from sufficiency.facts.resolve import find_table
from sufficiency.facts.select import FIGURE_NONE
from sufficiency.figures.alt_text import describe
from sufficiency.figures.categories import name_axis, word_categories
from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.grid import FIGURE_LAYOUT, Grid, lay_out
from sufficiency.figures.selection import select_rows
from sufficiency.figures.shapes import misfits
from sufficiency.figures.table_plan import plan_table
from sufficiency.figures.tables import FigureTable, chart_as_table
from sufficiency.figures.tiles import PlannedTiles, plan_tiles
from sufficiency.problems import Problem, suggestion
from sufficiency.tables import Extract, ReleasedTable, Status


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
    rows, problems = select_rows(entry, table, strategy)
    problems += _unknown_axes(entry, table)
    problems += _meaningless(entry)
    if problems:
        return None, problems
    entry, rows = word_categories(entry, rows, strategy.terms)
    grid, problems = lay_out(entry, table, rows)
    if grid is None:
        return None, problems
    problems = _too_many(entry, grid) + _unknown_highlight(entry, grid)
    chart = None
    if entry.kind == "table":
        data, found = plan_table(entry, grid, strategy)
    else:
        chart = _plan_chart(entry, grid)
        axes = (name_axis(axis, strategy.terms) for axis in (entry.across, entry.series))
        data, found = chart_as_table(chart, *axes), list(misfits(entry, chart))
    problems += found
    if problems:
        return None, problems
    return PlannedFigure(
        id=id,
        entry=entry,
        chart=chart,
        table=data if chart is None else None,
        data=data,
        alt=str(
            entry.alt or (describe(chart, strategy.little_change, strategy.terms) if chart else "")
        ),
        indicator=table.label,
        extract=table.extract,
        statuses=grid.statuses,
        lines=grid.lines,
    ), []


def _plan_chart(entry: FigureEntry, grid: Grid) -> Chart:
    assert entry.kind != "table"
    by_column = zip(*(grid.points(category) for category in grid.categories), strict=True)
    return Chart(
        kind=entry.kind,
        measure=grid.table.label,
        unit=grid.table.unit,
        decimals=grid.table.decimals,
        categories=grid.categories,
        series=tuple(map(Series, grid.headings, by_column)),
        highlight=str(entry.highlight) if entry.highlight else None,
    )


_MOST_CATEGORIES = 30


def _too_many(entry: FigureEntry, grid: Grid) -> list[Problem]:
    """A chart that would be taller than a page, or whose names would run into each other."""
    count = len(grid.categories)
    if entry.kind == "table" or count <= _MOST_CATEGORIES:
        return []
    message = f"the chart would show {count} categories; at most {_MOST_CATEGORIES} can be read."
    mend = "Select some with `places`, `periods` or `where`, or make it a table."
    return [Problem(FIGURE_LAYOUT, entry.across.at, message, mend)]


def _unknown_highlight(entry: FigureEntry, grid: Grid) -> list[Problem]:
    names = [*grid.categories, *grid.columns]
    if entry.highlight is None or entry.highlight in names:
        return []
    message = f'the figure shows no "{entry.highlight}" to bring out.'
    mend = suggestion(entry.highlight, names, FIGURE_NONE.mend)
    return [Problem(FIGURE_NONE, entry.highlight.at, message, mend)]


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
