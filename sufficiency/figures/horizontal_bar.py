"""Horizontal bar charts: one row a category, its name at the left, its value at the bar's end."""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP, Bar, bars_of, reach
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
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TALLEST = 7.5  # inches that a page has for the rows, beside caption, source and notes
_KEY_LEAD = "From the top:"


@dataclass(frozen=True)
class _Rows:
    """How the rows stand, in inches: ``middles`` downwards from the top of the first."""

    names: list[str]
    heights: list[float]
    bar: float

    @property
    def height(self) -> float:
        return sum(self.heights)

    @property
    def middles(self) -> list[float]:
        ends = accumulate(self.heights)
        return [end - height / 2 for end, height in zip(ends, self.heights, strict=True)]


def draw_horizontal_bar(chart: Chart, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it, taller with every row.

    The first category is at the top. Several series stand as bars under one another in each
    row, in the order of the key. Where a figure is not published its symbol stands at zero.
    The axis of the categories is in inches, downwards.
    """
    rows = _rows(chart)
    lead = _KEY_LEAD if len(chart.series) > 1 else ""
    left = EDGE + widest(rows.names, bold=True) + 0.08
    margins = Margins(left, EDGE, heading_height(chart, lead), EDGE)
    room = 2 * LABEL_GAP + widest([bar.point.words for bar in bars_of(chart)], bold=True)

    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    axes.set_ylim(rows.height, 0)
    axes.set_xlim(reach(chart, margins.inner_width, room))
    axes.set_xticks([])
    axes.set_yticks(rows.middles, rows.names)
    for label, name in zip(axes.get_yticklabels(), chart.categories, strict=True):
        label.set_fontweight("bold" if name == chart.highlighted_category else "normal")
    for bar in bars_of(chart):
        _draw_bar(axes, bar, rows.middles[bar.category] + bar.offset * rows.bar, rows.bar)
    draw_baseline(axes, upright=False)
    write_heading(axes, chart, lead)


def _rows(chart: Chart) -> _Rows:
    """Airy rows; tight ones with names on longer lines where those would not fit on a page."""
    between = 0.06 if len(chart.series) > 1 else 0
    airy = _rows_with(chart, bar=0.2, air=0.11 + between, widest_name=2.1)
    if airy.height <= _TALLEST:
        return airy
    return _rows_with(chart, bar=0.16, air=0.06 + between, widest_name=3.2)


def _rows_with(chart: Chart, *, bar: float, air: float, widest_name: float) -> _Rows:
    names = [wrap(name, widest_name, bold=True) for name in chart.categories]
    bars = bar * len(chart.series)
    heights = [max(bars, line_count(name) * LINE_HEIGHT) + air for name in names]
    return _Rows(names, heights, bar)


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
