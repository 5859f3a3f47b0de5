"""A figure's data as its CSV file has it, laid out again as a reader meets it: rows by columns."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from tests.audits.agreement import as_read

UNIT_WORDS = {"count": "number", "percentage": "%", "number": ""}


@dataclass(frozen=True)
class Cell:
    """A figure: its value, None where none may be shown, and what is printed."""

    value: Decimal | None
    printed: str


@dataclass(frozen=True)
class FigureData:
    """A table or a chart's data: what its rows are called over all, each row's and column's name,
    and the figure that belongs where they meet. A single column is called what is measured."""

    across: str
    measure: str
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def label(self) -> str:
        """What is measured, with its unit where its words do not have it."""
        unit = UNIT_WORDS.get(self.unit, self.unit)
        if not unit or unit.casefold() in self.measure.casefold():
            return self.measure
        return f"{self.measure} ({unit})"

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over the columns, that of the rows' names first."""
        return (self.across, *self.columns)

    @property
    def turned(self) -> "FigureData":
        """The same with its columns as rows, as a dumbbell chart is told."""
        cells = {(column, row): cell for (row, column), cell in self.cells.items()}
        return replace(self, rows=self.columns, columns=self.rows, cells=cells)

    def shown(self) -> list[tuple[str, str, Cell]]:
        """Every figure that is shown, column by column, with its row and column."""
        return [(row, column, cell) for column in self.columns for row, cell in self.column(column)]

    def column(self, name: str) -> list[tuple[str, Cell]]:
        """The figures of a column that are shown, from the first, each with its row."""
        cells = [(row, self.cells[row, name]) for row in self.rows]
        return [(row, cell) for row, cell in cells if cell.value is not None]


def table_faults(table: Any, data: FigureData) -> Iterator[str]:
    """What the table on the page has elsewhere than the data: which row and column, and what."""
    shown = [
        [as_read(cell.text_content()) for cell in row.iter("td", "th")] for row in table.iter("tr")
    ]
    wanted = [
        [row, *(data.cells[row, column].printed for column in data.columns)] for row in data.rows
    ]
    for said, meant in zip_longest(shown, [list(data.headings), *wanted]):
        row = meant[0] if meant else "below the data"
        for one, other, column in zip_longest(said or [], meant or [], data.headings):
            if one != other:
                yield f'{row}, {column}: "{one}" on the page, "{other}" in the data'


def tile_faults(tiles: Any, file: bytes) -> Iterator[str]:
    """What a tile says that is not the label and the figure of its row in the data."""
    wanted = [(as_read(line[2]), as_read(line[5])) for line in _lines(file)[1:]]
    shown = [
        tuple(
            as_read(tile.xpath(f".//*[@class='tile-{part}']")[0].text_content())
            for part in ("label", "value")
        )
        for tile in tiles.iter("li")
    ]
    for said, meant in zip_longest(shown, wanted, fillvalue=("", "")):
        if said != meant:
            yield f'"{": ".join(said)}" on the page, "{": ".join(meant)}" in the data'


def read_figure_data(file: bytes) -> FigureData:
    """The data of a chart or a table, but not of tiles, which have no rows and columns.

    Raises:
        AssertionError: If the file has two figures for one place, or none.
    """
    headings, *lines = _lines(file)
    cells: dict[tuple[str, str], Cell] = {}
    for line in lines:
        # Without series the measure heads the only column.
        row, column, *_, value, printed, _ = map(as_read, line)
        assert (row, column) not in cells, f"{row}, {column} has two figures"
        cells[row, column] = Cell(Decimal(value) if value else None, printed)
    rows, columns = (tuple(dict.fromkeys(key[place] for key in cells)) for place in (0, 1))
    assert len(cells) == len(rows) * len(columns)
    measure, unit = lines[0][-5:-3]
    return FigureData(as_read(headings[0]), as_read(measure), unit, rows, columns, cells)


def _lines(file: bytes) -> list[list[str]]:
    lines = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))
    return [[_unarmed(cell) for cell in line] for line in lines]


def _unarmed(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it."""
    return (
        cell[1:] if cell.startswith("'") and cell[1:].lstrip()[:1] in set("=+-@＝＋－＠") else cell
    )
