"""The SVG file: whole, legible and always the same."""

import hashlib
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.text import Text

from sufficiency.figures import Chart, Kind, draw
from sufficiency.figures.draw import KINDS
from tests.figures.charts import (
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    Value,
    chart,
    figure_of,
    fostering,
    home_costs,
    painted,
)

ROOT = Path(__file__).parents[2]
DRAW_AND_PRINT = """
import hashlib, sys
from tests.figures.charts import fostering, home_costs
from sufficiency.figures import draw
for chart in (fostering(), home_costs(highlight="Remand")):
    print(hashlib.sha256(draw(chart)).hexdigest())
"""
NEIGHBOURS: dict[str, list[Value]] = {
    "Barnet": [39, 58, 58],
    "Bromley": [SUPPRESSED, SUPPRESSED, 6],
    "Ealing": [40, 44, 47],
    "Enfield": [41, 52, 60],
    "Hillingdon": [75, 70, 66],
    "Richmond upon Thames": [SUPPRESSED, 9, 14],
}
CHARTS = {
    "costs": home_costs(),
    "fostering": fostering(),
    "fostering with a highlight": fostering(highlight="Barnet"),
    "grouped": fostering("bar"),
    "grouped rows": fostering("horizontal bar"),
    "neighbours": chart("line", MARCHES[:3], NEIGHBOURS, highlight="Barnet"),
    "missing": chart("line", MARCHES, {"x": [12, SUPPRESSED, NOT_AVAILABLE, 14]}),
    "negative line": chart("line", MARCHES, {"x": [-4, 3, -2, 6]}),
    "negative bars": chart("bar", MARCHES, {"x": [-4, 3, -2, 6]}),
    "negative rows": chart("horizontal bar", MARCHES, {"x": [-12, 3, SUPPRESSED, 6]}),
    "a key of two rows": chart(
        "bar", ["a", "b"], {f"Local authorities of region {n}": [n, n + 1] for n in range(6)}
    ),
    "one point": chart("line", ["31 March 2019"], {"x": [312]}),
    "twenty-five years": chart(
        "line",
        [f"31 March {1995 + n}" for n in range(25)],
        {"x": [300 + n * 37 % 60 for n in range(25)]},
    ),
    "thirty rows": chart(
        "horizontal bar",
        [f"Place number {n} in England" for n in range(30)],
        {"x": list(range(30))},
    ),
    "a long measure": chart("bar", ["a"], {"x": [1]}, measure="Children whose home is far " * 6),
}


class TestDraw:
    def test_there_is_a_drawing_for_every_kind(self) -> None:
        assert set(KINDS) == set(Kind.__args__)  # type: ignore[attr-defined]

    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_the_picture_is_svg_as_wide_as_the_text_of_an_a4_page(self, shown: Chart) -> None:
        picture = ElementTree.fromstring(draw(shown))
        assert picture.tag == "{http://www.w3.org/2000/svg}svg"
        assert picture.get("width") == "453.6pt"

    def test_text_is_drawn_as_outlines(self) -> None:
        picture = draw(fostering())
        assert b"<text" not in picture
        assert b"AtkinsonHyperlegible-Regular" in picture

    def test_it_says_neither_when_nor_with_what_it_was_made(self) -> None:
        picture = draw(fostering())
        assert b"<metadata" not in picture
        assert b"Matplotlib v" not in picture

    def test_letters_that_the_typeface_lacks_are_drawn_with_another(self) -> None:
        assert b"DejaVuSans" in draw(chart("horizontal bar", ["To → home"], {"x": [1]}))

    def test_dollar_signs_are_not_mathematics(self) -> None:
        axes = painted(chart("horizontal bar", ["$x$ and $y$"], {"x": [1]}))
        assert not axes.get_yticklabels()[0].get_parse_math()

    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_every_text_stands_inside_the_picture_and_covers_no_other(self, shown: Chart) -> None:
        figure = figure_of(painted(shown))
        found = [text for text in figure.findobj(Text) if isinstance(text, Text)]
        boxes = [
            (text.get_text(), Text.get_window_extent(text)) for text in found if text.get_text()
        ]
        width, height = figure.bbox.width, figure.bbox.height
        for words, box in boxes:
            assert box.x0 >= -1 and box.y0 >= -1, words
            assert box.x1 <= width + 1 and box.y1 <= height + 1, words
        for (one, first), (other, second) in combinations(boxes, 2):
            across = min(first.x1, second.x1) - max(first.x0, second.x0)
            down = min(first.y1, second.y1) - max(first.y0, second.y0)
            assert across <= 1 or down <= 2, f"{one!r} covers {other!r}"


class TestReproducibility:
    @pytest.mark.parametrize(
        "machine",
        [
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
            {"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
            {"HOME": "/nowhere", "USERPROFILE": "/nowhere"},
        ],
        ids=["time zone and hash seed", "locale", "no home folder"],
    )
    def test_other_machines_draw_the_same_bytes(
        self, machine: dict[str, str], tmp_path: Path
    ) -> None:
        (tmp_path / "matplotlibrc").write_text("axes.facecolor: red\nfont.size: 20\n", "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", DRAW_AND_PRINT],
            env=os.environ | {"PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path)} | machine,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        here = [
            hashlib.sha256(draw(one)).hexdigest()
            for one in (fostering(), home_costs(highlight="Remand"))
        ]
        assert done.stdout.split() == here

    def test_a_chart_drawn_before_changes_nothing(self) -> None:
        first = draw(fostering())
        draw(home_costs())
        assert draw(fostering()) == first

    def test_importing_the_room_imports_no_matplotlib(self) -> None:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys, sufficiency.figures; print('matplotlib' in sys.modules)",
            ],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "False"
