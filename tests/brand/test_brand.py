"""What comes of ``_brand.yml``: colours for everything, and words where one cannot be read."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sufficiency.brand import Palette, default_brand
from sufficiency.brand.colour import contrast, to_lch
from sufficiency.brand.palette import ANALYSIS_FUNCTION, REST
from sufficiency.sources.templates import packaged_brand
from tests.brand.brands import GREEN, RED, settled, told

ROOT = Path(__file__).parents[2]
WHITE = "#ffffff"
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def assert_readable(palette: Palette) -> None:
    """Each text on each ground that it stands on."""
    for text in (palette.ink, palette.quiet, palette.link, *palette.priorities):
        for ground in (palette.paper, palette.tint):
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(palette.on_brand, palette.brand) >= 4.5
    assert contrast(palette.on_focus, palette.focus) >= 4.5
    assert contrast(palette.brand, palette.paper) >= 3


class TestPalettes:
    @pytest.mark.parametrize("text", [RED, GREEN, (ROOT / "_brand.yml").read_text("utf-8")])
    def test_every_pair_can_be_read_by_day_and_in_the_dark(self, text: str) -> None:
        brand, problems = settled(text)
        assert problems == []
        assert_readable(brand.light)
        assert_readable(brand.dark)

    @given(COLOURS)
    def test_in_the_dark_any_brand_can_be_read(self, colour: str) -> None:
        assert_readable(settled(f'color: {{primary: "{colour}"}}')[0].dark)

    @given(COLOURS)
    def test_by_day_any_brand_can_be_read_in_drafts(self, colour: str) -> None:
        assert_readable(settled(f'color: {{primary: "{colour}"}}')[0].light)

    def test_a_colour_too_faint_is_drafted_in_the_one_that_is_offered(self) -> None:
        brand, (problem,) = settled('color:\n  primary: "#ad822c"\n')
        assert f'"{brand.light.brand}"; drafts are made in it.' in problem.mend

    def test_what_the_brand_says_is_taken_as_it_is(self) -> None:
        light = settled(GREEN)[0].light
        said = (light.brand, light.ink, light.paper, light.quiet, light.tint, light.rule)
        assert said == ("#0b5d3b", "#10241a", "#fdfefd", "#41564a", "#e6f2ea", "#a9c3b4")

    def test_the_file_that_comes_with_the_tool_says_what_is_made_where_there_is_none(self) -> None:
        assert settled(packaged_brand().decode()) == (default_brand(), [])

    def test_what_it_leaves_out_has_its_hue(self) -> None:
        light = settled(RED)[0].light
        hue = to_lch(light.brand).hue
        assert all(abs(to_lch(one).hue - hue) < 12 for one in (light.ink, light.rule, light.tint))

    @pytest.mark.parametrize("grey", ["#000000", "#4d4d4d", "#40464c"])
    def test_priorities_of_a_grey_brand_are_greys(self, grey: str) -> None:
        brand, _ = settled(f'color:\n  primary: "{grey}"\n')
        for palette in (brand.light, brand.dark):
            assert max(to_lch(one).chroma for one in palette.priorities) < 0.02
            assert len(set(palette.priorities[:2])) == 2

    def test_priorities_after_the_last_colour_begin_again(self) -> None:
        light = default_brand().light
        assert light.priority(1) == light.priorities[0] == light.priority(len(light.priorities) + 1)


class TestChartColours:
    def test_the_default_is_the_analysis_functions(self) -> None:
        assert default_brand().charts.series == ANALYSIS_FUNCTION
        assert default_brand().charts.two == ("#12436d", "#f46a25")

    def test_the_worked_example_says_the_same(self) -> None:
        brand, _ = settled((ROOT / "_brand.yml").read_text("utf-8"))
        assert brand.charts.series == ANALYSIS_FUNCTION

    @given(COLOURS)
    @example("#fb0383")
    def test_of_any_brand_they_stand_out_from_white_and_from_their_neighbours(
        self, primary: str
    ) -> None:
        charts = settled(f'color: {{primary: "{primary}"}}')[0].charts
        assert all(contrast(colour, WHITE) >= 3 for colour in charts.series)
        assert all(contrast(*pair) >= 3 for pair in pairwise(charts.series))
        assert contrast(charts.focus, REST) >= 3
        assert contrast(*charts.two) >= 3

    @given(COLOURS)
    def test_a_value_can_be_read_on_any_of_them(self, colour: str) -> None:
        assert contrast(default_brand().charts.text_on(colour), colour) >= 4.5

    def test_those_that_the_brand_says_stand_in_the_order_of_their_numbers(self) -> None:
        assert settled(GREEN)[0].charts.series == ("#004225", "#a98f40", "#4a1f7a")


class TestProblems:
    def test_a_colour_too_faint_for_text_is_told_with_its_ratio_and_the_nearest(self) -> None:
        assert told('color:\n  primary: "#f46a25"\n') == [
            "2:12 COLOUR-CONTRAST: the contrast of #f46a25 is 2.62 to 1 with the ground of boxes "
            "(#f6ede9) and 3.02 to 1 with the page (#ffffff); text needs 4.5 to 1 at least. "
            'The nearest that passes is "#bb4700"; drafts are made in it.'
        ]

    @given(COLOURS)
    def test_what_is_offered_is_told_no_more(self, colour: str) -> None:
        drafted = settled(f'color:\n  primary: "{colour}"\n')[0].light.brand
        assert told(f'color:\n  primary: "{drafted}"\n') == []

    def test_every_ground_that_a_colour_is_too_faint_for_is_named(self) -> None:
        palette = 'color:\n  palette:\n    chart-1: "#12436d"\n    chart-2: "#e8e8e8"\n'
        palette += '    chart-3: "#dddddd"\n'
        *_, line = told(palette)
        assert "1.10 to 1 with chart-2, its neighbour (#e8e8e8) and 1.35 to 1 with white" in line

    def test_a_colour_at_the_border_is_let_be(self) -> None:
        page = 'color:\n  light: "#ffffff"\n  foreground: "#767676"\n'
        assert told(page) == []
        assert len(told(page.replace("#767676", "#777777"))) == 1

    @pytest.mark.parametrize("focus", ["#12436d", "#8b0000", "#000000", "#ffdd00"])
    def test_a_colour_of_focus_may_be_light_or_dark(self, focus: str) -> None:
        text = f'color:\n  palette:\n    focus: "{focus}"\n'
        assert told(text) == []
        assert_readable(settled(text)[0].light)

    def test_a_colour_of_focus_that_neither_black_nor_white_can_be_read_on_is_told(self) -> None:
        assert "the text on it" in told('color:\n  palette:\n    focus: "#777777"\n')[0]

    def test_a_ratio_just_too_small_is_not_rounded_up(self) -> None:
        assert "4.47 to 1" in told('color:\n  light: "#ffffff"\n  foreground: "#777777"\n')[0]

    def test_neighbours_in_charts_are_compared(self) -> None:
        palette = 'color:\n  palette:\n    chart-1: "#12436d"\n    chart-2: "#801650"\n'
        (line,) = told(palette)
        assert "#801650 is 1.04 to 1 with chart-1, its neighbour (#12436d); charts need 3" in line

    def test_a_ground_is_told_where_the_text_was_made_for_it(self) -> None:
        assert told('color:\n  background: "#333333"\n')[0].startswith("2:15 COLOUR-CONTRAST")

    @pytest.mark.parametrize("foreground", ["", '  foreground: "#ffffff"\n'])
    def test_a_dark_page_is_told_to_be_light_and_drafted_white(self, foreground: str) -> None:
        text = f'color:\n  background: "#101010"\n  primary: "#8b0000"\n{foreground}'
        brand, (problem, *others) = settled(text)
        assert (problem.code.id, problem.at.within) == ("COLOUR-CONTRAST", "2:15")
        assert "background must be light, since the same colours are printed" in problem.mend
        assert brand.light.paper == WHITE
        assert_readable(brand.light)
        assert len(others) == bool(foreground)

    def test_dark_boxes_are_told_to_be_light(self) -> None:
        brand, (problem,) = settled('color:\n  light: "#222222"\n')
        assert problem.mend.startswith("The ground of boxes must be light")
        assert_readable(brand.light)

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("primary: #12436d", "the colour is missing: what follows a # without quotation"),
            ("primary: '12436d'", '"12436d" is not written as a colour. Did you mean "#12436d"?'),
            ("primary: '#12436'", '"#12436" is not written as a colour.'),
            ("primary: rgb(1, 2, 3)", '"rgb(1, 2, 3)" is not written as a colour.'),
            ("primary: nayv", 'the palette has no colour "nayv". Did you mean "navy"?'),
            ("primary: mauve", 'the palette has no colour "mauve". Correct the name'),
        ],
    )
    def test_what_is_no_colour_is_told(self, written: str, expected: str) -> None:
        lines = told(f'color:\n  palette:\n    navy: "#12436d"\n  {written}\n')
        assert len(lines) == 1
        assert expected in lines[0]

    def test_a_name_may_lead_to_another(self) -> None:
        brand, problems = settled(
            'color:\n  palette:\n    navy: deep\n    deep: "#123"\n  primary: navy\n'
        )
        assert problems == []
        assert brand.light.brand == "#112233"

    def test_names_that_lead_round_in_a_circle_are_told(self) -> None:
        assert (
            "names a colour that names it again"
            in told("color:\n  palette:\n    one: two\n    two: one\n")[0]
        )

    def test_a_key_that_changes_nothing_is_a_warning(self) -> None:
        lines = told('color:\n  danger: "#ff0000"\ntypography:\n  base:\n    size: 12pt\n')
        assert ["danger" in lines[0], "size" in lines[1], len(lines)] == [True, True, 2]
