"""Upright bar charts: one group a category, side by side, its value over each bar."""

from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP, Bar, bars_of, reach
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import (
    Heading,
    Margins,
    clear_frame,
    draw_baseline,
    lay_out,
    write_heading,
    write_under,
)
from sufficiency.figures.horizontal_bar import draw_horizontal_bar
from sufficiency.figures.look import EDGE, LINE_HEIGHT, Paper
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT = 1.9  # of the plotting area, inches
_WIDEST_BAR = 0.7  # inches
_FILLED = 0.74  # of a category's width by its bars
_MOST_LINES = 3  # of a category's name
_KEY_LEAD = "From the left:"


def draw_bar(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it.

    Several series stand side by side, in the order of the key. Where a figure is not published
    its symbol stands at zero. A chart whose names or values have no room side by side is laid
    on its side instead: text is never turned or shrunk.
    """
    slot = paper.inner / len(chart.categories)
    width = min(_WIDEST_BAR, slot * _FILLED / len(chart.series))
    names = [wrap(name, slot * 0.92, bold=True) for name in chart.headings]
    if not _has_room(chart, names, slot, width):
        draw_horizontal_bar(chart, paper, axes)
        return

    bottom = EDGE + max(map(line_count, names)) * LINE_HEIGHT + 0.08
    heading = Heading(chart, paper, _KEY_LEAD if len(chart.series) > 1 else "")
    lay_out(axes, Margins(paper, EDGE, EDGE, heading.height, bottom), _HEIGHT)
    clear_frame(axes)
    axes.set_xlim(-0.5, len(chart.categories) - 0.5)
    axes.set_ylim(reach(chart, _HEIGHT, LINE_HEIGHT + LABEL_GAP))
    for place, (category, name) in enumerate(zip(chart.categories, names, strict=True)):
        weight = "bold" if category == chart.highlighted_category else "normal"
        write_under(axes, place, name, weight=weight)
    for bar in bars_of(chart, paper.colours):
        _draw_bar(axes, bar, bar.category + bar.offset * width / slot, width / slot)
    draw_baseline(axes, upright=True)
    write_heading(axes, heading)


def _has_room(chart: Chart, names: list[str], slot: float, width: float) -> bool:
    """Whether every name fits under its group and every value over its bar."""
    room_for_value = width * 0.98 if len(chart.series) > 1 else slot * 0.92
    values = [point.words for series in chart.series for point in series.points]
    return (
        widest(names, bold=True) <= slot * 0.92
        and max(map(line_count, names)) <= _MOST_LINES
        and widest(values, bold=True) <= room_for_value
    )


def _draw_bar(axes: "Axes", bar: Bar, middle: float, width: float) -> None:
    if bar.point.value is not None:
        axes.bar(middle, bar.length, width=width, color=bar.colour, edgecolor="white", zorder=2)
    upwards = -1 if bar.length < 0 else 1
    axes.annotate(
        bar.point.words,
        xy=(middle, bar.length),
        xytext=(0, upwards * LABEL_GAP * 72),
        textcoords="offset points",
        ha="center",
        va="top" if upwards < 0 else "bottom",
        weight="bold" if bar.bold else "normal",
        gid="value" if bar.point.value is not None else "symbol",
    )
