"""A strategy's charts as SVG, drawn when asked for and remembered by all that they show."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sufficiency.brand import Brand
from sufficiency.brand.typeface import default_typeface
from sufficiency.content import Shelf
from sufficiency.figures.chart import Chart
from sufficiency.figures.chart_fonts import ChartFonts
from sufficiency.figures.draw import draw
from sufficiency.figures.look import NARROW, WIDE, Paper
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.remember import Remember, versions

FOLDER = "evidence/figures"
"""Where figures' files stand, beside a composed document as beside the published page."""
_DRAWN_BY = ("matplotlib",)


class Charts(Mapping[str, bytes]):
    """The SVG of every chart on one paper, by its file ("evidence/figures/weekly-costs.svg").

    Drawing takes longer than all that comes before it. A chart is drawn when somebody asks for
    it, so that whoever needs none yet goes on, and pandoc is at work meanwhile. It is to be asked
    by one thread at a time, since matplotlib's settings hold for the whole process.
    """

    def __init__(
        self,
        figures: Shelf[Planned],
        paper: Paper,
        folder: str,
        remember: Remember,
        fonts: ChartFonts | None = None,
    ) -> None:
        self._charts = {
            f"{folder}/{id}.svg": figure.chart
            for id, figure in figures.entries.items()
            if isinstance(figure, PlannedFigure) and figure.chart is not None
        }
        self._paper = paper
        self._remember = remember
        self._fonts = fonts or ChartFonts(default_typeface(), remember)
        self._drawn: dict[str, bytes] = {}

    def __getitem__(self, file: str) -> bytes:
        if file not in self._drawn:
            self._drawn[file] = self._draw(self._charts[file])
        return self._drawn[file]

    @property
    def keys_remembered(self) -> list[str]:
        """Under which keys they are remembered."""
        return [self._key(chart) for chart in self._charts.values()]

    def __contains__(self, file: object) -> bool:
        return file in self._charts  # Mapping would ask for it, and so draw it

    def __iter__(self) -> Iterator[str]:
        return iter(self._charts)

    def __len__(self) -> int:
        return len(self._charts)

    def _draw(self, chart: Chart) -> bytes:
        def make() -> bytes:
            return draw(chart, self._paper, self._fonts.files)

        return self._remember(self._key(chart), make)

    def _key(self, chart: Chart) -> str:
        typeface = self._fonts.typeface
        named = f"{versions(*_DRAWN_BY)} {self._paper!r} {typeface!r} {chart!r}"
        return f"chart-{hashlib.sha256(named.encode()).hexdigest()}"


def charts_of(figures: Shelf[Planned], brand: Brand, remember: Remember) -> tuple[Charts, Charts]:
    """The figures' charts in the brand's colours and typeface: for a page, and narrow ones."""
    wide, narrow = (replace(paper, colours=brand.charts) for paper in (WIDE, NARROW))
    fonts = ChartFonts(brand.base, remember)
    return (
        Charts(figures, wide, FOLDER, remember, fonts),
        Charts(figures, narrow, "figures/narrow", remember, fonts),
    )
