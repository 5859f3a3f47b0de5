"""One extract as a frame, checked by pandera against the columns that the catalogue declares."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sufficiency.content import ExtractEntry
from sufficiency.extracts.cells import CELL_TESTS, EXPECTED
from sufficiency.problems import Cause, Code, Problem, suggestion
from sufficiency.sources import CsvTable, read_csv_rows
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
    declared column. ``table`` finds a cell's place.
    """

    extract: Extract
    table: CsvTable
    frame: pd.DataFrame


def describe_extract(id: str, entry: ExtractEntry, data: bytes) -> Extract:
    """The extract's entry as released tables carry it."""
    return Extract(
        id=id,
        file=f"data/{entry.file}",
        title=entry.title,
        publisher=entry.publisher,
        licence=entry.licence,
        as_at=entry.as_at,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def read_extract(
    id: str, entry: ExtractEntry, data: bytes
) -> tuple[ExtractFrame | None, list[Problem]]:
    """The typed frame, or None with all that is wrong: missing columns, unreadable cells."""
    import pandas as pd

    table, problems = read_csv_rows(data, f"data/{entry.file}")
    if table is None:
        return None, problems
    missing = [name for name in entry.columns if name not in table.header]
    if missing:
        return None, problems + [_missing_column(entry, table, name) for name in missing]
    if not table.rows and not problems:
        place = table.place(1, table.header[0])
        return None, [Problem(EXTRACT_EMPTY, place, "the extract has no rows.", EXTRACT_EMPTY.mend)]
    if not table.rows:
        return None, problems
    frame = pd.DataFrame(
        [row.cells for row in table.rows],
        columns=list(table.header),
        index=pd.Index([row.line for row in table.rows], name="line"),
        dtype=object,
    )[list(entry.columns)]
    problems += _cell_problems(entry, table, frame)
    if problems:
        return None, problems
    return ExtractFrame(describe_extract(id, entry, data), table, frame), []


def _missing_column(entry: ExtractEntry, table: CsvTable, name: str) -> Problem:
    undeclared = [heading for heading in table.header if heading not in entry.columns]
    mend = suggestion(name, undeclared) if undeclared else COLUMN_MISSING.mend
    message = f'the column "{name}", which the catalogue declares, is not in the extract.'
    return Problem(COLUMN_MISSING, table.place(1, ""), message, mend)


def _cell_problems(entry: ExtractEntry, table: CsvTable, frame: pd.DataFrame) -> list[Problem]:
    import pandera.errors
    import pandera.pandas as pa

    schema = pa.DataFrameSchema(
        {
            name: pa.Column(
                object,
                checks=[
                    pa.Check(_each(CELL_TESTS[column.type]), name="type"),
                    pa.Check(_each(_filled(column.blank)), name="blank"),
                ],
            )
            for name, column in entry.columns.items()
        }
    )
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases: Any = errors.failure_cases
        return [
            _cell_problem(entry, table, case.column, case.check, case.failure_case, int(case.index))
            for case in cases.itertuples(index=False, name="Case")
        ]
    return []


def _each(test: Callable[[str], bool]) -> Callable[[pd.Series[Any]], pd.Series[bool]]:
    """A test of one cell as a test of a column; each different text is tested once."""

    def check(column: pd.Series[Any]) -> pd.Series[bool]:
        return column.map({text: test(text) for text in column.unique()}).astype(bool)

    return check


def _filled(blank: str) -> Callable[[str], bool]:
    return lambda cell: bool(cell) or blank == "allowed"


def _cell_problem(
    entry: ExtractEntry, table: CsvTable, column: str, check: str, cell: str, line: int
) -> Problem:
    place = table.place(line, column)
    if check == "blank":
        return Problem(CELL_BLANK, place, f'the cell under "{column}" is blank.', CELL_BLANK.mend)
    kind = entry.columns[column].type
    # What a protected extract holds may be about one child: its cells are never quoted.
    shown = f'"{cell}"' if entry.release == "published" else "the cell"
    message = f'{shown} under "{column}" is not {EXPECTED[kind]}.'
    return Problem(CELL_TYPE, place, message, CELL_TYPE.mend)
