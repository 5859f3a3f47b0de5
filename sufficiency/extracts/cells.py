"""What a cell of an extract may hold: a figure as people write it, or a symbol for a missing one.

The symbols are the department's (``c``, ``x``, ``z``, ``k``), with and without brackets, the
older ``:`` and ``~``, and ``-``, which its local authority interactive tool writes for any
figure that is missing.
"""

import re
from dataclasses import dataclass
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


_PLAIN_SIGNS = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
    }
)
_AMOUNT = r"(?:[0-9]+|[0-9]{1,3}(?:[, ][0-9]{3})+)?(?:\.[0-9]+)? *%?"
_FIGURE = re.compile(rf"(?:-? *£?|£ *-) *{_AMOUNT}|\( *£? *{_AMOUNT} *\)|£ *\( *{_AMOUNT} *\)")
_DECIMAL_COMMA = re.compile(r"[-£ ]*[0-9. ]*[0-9],[0-9]+ *%?")
_POWER_OF_TEN = re.compile(r"[-+]?[0-9.]+e[-+]?[0-9]+", re.IGNORECASE)
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)")


def read_decimal(cell: str) -> Decimal | None:
    """The figure in a cell, thousands commas, pound and percent signs read over; else None.

    Brackets around it mean less than nothing, as in accounts. A figure in powers of ten (1.2E+03)
    is none: a spreadsheet has lost its digits.
    """
    plain = cell.translate(_PLAIN_SIGNS).strip()
    digits = re.sub(r"[^0-9.]", "", plain)
    if not digits or not _FIGURE.fullmatch(plain):
        return None
    value = Decimal(f"-{digits}" if "-" in plain or "(" in plain else digits)
    return value if _is_within_reach(value) else None


def _is_within_reach(value: Decimal) -> bool:
    """Whether a figure is of a size that a council's could be, so that arithmetic stays exact."""
    return abs(value) < _TOO_LARGE and int(value.as_tuple().exponent) >= _SMALLEST_EXPONENT


@dataclass(frozen=True)
class Figures:
    """What the cells of a column of figures may hold.

    ``expected`` says it in words; ``signs`` are those that may stand beside a figure.
    """

    expected: str
    signs: str = ""
    least: int | None = None
    most: int | None = None
    is_whole: bool = False


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, to stand behind "the cell …", and how to mend it."""

    what: str
    mend: str


FIGURES: dict[str, Figures] = {
    "count": Figures("a whole number from 0", least=0, is_whole=True),
    "number": Figures("a number", signs="£%"),
    "percentage": Figures("a percentage from 0 to 100", signs="%", least=0, most=100),
    "money": Figures("an amount of money", signs="£"),
    "rate": Figures("a rate from 0", least=0),
}
"""Each type of column that holds figures."""

_LONGEST_CELL = 500  # characters; where a chart's description is too long there can be no PDF
_SIGN_NAMES = {"£": "an amount of money", "%": "a percentage"}
_WRITE_SYMBOL = (
    "Correct the cell. Where there is no figure, write c, x or z as the department does, or leave "
    "it blank if the catalogue says `blank: allowed`."
)
_OTHER_TYPE = "Correct the cell, or the column's `type` in data/catalogue.yml."


def find_fault(cell: str, kind: str, *, above_100: bool = False) -> Fault | None:
    """Why a cell cannot stand in a column of that type, or None where it can.

    ``above_100`` lets a percentage be more than 100. A blank is no fault of these.
    """
    if _ERROR.fullmatch(cell):
        mend = "Mend it in the spreadsheet and save again, or write x where there is no figure."
        return Fault("holds an error of the spreadsheet and no value", mend)
    if len(cell) > _LONGEST_CELL:
        what = f"has {len(cell):,} characters; {_LONGEST_CELL:,} are the most"
        return Fault(what, "Shorten it: charts and tables print it whole.")
    if kind == "text" or read_status(cell) is not Status.PUBLISHED:
        return None
    figures = FIGURES[kind]
    value = read_decimal(cell)
    if value is None:
        return _no_figure(cell, figures)
    for sign, name in _SIGN_NAMES.items():
        if sign in cell and sign not in figures.signs:
            return Fault(f"is {name}; it should be {figures.expected}", _OTHER_TYPE)
    if figures.least is not None and value < figures.least:
        mend = f"{_OTHER_TYPE} Only `money` and `number` may be less than 0."
        less = "is less than 0, as brackets say" if "(" in cell else "is less than 0"
        return Fault(f"{less}; it should be {figures.expected}", mend)
    if figures.is_whole and value != value.to_integral_value():
        mend = f"{_OTHER_TYPE} A share is a `percentage`, any other figure a `number`."
        return Fault("is not a whole number", mend)
    if figures.most is not None and value > figures.most and not above_100:
        mend = "Correct the cell, or say `above_100: allowed` of the column in data/catalogue.yml."
        return Fault("is more than 100%", mend)
    return None


def _no_figure(cell: str, figures: Figures) -> Fault:
    """Of a cell that cannot be read as a figure: what it seems to be."""
    if _DECIMAL_COMMA.fullmatch(cell.translate(_PLAIN_SIGNS)):
        mend = "Write 1,234 for thousands, with three digits behind each comma, and 1.23 for "
        return Fault("has a comma where none can stand", f"{mend}decimals.")
    if _POWER_OF_TEN.fullmatch(cell):
        mend = "In the spreadsheet give the column the number format Number, and save again."
        return Fault("is shortened to a power of ten", mend)
    return Fault(f"is not {figures.expected}", _WRITE_SYMBOL)
