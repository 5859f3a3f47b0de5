"""Horizontal bar charts: one row a category, its name at the left, its value at the bar's end."""

from itertools import accumulate
from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP, Bar, bars_of, reach, ticks_within
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import (
    Margins,
    clear_frame,
    draw_baseline,
    heading_height,
    lay_out,
    write_heading,
)
from sufficiency.figures.look import EDGE, LINE_HEIGHT
from sufficiency.figures.scale import scale_for
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BAR = 0.2  # inches
_AIR = 0.11  # inches between two rows
_WIDEST_NAME = 2.1  # inches
_KEY_LEAD = "From the top:"


def draw_horizontal_bar(chart: Chart, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it, taller with every row.

    The first category is at the top. Several series stand as bars under one another in each
    row, in the order of the key. Where a figure is not published its symbol stands at zero.
    The axis of the categories is in inches, downwards.
    """
    names = [wrap(name, _WIDEST_NAME, bold=True) for name in chart.categories]
    rows = [max(_BAR * len(chart.series), line_count(name) * LINE_HEIGHT) + _AIR for name in names]
    middles = [end - row / 2 for end, row in zip(accumulate(rows), rows, strict=True)]
    lead = _KEY_LEAD if len(chart.series) > 1 else ""
    left = EDGE + widest(names, bold=True) + 0.08
    margins = Margins(left, EDGE, heading_height(chart, lead), EDGE + LINE_HEIGHT + 0.08)
    room = LABEL_GAP + widest([bar.point.words for bar in bars_of(chart)], bold=True)
    scale = scale_for(chart)

    lay_out(axes, margins, sum(rows))
    clear_frame(axes, scale_on="x")
    axes.set_ylim(sum(rows), 0)
    axes.set_xlim(reach(chart, scale, margins.inner_width, room))
    axes.set_xticks(*ticks_within(chart, scale))
    axes.set_yticks(middles, names)
    for label, name in zip(axes.get_yticklabels(), chart.categories, strict=True):
        label.set_fontweight("bold" if name == chart.highlighted_category else "normal")
    for bar in bars_of(chart):
        _draw_bar(axes, bar, middles[bar.category] + bar.offset * _BAR)
    draw_baseline(axes, scale_on="x")
    write_heading(axes, chart, lead)


def _draw_bar(axes: "Axes", bar: Bar, middle: float) -> None:
    if bar.point.value is not None:
        axes.barh(middle, bar.length, height=_BAR, color=bar.colour, edgecolor="white", zorder=2)
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
