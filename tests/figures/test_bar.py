"""Upright bar charts."""

import pytest

from sufficiency.brand.palette import ANALYSIS_FUNCTION, REST
from sufficiency.figures.look import NARROW, WIDE
from tests.figures.a_chart import (
    HOMES,
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    bars,
    chart,
    colour,
    fostering,
    home_costs,
    painted,
    texts,
    words,
)


class TestDrawBar:
    def test_each_bar_is_as_high_as_its_value_from_zero(self) -> None:
        drawn = bars(painted(chart("bar", MARCHES, {"x": [35, 60, 64, 64]})))
        assert [(bar.get_y(), bar.get_height()) for bar in drawn] == [
            (0, 35),
            (0, 60),
            (0, 64),
            (0, 64),
        ]

    def test_each_bars_name_begins_with_a_capital(self) -> None:
        years = ["year to 31 March 2018", "year to 31 March 2019"]
        axes = painted(chart("bar", years, {"x": [35, 60]}))
        assert words(axes, "category") == [f"Y{year[1:]}" for year in years]

    def test_each_bar_carries_its_printed_value(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [35, 60, 64, 64]}))
        assert words(axes, "value") == ["35", "60", "64", "64"]

    def test_there_is_no_scale_since_every_value_is_printed(self) -> None:
        assert words(painted(fostering("bar")), "scale") == []

    def test_a_suppressed_bar_is_its_symbol_at_zero(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [35, SUPPRESSED, NOT_AVAILABLE, 64]}))
        assert [(text.get_text(), text.xy) for text in texts(axes, "symbol")] == [  # type: ignore[attr-defined]
            ("[c]", (1, 0)),
            ("[x]", (2, 0)),
        ]
        assert len(bars(axes)) == 2

    def test_a_negative_bar_hangs_with_its_value_under_it(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [-4, 3, -1, 6]}))
        assert bars(axes)[0].get_height() == -4
        assert texts(axes, "value")[0].get_verticalalignment() == "top"
        assert axes.get_ylim()[0] < -4

    def test_the_highlighted_category_is_dark_blue_and_bold(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [1, 2, 3, 4]}, highlight=MARCHES[3]))
        assert [colour(bar) for bar in bars(axes)] == [REST] * 3 + [WIDE.colours.focus]
        assert [label.get_fontweight() for label in texts(axes, "category")] == ["normal"] * 3 + [
            "bold"
        ]

    def test_a_chart_with_nothing_to_show_is_drawn(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [SUPPRESSED] * 4}))
        assert words(axes, "symbol") == ["[c]"] * 4

    @pytest.mark.parametrize("value", [0, 312])
    def test_one_bar_is_drawn(self, value: int) -> None:
        assert words(painted(chart("bar", ["2019"], {"x": [value]})), "value") == [str(value)]


class TestGroupedBars:
    def test_series_stand_side_by_side_in_their_order(self) -> None:
        drawn = bars(painted(fostering("bar")))
        first_group = [drawn[0], drawn[4], drawn[8]]
        assert [colour(bar) for bar in first_group] == list(ANALYSIS_FUNCTION[:3])
        lefts = [bar.get_x() for bar in first_group]
        assert lefts == sorted(lefts)
        assert lefts[1] == pytest.approx(lefts[0] + first_group[0].get_width())

    def test_the_key_says_in_which_order_so_that_colour_is_not_alone(self) -> None:
        axes = painted(fostering("bar"))
        assert words(axes, "key-lead") == ["From the left:"]
        assert words(axes, "key") == ["Barnet", "London", "England"]

    def test_a_single_series_needs_no_key(self) -> None:
        assert words(painted(chart("bar", MARCHES, {"x": [1, 2, 3, 4]})), "key") == []


class TestBarsWithoutRoom:
    def test_long_names_lay_the_chart_on_its_side(self) -> None:
        axes = painted(home_costs("bar"))
        assert words(axes, "category")[0] == "In-house fostering"

    def test_values_without_room_lay_the_chart_on_its_side(self) -> None:
        rows = {name: [123456] * 6 for name in ("a", "b", "c")}
        axes = painted(chart("bar", [f"{year}" for year in range(2014, 2020)], rows))
        assert words(axes, "key-lead") == ["From the top:"]


class TestOnNarrowPaper:
    def test_few_bars_stand_upright_with_names_on_more_lines(self) -> None:
        axes = painted(chart("bar", MARCHES, {"x": [1, 2, 3, 4]}), NARROW)
        assert [label.get_text() for label in texts(axes, "category")] == [
            f"31 March\n{year}" for year in (2016, 2017, 2018, 2019)
        ]

    def test_bars_whose_names_have_no_room_lie_on_their_side(self) -> None:
        axes = painted(home_costs("bar"), NARROW)
        assert len(texts(axes, "category")) == len(HOMES)
