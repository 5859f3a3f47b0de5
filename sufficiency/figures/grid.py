"""Lays the rows that a figure shows out by category and column, one to each place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from sufficiency.content import FigureEntry
from sufficiency.facts import wording
from sufficiency.figures.chart import Point
from sufficiency.problems import Code, Problem
from sufficiency.tables import ReleasedRow, ReleasedTable, Status

FIGURE_LAYOUT = Code(
    "FIGURE-LAYOUT",
    "A figure cannot be laid out as it is described",
    "Each bar, point or cell must have exactly one value.",
    "Choose what the figure goes across, and select the rest with `places`, `periods` or `where`.",
    "indicator: weekly_cost     # broken down by home\nacross: age",
    mended="indicator: weekly_cost     # broken down by home\nacross: home",
)


@dataclass(frozen=True)
class Grid:
    """A figure's rows by category and column, both in the order in which they are shown.

    The only column of a figure without series is called "".
    """

    table: ReleasedTable
    categories: tuple[str, ...]
    columns: tuple[str, ...]
    rows: Mapping[tuple[str, str], ReleasedRow]

    @property
    def headings(self) -> list[str]:
        """What the columns are called."""
        return [column or self.table.label for column in self.columns]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The symbols that stand in place of figures."""
        keys = [(category, column) for category in self.categories for column in self.columns]
        rows = [self.rows.get(key) for key in keys]
        found = {row.status if row else Status.NOT_AVAILABLE for row in rows}
        return tuple(status for status in Status if status in found and status.value)

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the extract's file that are shown."""
        return tuple(sorted({row.source.line for row in self.rows.values()}))

    def points(self, category: str) -> list[Point]:
        """A category's figures, column by column."""
        return [self._point_of(self.rows.get((category, column))) for column in self.columns]

    def _point_of(self, row: ReleasedRow | None) -> Point:
        if row is None:
            return self.point(None, Status.NOT_AVAILABLE)
        point = self.point(row.value, row.status)
        return replace(point, numerator=row.numerator, denominator=row.denominator)

    def point(self, value: Decimal | None, status: Status) -> Point:
        """A figure as it is printed in the table's unit, or its symbol."""
        if value is None:
            return Point(None, status, status.value)
        return Point(value, status, wording.say_number(value, self.table.unit, self.table.decimals))


def lay_out(
    entry: FigureEntry, table: ReleasedTable, rows: list[ReleasedRow]
) -> tuple[Grid | None, list[Problem]]:
    """The rows as a grid, or the problem of two rows for one place in it."""
    cells: dict[tuple[str, str], ReleasedRow] = {}
    for row in rows:
        key = (_label(row, entry.across), _label(row, entry.series))
        if key in cells:
            where = " and ".join(word for word in key if word)
            message = f"there are several figures for {where}."
            return None, [Problem(FIGURE_LAYOUT, entry.location(), message, FIGURE_LAYOUT.mend)]
        cells[key] = row
    columns = _names(entry.series, rows)
    categories = _names(entry.across, rows)
    if entry.order != "as_given":
        values = {name: row.value for (name, column), row in cells.items() if column == columns[-1]}
        categories.sort(key=lambda name: (values.get(name) is None, -(values.get(name) or 0)))
    return Grid(table, tuple(categories), tuple(columns), cells), []


def _label(row: ReleasedRow, axis: str | None) -> str:
    """The category that a row belongs to along an axis; all rows share one where there is none."""
    if axis is None:
        return ""
    if axis == "period":
        return row.period.label
    return row.place if axis == "place" else row.breakdown[axis]


def _names(axis: str | None, rows: list[ReleasedRow]) -> list[str]:
    """The categories along an axis: periods from the earliest, others as the extract has them."""
    if axis == "period":
        rows = sorted(rows, key=lambda row: (row.period.end, row.period.start))
    return list(dict.fromkeys(_label(row, axis) for row in rows))
