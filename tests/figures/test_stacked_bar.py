"""Stacked bar charts: parts end to end, each value within its part or named behind the bar."""

import pytest

from sufficiency.brand.palette import ANALYSIS_FUNCTION
from sufficiency.figures.look import NARROW, WIDE
from sufficiency.tables import Unit
from tests.figures.a_chart import SUPPRESSED, bars, chart, painted, texts, words

HOMES = ("All homes", "External children's homes")
NEAR, FAR = "20 miles or less", "More than 20 miles"


class TestDrawStackedBar:
    def test_each_part_begins_where_the_one_before_it_ends(self) -> None:
        axes = painted(chart("stacked bar", HOMES, {NEAR: [81, 39], FAR: [19, 61]}))
        assert [(bar.get_x(), bar.get_width()) for bar in bars(axes)] == [
            (0, 81),
            (81, 19),
            (0, 39),
            (39, 61),
        ]

    def test_each_value_stands_within_its_part(self) -> None:
        shown = chart("stacked bar", HOMES, {NEAR: [81, 39], FAR: [19, 61]}, unit=Unit.PERCENTAGE)
        axes = painted(shown)
        assert words(axes, "value") == ["81%", "19%", "39%", "61%"]
        for bar, text in zip(bars(axes), texts(axes, "value"), strict=True):
            inside = text.get_window_extent()
            assert bar.get_window_extent().x0 <= inside.x0
            assert inside.x1 <= bar.get_window_extent().x1

    def test_a_value_without_room_is_named_behind_the_bar(self) -> None:
        axes = painted(chart("stacked bar", HOMES, {NEAR: [810, 390], FAR: [1, 610]}))
        assert words(axes, "value") == ["810", "390", "610"]
        assert words(axes, "beside") == ["More than 20 miles 1"]
        behind = texts(axes, "beside")[0].get_window_extent()
        assert behind.x0 >= bars(axes)[1].get_window_extent().x1
        assert behind.x1 <= axes.get_figure(root=True).bbox.x1  # type: ignore[union-attr]

    def test_a_suppressed_part_is_named_behind_the_bar(self) -> None:
        axes = painted(chart("stacked bar", HOMES, {NEAR: [81, 39], FAR: [SUPPRESSED, 61]}))
        assert words(axes, "beside") == ["More than 20 miles [c]"]
        assert len(bars(axes)) == 3

    def test_the_key_says_in_which_order_so_that_colour_is_not_alone(self) -> None:
        axes = painted(chart("stacked bar", HOMES, {NEAR: [81, 39], FAR: [19, 61]}))
        assert words(axes, "key-lead") == ["From the left:"]
        assert words(axes, "key") == [NEAR, FAR]

    def test_nothing_to_show_is_drawn(self) -> None:
        axes = painted(chart("stacked bar", ["x"], {NEAR: [SUPPRESSED], FAR: [SUPPRESSED]}))
        assert words(axes, "beside") == ["20 miles or less [c]; More than 20 miles [c]"]


class TestTextOn:
    @pytest.mark.parametrize("colour", ANALYSIS_FUNCTION)
    def test_a_value_can_be_read_on_every_colour(self, colour: str) -> None:
        assert contrast(WIDE.colours.text_on(colour), colour) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


class TestOnNarrowPaper:
    def test_values_without_room_stand_under_their_bar(self) -> None:
        far = f"{FAR} from the council's boundary"
        axes = painted(chart("stacked bar", HOMES, {NEAR: [810, 390], far: [1, 610]}), NARROW)
        assert words(axes, "beside") == []
        assert words(axes, "note") == [f"{far} 1"]

    def test_each_value_is_said_once(self) -> None:
        parts = {name: [1, 300, 20, 2] for name in "abcdef"}
        axes = painted(chart("stacked bar", list("wxyz"), parts), NARROW)
        noted = "; ".join(words(axes, "note") + words(axes, "beside"))
        assert len(words(axes, "value")) + noted.count(";") + 1 == 24
