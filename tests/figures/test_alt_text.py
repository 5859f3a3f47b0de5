"""Alt text drafted from the data."""

import pytest

from sufficiency.figures import Chart, Kind
from sufficiency.figures.alt_text import LONGEST
from tests.figures.a_chart import (
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    chart,
    described,
    fostering,
    home_costs,
)


class TestDescribe:
    def test_a_single_line(self) -> None:
        shown = chart(
            "line", MARCHES, {"Barnet": [35, 60, 64, 64]}, measure="Unaccompanied children"
        )
        assert described(shown) == (
            "Line chart: Unaccompanied children (number), between 31 March 2016 and 31 March 2019. "
            "It rose from 35 to 64. Values: 31 March 2016 35; 31 March 2017 60; 31 March 2018 64; "
            "31 March 2019 64."
        )

    def test_several_lines(self) -> None:
        assert described(fostering(highlight="Barnet")) == (
            "Line chart: Weekly cost of fostering (£ a week), between 2016 to 2017 and "
            "2019 to 2020, for Barnet, London and England. Barnet fell from £720 to £650. "
            "London fell from £725 to £705. England rose from £575 to £600. "
            "Highest: £725 (London, 2016 to 2017; London, 2017 to 2018). "
            "Lowest: £575 (England, 2016 to 2017; England, 2017 to 2018)."
        )

    def test_bars_over_kinds_of_home(self) -> None:
        assert described(home_costs(highlight="External residential")).startswith(
            "Horizontal bar chart: Weekly cost (£ a week), 8 categories. External residential: "
            "£3,211, second highest of the 8 shown. Highest: £4,600 (In-house residential). "
            "Lowest: £675 (In-house fostering)."
        )

    def test_what_is_not_shown_is_named_with_the_reason(self) -> None:
        hidden = chart("bar", list("abcd"), {"x": [5, SUPPRESSED, NOT_AVAILABLE, 1]})
        text = described(hidden)
        assert "Not shown, hidden to protect children's confidentiality [c]: b." in text
        assert "Not shown, not available [x]: c." in text

    def test_a_chart_with_nothing_to_show_says_so(self) -> None:
        text = described(chart("bar", list("ab"), {"x": [SUPPRESSED, SUPPRESSED]}))
        assert "No figure can be shown." in text
        assert "a and b." in text

    def test_one_figure_is_told(self) -> None:
        one = chart("line", ["31 March 2019"], {"x": [312]})
        assert described(one) == (
            "Line chart: Children in care (number), 31 March 2019. The figure is 312."
        )

    @pytest.mark.parametrize("kind", ["line", "bar"])
    def test_no_rise_is_told_where_there_is_none(self, kind: Kind) -> None:
        for values in ([64, 60, 40, 35], [64, 64, 64, 64], [64, 90, 90, 64]):
            assert "rose" not in described(chart(kind, MARCHES, {"x": values}))

    def test_bars_in_no_order_of_time_have_no_direction(self) -> None:
        text = described(chart("bar", ["Barnet", "Bromley"], {"x": [1, 2]}))
        assert "rose" not in text and "between" not in text

    @pytest.mark.parametrize(
        "long",
        [
            chart(
                "line", MARCHES, {f"London Borough {n}": [n, n + 1, n, n + 2] for n in range(33)}
            ),
            chart("horizontal bar", [f"London Borough {n}" for n in range(33)], {"x": range(33)}),
            chart("bar", MARCHES, {f"Kind of home number {n}": [n, 1, 2, 3] for n in range(5)}),
            chart(
                "line",
                MARCHES,
                {f"Council {n}": [SUPPRESSED, 1, NOT_AVAILABLE, 2] for n in range(12)},
            ),
        ],
        ids=["many lines", "many bars", "groups", "much missing"],
    )
    def test_long_data_is_summed_up(self, long: Chart) -> None:
        assert len(described(long)) <= LONGEST
