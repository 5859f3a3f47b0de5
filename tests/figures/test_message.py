"""What a chart's figures say."""

from dataclasses import replace
from decimal import Decimal

from sufficiency.content.strategy import LittleChange
from sufficiency.figures import Point, Series
from sufficiency.figures.message import (
    directions,
    extremes,
    is_in_time,
    joined,
    listed,
    position,
    shown_in,
    turning_points,
)
from sufficiency.tables import Status, Unit
from tests.figures.a_chart import MARCHES, SUPPRESSED, YEARS, Value, chart, fostering, home_costs

RULE = LittleChange()


def line(*values: Value) -> list[str]:
    """What is said of the direction of a single line."""
    return list(directions(chart("line", MARCHES[: len(values)], {"Barnet": values}), 4, RULE))


class TestDirections:
    def test_a_rise_is_told_from_its_start_to_its_end(self) -> None:
        assert line(35, 60, 64, 64) == ["It rose from 35 to 64."]

    def test_a_fall_is_never_called_a_rise(self) -> None:
        assert line(64, 80, 30) == ["It fell from 64 to 30."]

    def test_a_level_line_stayed(self) -> None:
        assert line(64, 64, 64) == ["It stayed at 64."]

    def test_a_line_that_comes_back_began_and_ended(self) -> None:
        assert line(64, 90, 64) == ["It began and ended at 64."]

    def test_a_change_that_rounding_hides_is_not_claimed(self) -> None:
        hidden = chart("line", MARCHES[:2], {"x": ["10.1", "10.4"]}, unit=Unit.PERCENTAGE)
        assert list(directions(hidden, 4, RULE)) == ["It stayed at 10%."]

    def test_nor_where_the_start_is_suppressed(self) -> None:
        rows: dict[str, list[Value]] = {"x": [SUPPRESSED, "10.1", "10.4"]}
        hidden = chart("line", MARCHES[:3], rows, unit=Unit.PERCENTAGE)
        assert list(directions(hidden, 4, RULE)) == ["It stayed at 10%."]

    def test_a_suppressed_start_is_left_out_and_the_first_figure_is_dated(self) -> None:
        assert line(SUPPRESSED, 60, 90) == ["It rose from 60 (31 March 2017) to 90."]

    def test_what_may_be_noise_went_no_way(self) -> None:
        assert line(40, 80, 33) == ["It showed no clear change, from 40 to 33."]
        assert line(1000, 1019) == ["It changed little, from 1,000 to 1,019."]
        assert list(directions(fostering(), 1, LittleChange(pounds=Decimal(5)))) == [
            "Of 3 series, 1 fell and 2 changed little."
        ]

    def test_a_percentage_of_few_may_be_chance(self) -> None:
        few = Point(Decimal(20), Status.PUBLISHED, "20%", Decimal(10), Decimal(50))
        after = Point(Decimal(30), Status.PUBLISHED, "30%", Decimal(15), Decimal(50))
        share = chart("line", MARCHES[:2], {"x": ["20", "30"]}, unit=Unit.PERCENTAGE)
        of_few = replace(share, series=(Series("x", (few, after)),))
        assert list(directions(share, 4, RULE)) == ["It rose from 20% to 30%."]
        assert list(directions(of_few, 4, RULE)) == ["It showed no clear change, from 20% to 30%."]

    def test_a_line_of_one_figure_has_no_direction(self) -> None:
        assert line(SUPPRESSED, 60) == ["It has one figure, 60 (31 March 2017)."]

    def test_each_of_a_few_series_is_told_the_highlighted_first(self) -> None:
        assert list(directions(fostering(highlight="London"), 4, RULE)) == [
            "London fell from £725 to £705.",
            "Barnet fell from £720 to £650.",
            "England rose from £575 to £600.",
        ]

    def test_many_series_are_counted(self) -> None:
        assert list(directions(fostering(), 2, RULE)) == ["Of 3 series, 1 rose and 2 fell."]

    def test_beside_a_highlighted_series_the_others_are_counted(self) -> None:
        assert list(directions(fostering(highlight="Barnet"), 2, RULE)) == [
            "Barnet fell from £720 to £650.",
            "Of 2 others, 1 rose and 1 fell.",
        ]


class TestExtremes:
    def test_the_highest_and_the_lowest_are_named(self) -> None:
        assert list(extremes(home_costs(), shown_in(home_costs()))) == [
            "Highest: £4,600 (In-house residential).",
            "Lowest: £675 (In-house fostering).",
        ]

    def test_all_who_share_the_highest_are_named(self) -> None:
        tied = chart("bar", ["a", "b", "c"], {"x": [5, 5, 1]})
        assert next(extremes(tied, shown_in(tied))) == "Highest: 5 (a and b)."

    def test_level_figures_have_no_highest(self) -> None:
        level = chart("bar", ["a", "b"], {"x": [5, 5]})
        assert list(extremes(level, shown_in(level))) == ["All are 5."]

    def test_a_single_figure_is_told(self) -> None:
        one = chart("bar", ["a", "b"], {"x": [5, SUPPRESSED]})
        assert list(extremes(one, shown_in(one))) == ["The figure is 5."]

    def test_a_suppressed_figure_is_never_the_lowest(self) -> None:
        hidden = chart("bar", ["a", "b", "c"], {"x": [5, SUPPRESSED, 3]})
        assert list(extremes(hidden, shown_in(hidden)))[1] == "Lowest: 3 (c)."


class TestTurningPoints:
    def test_a_peak_between_the_ends_is_told(self) -> None:
        peak = chart("line", MARCHES, {"x": [10, 90, 20, 30]})
        assert list(turning_points(peak)) == ["Highest: 90 (31 March 2017)."]

    def test_ends_are_not_told_again(self) -> None:
        assert list(turning_points(chart("line", MARCHES, {"x": [10, 20, 30, 40]}))) == []


class TestPosition:
    def test_the_highlighted_category_has_its_rank_among_those_shown(self) -> None:
        ranked = chart("bar", list("abcd"), {"x": [5, SUPPRESSED, 9, 1]}, highlight="a")
        assert list(position(ranked)) == ["a: 5, second highest of the 3 shown."]

    def test_a_shared_rank_is_joint(self) -> None:
        ranked = chart("bar", list("abc"), {"x": [5, 5, 1]}, highlight="a")
        assert list(position(ranked)) == ["a: 5, joint highest of the 3 shown."]

    def test_a_suppressed_highlight_has_no_rank(self) -> None:
        hidden = chart("bar", list("abc"), {"x": [SUPPRESSED, 5, 1]}, highlight="a")
        assert list(position(hidden)) == []


class TestIsInTime:
    def test_bars_over_years_are(self) -> None:
        assert is_in_time(chart("bar", YEARS, {"x": [1, 2, 3, 4]}))

    def test_bars_over_dates_sorted_by_value_are_not(self) -> None:
        assert not is_in_time(chart("bar", MARCHES[::-1], {"x": [1, 2, 3, 4]}))

    def test_bars_over_places_are_not(self) -> None:
        assert not is_in_time(home_costs())


class TestJoined:
    def test_three_names_have_a_comma_and_an_and(self) -> None:
        assert joined(["a", "b", "c"]) == "a, b and c"

    def test_what_is_too_many_is_counted(self) -> None:
        assert joined(list("abcde"), 2) == "a, b and 3 more"

    def test_names_with_commas_are_parted_by_semicolons(self) -> None:
        assert listed(["a, b", "c, d", "e, f"], 2) == "a, b; c, d; 1 more"
