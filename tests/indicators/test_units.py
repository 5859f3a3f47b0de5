"""The unit of an indicator beside the type of its column."""

from dataclasses import replace
from typing import get_args

import pytest

from sufficiency.content.catalogue import Column, ColumnType
from sufficiency.indicators import compute_indicator
from sufficiency.indicators.units import UNIT_COLUMN, unlike_units
from sufficiency.problems import Problem
from sufficiency.tables import Unit
from tests.extracts.entries import INDICATOR, frame, indicator_entry

ROWS = "A,2018,own,20\nA,2019,own,5\n"


def told(unit: str, type: ColumnType) -> list[Problem]:
    extract = replace(frame(ROWS), columns={"cost": Column(type=type)})
    return unlike_units(indicator_entry(INDICATOR.replace("£ a week", unit)), extract)


class TestUnlikeUnits:
    @pytest.mark.parametrize(
        ("unit", "type", "mend"),
        [
            ("percentage", "count", "Write `unit: count` here, or `type: percentage` of"),
            ("count", "percentage", "or `unit: percentage points` here, or `type: count` of"),
            ("count", "money", "Write `unit: £` or `unit: £ a week` here, or `type: count` of"),
            ("rate per 10,000", "percentage", "here, or `type: rate` of"),
            ("£", "count", "Write `unit: count` here, or `type: money` of"),
            ("£ a week", "rate", "Write `unit: rate per 10,000` here, or `type: money` of"),
        ],
    )
    def test_what_contradicts_is_told_at_the_unit(
        self, unit: str, type: ColumnType, mend: str
    ) -> None:
        (problem,) = told(unit, type)
        assert problem.code is UNIT_COLUMN
        assert problem.at.line == 2
        assert problem.message == (
            f'the unit is "{unit}", but data/catalogue.yml says that the column "cost" is of the '
            f'type "{type}".'
        )
        assert mend in problem.mend

    @pytest.mark.parametrize("type", get_args(ColumnType))
    def test_each_type_of_figures_has_its_units_and_any_may_be_a_number(
        self, type: ColumnType
    ) -> None:
        sound = {
            unit.value for unit in Unit if unit is not Unit.YES_OR_NO and not told(unit.value, type)
        }
        expected = {
            "count": {"count", "number"},
            "percentage": {"percentage", "percentage points", "number"},
            "money": {"£", "£ a week", "number"},
            "rate": {"rate per 10,000", "number"},
        }
        assert sound == expected.get(type, {u.value for u in Unit} - {"yes or no"})

    def test_no_table_is_made_of_such_an_indicator(self) -> None:
        entry = indicator_entry(INDICATOR.replace("£ a week", "percentage"))
        table, problems = compute_indicator(entry, frame(ROWS))
        assert table is None
        assert [problem.code for problem in problems] == [UNIT_COLUMN]
