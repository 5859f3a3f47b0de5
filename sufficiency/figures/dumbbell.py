"""Dumbbell charts: one row a category, two values on a line, with the distance between them."""

from typing import TYPE_CHECKING

from sufficiency.figures.bars import LABEL_GAP
from sufficiency.figures.chart import Chart, Point
from sufficiency.figures.frame import (
    Margins,
    clear_frame,
    draw_baseline,
    heading_height,
    lay_out,
    write_heading,
)
from sufficiency.figures.look import EDGE, LINE_WIDTH, MARKER_SIZE, MARKERS, REST, series_colours
from sufficiency.figures.rows import Rows, rows_of, write_names
from sufficiency.figures.typeface import widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "Marks:"
_GAP = LABEL_GAP + MARKER_SIZE / 72 / 2  # inches from a mark's middle to its value


def draw_dumbbell(chart: Chart, axes: "Axes") -> None:
    """Draws the chart, of exactly two series, on the axes and sizes their figure to it.

    The lower value is printed at the left of its mark and the higher at the right; two that are
    level share one. A figure that is not shown leaves its series' name and symbol in the row.
    """
    rows = rows_of(chart, 1)
    margins = Margins(rows.left, EDGE, heading_height(chart, _KEY_LEAD), EDGE)
    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    write_names(axes, chart, rows)
    axes.set_xlim(_reach(chart, margins.inner_width))
    draw_baseline(axes, upright=False)
    for row in range(len(chart.categories)):
        _draw_row(axes, chart, rows, row)
    write_heading(axes, chart, _KEY_LEAD, MARKERS[:2])


def _reach(chart: Chart, inches: float) -> tuple[float, float]:
    """The value axis's ends: zero and all values, with room for words on either side."""
    words = [point.words for series in chart.series for point in series.points]
    left = 2 * _GAP + widest(words, bold=True)
    right = max(left, 2 * _GAP + widest(_missing_words(chart)))
    low, high = float(chart.lowest), float(chart.highest)
    if low == high:
        high = 1
    unit = (high - low) / (inches - left - right)
    return low - left * unit, high + right * unit


def _missing_words(chart: Chart) -> list[str]:
    words = [_missing(chart, row) for row in range(len(chart.categories))]
    # Behind the value that stands in the same row.
    return [f"{max(_printed(chart), key=len)}  {one}" for one in words if one]


def _printed(chart: Chart) -> list[str]:
    return [point.words for series in chart.series for point in series.points]


def _missing(chart: Chart, row: int) -> str:
    return "; ".join(
        f"{series.name} {series.points[row].words}"
        for series in chart.series
        if series.points[row].value is None
    )


def _draw_row(axes: "Axes", chart: Chart, rows: Rows, row: int) -> None:
    y = rows.middles[row]
    points = [series.points[row] for series in chart.series]
    shown = [point for point in points if point.value is not None]
    values = [float(point.value or 0) for point in shown]
    bold = chart.categories[row] == chart.highlighted_category
    if len(values) == 2:
        axes.plot(values, [y, y], color=REST, linewidth=LINE_WIDTH, zorder=3, gid="distance")
    for point, colour, marker in zip(points, series_colours(chart), MARKERS, strict=False):
        if point.value is not None:
            axes.plot(
                [float(point.value)],
                [y],
                color=colour,
                marker=marker,
                markersize=MARKER_SIZE,
                markeredgecolor="white",
                markeredgewidth=0.6,
                zorder=4,
                gid="mark",
            )
    _write_values(axes, shown, y, bold)
    missing = _missing(chart, row)
    if missing:
        ahead = f"{shown[0].words}  " if shown else ""
        words, gid = f"{ahead}{missing}", "symbol"
        _write(axes, values[0] if values else 0, y, words, side=1, bold=False, gid=gid)


def _write_values(axes: "Axes", shown: list[Point], y: float, bold: bool) -> None:
    """The lower value at the left, the higher at the right; nothing for one that is alone."""
    if len(shown) < 2:
        return
    low, high = sorted(shown, key=lambda point: point.value or 0)
    if low.value != high.value:
        _write(axes, float(low.value or 0), y, low.words, side=-1, bold=bold, gid="value")
    _write(axes, float(high.value or 0), y, high.words, side=1, bold=bold, gid="value")


def _write(
    axes: "Axes", x: float, y: float, words: str, *, side: int, bold: bool, gid: str
) -> None:
    axes.annotate(
        words,
        xy=(x, y),
        xytext=(side * _GAP * 72, 0),
        textcoords="offset points",
        ha="left" if side > 0 else "right",
        va="center_baseline",
        weight="bold" if bold else "normal",
        gid=gid,
    )
