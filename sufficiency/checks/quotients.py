"""Rules of quotients: a percentage or rate is what its numerator and denominator give."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sufficiency.content import IndicatorEntry, QuotientEntry, Shelf
from sufficiency.facts import visible_rows
from sufficiency.facts.wording import digits_of, say_number, say_value
from sufficiency.problems import Code, Problem
from sufficiency.tables import ReleasedRow, ReleasedTable, Unit

QUOTIENT_WRONG = Code(
    "QUOTIENT-WRONG",
    "A figure is not what its numerator and denominator give",
    "A reader who divides the one by the other finds out, and believes no other figure.",
    "Correct the extract; or say behind `rounded_to` of the `quotient` what the publisher rounds "
    "numerator and denominator to.",
    "percent,fostered,all\n60,210,312",
    mended="percent,fostered,all\n67,210,312",
)

_FOR_EACH = {Unit.PERCENTAGE: Decimal(100), Unit.RATE_PER_10000: Decimal(10_000)}
"""What a quotient is multiplied by, by the unit; in others it stands as it is."""


def check_quotients(
    indicators: Shelf[IndicatorEntry], tables: Shelf[ReleasedTable], as_at: date
) -> Iterator[Problem]:
    """One problem an indicator: the first figure that does not come out, and how many others."""
    for id, entry in indicators.entries.items():
        table = tables.entries.get(id)
        if table is None or entry.quotient is None:
            continue
        rows = visible_rows(table, as_at)
        wrong = [row for row in rows if not _comes_out(row, table.unit, entry.quotient)]
        if wrong:
            more = f" So it is with {len(wrong) - 1} more." if len(wrong) > 1 else ""
            at = entry.quotient.location("numerator")
            message = f"{_told(wrong[0], table)}{more}"
            yield Problem(QUOTIENT_WRONG, at, message, QUOTIENT_WRONG.mend)


def _comes_out(row: ReleasedRow, unit: Unit, quotient: QuotientEntry) -> bool:
    """Whether the figure, rounded to the digits that it has, may be the quotient.

    Of a figure that is hidden, or whose parts are, or that is divided by nothing, it may.
    """
    if row.value is None or row.numerator is None or not row.denominator:
        return True
    half = (quotient.rounded_to or Decimal(0)) / 2
    times, least_of = _FOR_EACH.get(unit, Decimal(1)), row.denominator - half
    lowest = (row.numerator - half) * times / (row.denominator + half)
    highest = (row.numerator + half) * times / least_of if least_of > 0 else Decimal("Infinity")
    margin = Decimal(1).scaleb(-digits_of(row.value)) / 2
    return lowest - margin <= row.value <= highest + margin


def _told(row: ReleasedRow, table: ReleasedTable) -> str:
    assert row.value is not None
    assert row.numerator is not None
    assert row.denominator is not None
    divided = row.numerator * _FOR_EACH.get(table.unit, Decimal(1)) / row.denominator
    digits = digits_of(row.value)
    parts = [
        say_number(part, Unit.NUMBER, digits_of(part)) for part in (row.numerator, row.denominator)
    ]
    thing = ", ".join(filter(None, (row.place, *row.breakdown.values(), row.period.label)))
    return (
        f'"{table.indicator}" of {thing} ({table.extract.file}) is '
        f"{say_value(row.value, table.unit, digits)}, but {parts[0]} of {parts[1]} is "
        f"{say_value(divided, table.unit, digits)}."
    )
