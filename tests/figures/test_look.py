"""Colours that everyone can tell apart."""

import matplotlib
import pytest

from sufficiency.brand.palette import ANALYSIS_FUNCTION, REST
from sufficiency.figures.look import (
    DASHES,
    MARKERS,
    WIDE,
    bar_colour,
    house_style,
    series_colours,
)
from tests.figures.a_chart import chart, fostering, home_costs

WHITE = "#FFFFFF"
COLOURS = WIDE.colours


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1. Source: WCAG 2.2, definition of relative luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class TestPalette:
    @pytest.mark.parametrize("colour", sorted({*COLOURS.series, *COLOURS.two, REST}))
    def test_every_colour_that_carries_a_value_stands_out_from_white(self, colour: str) -> None:
        assert contrast(colour, WHITE) >= 3

    def test_the_highlight_stands_out_from_the_rest(self) -> None:
        assert contrast(COLOURS.focus, REST) >= 3

    def test_text_is_far_above_the_contrast_that_text_needs(self) -> None:
        assert contrast(COLOURS.ink, WHITE) >= 7

    def test_no_two_of_the_first_lines_share_dash_and_marker(self) -> None:
        styles = {
            (DASHES[place % len(DASHES)], MARKERS[place % len(MARKERS)]) for place in range(35)
        }
        assert len(styles) == 35


class TestSeriesColours:
    def test_the_highlighted_series_is_dark_blue_and_the_rest_grey(self) -> None:
        assert series_colours(fostering(highlight="London"), COLOURS) == (REST, COLOURS.focus, REST)

    def test_two_series_are_blue_and_orange(self) -> None:
        two = chart("bar", ["a"], {"x": [1], "y": [2]})
        assert series_colours(two, COLOURS) == ("#12436d", "#f46a25")

    def test_three_series_take_the_palette_in_its_order(self) -> None:
        assert series_colours(fostering(), COLOURS) == ANALYSIS_FUNCTION[:3]


class TestBarColour:
    def test_the_highlighted_category_is_dark_blue(self) -> None:
        assert bar_colour(home_costs(highlight="Remand"), COLOURS, 0, 3) == COLOURS.focus

    def test_the_other_categories_are_grey(self) -> None:
        assert bar_colour(home_costs(highlight="Remand"), COLOURS, 0, 2) == REST

    def test_without_a_highlight_no_bar_is_grey(self) -> None:
        assert bar_colour(home_costs(), COLOURS, 0, 2) == COLOURS.focus


class TestHouseStyle:
    def test_a_machines_own_settings_change_nothing(self) -> None:
        with matplotlib.rc_context({"axes.facecolor": "red"}), house_style(["any"], "#000000"):
            assert matplotlib.rcParams["axes.facecolor"] == "white"

    def test_the_settings_are_put_back(self) -> None:
        before = dict(matplotlib.rcParams)
        with house_style(["any"], "#000000"):
            pass
        assert dict(matplotlib.rcParams) == before
