"""Rows that are no data: the totals and notes that people leave below a table."""

import re
from collections.abc import Sequence

from sufficiency.problems import Cause, Code, Location, Problem

ROW_NOTE = Code(
    "ROW-NOTE",
    "A row looks like a total or a note",
    "Every row below the headings is read as data. A note is none, and a total would be printed "
    "as if it were one row among the others.",
    "If it is a total or a note, delete the row. If it is data, fill in its blank cells, with c, "
    "x or z where there is no figure.",
    "council,date,children\nBarnet,2019,58\nSource: Department for Education,,",
    mended="council,date,children\nBarnet,2019,58",
    cause=Cause.ENTRY,
)
_BEGINS_NOTE = re.compile(
    r"[\W\d]*(?:(?:grand )?total|sources?|notes?|footnotes?)\b", re.IGNORECASE
)


def looks_like_note(cells: Sequence[str], width: int) -> bool:
    """Whether a row that lacks cells begins like a total or a note, or holds one text alone.

    Of two cells (``width``, the header's) one may well have been forgotten.
    """
    filled = [cell for cell in cells if cell]
    is_alone = len(filled) == 1 and width > 2
    return is_alone or bool(filled and _BEGINS_NOTE.match(filled[0]))


def note_problem(at: Location, if_data: str) -> Problem:
    """The problem of such a row, with what to do if it is data after all.

    What it holds is not shown, since it may be about a child.
    """
    message = "the row looks like a total or a note, and not like data."
    mend = f"If it is a total or a note, delete the row. If it is data, {if_data}."
    return Problem(ROW_NOTE, at, message, mend)
