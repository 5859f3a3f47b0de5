"""A strategy's charts as SVG, drawn when asked for and remembered by all that they show."""

import hashlib
from collections.abc import Callable, Iterator, Mapping

from sufficiency.brand.typeface import default_typeface
from sufficiency.content import Shelf
from sufficiency.figures.chart import Chart
from sufficiency.figures.chart_fonts import ChartFonts
from sufficiency.figures.draw import draw
from sufficiency.figures.look import Paper
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.remember import Remember, versions

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
            self._drawn[file] = self._remember(*self._drawing(self._charts[file]))
        return self._drawn[file]

    def drawings(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """How each would be drawn, with the key by which that is remembered."""
        return map(self._drawing, self._charts.values())

    def __contains__(self, file: object) -> bool:
        return file in self._charts  # Mapping would ask for it, and so draw it

    def __iter__(self) -> Iterator[str]:
        return iter(self._charts)

    def __len__(self) -> int:
        return len(self._charts)

    def _drawing(self, chart: Chart) -> tuple[str, Callable[[], bytes]]:
        typeface = self._fonts.typeface
        key = hashlib.sha256(
            f"{versions(*_DRAWN_BY)} {self._paper!r} {typeface!r} {chart!r}".encode()
        ).hexdigest()
        return f"chart-{key}", lambda: draw(chart, self._paper, self._fonts.files)
