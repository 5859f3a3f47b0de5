"""A cell of a workbook as Excel names it."""


def name_cell(row: int, column: int) -> str:
    """The cell of a row and a column, both from 1: "C5"."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return f"{letters}{row}"


def name_cell_of_sheet(sheet: str, row: int, column: int) -> str:
    """The same with its sheet: "Sheet1!C5", "'Our children'!C5"."""
    is_plain = sheet.replace("_", "").isalnum() and not sheet[0].isdigit()
    quoted = sheet if is_plain else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{name_cell(row, column)}"
