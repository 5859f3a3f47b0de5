"""One extract as a frame, checked against the columns that the catalogue declares."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sufficiency.content import ExtractEntry
from sufficiency.content.catalogue import Column
from sufficiency.extracts.cells import Fault, find_fault
from sufficiency.extracts.headed import CELLS_MERGED, Expected, Table, read_table
from sufficiency.extracts.notes import looks_like_note, note_problem
from sufficiency.extracts.shares import ask_which, read_share
from sufficiency.problems import Cause, Code, Location, Problem, nearest, what_differs
from sufficiency.sources import Rows, SheetChoice, is_workbook, read_csv_rows, read_workbook
from sufficiency.sources.files import EXTRACTS
from sufficiency.tables import Extract

if TYPE_CHECKING:
    import pandas as pd

COLUMN_MISSING = Code(
    "COLUMN-MISSING",
    "An extract lacks a column that the catalogue declares",
    "Indicators are computed from the columns of the catalogue; a renamed heading breaks them.",
    "Rename the column in the extract, or its entry in data/catalogue.yml.",
    "# data/catalogue.yml\n"
    "columns:\n"
    "  council: {type: text}\n"
    "  children: {type: count}\n"
    "# the first line of the extract\n"
    "council,Children looked after",
    mended="# data/catalogue.yml\n"
    "columns:\n"
    "  council: {type: text}\n"
    "  children: {type: count}\n"
    "# the first line of the extract\n"
    "council,children",
    cause=Cause.ENTRY,
)
CELL_TYPE = Code(
    "CELL-TYPE",
    "A cell does not hold what its column should",
    "A figure that cannot be read would be missing from every number made from it.",
    "Correct the cell. Where there is no figure, write c, x or z as the department does, or leave "
    "it blank if the catalogue says `blank: allowed`.",
    "council,children\nBarnet,about sixty",
    mended="council,children\nBarnet,60",
    cause=Cause.ENTRY,
)
CELL_BLANK = Code(
    "CELL-BLANK",
    "A cell is blank where none may be",
    "A blank may mean none, unknown or forgotten.",
    "Fill it in, write a symbol (c, x or z), or say `blank: allowed` in the catalogue.",
    "council,children\nBarnet,",
    mended="council,children\nBarnet,x",
    cause=Cause.ENTRY,
)
EXTRACT_KIND = Code(
    "EXTRACT-KIND",
    "An extract is of another kind than its name or its entry says",
    "A workbook is read in another way than CSV, which has no sheets.",
    "Let the file's name end in .xlsx if it is a workbook and in .csv if it is CSV, and give "
    "`sheet` for workbooks only.",
    "file: children.csv     # an Excel workbook that somebody has renamed",
    mended="file: children.xlsx",
    cause=Cause.FILE,
)
EXTRACT_EMPTY = Code(
    "EXTRACT-EMPTY",
    "An extract has no rows",
    "Nothing can be computed from it.",
    "Export it again; it should have rows below its headings.",
    "council,children",
    mended="council,children\nBarnet,58",
    cause=Cause.SYNTAX,
)


@dataclass(frozen=True)
class ExtractFrame:
    """An extract and its cells.

    ``frame``: one row a line of the file, the index its line number, one text column for each
    declared column; shares stand as percentages in ``columns`` of percentages. ``table`` finds a
    cell's place. What an extract that is not public holds may be about one child: where
    ``is_quoted`` is False, no message shows it.
    """

    extract: Extract
    table: Table
    frame: pd.DataFrame
    columns: Mapping[str, Column]
    is_quoted: bool

    def shown(self, cell: str) -> str:
        """A cell as a message shows it."""
        return f'"{cell}"' if self.is_quoted else "the cell"


def describe_extract(id: str, entry: ExtractEntry, data: bytes, sheet: str = "") -> Extract:
    """The extract's entry as released tables carry it; ``sheet`` is the one that was read."""
    return Extract(
        id=id,
        file=f"data/{entry.file}",
        title=entry.title,
        publisher=entry.publisher,
        licence=entry.licence,
        as_at=entry.as_at,
        sha256=hashlib.sha256(data).hexdigest(),
        sheet=sheet,
        url=str(entry.url or ""),
    )


def refuse_other_kinds(entry: ExtractEntry) -> list[Problem]:
    """The problem of a file that is never looked for, since its name ends in no kind of table."""
    if entry.file.lower().endswith(EXTRACTS):
        return []
    message = f'"{entry.file}" is not the name of a CSV file or of an Excel workbook.'
    mend = "Save the table as .csv (CSV UTF-8) or .xlsx, and give its name with the ending."
    return [Problem(EXTRACT_KIND, entry.file.at, message, mend)]


def read_extract(
    id: str, entry: ExtractEntry, data: bytes
) -> tuple[ExtractFrame | None, list[Problem]]:
    """The typed frame, or None with all that is wrong: missing columns, unreadable cells."""
    found, problems = _read_rows(entry, data)
    if found is None:
        return None, problems
    is_quoted = entry.release == "published"
    at = entry.location("file" if entry.header_row is None else "header_row")
    table, problems = read_table(found, Expected(entry.columns, entry.header_row, at, is_quoted))
    if table is None:
        return None, problems
    if any(problem.code is CELLS_MERGED for problem in problems):
        return None, problems  # what is merged would be told again, as missing or blank
    missing = [name for name in entry.columns if name not in table.header]
    if missing:
        return None, problems + [_missing_column(entry, table, name) for name in missing]
    if not table.rows and not problems:
        place = table.place(table.line, table.header[0])
        return None, [Problem(EXTRACT_EMPTY, place, "the extract has no rows.", EXTRACT_EMPTY.mend)]
    if not table.rows:
        return None, problems
    frame = _frame_of(table)[list(entry.columns)]
    problems += _notes_told_once(_cell_problems(entry, table, frame), table)
    problems += _shares_in_doubt(entry, table, frame)
    if problems:
        return None, problems
    extract = describe_extract(id, entry, data, table.sheet)
    frame = _without_shares(entry, frame)
    return ExtractFrame(extract, table, frame, entry.columns, is_quoted), []


def _read_rows(entry: ExtractEntry, data: bytes) -> tuple[Rows | None, list[Problem]]:
    path = f"data/{entry.file}"
    if not path.lower().endswith(".csv"):
        at = entry.location("sheet" if entry.sheet else "file")
        return read_workbook(data, path, SheetChoice(entry.sheet, at, entry.release == "published"))
    if is_workbook(data):
        message = "the file is a workbook, though its name ends in .csv."
        mend = "Rename it so that it ends in .xlsx, here and in data/catalogue.yml."
        return None, [Problem(EXTRACT_KIND, Location(path), message, mend)]
    if entry.sheet:
        message = f'"{entry.file}" is a CSV file, which has no sheets.'
        mend = "Delete `sheet`, or name the workbook behind `file`."
        return None, [Problem(EXTRACT_KIND, entry.sheet.at, message, mend)]
    return read_csv_rows(data, path)


def _frame_of(table: Table) -> pd.DataFrame:
    """One row a line of the file, the index its line number, one text column a heading."""
    import pandas as pd

    return pd.DataFrame(
        [row.cells for row in table.rows],
        columns=list(table.header),
        index=pd.Index([row.line for row in table.rows], name="line"),
        dtype=object,
    )


def _missing_column(entry: ExtractEntry, table: Table, name: str) -> Problem:
    undeclared = [heading for heading in table.header if heading and heading not in entry.columns]
    near = nearest(name, undeclared) if entry.release == "published" else None
    mend = COLUMN_MISSING.mend
    if near is not None:
        mend = f'The extract has "{near}": give the column the same name in both.'
        mend = f"{mend} {what_differs(name, near)}".rstrip()
    elif entry.release == "published" and undeclared:
        shown = ", ".join(f'"{heading}"' for heading in undeclared[:8])
        more = " …" if len(undeclared) > 8 else ""
        mend = f"{mend} Its other headings: {shown}{more}."
    message = f'the column "{name}", which the catalogue declares, is not in the extract.'
    return Problem(COLUMN_MISSING, table.place(table.line, near or ""), message, mend)


def _cell_problems(entry: ExtractEntry, table: Table, frame: pd.DataFrame) -> list[Problem]:
    """What is wrong with each cell; each different text of a column is read once."""
    problems = []
    for name, column in entry.columns.items():
        texts: pd.Series[str] = frame[name]
        wrong = {text for text in texts.unique() if not _is_sound(text, column)}
        for line, text in texts[texts.isin(wrong)].items():
            problems.append(_cell_problem(entry, text, name, table.place(int(str(line)), name)))
    return problems


def _is_sound(cell: str, column: Column) -> bool:
    return column.blank == "allowed" if not cell else _fault(cell, column) is None


def _fault(cell: str, column: Column) -> Fault | None:
    meant = read_share(cell, column) if column.type == "percentage" else cell
    return find_fault(meant, column.type, above_100=column.above_100 == "allowed")


def _cell_problem(entry: ExtractEntry, cell: str, column: str, at: Location) -> Problem:
    fault = _fault(cell, entry.columns[column])
    if fault is None:
        return Problem(CELL_BLANK, at, f'the cell under "{column}" is blank.', CELL_BLANK.mend)
    shown = f'"{cell}"' if entry.release == "published" else "the cell"
    return Problem(CELL_TYPE, at, f'{shown} under "{column}" {fault.what}.', fault.mend)


def _notes_told_once(problems: list[Problem], table: Table) -> list[Problem]:
    """The cells' problems, but one only of a row that lacks cells because it is no data."""
    width = len(table.header)
    blank = {problem.at.line for problem in problems if problem.code is CELL_BLANK}
    notes = {row.line for row in table.rows if looks_like_note(row.cells, width)} & blank
    others = [problem for problem in problems if problem.at.line not in notes]
    fill = "fill in its blank cells, with c, x or z where there is no figure"
    places = [table.place(line, table.header[0]) for line in sorted(notes)]
    return others + [note_problem(place, fill) for place in places]


def _shares_in_doubt(entry: ExtractEntry, table: Table, frame: pd.DataFrame) -> list[Problem]:
    """Of each column in doubt one problem, at its first cell that may be a share of 1."""
    return [
        problem
        for name, column in entry.columns.items()
        if column.type == "percentage" and column.fractions is None
        for problem in ask_which(frame[name], name, table, is_quoted=entry.release == "published")
    ]


def _without_shares(entry: ExtractEntry, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with percentages where its columns hold shares of 1."""
    percentages = {
        name: frame[name].map(lambda cell, column=column: read_share(cell, column)).astype(object)
        for name, column in entry.columns.items()
        if column.type == "percentage" and column.fractions == "shares"
    }
    return frame.assign(**percentages)
