"""What a figure shows as a table: the strategy's own tables, and each chart's data."""

from dataclasses import dataclass

from sufficiency.figures.chart import Chart, Point
from sufficiency.tables import Unit


@dataclass(frozen=True)
class TableRow:
    """A row: its header and its figures, one a column."""

    header: str
    points: tuple[Point, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """What is printed, the header first."""
        return (self.header, *(point.words for point in self.points))


@dataclass(frozen=True)
class FigureTable:
    """A table's whole content.

    ``measure`` is what its figures measure. ``columns`` are the headings, the first over the row
    headers; all others head figures, in the unit that ``units`` has for each. ``series`` says
    what those columns are ("Period"), "" where there is but one. ``highlight`` is the row header
    to bring out, if any.
    """

    measure: str
    columns: tuple[str, ...]
    units: tuple[Unit, ...]
    series: str
    body: tuple[TableRow, ...]
    highlight: str | None = None

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What is printed: each row's header and figures."""
        return tuple(row.cells for row in self.body)


def chart_as_table(chart: Chart, across: str, series: str) -> FigureTable:
    """The chart's data: a row a category, a column a series.

    ``across`` and ``series`` say what categories and series are: "Period", "Council".
    """
    is_alone = len(chart.series) == 1
    return FigureTable(
        measure=chart.measure,
        columns=(across, *([chart.measure] if is_alone else [one.name for one in chart.series])),
        units=(chart.unit,) * len(chart.series),
        series=series,
        body=tuple(
            TableRow(category, tuple(one.points[place] for one in chart.series))
            for place, category in enumerate(chart.categories)
        ),
    )
