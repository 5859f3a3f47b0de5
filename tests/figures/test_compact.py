"""The same picture in fewer bytes."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from sufficiency.engines.svg_png import png_of
from sufficiency.figures.chart import Chart
from sufficiency.figures.compact import compact
from sufficiency.figures.draw import paint
from sufficiency.figures.look import house_style
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
    with house_style(font_families()):
        written = io.BytesIO()
        paint(shown).savefig(written, format="svg")
    return written.getvalue()


def pixels(svg: bytes) -> np.ndarray:
    png = png_of(svg, name="a test", remember=lambda key, make: make())
    return np.asarray(Image.open(io.BytesIO(png)).convert("L")).astype(int)


class TestCompact:
    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_nothing_is_seen_to_change(self, shown: Chart) -> None:
        written = as_matplotlib_writes(shown)
        before, after = pixels(written), pixels(compact(written))
        assert before.shape == after.shape
        assert np.abs(before - after).mean() < 0.2  # of 255

    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_it_takes_half_the_bytes(self, shown: Chart) -> None:
        written = as_matplotlib_writes(shown)
        assert len(compact(written)) < len(written) * 0.55

    def test_every_reference_leads_to_a_name_and_every_name_is_used(self) -> None:
        svg = compact(as_matplotlib_writes(fostering()))
        names = [element.get("id") for element in ElementTree.fromstring(svg).iter()]
        used = set(re.findall(rb'(?:href="|url\()#([a-z]+)', svg))
        assert {name.encode() for name in names if name} == used
        assert len([name for name in names if name]) == len(used)

    def test_colours_are_no_references(self) -> None:
        assert b"#12436d" in compact(as_matplotlib_writes(home_costs()))

    def test_letters_placed_in_another_way_are_left_as_they_are(self) -> None:
        svg = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
        <g transform="translate(1 2) rotate(90) scale(0.095 -0.095)">
        <defs><path id="long-name" d="M 64 0 L 64 128 z" transform="scale(0.015625)"/></defs>
        <use xlink:href="#long-name" transform="translate(57.4 0)"/></g></svg>"""
        left = compact(svg)
        assert b'd="M64 0L64 128z" transform="scale(0.015625)"' in left
        assert b'<use transform="translate(57.4 0)" href="#a"' in left
