"""Stacked bar charts: one row a category, its parts end to end, each with its value inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sufficiency.brand import ChartColours
from sufficiency.figures.bars import LABEL_GAP
from sufficiency.figures.chart import Chart
from sufficiency.figures.frame import Heading, Margins, clear_frame, lay_out, write_heading
from sufficiency.figures.look import EDGE, Paper, series_colours
from sufficiency.figures.rows import draw_rows_baseline, rows_of, write_names
from sufficiency.figures.typeface import text_width, widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "From the left:"
_PADDING = 0.06  # inches that a value needs on either side within its part
_MOST_BESIDE = 0.5  # of the plotting area that values beside a bar may take


@dataclass(frozen=True)
class _Part:
    """A part of a bar: where it begins and its length in the chart's unit; ``ink`` is for its value
    on its colour."""

    start: float
    length: float
    words: str
    colour: str
    ink: str


def draw_stacked_bar(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it, taller with every row.

    The parts stand in the order of the key. A value without room in its part, or a symbol, is
    printed with its series' name behind the bar's end, or under the bar where there is no room
    behind it. Values below zero cannot be stacked.
    """
    rows = rows_of(chart.categories, paper)
    bars = [
        list(_parts(chart, paper.colours, category)) for category in range(len(chart.categories))
    ]
    inch, beside = _scale(chart, bars, paper.width - rows.left - EDGE)
    if not beside:
        notes = [_without_room(chart, category, inch) for category in range(len(bars))]
        rows, beside = rows_of(chart.categories, paper, notes=notes), [""] * len(bars)
    heading = Heading(chart, paper, _KEY_LEAD)
    margins = Margins(paper, rows.left, EDGE, heading.height, EDGE)

    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    write_names(axes, rows, chart.highlighted_category)
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
    draw_rows_baseline(axes, rows)
    write_heading(axes, heading)


def _parts(chart: Chart, colours: ChartColours, category: int) -> Iterator[_Part]:
    start = 0.0
    for series, colour in zip(chart.series, series_colours(chart, colours), strict=True):
        point = series.points[category]
        if point.value is not None:
            ink = colours.text_on(colour)
            yield _Part(start, float(point.value), point.words, colour, ink)
            start += float(point.value)


def _scale(chart: Chart, bars: list[list[_Part]], width: float) -> tuple[float, list[str]]:
    """Inches for one of the unit, and what stands behind each bar at that scale.

    A smaller scale leaves more room behind the bars, but pushes more values out of their parts:
    it shrinks until both agree. Where they would leave the bars too little, nothing stands
    behind them ([]) and they take the whole width.
    """
    longest = max((sum(part.length for part in parts) for parts in bars), default=0) or 1.0
    whole = inch = (width - _PADDING) / longest
    while True:
        beside = [_without_room(chart, place, inch) for place in range(len(bars))]
        room = LABEL_GAP * 2 + widest(beside) if any(beside) else _PADDING
        if room > width * _MOST_BESIDE:
            return whole, []
        if (width - room) / longest >= inch:
            return inch, beside
        inch = (width - room) / longest


def _without_room(chart: Chart, category: int, inch: float) -> str:
    """The values of a bar that do not fit in their parts, and its symbols, each with its name."""
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
            color=part.ink,
            gid="value",
        )
