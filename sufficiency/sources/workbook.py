"""An Excel workbook's sheet as rows of text, the same as a CSV file of it would hold.

A formula counts with the result that was saved beside it; nothing is calculated and no macro is
run. Hidden rows and columns are read like all others, as Excel saves them to CSV too.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from sufficiency.problems import Cause, Code, Location, Problem, suggestion
from sufficiency.problems.cell_name import name_cell
from sufficiency.sources.rows import Merge, Row, Rows
from sufficiency.sources.workbook_cells import cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

WORKBOOK_KIND = Code(
    "WORKBOOK-KIND",
    "A workbook cannot be opened",
    "Only workbooks that Excel saves as .xlsx or .xlsm, without a password, can be read.",
    "In Excel choose Save as, and Excel Workbook (*.xlsx) as the type.",
    "file: children.xls",
    mended="file: children.xlsx",
    cause=Cause.FILE,
)
WORKBOOK_LARGE = Code(
    "WORKBOOK-LARGE",
    "A workbook is too large to be read",
    "Unpacked, it would fill the computer's memory. Tables of figures are far smaller.",
    "Copy the sheet that is needed into a new workbook, its values only, and save that; or save "
    "the sheet as CSV UTF-8 (comma delimited).",
    "data/children.xlsx   # 400 MB unpacked: a million rows are formatted",
    mended="data/children.xlsx   # the one sheet that is read",
    cause=Cause.FILE,
)
WORKBOOK_SHEET = Code(
    "WORKBOOK-SHEET",
    "The sheet of a workbook that is to be read is not clear",
    "Figures of another sheet could be printed, and nobody would see it.",
    "In data/catalogue.yml write `sheet:` below the extract's `file:`, with the sheet's name as "
    "Excel has it.",
    "file: children.xlsx     # with the sheets Notes and Children",
    mended="file: children.xlsx\nsheet: Children",
    cause=Cause.ENTRY,
)
WORKBOOK_FORMULA = Code(
    "WORKBOOK-FORMULA",
    "A formula has no result",
    "A workbook holds each formula with its last result, which is what is read. A program other "
    "than Excel may have left the results out.",
    "Open the workbook in Excel, which works them out, and save it.",
    "=SUM(B2:B13)     # saved without its result",
    mended="=SUM(B2:B13)     # saved by Excel, with its result 336",
    cause=Cause.ENTRY,
)
WORKBOOKS = (".xlsx", ".xlsm")
OLD_WORKBOOKS = (".xls", ".xlsb", ".ods")
"""Spreadsheets of other kinds: named for what they are, never opened."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the file format of Office before 2007
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 100_000_000  # bytes
_MOST_CELLS = 1_000_000


@dataclass(frozen=True)
class SheetChoice:
    """Which sheet is read: its name where one is given, and the place in the catalogue to say so.

    ``is_quoted`` is False where the names of other sheets may not be shown.
    """

    name: str | None
    at: Location
    is_quoted: bool = True


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as those of a workbook do, whatever the file is called."""
    return data.startswith((_OLE, b"PK\x03\x04"))


def read_workbook(data: bytes, path: str, choice: SheetChoice) -> tuple[Rows | None, list[Problem]]:
    """The rows of the sheet, or None with why it cannot be read."""
    problem = _unreadable(data, path)
    if problem:
        return None, [problem]
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (validation, styles) is nothing that is read here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet, problems = _choose(book, choice)
            return (None, problems) if sheet is None else _read_sheet(sheet, path)
    except Exception:  # openpyxl raises whatever it stumbles over in a damaged file
        message = "the workbook is damaged: a part of it cannot be read."
        mend = "Open it in Excel, choose Save as, and Excel Workbook (*.xlsx) as the type."
        return None, [Problem(WORKBOOK_KIND, Location(path), message, mend)]


def _unreadable(data: bytes, path: str) -> Problem | None:
    """Why the file is no workbook that can be opened, without opening it."""
    at = Location(path)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        message = "the workbook has a password, or is encrypted."
        mend = "In Excel open File, Info, Protect Workbook, Encrypt with Password; empty the box."
        return Problem(WORKBOOK_KIND, at, message, f"{mend} Then save.")
    if data.startswith(_OLE) or path.lower().endswith(OLD_WORKBOOKS):
        message = "spreadsheets of this kind (old Excel, binary, OpenDocument) are not read."
        mend = f"{WORKBOOK_KIND.mend} Then give the new name behind `file:` in data/catalogue.yml."
        return Problem(WORKBOOK_KIND, at, message, mend)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        message = "the file is not a workbook, whatever its name says, or it is damaged."
        mend = f"{WORKBOOK_KIND.mend} If it is CSV, let its name end in .csv."
        return Problem(WORKBOOK_KIND, at, message, mend)
    if unpacked > _MOST_UNPACKED:
        most = f"{_MOST_UNPACKED // 1_000_000} MB is the most"
        message = f"unpacked, the workbook would have {unpacked / 1_000_000:,.0f} MB; {most}."
        return Problem(WORKBOOK_LARGE, at, message, WORKBOOK_LARGE.mend)
    return None


def _choose(book: Workbook, choice: SheetChoice) -> tuple[ReadOnlyWorksheet | None, list[Problem]]:
    """The sheet that is named, or the only one that is not hidden."""
    sheets: dict[str, ReadOnlyWorksheet] = {sheet.title: sheet for sheet in book.worksheets}
    if choice.name is None:
        shown = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible"]
        if len(shown) == 1:
            return shown[0], []
        return None, [_no_sheet_named([sheet.title for sheet in shown], choice)]
    wanted = choice.name.strip().casefold()
    for name, sheet in sheets.items():
        if name.strip().casefold() == wanted:
            return sheet, []
    message = f'the workbook has no sheet "{choice.name}".'
    mend = suggestion(choice.name, sheets) if choice.is_quoted else WORKBOOK_SHEET.mend
    return None, [Problem(WORKBOOK_SHEET, choice.at, message, mend)]


def _no_sheet_named(names: Sequence[str], choice: SheetChoice) -> Problem:
    shown = ", ".join(f'"{name}"' for name in names) if choice.is_quoted else ""
    message = f"the workbook has {len(names)} sheets, and none is named to be read."
    mend = "Below this line write `sheet:` and the name of one"
    mend += f": {shown}." if shown else "."
    return Problem(WORKBOOK_SHEET, choice.at, message, mend)


def _read_sheet(sheet: ReadOnlyWorksheet, path: str) -> tuple[Rows | None, list[Problem]]:
    merged, unsaved = _marks_of(sheet)
    if unsaved:
        names = ", ".join(name_cell(*cell) for cell in unsaved[:5])
        more = f" and {len(unsaved) - 5} more" if len(unsaved) > 5 else ""
        have = "a formula has" if len(unsaved) == 1 else "formulas have"
        message = f"{have} been saved without a result: {names}{more}."
        at = Location(path, *unsaved[0], sheet.title)
        return None, [Problem(WORKBOOK_FORMULA, at, message, WORKBOOK_FORMULA.mend)]
    rows = _rows_of(sheet)
    widest = max((len(row.cells) for row in rows or ()), default=0)
    if rows is None or len(rows) * widest > _MOST_CELLS:
        message = f'the sheet "{sheet.title}" has more than {_MOST_CELLS:,} cells.'
        return None, [Problem(WORKBOOK_LARGE, Location(path), message, WORKBOOK_LARGE.mend)]
    padded = tuple(Row(row.line, row.cells + ("",) * (widest - len(row.cells))) for row in rows)
    return Rows(path, padded, sheet.title, merged), []


def _rows_of(sheet: ReadOnlyWorksheet) -> list[Row] | None:
    """The rows that are not blank, without the blank cells at their ends; None of too many.

    Rows and cells that are left out of the file are counted, since openpyxl makes them all.
    """
    sheet.reset_dimensions()  # other programs write wrong ones, and rows would be cut
    rows: list[Row] = []
    made = 0
    for cells in sheet.rows:
        made += 1 + len(cells)
        if made > _MOST_CELLS:
            return None
        texts = [cell_text(cell.value, cell.number_format) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            line = next(cell.row for cell in cells if cell.value is not None)
            rows.append(Row(line, tuple(texts)))
    return rows


def _marks_of(sheet: ReadOnlyWorksheet) -> tuple[tuple[Merge, ...], list[tuple[int, int]]]:
    """The sheet's merged cells, and the row and column of each formula without a result.

    openpyxl shows neither while it reads row by row.
    """
    from lxml import etree
    from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

    merged: list[Merge] = []
    unsaved: list[tuple[int, int]] = []
    source: IO[bytes]
    with sheet._get_source() as source:  # type: ignore[attr-defined]
        marks = etree.iterparse(source, tag=("{*}row", "{*}mergeCell"), resolve_entities=False)
        for _, element in marks:
            if element.tag.endswith("mergeCell"):
                left, top, right, bottom = range_boundaries(element.get("ref", ""))
                merged.append(Merge(top or 1, bottom or 1, left or 1, right or 1))
                continue
            for cell in element.iterfind("{*}c[{*}f]"):
                is_text = cell.get("t") == "str"  # whose result may be a blank
                if not (is_text or cell.findtext("{*}v")):
                    unsaved.append(coordinate_to_tuple(cell.get("r", "A1")))
            element.clear()
    return tuple(merged), unsaved
