"""CSV as rows of text with their lines, before any type is known.

pandas turns a ragged row's extra cell silently into the index; the csv module does not.
"""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from sufficiency.problems import Cause, Code, Location, Problem
from sufficiency.sources.encodings import is_utf_16
from sufficiency.sources.files import EXPORT_LESS, FILE_LARGE
from sufficiency.sources.rows import Row, Rows

CSV_MARK = Code(
    "CSV-MARK",
    "An extract's columns are not parted by commas",
    "All of a row would be taken for one cell. Files with semicolons often have decimal commas "
    "too, so that 1,234 could be either number: they are not guessed at.",
    "In Excel choose Save as, and CSV UTF-8 (comma delimited) as the type.",
    "council;children\nBarnet;58",
    mended="council,children\nBarnet,58",
    cause=Cause.SYNTAX,
)
CSV_QUOTES = Code(
    "CSV-QUOTES",
    "An extract cannot be read as a table",
    "A quotation mark that is never closed takes everything below it into one cell.",
    "Close the quotation mark; inside a text write it twice.",
    'home,pounds\n"Own carers,675\nHostels,880',
    mended='home,pounds\n"Own carers",675\nHostels,880',
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
QUOTATION = r'"[^"]*+(?:""[^"]*+)*+"'
"""A pattern's piece: a cell in quotation marks. Only a cell's first sign opens one."""

_SOUND_CELLS = re.compile(rf'(?:(?:{QUOTATION}|[^",\r\n][^,\r\n]*+)?,)*+')
_LINE_END = re.compile(r"\r\n?|\n")
_STRAY = (
    "Close the quotation in its own cell, or delete its mark. A mark that belongs to the text is "
    "written twice, and its whole cell put in quotation marks."
)
_MARKS = ((";", "semicolons"), ("\t", "tabs"), ("|", "upright lines"))
_LOOKED_AT = 5  # rows
_MOST_LINES = 200_000


def read_csv_rows(data: bytes, path: str) -> tuple[Rows | None, list[Problem]]:
    """The rows in ``data`` that are not blank, or None with why it cannot be read."""
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines > _MOST_LINES:
        message = f"the file has {lines:,} lines; {_MOST_LINES:,} are the most."
        return None, [Problem(FILE_LARGE, Location(path), message, EXPORT_LESS)]
    text, problems = _decode(data, path)
    if problems:
        return None, problems
    rows, is_whole = split_rows(text)
    filled = tuple(row for row in rows if any(row.cells))
    name = _other_mark(text, len(filled[0].cells) if filled else 1)
    if name:
        place = Location(path, filled[0].line if filled else 1)
        message = f"the columns are parted by {name}, not by commas."
        return None, [Problem(CSV_MARK, place, message, CSV_MARK.mend)]
    if not is_whole:
        return None, [_broken_quotation(text, path, rows[-1].line + 1 if rows else 1)]
    return Rows(path, filled), []


def split_rows(text: str, mark: str = ",", most: int | None = None) -> tuple[list[Row], bool]:
    """The rows of the text, blank ones too, and whether that is all of them.

    They end above the first row with a quotation that is not closed, or that something other than
    the mark between cells follows: it has taken in rows that nobody meant it to. ``most`` are as
    many as are wanted.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[Row] = []
    # The usual limit would stop a quotation that is never closed short of the end of the file.
    usual = csv.field_size_limit(len(text))
    try:
        for cells in islice(reader, most):
            rows.append(Row(reader.line_num, tuple(cell.strip() for cell in cells)))
    except csv.Error:
        return rows, False
    finally:
        csv.field_size_limit(usual)
    return rows, True


def _broken_quotation(text: str, path: str, line: int) -> Problem:
    """The problem of the row that begins in this line, told where its quotation is opened."""
    row = "".join(io.StringIO(text, newline="").readlines()[line - 1 :])
    sound = _SOUND_CELLS.match(row)
    start = sound.end() if sound else 0
    opened = line + len(_LINE_END.findall(row[:start]))
    closed = re.compile(QUOTATION).match(row, start)
    if not closed:
        message = "a quotation mark is opened here and never closed."
        return Problem(CSV_QUOTES, Location(path, opened), message, CSV_QUOTES.mend)
    last = opened + len(_LINE_END.findall(closed[0]))
    message = f"a quotation begins here, and where it ends (line {last}) no comma follows."
    return Problem(CSV_QUOTES, Location(path, opened), message, _STRAY)


def _decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text: UTF-8 with or without BOM, else Windows-1252, as Excel writes."""
    if is_utf_16(data):
        message = "the file is saved as UTF-16 (Excel calls it Unicode text)."
        return "", [Problem(CSV_ENCODING, Location(path), message, CSV_ENCODING.mend)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    problems = list(_undecodable(data, path))
    return ("", problems) if problems else (data.decode("cp1252"), [])


def _undecodable(data: bytes, path: str) -> Iterator[Problem]:
    """The lines that are not Windows-1252 either, or the first of those that are in a file whose
    other lines are UTF-8: read in one way, half of its letters would be wrong."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    is_in_part_utf_8 = any(not line.isascii() and _holds(line, "utf-8") for line in lines)
    for number, line in enumerate(lines, start=1):
        place = Location(path, number)
        if is_in_part_utf_8 and not _holds(line, "utf-8"):
            message = "this line is saved in another way than the rest of the file (UTF-8)."
            mend = "Type its accents, pound signs and quotation marks anew, and save the file as "
            yield Problem(CSV_ENCODING, place, message, f"{mend}CSV UTF-8.")
        elif not _holds(line, "cp1252"):
            message = "this line holds a character of neither UTF-8 nor Windows-1252."
            mend = "Type the character anew, or export the file again as CSV UTF-8."
            yield Problem(CSV_ENCODING, place, message, mend)


def _holds(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _other_mark(text: str, by_commas: int) -> str | None:
    """What parts the columns in the place of commas, by name, or None.

    It parts the first row where commas (into ``by_commas`` cells) do not, or the first rows alike
    and into more cells.
    """
    for mark, name in _MARKS:
        rows, is_whole = split_rows(text.lstrip(), mark, _LOOKED_AT)
        widths = [len(row.cells) for row in rows if any(row.cells)]
        if not widths or not is_whole:
            continue
        if by_commas == 1 < widths[0]:
            return name
        if len(set(widths)) == 1 and widths[0] > max(2, by_commas):
            return name
    return None
