"""CSV as rows of text with their lines, before any type is known.

pandas turns a ragged row's extra cell silently into the index; the csv module does not.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from sufficiency.problems import Cause, Code, Location, Problem
from sufficiency.sources.encodings import is_utf_16
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
_MARKS = ((";", "semicolons"), ("\t", "tabs"), ("|", "upright lines"))
_LOOKED_AT = 5  # rows


def read_csv_rows(data: bytes, path: str) -> tuple[Rows | None, list[Problem]]:
    """The rows in ``data`` that are not blank, or None with why it cannot be read."""
    text, problems = _decode(data, path)
    if problems:
        return None, problems
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        lines = [Row(reader.line_num, tuple(cell.strip() for cell in cells)) for cells in reader]
    except csv.Error as error:
        message = f"the file cannot be read as a table: {error}."
        return None, [
            Problem(CSV_QUOTES, Location(path, reader.line_num), message, CSV_QUOTES.mend)
        ]
    if lines and "\n" in "".join(lines[-1].cells) and text.count('"') % 2:
        # Read to its end, a file with an odd quotation mark has a last row of many lines.
        place = Location(path, lines[-2].line + 1 if len(lines) > 1 else 1)
        message = "a quotation mark is opened here and never closed."
        return None, [Problem(CSV_QUOTES, place, message, CSV_QUOTES.mend)]
    filled = tuple(row for row in lines if any(row.cells))
    name = _other_mark(text, filled)
    if name:
        message = f"the columns are parted by {name}, not by commas."
        return None, [Problem(CSV_MARK, Location(path, filled[0].line), message, CSV_MARK.mend)]
    return Rows(path, filled), []


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


def _other_mark(text: str, rows: Sequence[Row]) -> str | None:
    """What parts the columns in the place of commas, by name, or None.

    It parts the first rows alike, and into more cells than commas do.
    """
    if not rows:
        return None
    for mark, name in _MARKS:
        if len(rows[0].cells) == 1 and mark in rows[0].cells[0]:
            return name
        widths = _first_widths(text, mark)
        if len(set(widths)) == 1 and widths[0] > max(2, len(rows[0].cells)):
            return name
    return None


def _first_widths(text: str, mark: str) -> list[int]:
    """How many cells each of the first rows has where the mark parts them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return [len(cells) for cells in islice(filter(any, reader), _LOOKED_AT)]
    except csv.Error:
        return []
