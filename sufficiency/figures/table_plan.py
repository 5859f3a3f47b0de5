"""Plans a table: its rows and columns, the average of a group, the change from first to last."""

from collections.abc import Sequence
from decimal import Decimal

from sufficiency.content import FigureEntry
from sufficiency.content.strategy import Strategy
from sufficiency.facts import wording
from sufficiency.facts.resolve import find_comparator
from sufficiency.figures.categories import name_axis
from sufficiency.figures.chart import Point
from sufficiency.figures.grid import Grid
from sufficiency.figures.tables import FigureTable, TableRow
from sufficiency.problems import Problem
from sufficiency.tables import ReleasedTable, Status, Unit


def plan_table(
    entry: FigureEntry, grid: Grid, strategy: Strategy
) -> tuple[FigureTable, list[Problem]]:
    """The grid as a table, with what the entry asks for besides."""
    rows = [(category, grid.points(category)) for category in grid.categories]
    average, problems = _average(entry, grid, strategy)
    rows += average
    change, change_unit = [], []
    if entry.change:
        change, change_unit = ["Change"], [_unit_of_change(grid.table)]
        rows = [(header, [*points, _change(points, grid.table)]) for header, points in rows]
    table = FigureTable(
        measure=grid.table.label,
        columns=(name_axis(entry.across, strategy.terms), *grid.headings, *change),
        units=(*[grid.table.unit] * len(grid.columns), *change_unit),
        series=name_axis(entry.series, strategy.terms),
        body=tuple(TableRow(header, tuple(points)) for header, points in rows),
        highlight=str(entry.highlight) if entry.highlight else None,
    )
    return table, problems


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
    entry: FigureEntry, grid: Grid, strategy: Strategy
) -> tuple[list[tuple[str, list[Point]]], list[Problem]]:
    """The row with the mean of a group's figures in each column, if one is asked for."""
    if entry.average is None:
        return [], []
    group, problems = find_comparator(strategy, entry.average)
    if group is None:
        return [], problems
    rows = [[point.value for point in grid.points(str(place))] for place in group.places]
    # Only places with every figure: a mean of other places in each column would feign a change.
    whole = [[value for value in row if value is not None] for row in rows if None not in row]
    means = [grid.point(None, Status.NOT_AVAILABLE)] * len(grid.columns)
    if whole:
        sums = [sum(values, Decimal(0)) for values in zip(*whole, strict=True)]
        means = [grid.point(each / len(whole), Status.PUBLISHED) for each in sums]
    with_figures = "" if len(whole) == len(rows) else " with figures"
    return [(f"Average of {len(whole)} {group.label}{with_figures}", means)], []
