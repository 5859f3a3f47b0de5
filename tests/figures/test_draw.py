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
from sufficiency.figures.look import NARROW, WIDE, Paper
from tests.figures.a_chart import (
    HOME_COSTS,
    HOMES,
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    YEARS,
    Value,
    chart,
    figure_of,
    fostering,
    home_costs,
    painted,
    texts,
)

ROOT = Path(__file__).parents[2]
DRAW_AND_PRINT = """
import hashlib, sys
from tests.figures.a_chart import fostering, home_costs
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
LONG = "Semi-independent living accommodation not subject to children's homes regulations"
NEAR = "20 miles or less from the child's own home"
AGES = ("Under 5", "5 to 9", "10 to 15", "16 and over")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
EIGHT = (4100, 3750, 1234, 2000, 3900, 4000, 1000, 4200)
HIDDEN: tuple[Value, ...] = (SUPPRESSED, 3750, 1250, NOT_AVAILABLE, 3950, 4200, 900, 100)
BOROUGHS = (
    *("Barnet", "Bromley", "Ealing", "Enfield", "Hillingdon", "Hounslow", "Kingston upon Thames"),
    *("Merton", "Milton Keynes", "Redbridge", "Richmond upon Thames", "Sutton"),
)
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
    "a key wider than narrow paper": chart(
        "grouped bar", MARCHES, {LONG: [1, 2, 3, 4], NEAR: [4, 3, 2, 1]}
    ),
    "many neighbours": chart(
        "line", MARCHES, {name: [n * 7 % 30 + 1] * 4 for n, name in enumerate(BOROUGHS)}
    ),
    "long names at the ends": chart("line", MARCHES, {LONG: [1, 2, 3, 4], NEAR: [4, 3, 2, 4]}),
    "eight values": chart("line", [f"31 March {2012 + n}" for n in range(8)], {"x": EIGHT}),
    "months": chart("line", [f"{name} 2019" for name in MONTHS], {"x": [*EIGHT, 3, 9, 4, 5]}),
    "hidden lines": chart(
        "line", MARCHES, {name: [SUPPRESSED, SUPPRESSED, n, 2 * n] for n, name in enumerate(HOMES)}
    ),
    "dumbbell": chart("dumbbell", BOROUGHS, {"2016": list(range(12)), "2018": [9] * 12}),
    "dumbbell with long names": chart("dumbbell", HOMES, {LONG: EIGHT, NEAR: HIDDEN}),
    "dumbbell with hidden figures": chart(
        "dumbbell",
        BOROUGHS[:3],
        {MARCHES[0]: [SUPPRESSED, 9, SUPPRESSED], MARCHES[3]: [8, 12, NOT_AVAILABLE]},
    ),
    "dumbbell below zero": chart(
        "dumbbell", BOROUGHS[:3], {"2016": [-40, 9, 1], "2018": [8, 12, -3]}
    ),
    "parts": chart(
        "stacked bar", HOMES, {NEAR: EIGHT, "More than 20 miles": [300] * 8, "Not known": [2] * 8}
    ),
    "six small parts": chart(
        "stacked bar", BOROUGHS[:4], {name: [1, 300, SUPPRESSED, 2] for name in HOMES[:6]}
    ),
    "pyramid": chart(
        "population pyramid",
        AGES,
        {"Girls": [12, 20, 44, 1150], "Boys": [18, 25, SUPPRESSED, 1383]},
    ),
    "pyramid with long names": chart(
        "population pyramid", HOMES, {"Girls": EIGHT, "Boys": HOME_COSTS}
    ),
    "panels": chart(
        "small multiples", MARCHES, {name: [n, 9, 2, n] for n, name in enumerate(BOROUGHS)}
    ),
    "panels with long names": chart(
        "small multiples", YEARS, {name: [1, 2, SUPPRESSED, 4] for name in (*HOMES, LONG)}
    ),
    "panels in thousands": chart(
        "small multiples",
        ["year to 31 March 2016", "year to 31 March 2017"],
        {"a": [1, 250000], "b": [3, 4]},
    ),
}
PAPERS = {"wide": WIDE, "narrow": NARROW}


class TestDraw:
    def test_there_is_a_drawing_for_every_kind(self) -> None:
        assert set(KINDS) == set(Kind.__args__)  # type: ignore[attr-defined]

    def test_a_name_in_a_script_that_the_fonts_lack_is_drawn_without_a_complaint(self) -> None:
        shown = chart("bar", ["형"], {"Barnet": [1]})
        assert draw(shown) != draw(chart("bar", [""], {"Barnet": [1]}))

    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_the_picture_is_svg_as_wide_as_its_paper(self, shown: Chart) -> None:
        for paper, width in ((WIDE, "453.6pt"), (NARROW, "223.2pt")):
            picture = ElementTree.fromstring(draw(shown, paper))
            assert picture.tag == "{http://www.w3.org/2000/svg}svg"
            assert picture.get("width") == width

    def test_text_is_drawn_as_outlines(self) -> None:
        picture = draw(fostering())
        assert b"<text" not in picture
        assert picture.count(b"<use") > 50

    def test_it_says_neither_when_nor_with_what_it_was_made(self) -> None:
        picture = draw(fostering())
        assert b"<metadata" not in picture
        assert b"Matplotlib v" not in picture

    def test_letters_that_the_typeface_lacks_are_drawn_with_another(self) -> None:
        # matplotlib warns of a letter that no font has, and a warning fails a test.
        assert draw(chart("horizontal bar", ["To → home"], {"x": [1]}))

    def test_dollar_signs_are_not_mathematics(self) -> None:
        axes = painted(chart("horizontal bar", ["$x$ and $y$"], {"x": [1]}))
        assert not texts(axes, "category")[0].get_parse_math()

    @pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
    @pytest.mark.parametrize("shown", CHARTS.values(), ids=CHARTS.keys())
    def test_every_text_stands_inside_the_picture_and_covers_no_other(
        self, shown: Chart, paper: Paper
    ) -> None:
        figure = figure_of(painted(shown, paper))
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

    def test_where_matplotlib_may_not_write_nothing_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "a file").touch()
        program = (
            "import sys; from sufficiency.figures.draw import _import_matplotlib\n"
            "_import_matplotlib(); print('matplotlib.figure' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path / "a file")},
            capture_output=True,
            text=True,
            check=True,
        )
        assert (done.stdout, done.stderr) == ("True\n", "")

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

    def test_drawing_imports_no_pyplot_and_leaves_matplotlib_its_documentation(self) -> None:
        program = (
            "import sys; from sufficiency.figures.draw import draw\n"
            "from tests.figures.a_chart import fostering\n"
            "draw(fostering())\n"
            "from matplotlib.artist import kwdoc; from matplotlib.lines import Line2D\n"
            "print('matplotlib.pyplot' in sys.modules, 'linewidth' in kwdoc(Line2D))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "False True"
