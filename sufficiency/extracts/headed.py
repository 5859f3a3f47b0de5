"""Rows below their headings: which row is the header, and what keeps a row from being read by it.

Takes rows of text, whatever file they came from; returns a table whose rows all have its width.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sufficiency.extracts.notes import looks_like_note, note_problem
from sufficiency.problems import Cause, Code, Location, Problem
from sufficiency.sources import Merge, Row, Rows

TABLE_ROW = Code(
    "TABLE-ROW",
    "A row has more or fewer cells than the header",
    "The cells behind the gap would be read under the wrong headings.",
    "Put quotation marks around a text that holds a comma, or add the missing cell.",
    "council,children\nBarnet, London Borough of,58",
    mended='council,children\n"Barnet, London Borough of",58',
    cause=Cause.ENTRY,
)
TABLE_HEADER = Code(
    "TABLE-HEADER",
    "An extract's header cannot be used",
    "Columns are found by their headings: each must have one, and only once.",
    "Give every column a heading of its own in the first line.",
    "council,children,children\nBarnet,58,60",
    mended="council,children_2018,children_2019\nBarnet,58,60",
    cause=Cause.SYNTAX,
)
HEADER_ROW = Code(
    "HEADER-ROW",
    "An extract's headings do not stand where they are looked for",
    "A title or a note above the headings would be taken for them.",
    "Below the extract's `file:` in data/catalogue.yml write `header_row:` and the number of the "
    "row, or delete what stands above the headings.",
    "# the extract\nTable 1: children looked after\n\ncouncil,children",
    mended="# data/catalogue.yml\nfile: children.csv\nheader_row: 3",
    cause=Cause.SYNTAX,
)
HEADER_AGAIN = Code(
    "HEADER-AGAIN",
    "An extract's headings are repeated further down",
    "Two downloads have been pasted together: rows may be there twice, or belong to another table.",
    "Delete the line with the headings, and any row below it that stands above it too.",
    "council,children\nBarnet,58\ncouncil,children\nBrent,60",
    mended="council,children\nBarnet,58\nBrent,60",
    cause=Cause.ENTRY,
)
CELLS_MERGED = Code(
    "CELLS-MERGED",
    "Cells of a workbook are merged",
    "Only the first of merged cells holds anything: the others would be read as blank.",
    "In Excel select them and choose Unmerge Cells (Home, below Merge & Center). Then write into "
    "each cell what belongs there.",
    "A2:A4 merged into one cell with the word Barnet",
    mended="A2, A3 and A4, each with the word Barnet",
    cause=Cause.ENTRY,
)
_LOOKED_AT = 30
"""The rows among which headings are looked for."""


@dataclass(frozen=True)
class Table:
    """The header's names and the rows below it, all of the header's width.

    ``numbers`` are the columns' numbers in the file, from 1: one that is wholly blank is left out.
    """

    path: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    line: int = 1
    sheet: str = ""

    def place(self, line: int, column: str) -> Location:
        """A cell's place: the line, and the column's number from 1."""
        number = self.numbers[self.header.index(column)] if column in self.header else 1
        return Location(self.path, line, number, self.sheet)


@dataclass(frozen=True)
class Expected:
    """What the catalogue says of an extract's table.

    ``columns`` are the headings, ``header_row`` the row that holds them, if it is given, and
    ``at`` the place to say which. Where the table is not public, ``is_quoted`` is False.
    """

    columns: Collection[str]
    header_row: int | None
    at: Location
    is_quoted: bool = True


def read_table(found: Rows, expected: Expected) -> tuple[Table | None, list[Problem]]:
    """The table, without rows that cannot be read; None without a usable header."""
    header, problems = _find_header(found, expected)
    if header is None:
        return None, problems
    body = [row for row in found.rows if row.line > header.line]
    numbers = _used_columns(header, body)
    names = tuple(_on_one_line(header.cells[number - 1]) for number in numbers)
    table = Table(found.path, names, (), numbers, header.line, found.sheet)
    merged, problems = _merges(found.merged, table)
    problems += _header_problems(table, body, merged, expected)
    if any(problem.code is TABLE_HEADER for problem in problems):
        return None, problems
    rows: list[Row] = []
    for row in body:
        cells, problem = _fit(row, table)
        if problem is None:
            rows.append(Row(row.line, cells))
        else:
            problems.append(problem)
    return Table(found.path, names, tuple(rows), numbers, header.line, found.sheet), problems


def _on_one_line(heading: str) -> str:
    """A heading that is wrapped in its cell as it is written in the catalogue."""
    return " ".join(heading.split())


def _find_header(found: Rows, expected: Expected) -> tuple[Row | None, list[Problem]]:
    """The row with the headings: the one that is named, else the first that is not blank."""
    if not found.rows:
        what = "sheet" if found.sheet else "file"
        place = Location(found.path, sheet=found.sheet)
        return None, [Problem(TABLE_HEADER, place, f"the {what} is empty.", "Export it again.")]
    if expected.header_row is not None:
        header = next((row for row in found.rows if row.line == expected.header_row), None)
        message = f"row {expected.header_row} of the extract is blank, or is not there."
        mend = "Write the number of the row in which the headings stand."
        return header, [] if header else [Problem(HEADER_ROW, expected.at, message, mend)]
    first = found.rows[0]
    better = _headings_below(found.rows, expected.columns)
    if better is None:
        return first, []
    place = Location(found.path, better.line, sheet=found.sheet)
    message = f"the headings stand here, in row {better.line}, with other rows above them."
    mend = f"Below the extract's `file:` in data/catalogue.yml write `header_row: {better.line}`"
    mend += ", or delete the rows above."
    return None, [Problem(HEADER_ROW, place, message, mend)]


def _headings_below(rows: Sequence[Row], columns: Collection[str]) -> Row | None:
    """A row further down that holds the columns' headings, where the first holds none."""
    wanted = set(columns)
    counts = [len(wanted.intersection(map(_on_one_line, row.cells))) for row in rows[:_LOOKED_AT]]
    most = max(counts)
    is_below = counts[0] == 0 and most >= (len(wanted) + 1) // 2
    return rows[counts.index(most)] if is_below else None


def _used_columns(header: Row, body: Sequence[Row]) -> tuple[int, ...]:
    """The columns with a heading or a cell, from 1: Excel saves blank ones beside a table too."""
    held = {n for row in body for n, cell in enumerate(row.cells, start=1) if cell}
    width = range(1, len(header.cells) + 1)
    return tuple(number for number in width if header.cells[number - 1] or number in held)


def _header_problems(
    table: Table, body: Sequence[Row], merged: Collection[int], expected: Expected
) -> Iterator[Problem]:
    for position, (number, name) in enumerate(zip(table.numbers, table.header, strict=True)):
        place = Location(table.path, table.line, number, table.sheet)
        if not name and number not in merged:
            held = next(row.line for row in body if any(row.cells[number - 1 : number]))
            message = f"column {number} has no heading, and row {held} holds something in it."
            mend = "Give the column a heading, or delete what stands in it."
            yield Problem(TABLE_HEADER, place, message, mend)
        elif name and name in table.header[:position]:
            shown = f'the heading "{name}"' if expected.is_quoted else "the heading"
            yield Problem(TABLE_HEADER, place, f"{shown} stands twice.", TABLE_HEADER.mend)


def _merges(merges: Sequence[Merge], table: Table) -> tuple[set[int], list[Problem]]:
    """The numbers of the columns whose headings are merged, and the problem of each merge.

    What is merged above the headings is a title, and beside the table a note.
    """
    columns: set[int] = set()
    problems = []
    for merge in merges:
        across = set(range(merge.first_column, merge.last_column + 1)).intersection(table.numbers)
        if merge.last_line < table.line or not across:
            continue
        what = "cells"
        if merge.first_line <= table.line:
            what = "headings"
            columns |= across
        place = Location(table.path, merge.first_line, merge.first_column, table.sheet)
        message = f"the {what} {merge} are merged into one."
        problems.append(Problem(CELLS_MERGED, place, message, CELLS_MERGED.mend))
    return columns, problems


def _fit(row: Row, table: Table) -> tuple[tuple[str, ...], Problem | None]:
    """The row's cells below the headings, or the problem of a row that does not fit."""
    width = max(table.numbers)
    place = Location(table.path, row.line, sheet=table.sheet)
    if len(row.cells) < width or any(row.cells[width:]):
        if looks_like_note(row.cells, width):
            quote = "put quotation marks around a text that holds a comma, or add missing cells"
            return (), note_problem(place, quote)
        held = "1 cell" if len(row.cells) == 1 else f"{len(row.cells)} cells"
        message = f"the row has {held}; the header has {width}."
        return (), Problem(TABLE_ROW, place, message, TABLE_ROW.mend)
    cells = tuple(row.cells[number - 1] for number in table.numbers)
    if [cell.casefold() for cell in cells] == [name.casefold() for name in table.header]:
        message = f"the headings of row {table.line} stand here again."
        return (), Problem(HEADER_AGAIN, place, message, HEADER_AGAIN.mend)
    return cells, None
