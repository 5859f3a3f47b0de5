"""Rows of text, as a CSV file or a workbook's sheet holds them, before any heading is known."""

from dataclasses import dataclass

from sufficiency.problems.cell_name import name_cell


@dataclass(frozen=True)
class Row:
    """One row: its line in the file or its row in the sheet, from 1, and its cells.

    Of a row of a CSV file over several lines, the line is the last.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """Cells that somebody merged into one: rows and columns from 1, both ends included."""

    first_line: int
    last_line: int
    first_column: int
    last_column: int

    def __str__(self) -> str:
        first = name_cell(self.first_line, self.first_column)
        return f"{first}:{name_cell(self.last_line, self.last_column)}"


@dataclass(frozen=True)
class Rows:
    """All that a file holds that is not blank: each cell without outer white space.

    ``sheet`` is "" for a CSV file.
    """

    path: str
    rows: tuple[Row, ...]
    sheet: str = ""
    merged: tuple[Merge, ...] = ()
