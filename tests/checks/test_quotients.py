"""Percentages and rates beside what they were divided from."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sufficiency.checks.quotients import check_quotients
from sufficiency.content import Shelf
from sufficiency.tables import Status, Unit
from tests.extracts.entries import INDICATOR, indicator_entry
from tests.released import Figure, row, table

QUOTIENT = "quotient: {numerator: cost, denominator: cost%s}\n"


def told(
    figure: Figure,
    numerator: str | None,
    denominator: str | None,
    unit: Unit = Unit.PERCENTAGE,
    rounded_to: str = "",
) -> list[str]:
    more = f", rounded_to: {rounded_to}" if rounded_to else ""
    entry = indicator_entry(INDICATOR + QUOTIENT % more)
    one = replace(
        row("Ambleford", 2019, figure),
        numerator=None if numerator is None else Decimal(numerator),
        denominator=None if denominator is None else Decimal(denominator),
    )
    tables = Shelf({"in_care": table(one, unit=unit)})
    found = check_quotients(Shelf({"in_care": entry}), tables, date(2019, 3, 31))
    return [each.message for each in found]


class TestCheckQuotients:
    def test_a_percentage_that_is_not_what_its_counts_give_is_told(self) -> None:
        assert told(60, "210", "312") == [
            '"in_care" of Ambleford, 31 March 2019 (data/children.csv) is 60%, but 210 of 312 is '
            "67%."
        ]

    @pytest.mark.parametrize(
        ("figure", "is_told"), [("67", 0), ("67.3", 0), ("67.4", 1), ("68", 1)]
    )
    def test_it_is_rounded_to_the_digits_that_it_has(self, figure: str, is_told: int) -> None:
        assert len(told(figure, "210", "312")) == is_told

    def test_rates_are_of_10000_and_averages_of_one(self) -> None:
        assert told("32.1", "312", "97200", Unit.RATE_PER_10000) == []
        assert len(told("35", "312", "97200", Unit.RATE_PER_10000)) == 1
        assert told("675", "1350", "2", Unit.POUNDS_A_WEEK) == []

    def test_counts_that_are_rounded_leave_room_for_it(self) -> None:
        assert len(told("67", "205", "310")) == 1
        assert told("67", "205", "310", rounded_to="5") == []
        assert len(told("60", "205", "310", rounded_to="5")) == 1

    def test_of_what_is_hidden_or_divided_by_nothing_nothing_is_said(self) -> None:
        assert told(Status.SUPPRESSED, "1", "3") == []
        assert told(60, None, "3") == []
        assert told(60, "1", "0") == []
