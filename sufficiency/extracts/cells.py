"""What a cell of an extract may hold: a figure as people write it, or a symbol for a missing one.

The symbols are the department's (``c``, ``x``, ``z``, ``k``), with and without brackets, the
older ``:`` and ``~``, and ``-``, which its local authority interactive tool writes for any
figure that is missing.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from sufficiency.tables import Status

_SYMBOLS = {
    "c": Status.SUPPRESSED,
    "x": Status.NOT_AVAILABLE,
    "-": Status.NOT_AVAILABLE,
    ":": Status.NOT_AVAILABLE,
    "~": Status.NOT_AVAILABLE,
    "z": Status.NOT_APPLICABLE,
    "k": Status.LOW,
    "low": Status.LOW,
}
_TOO_LARGE = Decimal(10) ** 15
_SMALLEST_EXPONENT = -30


def read_status(cell: str) -> Status:
    """The status that a cell's symbol stands for; published where it holds anything else."""
    if not cell:
        return Status.NOT_AVAILABLE
    return _SYMBOLS.get(cell.lower().strip("[]"), Status.PUBLISHED)


_FIGURE = re.compile(
    r"[-\N{MINUS SIGN}]?\s*£?\s*[-\N{MINUS SIGN}]?"
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:[, \N{NO-BREAK SPACE}][0-9]{3})+)?(?P<rest>\.[0-9]+)?\s*%?"
)


def read_decimal(cell: str) -> Decimal | None:
    """The figure in a cell, thousands commas, pound and percent signs read over; else None.

    A figure in powers of ten (1.2E+03) is none: a spreadsheet has lost its digits.
    """
    found = _FIGURE.fullmatch(cell.strip())
    if found is None or not (found["whole"] or found["rest"]):
        return None
    digits = re.sub(r"[^0-9]", "", found["whole"] or "0") + (found["rest"] or "")
    is_negative = "-" in cell or "\N{MINUS SIGN}" in cell
    value = Decimal(f"-{digits}" if is_negative else digits)
    return value if _is_within_reach(value) else None


def _is_within_reach(value: Decimal) -> bool:
    """Whether a figure is of a size that a council's could be, so that arithmetic stays exact."""
    return abs(value) < _TOO_LARGE and int(value.as_tuple().exponent) >= _SMALLEST_EXPONENT


def _figure(test: Callable[[Decimal], bool]) -> Callable[[str], bool]:
    def is_valid(cell: str) -> bool:
        if read_status(cell) is not Status.PUBLISHED:
            return True
        value = read_decimal(cell)
        return value is not None and test(value)

    return is_valid


CELL_TESTS: dict[str, Callable[[str], bool]] = {
    "text": lambda cell: True,
    "count": _figure(lambda value: value >= 0 and value == value.to_integral_value()),
    "number": _figure(lambda value: True),
    "percentage": _figure(lambda value: 0 <= value <= 100),
    "money": _figure(lambda value: True),
    "rate": _figure(lambda value: value >= 0),
}
"""For each type of column, whether a cell can be read as one."""

EXPECTED = {
    "count": "a whole number from 0",
    "number": "a number",
    "percentage": "a percentage from 0 to 100",
    "money": "an amount of money",
    "rate": "a rate from 0",
}
"""Each type in words, for messages."""
