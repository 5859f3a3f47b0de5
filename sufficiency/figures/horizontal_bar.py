"""Horizontal bar charts: one row a category, its name at the left, its value at the bar's end."""

from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP, Bar, bars_of, reach
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import Heading, Margins, clear_frame, lay_out, write_heading
from sufficiency.figures.look import EDGE, Paper
from sufficiency.figures.rows import draw_rows_baseline, rows_of, write_names
from sufficiency.figures.typeface import widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "From the top:"


def draw_horizontal_bar(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it, taller with every row.

    The first category is at the top. Several series stand as bars under one another in each
    row, in the order of the key. Where a figure is not published its symbol stands at zero.
    The axis of the categories is in inches, downwards.
    """
    rows = rows_of(chart.categories, paper, bars=len(chart.series))
    heading = Heading(chart, paper, _KEY_LEAD if len(chart.series) > 1 else "")
    margins = Margins(paper, rows.left, EDGE, heading.height, EDGE)
    words = [point.words for series in chart.series for point in series.points]
    room = 2 * LABEL_GAP + widest(words, bold=True)

    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    write_names(axes, rows, chart.highlighted_category)
    axes.set_xlim(reach(chart, margins.inner_width, room))
    for bar in bars_of(chart, paper.colours):
        _draw_bar(axes, bar, rows.middles[bar.category] + bar.offset * rows.bar, rows.bar)
    draw_rows_baseline(axes, rows)
    write_heading(axes, heading)


def _draw_bar(axes: "Axes", bar: Bar, middle: float, width: float) -> None:
    if bar.point.value is not None:
        axes.barh(middle, bar.length, height=width, color=bar.colour, edgecolor="white", zorder=2)
    outwards = -1 if bar.length < 0 else 1
    axes.annotate(
        bar.point.words,
        xy=(bar.length, middle),
        xytext=(outwards * LABEL_GAP * 72, 0),
        textcoords="offset points",
        ha="right" if outwards < 0 else "left",
        va="center_baseline",
        weight="bold" if bar.bold else "normal",
        gid="value" if bar.point.value is not None else "symbol",
    )
