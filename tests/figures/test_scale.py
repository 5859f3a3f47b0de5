"""The value axis."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.figures.scale import measure_label, scale_for
from sufficiency.tables import Status, Unit
from tests.figures.a_chart import chart


class TestScaleFor:
    def test_the_axis_starts_at_zero(self) -> None:
        assert scale_for(chart("line", ["a", "b"], {"x": [700, 720]})).low == 0

    def test_gridlines_stand_at_round_values(self) -> None:
        scale = scale_for(chart("line", ["a", "b"], {"x": [35, 64]}))
        assert scale.labels == ("0", "20", "40", "60", "80")

    def test_gridlines_are_worded_like_every_figure(self) -> None:
        scale = scale_for(chart("line", ["a"], {"x": [4600]}, unit=Unit.POUNDS_A_WEEK))
        assert scale.labels == ("£0", "£1,000", "£2,000", "£3,000", "£4,000", "£5,000")

    def test_children_are_not_halved(self) -> None:
        assert scale_for(chart("line", ["a"], {"x": [2]})).labels == ("0", "1", "2")

    def test_half_a_per_cent_has_its_digit(self) -> None:
        scale = scale_for(chart("line", ["a"], {"x": ["1.9"]}, unit=Unit.PERCENTAGE))
        assert scale.labels == ("0.0%", "0.5%", "1.0%", "1.5%", "2.0%")

    def test_pence_have_two_digits(self) -> None:
        scale = scale_for(chart("line", ["a"], {"x": [2]}, unit=Unit.POUNDS))
        assert scale.labels[1] == "£0.50"

    def test_zero_is_among_the_gridlines_of_negative_values(self) -> None:
        scale = scale_for(chart("line", ["a", "b"], {"x": [-4, 6]}))
        assert scale.labels == ("−4", "−2", "0", "2", "4", "6")

    def test_a_chart_without_a_value_has_an_axis_still(self) -> None:
        scale = scale_for(chart("line", ["a"], {"x": [Status.SUPPRESSED]}))
        assert scale.high > scale.low

    @given(st.lists(st.decimals(-100000, 100000, places=2), min_size=1, max_size=5))
    def test_any_values_stand_between_at_most_six_gridlines(self, values: list[Decimal]) -> None:
        names = [str(place) for place in range(len(values))]
        rows = {"x": [str(value) for value in values]}
        ticks = scale_for(chart("line", names, rows, unit=Unit.NUMBER)).ticks
        assert 2 <= len(ticks) <= 6
        assert ticks[0] <= min(values) and max(values) <= ticks[-1]
        assert 0 in ticks


class TestMeasureLabel:
    @pytest.mark.parametrize(
        ("measure", "unit", "label"),
        [
            ("Children in care", Unit.COUNT, "Children in care (number)"),
            ("Number of children", Unit.COUNT, "Number of children"),
            ("Near home", Unit.PERCENTAGE, "Near home (%)"),
            ("Weekly cost", Unit.POUNDS_A_WEEK, "Weekly cost (£ a week)"),
            ("Children in care", Unit.RATE_PER_10000, "Children in care (rate per 10,000)"),
            ("Homes for each child", Unit.NUMBER, "Homes for each child"),
        ],
    )
    def test_it_states_the_unit_once(self, measure: str, unit: Unit, label: str) -> None:
        assert measure_label(chart("bar", ["a"], {"x": [1]}, unit=unit, measure=measure)) == label
