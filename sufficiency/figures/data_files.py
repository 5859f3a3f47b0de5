"""Each figure's data as a CSV file, for whoever wants to check or use the numbers.

One row a figure, in printed order: what it belongs to, its plain value and unit, and how the
strategy prints it. Nothing that a spreadsheet could take for a formula is left as such.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sufficiency.content import Shelf
from sufficiency.figures.chart import Point
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.figures.tables import FigureTable
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.tables import Unit

_FIGURE = ("Measure", "Unit", "Value", "Printed", "Status")
_BEGIN_FORMULAS = tuple("=+-@＝＋－＠")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?%?")


def write_data_files(figures: Shelf[Planned]) -> Mapping[str, bytes]:
    """The CSV file of every figure, by its id."""
    return {id: write_csv(_rows_of(figure)) for id, figure in figures.entries.items()}


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as UTF-8 with a mark at the front, by which Excel knows it, and CR LF line ends."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would run it. Numbers keep their sign."""
    begins_badly = cell.startswith(("\t", "\r")) or cell.lstrip().startswith(_BEGIN_FORMULAS)
    if begins_badly and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _rows_of(figure: Planned) -> Iterator[Sequence[str]]:
    if isinstance(figure, PlannedFigure):
        return _rows_of_table(figure.data)
    return _rows_of_tiles(figure)


def _rows_of_table(table: FigureTable) -> Iterator[Sequence[str]]:
    yield (table.columns[0], *([table.series] if table.series else []), *_FIGURE)
    for row in table.body:
        for heading, unit, point in zip(table.columns[1:], table.units, row.points, strict=True):
            series = [heading] if table.series else []
            yield (row.header, *series, table.measure, *_cells(point, unit))


def _rows_of_tiles(tiles: PlannedTiles) -> Iterator[Sequence[str]]:
    yield ("Place", "Period", *_FIGURE)
    for tile in tiles.tiles:
        fact = tile.fact
        point = Point(fact.value, fact.status, fact.said)
        yield (fact.place, fact.period, fact.label, *_cells(point, fact.unit))


def _cells(point: Point, unit: Unit) -> tuple[str, ...]:
    value = "" if point.value is None else f"{point.value:f}"
    status = point.status.name.lower().replace("_", " ")
    return unit.value, value, point.words, status
