"""Line charts."""

import math

import pytest
from matplotlib.colors import to_hex

from sufficiency.brand.palette import REST
from sufficiency.figures.line import category_names
from sufficiency.figures.look import NARROW, WIDE
from sufficiency.figures.typeface import line_count
from tests.figures.a_chart import (
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    Value,
    chart,
    data_lines,
    fostering,
    painted,
    texts,
    words,
)


class TestDrawLine:
    def test_each_series_is_a_line_through_its_values(self) -> None:
        drawn = [list(map(float, line.get_ydata())) for line in data_lines(painted(fostering()))]  # type: ignore[arg-type]
        assert drawn == [[720, 720, 710, 650], [725, 725, 670, 705], [575, 575, 580, 600]]

    def test_the_axis_starts_at_zero(self) -> None:
        assert painted(fostering()).get_ylim()[0] == 0

    def test_there_are_at_most_six_gridlines(self) -> None:
        assert 2 <= len(words(painted(fostering()), "scale")) <= 6

    def test_no_box_is_drawn_round_the_plot(self) -> None:
        assert not painted(fostering()).axison

    def test_lines_differ_in_more_than_colour(self) -> None:
        lines = data_lines(painted(fostering()))
        assert len({str(line.get_marker()) for line in lines}) == 3
        assert len({str(line._unscaled_dash_pattern) for line in lines}) == 3  # type: ignore[attr-defined]

    def test_the_highlighted_line_is_dark_blue_and_wider_than_the_grey_rest(self) -> None:
        barnet, london, _ = data_lines(painted(fostering(highlight="Barnet")))
        assert (to_hex(barnet.get_color()), to_hex(london.get_color())) == (
            WIDE.colours.focus,
            REST,
        )
        assert barnet.get_linewidth() > london.get_linewidth()

    def test_the_highlighted_line_lies_over_the_others(self) -> None:
        barnet, london, england = data_lines(painted(fostering(highlight="Barnet")))
        assert barnet.get_zorder() > max(london.get_zorder(), england.get_zorder())

    def test_grey_lines_still_differ_in_more_than_colour(self) -> None:
        _, london, england = data_lines(painted(fostering(highlight="Barnet")))
        assert london.get_marker() != england.get_marker()

    def test_a_single_line_has_its_values_at_its_points(self) -> None:
        assert words(painted(chart("line", MARCHES, {"x": [35, 60, 64, 64]})), "value") == [
            "35",
            "60",
            "64",
            "64",
        ]

    def test_a_long_line_has_only_its_telling_values(self) -> None:
        values = [50, 51, 20, 53, 54, 90, 56, 57, 58, 59]
        years = [f"31 March {2010 + place}" for place in range(10)]
        assert words(painted(chart("line", years, {"x": values})), "value") == [
            "50",
            "20",
            "90",
            "59",
        ]

    def test_the_value_of_a_valley_stands_under_it(self) -> None:
        valley = texts(painted(chart("line", MARCHES, {"x": [9, 2, 9, 9]})), "value")[1]
        assert valley.get_verticalalignment() == "top"

    def test_the_measure_stands_level_at_the_top_left(self) -> None:
        (measure,) = texts(painted(fostering()), "measure")
        assert measure.get_text() == "Weekly cost of fostering (£ a week)"
        assert measure.get_rotation() == 0
        assert measure.get_position()[0] < 0.1

    def test_one_point_is_drawn(self) -> None:
        axes = painted(chart("line", ["31 March 2019"], {"x": [312]}))
        assert words(axes, "value") == ["312"]

    def test_negative_values_stand_under_the_baseline(self) -> None:
        axes = painted(chart("line", MARCHES, {"x": [-4, 3, -2, 6]}))
        assert axes.get_ylim()[0] < -4
        assert words(axes, "value")[0] == "−4"


class TestMissingPoints:
    def test_a_suppressed_point_leaves_a_gap(self) -> None:
        (line,) = data_lines(painted(chart("line", MARCHES, {"x": [12, SUPPRESSED, 9, 14]})))
        assert [math.isnan(float(y)) for y in line.get_ydata()] == [False, True, False, False]  # type: ignore[union-attr, arg-type]

    def test_its_symbol_stands_on_the_baseline_where_it_would_be(self) -> None:
        axes = painted(chart("line", MARCHES, {"x": [12, SUPPRESSED, 9, 14]}))
        (symbol,) = texts(axes, "symbol")
        assert (symbol.get_text(), symbol.xy) == ("[c]", (1, 0))  # type: ignore[attr-defined]

    def test_with_several_lines_the_symbol_says_whose_it_is(self) -> None:
        several: dict[str, list[Value]] = {
            "a": [1, SUPPRESSED, 1, 1],
            "b": [2, 2, NOT_AVAILABLE, 2],
        }
        assert words(painted(chart("line", MARCHES, several)), "symbol") == ["a [c]", "b [x]"]

    def test_many_missing_lines_are_counted(self) -> None:
        rows: dict[str, list[Value]] = {
            f"Council {n}": [SUPPRESSED if n < 5 else 9, 9] for n in range(8)
        }
        assert words(painted(chart("line", MARCHES[:2], rows)), "symbol") == ["5 of 8 [c]"]

    def test_a_chart_with_nothing_to_show_is_drawn(self) -> None:
        axes = painted(chart("line", MARCHES, {"x": [SUPPRESSED] * 4}))
        assert words(axes, "symbol") == ["[c]"] * 4


class TestCategoryNames:
    def test_names_with_room_stand_on_one_line(self) -> None:
        assert category_names(fostering(), 1.2) == list(fostering().categories)

    def test_names_without_room_wrap(self) -> None:
        assert category_names(fostering(), 0.7)[0] == "2016 to\n2017"

    @pytest.mark.parametrize("slot", [0.15, 0.2, 0.3])
    def test_many_names_are_thinned_out_from_the_last(self, slot: float) -> None:
        years = [f"31 March {1995 + place}" for place in range(25)]
        names = category_names(chart("line", years, {"x": [1] * 25}), slot)
        assert names[-1].replace("\n", " ") == "31 March 2019"
        assert 2 <= sum(map(bool, names)) < 25
        assert max(map(line_count, names)) <= 2


class TestOnNarrowPaper:
    def test_names_of_categories_may_take_three_lines(self) -> None:
        axes = painted(fostering(highlight="Barnet"), NARROW)
        assert all(words(axes, "category"))

    def test_values_that_would_touch_are_left_out_but_for_the_first_and_the_last(self) -> None:
        years = [f"31 March {2012 + place}" for place in range(8)]
        values: list[Value] = [4100, 3750, 1234, 2000, 3900, 4000, 1000, 4200]
        assert len(words(painted(chart("line", years, {"x": values})), "value")) == 8
        told = words(painted(chart("line", years, {"x": values}), NARROW), "value")
        assert (told[0], told[-1]) == ("4,100", "4,200")
        assert len(told) < 8

    def test_names_of_missing_lines_without_room_are_counted(self) -> None:
        rows: dict[str, list[Value]] = {
            "Richmond upon Thames": [SUPPRESSED, 2, 3, 4],
            "Kingston upon Thames": [SUPPRESSED, 3, 4, 5],
            "Barnet": [1, 2, 3, 4],
        }
        assert words(painted(chart("line", MARCHES, rows), NARROW), "symbol") == ["2 of 3 [c]"]
