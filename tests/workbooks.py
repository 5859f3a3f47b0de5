"""Excel workbooks made by hand, for tests that read them."""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell may hold; a text that begins with = is a formula."""

COSTS: Sequence[Sequence[Value]] = (
    ("home", "pounds"),
    ("Own carers", 675),
    ("Agency carers", 936),
)
"""The extract ``costs`` of the sound project."""


def workbook(
    *sheets: Sequence[Sequence[Value]],
    names: Sequence[str] = ("Costs",),
    change: Callable[[Worksheet], None] = lambda sheet: None,
) -> bytes:
    """A workbook with these sheets of rows; ``change`` is done to the first.

    openpyxl saves no result of a formula.
    """
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in zip(names, sheets, strict=True):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book.worksheets[0])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
