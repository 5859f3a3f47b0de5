"""Population pyramids: two series back to back, age bands between them, the youngest lowest."""

from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import Heading, Margins, clear_frame, lay_out, write_heading
from sufficiency.figures.look import EDGE, Paper, series_colours
from sufficiency.figures.rows import Rows, rows_of
from sufficiency.figures.typeface import widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "From the left:"
_SIDES = (-1, 1)


def draw_pyramid(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart, of exactly two series, on the axes and sizes their figure to it.

    Both sides have one scale. The names stand in the middle, the first at the bottom, values at
    the outer ends of the bars; a symbol stands where its bar would begin.
    """
    rows = rows_of(chart.categories[::-1], paper)
    heading = Heading(chart, paper, _KEY_LEAD)
    margins = Margins(paper, EDGE, EDGE, heading.height, EDGE)
    words = [point.words for series in chart.series for point in series.points]
    middle = 0.02 if rows.names_above else widest(rows.names, bold=True) / 2 + 0.1
    room = 2 * LABEL_GAP + widest(words, bold=True)
    unit = float(chart.highest or 1) / (margins.inner_width / 2 - middle - room)

    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    axes.set_ylim(rows.height, 0)
    reach = margins.inner_width / 2 * unit
    axes.set_xlim(-reach, reach)
    _write_names(axes, rows, chart.highlighted_category)
    colours = series_colours(chart, paper.colours)
    for side, series, colour in zip(_SIDES, chart.series, colours, strict=True):
        for y, point in zip(rows.middles[::-1], series.points, strict=True):
            start, length = side * middle * unit, side * float(point.value or 0)
            if point.value is not None:
                axes.barh(y, length, left=start, height=rows.bar, color=colour, edgecolor="white")
            axes.annotate(
                point.words,
                xy=(start + length, y),
                xytext=(side * LABEL_GAP * 72, 0),
                textcoords="offset points",
                ha="left" if side > 0 else "right",
                va="center_baseline",
                gid="value" if point.value is not None else "symbol",
            )
    write_heading(axes, heading)


def _write_names(axes: "Axes", rows: Rows, highlighted: str | None) -> None:
    """Each name in the middle, between its two bars or above them."""
    above = [top + rows.air / 2 for top in rows.tops]
    heights = above if rows.names_above else rows.middles
    for y, name, category in reversed(list(zip(heights, rows.names, rows.categories, strict=True))):
        axes.text(
            0,
            y,
            name,
            ha="center",
            va="top" if rows.names_above else "center_baseline",
            weight="bold" if category == highlighted else "normal",
            gid="category",
        )
