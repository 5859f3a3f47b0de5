"""The brand's typeface in charts."""

import gc
from collections.abc import Callable
from pathlib import Path

from matplotlib.ft2font import FT2Font

from sufficiency.brand import Typeface
from sufficiency.brand.typeface import packaged
from sufficiency.figures.chart_fonts import ChartFonts
from sufficiency.figures.draw import draw
from sufficiency.figures.typeface import letters, set_in, text_width
from tests.figures.a_chart import fostering


def family(name: str) -> Typeface:
    found = packaged(name)
    assert found is not None
    return found


def remember(key: str, make: Callable[[], bytes]) -> bytes:
    return make()


class TestChartFonts:
    def test_the_files_of_a_static_family_are_as_they_came(self) -> None:
        typeface = family("Atkinson Hyperlegible")
        fonts = ChartFonts(typeface, remember)
        assert Path(fonts.files.bold).read_bytes() == typeface.face(700).data

    def test_they_go_when_nobody_needs_them(self) -> None:
        fonts = ChartFonts(family("Atkinson Hyperlegible"), remember)
        path = Path(fonts.files.normal)
        del fonts
        gc.collect()
        assert not path.exists()

    def test_of_a_variable_family_text_is_regular_and_bold_is_wider(self) -> None:
        fonts = ChartFonts(family("Source Sans 3"), remember)
        normal, bold = FT2Font(fonts.files.normal), FT2Font(fonts.files.bold)
        assert normal.postscript_name != bold.postscript_name
        with set_in(fonts.files):
            assert text_width("Barnet and Bromley", bold=True) > text_width("Barnet and Bromley")
            assert letters("B") != letters("B", bold=True)

    def test_a_chart_is_drawn_in_the_fonts_that_it_is_given(self) -> None:
        fonts = ChartFonts(family("Source Sans 3"), remember)
        assert draw(fostering(), fonts=fonts.files) != draw(fostering())
