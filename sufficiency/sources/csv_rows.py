"""CSV as rows of text with their lines, before any type is known.

pandas turns a ragged row's extra cell silently into the index; the csv module does not.
"""

import csv
import io
from dataclasses import dataclass

from sufficiency.problems import Cause, Code, Location, Problem

CSV_ROW = Code(
    "CSV-ROW",
    "A row has more or fewer cells than the header",
    "The cells behind the gap would be read under the wrong headings.",
    "Put quotation marks around a text that holds a comma, or add the missing cell.",
    "council,children\nBarnet, London Borough of,58",
    mended='council,children\n"Barnet, London Borough of",58',
    cause=Cause.ENTRY,
)
CSV_HEADER = Code(
    "CSV-HEADER",
    "An extract's header cannot be used",
    "Columns are found by their headings: each must have one, and only once.",
    "Give every column a heading of its own in the first line.",
    "council,children,children\nBarnet,58,60",
    mended="council,children_2018,children_2019\nBarnet,58,60",
    cause=Cause.SYNTAX,
)
CSV_ENCODING = Code(
    "CSV-ENCODING",
    "An extract is saved in a way that cannot be read",
    "Its letters would be taken for others and no heading would be found.",
    "In Excel choose Save as, and CSV UTF-8 (comma delimited) as the type.",
    "children.csv saved in Excel as Unicode Text",
    mended="children.csv saved in Excel as CSV UTF-8 (comma delimited)",
    cause=Cause.FILE,
)


@dataclass(frozen=True)
class CsvRow:
    """One row: its line in the file (from 1; of a row over several lines, the last), its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CsvTable:
    """The header's names and the rows below it, all of the header's width."""

    path: str
    header: tuple[str, ...]
    rows: tuple[CsvRow, ...]

    def place(self, line: int, column: str) -> Location:
        """A cell's place: the line, and the column's number from 1."""
        number = self.header.index(column) + 1 if column in self.header else 1
        return Location(self.path, line, number)


def decode_table(data: bytes) -> str:
    """Text of a CSV file: UTF-8 with or without BOM, else Windows-1252, as Excel writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_csv_rows(data: bytes, path: str) -> tuple[CsvTable | None, list[Problem]]:
    """The table in ``data``, or None without a usable header. Cells lose outer white space."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is saved as UTF-16 (Excel calls it Unicode text)."
        return None, [Problem(CSV_ENCODING, Location(path), message, CSV_ENCODING.mend)]
    reader = csv.reader(io.StringIO(decode_table(data), newline=""))
    problems: list[Problem] = []
    try:
        lines = [CsvRow(reader.line_num, tuple(c.strip() for c in cells)) for cells in reader]
    except csv.Error as error:
        message = f"the file cannot be read as a table: {error}."
        return None, [Problem(CSV_ROW, Location(path, reader.line_num), message, CSV_ROW.mend)]
    filled = [row for row in lines if any(row.cells)]
    if not filled:
        return None, [Problem(CSV_HEADER, Location(path), "the file is empty.", CSV_HEADER.mend)]
    header, body = filled[0], filled[1:]
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header.cells) == 1 and mark in header.cells[0]:
            message = f"the columns are parted by {name}, not by commas."
            mend = "Save the file again as CSV with commas (in Excel: CSV UTF-8, comma delimited)."
            return None, [Problem(CSV_HEADER, Location(path, header.line), message, mend)]
    problems += _header_problems(path, header)
    if problems:
        return None, problems
    rows = []
    for row in body:
        if len(row.cells) == len(header.cells):
            rows.append(row)
            continue
        cells = "1 cell" if len(row.cells) == 1 else f"{len(row.cells)} cells"
        message = f"the row has {cells}; the header has {len(header.cells)}."
        problems.append(Problem(CSV_ROW, Location(path, row.line), message, CSV_ROW.mend))
    return CsvTable(path, header.cells, tuple(rows)), problems


def _header_problems(path: str, header: CsvRow) -> list[Problem]:
    problems = []
    for number, name in enumerate(header.cells, start=1):
        place = Location(path, header.line, number)
        if not name:
            message = f"column {number} has no heading."
            problems.append(Problem(CSV_HEADER, place, message, CSV_HEADER.mend))
        elif name in header.cells[: number - 1]:
            message = f'the heading "{name}" stands twice.'
            problems.append(Problem(CSV_HEADER, place, message, CSV_HEADER.mend))
    return problems
