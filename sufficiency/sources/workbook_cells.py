"""What a cell of a workbook holds, as the text that a CSV file would have held."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from sufficiency.tables.period import print_month

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
"""Parts of a number format that are printed as they stand, or say a colour, a language, a space."""


def cell_text(value: object, number_format: str | None) -> str:
    """The value as text: 0.67 shown as a percentage is "67%", a day is "2019-03-31".

    A number has the 15 digits that Excel keeps: what a sum leaves behind them is noise.
    """
    form = _NOT_SHOWN.sub("", number_format or "").lower()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
        return f"{_plain(number * 100)}%" if "%" in form else _plain(number)
    if isinstance(value, datetime):
        is_midnight = value.time() == time()
        return _day(value.date(), form) if is_midnight else value.isoformat(" ")
    if isinstance(value, date):
        return _day(value, form)
    return str(value).strip()


def _day(day: date, form: str) -> str:
    """The day, but no more of it than is shown: whoever sees March 2019 means no first of March."""
    if "d" in form or "y" not in form:
        return day.isoformat()
    return print_month(day) if "m" in form else str(day.year)


def _plain(number: Decimal) -> str:
    """Without an exponent and without zeros at the end of its decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
