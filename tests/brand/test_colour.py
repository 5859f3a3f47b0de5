"""Contrast as WCAG measures it, and the nearest colour that has enough."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.brand.colour import (
    contrast,
    most_unlike,
    nearest_that_passes,
    passes,
    to_hex,
    to_lch,
    turned,
)

WHITE = "#ffffff"
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


class TestContrast:
    @pytest.mark.parametrize(
        ("colour", "expected"),
        [("#000000", 21), ("#ffffff", 1), ("#777777", 4.48), ("#767676", 4.54), ("#12436d", 10.25)],
    )
    def test_is_that_of_the_published_formula(self, colour: str, expected: float) -> None:
        assert round(contrast(colour, WHITE), 2) == expected

    @given(COLOURS, COLOURS)
    def test_is_the_same_either_way(self, one: str, other: str) -> None:
        assert contrast(one, other) == contrast(other, one)


class TestPasses:
    def test_the_border_itself_passes(self) -> None:
        assert passes("#767676", (WHITE, 4.5))
        assert not passes("#777777", (WHITE, 4.5))


class TestLch:
    @given(COLOURS)
    def test_there_and_back_is_the_same_colour(self, colour: str) -> None:
        back = to_hex(to_lch(colour))
        pairs = [(int(colour[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (1, 3, 5)]
        assert max(abs(before - after) for before, after in pairs) <= 1


class TestNearestThatPasses:
    def test_one_that_passes_stays_as_it_is(self) -> None:
        assert nearest_that_passes("#12436d", (WHITE, 4.5)) == "#12436d"

    @given(COLOURS)
    def test_what_is_offered_passes(self, colour: str) -> None:
        offered = nearest_that_passes(colour, (WHITE, 4.5))
        assert offered is not None
        assert contrast(offered, WHITE) >= 4.5

    def test_no_lighter_one_of_its_hue_would_pass(self) -> None:
        offered = nearest_that_passes("#f46a25", (WHITE, 4.5))
        assert offered is not None
        lighter = to_lch(offered)
        lighter = replace(lighter, lightness=lighter.lightness + 0.008)
        assert contrast(to_hex(lighter), WHITE) < 4.5

    def test_it_keeps_its_hue(self) -> None:
        offered = nearest_that_passes("#f46a25", (WHITE, 4.5))
        assert offered is not None
        assert abs(to_lch(offered).hue - to_lch("#f46a25").hue) < 3

    def test_on_a_dark_ground_it_is_lighter(self) -> None:
        offered = nearest_that_passes("#12436d", ("#0d151c", 4.5))
        assert offered is not None
        assert to_lch(offered).lightness > to_lch("#12436d").lightness

    def test_where_nothing_can_pass_nothing_is_offered(self) -> None:
        assert nearest_that_passes("#12436d", (WHITE, 4.5), ("#000000", 9.0)) is None


class TestTurned:
    @given(st.sampled_from(["#12436d", "#28a197", "#801650", "#f46a25"]), st.integers(0, 359))
    def test_keeps_the_contrast_with_white(self, colour: str, by: int) -> None:
        assert abs(contrast(turned(colour, by), WHITE) / contrast(colour, WHITE) - 1) < 0.03


class TestMostUnlike:
    def test_grey_is_less_unlike_than_the_opposite_hue(self) -> None:
        assert most_unlike("#12436d", ["#28a197", "#8f8f8f", "#f46a25"]) == "#f46a25"
