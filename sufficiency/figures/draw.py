"""From a chart to an SVG picture, the same bytes on every machine and every day.

matplotlib is imported here and below, when the first chart is drawn, and never through pyplot:
no windows, no state between charts. Its settings are global while a chart is drawn, so charts
are drawn one after another within a process.
"""

import logging
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from sufficiency.figures.bar import draw_bar
from sufficiency.figures.chart import Chart, Kind
from sufficiency.figures.dumbbell import draw_dumbbell
from sufficiency.figures.horizontal_bar import draw_horizontal_bar
from sufficiency.figures.line import draw_line
from sufficiency.figures.look import WIDE, Paper, house_style
from sufficiency.figures.pyramid import draw_pyramid
from sufficiency.figures.small_multiples import draw_small_multiples
from sufficiency.figures.stacked_bar import draw_stacked_bar
from sufficiency.figures.typeface import FontFiles, default_fonts, font_families, set_in

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# A new kind of chart: a module with such a function, and its line here.
KINDS: Mapping[Kind, "Callable[[Chart, Paper, Axes], None]"] = {
    "line": draw_line,
    "bar": draw_bar,
    "horizontal bar": draw_horizontal_bar,
    "grouped bar": draw_bar,
    "stacked bar": draw_stacked_bar,
    "dumbbell": draw_dumbbell,
    "population pyramid": draw_pyramid,
    "small multiples": draw_small_multiples,
}


def draw(chart: Chart, paper: Paper = WIDE, fonts: FontFiles | None = None) -> bytes:
    """The chart as a self-contained SVG file as wide as the paper: text as outlines, no title.

    ``fonts`` are the default family's where none are given. A character that they lack is drawn as
    an empty box.
    """
    _import_matplotlib()
    from sufficiency.figures.svg import write_svg

    with (
        set_in(fonts or default_fonts()),
        house_style(font_families(), paper.colours.ink),
        warnings.catch_warnings(),
    ):
        # The author is told of such a character (CHARACTER-NONE) where it was typed.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        return write_svg(paint(chart, paper))


def paint(chart: Chart, paper: Paper = WIDE) -> "Figure":
    """The chart as a matplotlib figure, in whatever settings hold; ``draw`` sets the right ones."""
    _import_matplotlib()
    from matplotlib.figure import Figure

    figure = Figure()
    KINDS[chart.kind](chart, paper, figure.add_axes((0.1, 0.1, 0.8, 0.8)))
    return figure


@cache
def _import_matplotlib() -> None:
    """Imports what draws, without the documentation that it writes of all properties of its
    hundred classes while it is imported: nobody reads it here, and it takes longer than the rest.
    Where it may not write to its own folder it says so at length, and does as well without.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib import artist

    written = artist.kwdoc
    artist.kwdoc = lambda artist: ""
    try:
        import matplotlib.figure  # noqa: F401
    finally:
        artist.kwdoc = written
