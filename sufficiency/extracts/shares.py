"""Percentages that a spreadsheet keeps as shares of 1: 0.67 where 67% is meant.

Nothing in such a cell says which it is, so the catalogue does: ``fractions`` of the column. In a
column of numbers it says so of those that an indicator takes as percentages.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from sufficiency.content.catalogue import Column
from sufficiency.extracts.cells import read_decimal, read_status
from sufficiency.extracts.headed import Table
from sufficiency.problems import Cause, Code, Problem
from sufficiency.tables import Status

if TYPE_CHECKING:
    import pandas as pd

PERCENT_SCALE = Code(
    "PERCENT-SCALE",
    "A percentage may be a share of 1",
    "Excel keeps 67% as 0.67 and may save it so. Read as it stands it would be printed as 1%.",
    "In data/catalogue.yml add `fractions: shares` to the column if 0.67 is 67%, or "
    "`fractions: percentages` if it is 0.67%. Or write every cell as it is meant, with %.",
    "# data/catalogue.yml\n"
    "percent: {type: percentage}\n"
    "# the extract\n"
    "council,percent\n"
    "Barnet,0.67",
    mended="# data/catalogue.yml\n"
    "percent: {type: percentage, fractions: shares}\n"
    "# the extract\n"
    "council,percent\n"
    "Barnet,0.67     # printed as 67%",
    cause=Cause.ENTRY,
)


def read_share(cell: str, column: Column) -> str:
    """The cell, or as a percentage what is a share: of 0.67, "67%".

    A cell with a percent sign or without a figure stays as it is.
    """
    value = _unmarked(cell)
    if column.fractions != "shares" or value is None:
        return cell
    return f"{_hundredfold(value):f}%"


def ask_which(
    cells: pd.Series[str], name: str, table: Table, *, is_quoted: bool
) -> Iterable[Problem]:
    """One problem at the first of a column's cells, by line, that may be a share of 1."""
    cell = first_in_doubt(cells)
    if cell is None:
        return
    line = next(line for line, text in cells.items() if text == cell)
    what, mend = _question(cell, is_quoted=is_quoted)
    shown = f'"{cell}"' if is_quoted else "the cell"
    message = f'{shown} under "{name}" {what}'
    yield Problem(PERCENT_SCALE, table.place(int(str(line)), name), message, mend)


def first_in_doubt(cells: Iterable[str]) -> str | None:
    """The first of the cells that may be a share or a percentage, for all that they say.

    Whole figures beside percent signs settle nothing: 1 may be 1% there.
    """
    texts = list(cells)
    unmarked = {cell: value for cell in texts if (value := _unmarked(cell)) is not None}
    fractions = {cell: v for cell, v in unmarked.items() if v != v.to_integral_value()}
    looked_at = fractions if any("%" in cell for cell in texts) else unmarked
    is_in_doubt = fractions and all(0 <= value <= 1 for value in looked_at.values())
    return next(iter(fractions)) if is_in_doubt else None


def _question(cell: str, *, is_quoted: bool) -> tuple[str, str]:
    """What to ask of such a cell, to stand behind "… under the column", and how to mend it.

    Where cells may not be quoted, 0.5 stands for what it holds.
    """
    large, small = both_ways(cell if is_quoted else "0.5")
    question = f"is it {large} or {small}?" if is_quoted else f"is 0.5 there {large} or {small}?"
    mend = f"In data/catalogue.yml add `fractions: shares` to the column if it is {large}, or "
    mend += (
        f"`fractions: percentages` if it is {small}. Or write every cell as it is meant, with %."
    )
    return f"has no % sign: {question}", mend


def both_ways(cell: str) -> tuple[str, str]:
    """A figure in doubt as the percentage that it is as a share, and as it stands: 67%, 0.67%."""
    share = read_decimal(cell) or Decimal("0.5")
    return f"{_hundredfold(share):f}%", f"{share:f}%"


def _unmarked(cell: str) -> Decimal | None:
    """The figure of a cell without a percent sign."""
    is_figure = "%" not in cell and read_status(cell) is Status.PUBLISHED
    return read_decimal(cell) if is_figure else None


def _hundredfold(value: Decimal) -> Decimal:
    """A hundred times the figure, with all its digits, which a product would round to 28."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + 2))
