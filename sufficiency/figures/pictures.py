"""Charts drawn once and remembered by all that they show."""

import hashlib
from collections.abc import Mapping
from importlib.metadata import version

from sufficiency.content import Shelf
from sufficiency.figures.draw import draw
from sufficiency.figures.look import Paper
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.remember import Remember

_DRAWN_BY = ("matplotlib", "fontpkg-atkinson-hyperlegible")


def draw_charts(figures: Shelf[Planned], paper: Paper, remember: Remember) -> Mapping[str, bytes]:
    """The SVG of every chart on that paper by figure id, drawn where it is not remembered."""
    tools = " ".join(version(name) for name in _DRAWN_BY)
    pictures = {}
    for id, figure in figures.entries.items():
        chart = figure.chart if isinstance(figure, PlannedFigure) else None
        if chart is not None:
            key = hashlib.sha256(f"{tools} {paper!r} {chart!r}".encode()).hexdigest()
            pictures[id] = remember(f"chart-{key}", lambda chart=chart: draw(chart, paper))  # type: ignore[misc]
    return pictures
