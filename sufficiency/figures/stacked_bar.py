"""Stacked bar charts: one row a category, its parts end to end, each with its value inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import (
    Margins,
    clear_frame,
    draw_baseline,
    heading_height,
    lay_out,
    write_heading,
)
from sufficiency.figures.look import EDGE, series_colours, text_on
from sufficiency.figures.rows import rows_of, write_names
from sufficiency.figures.typeface import text_width, widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "From the left:"
_PADDING = 0.06  # inches that a value needs on either side within its part
_MOST_BESIDE = 0.5  # of the plotting area that values beside a bar may take


@dataclass(frozen=True)
class _Part:
    """A part of a bar: where it begins and its length in the chart's unit."""

    start: float
    length: float
    words: str
    colour: str


def draw_stacked_bar(chart: Chart, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it, taller with every row.

    The parts stand in the order of the key. A value without room in its part, or a symbol, is
    printed with its series' name behind the bar's end. Values below zero cannot be stacked.
    """
    rows = rows_of(chart, 1)
    margins = Margins(rows.left, EDGE, heading_height(chart, _KEY_LEAD), EDGE)
    bars = [list(_parts(chart, category)) for category in range(len(chart.categories))]
    longest = max((sum(part.length for part in parts) for parts in bars), default=0) or 1.0
    inch, beside = _scale(chart, bars, longest, margins.inner_width)

    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    write_names(axes, chart, rows)
    axes.set_xlim(0, margins.inner_width / inch)
    for middle, parts, words in zip(rows.middles, bars, beside, strict=True):
        for part in parts:
            _draw_part(axes, part, middle, rows.bar, inch)
        if words:
            axes.annotate(
                words,
                xy=(sum(part.length for part in parts), middle),
                xytext=(LABEL_GAP * 72, 0),
                textcoords="offset points",
                va="center_baseline",
                gid="beside",
            )
    draw_baseline(axes, upright=False)
    write_heading(axes, chart, _KEY_LEAD)


def _parts(chart: Chart, category: int) -> Iterator[_Part]:
    start = 0.0
    for series, colour in zip(chart.series, series_colours(chart), strict=True):
        point = series.points[category]
        if point.value is not None:
            yield _Part(start, float(point.value), point.words, colour)
            start += float(point.value)


def _scale(
    chart: Chart, bars: list[list[_Part]], longest: float, width: float
) -> tuple[float, list[str]]:
    """Inches for one of the unit, and what stands behind each bar at that scale.

    A smaller scale leaves more room behind the bars, but pushes more values out of their parts:
    it shrinks until both agree.
    """
    inch = (width - _PADDING) / longest
    for _ in range(len(chart.series) + 1):
        beside = [_beside(chart, place, inch) for place in range(len(bars))]
        room = min(LABEL_GAP * 2 + widest(beside), width * _MOST_BESIDE) if any(beside) else 0
        fitted = (width - max(room, _PADDING)) / longest
        if fitted >= inch:
            break
        inch = fitted
    return inch, beside


def _beside(chart: Chart, category: int, inch: float) -> str:
    points = ((series.name, series.points[category]) for series in chart.series)
    return "; ".join(
        f"{name} {point.words}"
        for name, point in points
        if point.value is None or not _fits(point.words, float(point.value), inch)
    )


def _fits(words: str, length: float, inch: float) -> bool:
    return text_width(words) + 2 * _PADDING <= length * inch


def _draw_part(axes: "Axes", part: _Part, middle: float, height: float, inch: float) -> None:
    axes.barh(
        middle,
        part.length,
        left=part.start,
        height=height,
        color=part.colour,
        edgecolor="white",
        zorder=2,
    )
    if _fits(part.words, part.length, inch):
        axes.text(
            part.start + part.length / 2,
            middle,
            part.words,
            ha="center",
            va="center_baseline",
            color=text_on(part.colour),
            gid="value",
        )
