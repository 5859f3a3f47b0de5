"""The picture that matplotlib itself would write, in fewer bytes."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image

from sufficiency.engines.svg_png import png_of
from sufficiency.figures.chart import Chart
from sufficiency.figures.draw import draw, paint
from sufficiency.figures.look import WIDE, house_style
from sufficiency.figures.svg import write_svg
from sufficiency.figures.typeface import font_families
from tests.figures.a_chart import SUPPRESSED, YEARS, chart, fostering, home_costs

CHARTS = {
    "lines": fostering(highlight="Barnet"),
    "bars": home_costs("bar", "Remand"),
    "panels": chart("small multiples", YEARS, {"To → home": [1, 2, 3, 4], "-2": [4, 3, 2, 1]}),
    "a line without a figure": chart("line", YEARS, {"A": [1, 2, 3, 4], "B": [SUPPRESSED] * 4}),
    "a panel without a figure": chart(
        "small multiples", YEARS, {"A": [1, 2, 3, 4], "B": [SUPPRESSED] * 4}
    ),
}


def as_matplotlib_writes(shown: Chart) -> bytes:
    with house_style(font_families(), WIDE.colours.ink):
        written = io.BytesIO()
        paint(shown).savefig(written, format="svg")
    return written.getvalue()


def pixels(svg: bytes) -> np.ndarray:
    png = png_of(svg, name="a test", remember=lambda key, make: make())
    return np.asarray(Image.open(io.BytesIO(png)).convert("L")).astype(int)


class TestWriteSvg:
    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_it_looks_as_matplotlib_writes_it(self, shown: Chart) -> None:
        theirs, ours = pixels(as_matplotlib_writes(shown)), pixels(draw(shown))
        assert theirs.shape == ours.shape
        assert np.abs(theirs - ours).mean() < 0.2  # of 255

    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_it_takes_half_the_bytes(self, shown: Chart) -> None:
        assert len(draw(shown)) < len(as_matplotlib_writes(shown)) * 0.55

    def test_every_reference_leads_to_a_name_and_every_name_is_used(self) -> None:
        svg = draw(fostering())
        names = [element.get("id") for element in ElementTree.fromstring(svg).iter()]
        used = set(re.findall(rb'(?:href="|url\()#([a-z]+)', svg))
        assert {name.encode() for name in names if name} == used
        assert len([name for name in names if name]) == len(used)

    @pytest.mark.parametrize("text", ["A\u030a\u0301", "بَيْتٌ"])
    def test_a_mark_stands_above_its_letter_as_matplotlib_has_it(self, text: str) -> None:
        with house_style(font_families(), WIDE.colours.ink):
            figure = Figure((2, 1))
            figure.text(0.1, 0.3, text, fontsize=40)
            written = io.BytesIO()
            figure.savefig(written, format="svg")
            theirs, ours = pixels(written.getvalue()), pixels(write_svg(figure))
        assert np.abs(theirs - ours).mean() < 0.2  # of 255

    def test_what_rounds_to_nothing_has_no_sign(self) -> None:
        figure = Figure((2, 1))
        figure.add_artist(Line2D([-1e-9, 1], [1 + 1e-9, 0], lw=1))
        figure.text(-1e-9, 1 + 1e-9, "H")
        svg = write_svg(figure)
        assert b'd="M0 0L' in svg
        assert b"translate(0 0)" in svg

    def test_a_figure_with_turned_text_is_refused(self) -> None:
        figure = Figure()
        figure.text(0.5, 0.5, "up", rotation=90)
        with pytest.raises(NotImplementedError, match="turned text"):
            write_svg(figure)

    def test_what_is_seen_through_says_how_much(self) -> None:
        figure = Figure()
        figure.add_artist(Line2D([0, 1], [0, 1], color=(1, 0, 0, 0.5)))
        assert b"stroke:#ff0000;stroke-opacity:0.5" in write_svg(figure)
