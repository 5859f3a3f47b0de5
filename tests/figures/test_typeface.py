"""The typeface and its measures."""

import pytest

from sufficiency.figures.typeface import (
    FontFiles,
    default_fonts,
    letters,
    line_count,
    outline,
    set_in,
    text_width,
    widest,
    wrap,
)

NAME = "Semi-independent living accommodation not subject to regulations"


class TestDefaultFonts:
    def test_the_text_is_atkinson_hyperlegible_from_its_package(self) -> None:
        assert default_fonts().normal.endswith("AtkinsonHyperlegible-Regular.ttf")
        assert "fontpkg_atkinson_hyperlegible" in default_fonts().normal

    def test_bold_is_a_face_of_its_own(self) -> None:
        assert default_fonts().bold.endswith("AtkinsonHyperlegible-Bold.ttf")


class TestSetIn:
    def test_text_is_measured_and_drawn_in_the_fonts_in_use_and_then_no_more(self) -> None:
        before = text_width("Barnet"), letters("Barnet")
        with set_in(FontFiles(default_fonts().bold, default_fonts().normal)):
            turned = text_width("Barnet", bold=True), letters("Barnet", bold=True)
        assert turned == before
        assert (text_width("Barnet"), letters("Barnet")) == before


class TestTextWidth:
    def test_a_longer_text_is_wider(self) -> None:
        assert text_width("Barnet and Bromley") > text_width("Barnet")

    def test_bold_is_wider(self) -> None:
        assert text_width("Barnet", bold=True) > text_width("Barnet")

    def test_several_lines_are_as_wide_as_the_widest(self) -> None:
        assert text_width("Barnet\nBromley area") == text_width("Bromley area")

    def test_dollar_signs_are_not_mathematics(self) -> None:
        assert text_width("$x$") > text_width("x") + text_width("$")

    def test_nothing_is_zero_wide(self) -> None:
        assert widest([]) == 0


class TestLetters:
    def test_a_letter_that_comes_again_has_the_same_name(self) -> None:
        (one, *_), _, (again, *_) = letters("aba")
        assert one == again

    def test_letters_stand_further_and_further_across(self) -> None:
        places = [across for _, across, _ in letters("Remand")]
        assert places[0] == 0
        assert places == sorted(set(places))

    @pytest.mark.parametrize("text", ["A\u030a\u0301", "بَ"])
    def test_a_mark_stands_above_or_below_the_line(self, text: str) -> None:
        assert [up for _, _, up in letters("Remand")] == [0] * 6
        assert any(up for _, _, up in letters(text))

    def test_an_outline_is_drawn_in_the_units_of_the_font(self) -> None:
        ((name, *_),) = letters("H")
        assert outline(name).get_extents().height == pytest.approx(668, abs=1)


class TestWrap:
    def test_a_name_that_fits_stays_on_one_line(self) -> None:
        assert wrap("Remand", 2) == "Remand"

    def test_a_long_name_breaks_at_spaces_and_keeps_every_word(self) -> None:
        wrapped = wrap(NAME, 2)
        assert wrapped.replace("\n", " ") == NAME
        assert line_count(wrapped) > 1

    def test_no_line_is_wider_than_allowed(self) -> None:
        assert text_width(wrap(NAME, 1.5)) <= 1.5

    def test_lines_are_evened_out(self) -> None:
        first, second = wrap("Children placed near their own family home", 1.9).split("\n")
        assert abs(text_width(first) - text_width(second)) < 0.4

    def test_a_word_wider_than_allowed_stays_whole(self) -> None:
        assert wrap("accommodation", 0.2) == "accommodation"

    def test_a_small_number_stays_with_the_word_behind_it_where_there_is_room(self) -> None:
        assert wrap("year to 31 March 2016", 0.7) == "year to\n31 March\n2016"
        assert wrap("31 March 2016", 0.5) == "31\nMarch\n2016"
