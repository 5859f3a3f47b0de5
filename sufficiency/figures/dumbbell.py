"""Dumbbell charts: one row a category, two values on a line, with the distance between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufficiency.brand.palette import REST
from sufficiency.figures.bars import LABEL_GAP
from sufficiency.figures.chart import Chart, Point
from sufficiency.figures.frame import Heading, Margins, clear_frame, lay_out, write_heading
from sufficiency.figures.look import (
    EDGE,
    LINE_WIDTH,
    MARKER_SIZE,
    MARKERS,
    Paper,
    series_colours,
)
from sufficiency.figures.rows import draw_rows_baseline, rows_of, write_names
from sufficiency.figures.typeface import widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KEY_LEAD = "Marks:"
_GAP = LABEL_GAP + MARKER_SIZE / 72 / 2  # inches from a mark's middle to its value
_MOST_BEHIND = 1 / 3  # of the plotting area's width by words behind the marks


def draw_dumbbell(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart, of exactly two series, on the axes and sizes their figure to it.

    The lower value is printed at the left of its mark and the higher at the right; two that are
    level share one. A figure that is not shown leaves its series' name and symbol in the row, or
    under it where there is no room behind the marks.
    """
    rows = rows_of(chart.categories, paper)
    behind = [_behind(chart, row) for row in range(len(chart.categories))]
    if widest(behind) > (paper.width - rows.left) * _MOST_BEHIND:
        missing = [_missing(chart, row) for row in range(len(chart.categories))]
        rows, behind = rows_of(chart.categories, paper, notes=missing), [""] * len(missing)
    heading = Heading(chart, paper, _KEY_LEAD, "mark")
    margins = Margins(paper, rows.left, EDGE, heading.height, EDGE)
    lay_out(axes, margins, rows.height)
    clear_frame(axes)
    write_names(axes, rows, chart.highlighted_category)
    axes.set_xlim(_reach(chart, margins.inner_width, widest(behind)))
    draw_rows_baseline(axes, rows)
    colours = series_colours(chart, paper.colours)
    for row, (y, words) in enumerate(zip(rows.middles, behind, strict=True)):
        _draw_row(axes, chart, colours, row, y, words)
    write_heading(axes, heading)


def _reach(chart: Chart, inches: float, behind: float) -> tuple[float, float]:
    """The value axis's ends: zero and all values, with room for words on either side.

    ``behind`` is what the widest words behind a row's marks need, in inches.
    """
    words = [point.words for series in chart.series for point in series.points]
    left = 2 * _GAP + widest(words, bold=True)
    right = max(left, 2 * _GAP + behind)
    low, high = float(chart.lowest), float(chart.highest)
    if low == high:
        high = 1
    unit = (high - low) / (inches - left - right)
    return low - left * unit, high + right * unit


def _behind(chart: Chart, row: int) -> str:
    """What stands behind a row with a missing figure: the one that is shown, and what is not."""
    missing = _missing(chart, row)
    shown = [
        series.points[row].words for series in chart.series if series.points[row].value is not None
    ]
    return "  ".join([*shown, missing]) if missing else ""


def _missing(chart: Chart, row: int) -> str:
    return "; ".join(
        f"{series.name} {series.points[row].words}"
        for series in chart.series
        if series.points[row].value is None
    )


def _draw_row(
    axes: "Axes", chart: Chart, colours: Sequence[str], row: int, y: float, behind: str
) -> None:
    points = [series.points[row] for series in chart.series]
    shown = [point for point in points if point.value is not None]
    values = [float(point.value or 0) for point in shown]
    bold = chart.categories[row] == chart.highlighted_category
    if len(values) == 2:
        axes.plot(values, [y, y], color=REST, linewidth=LINE_WIDTH, zorder=3, gid="distance")
    for point, colour, marker in zip(points, colours, MARKERS, strict=False):
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
    if behind:
        _write(axes, max(values, default=0), y, behind, side=1, bold=False, gid="symbol")
    else:
        _write_values(axes, shown, y, bold)


def _write_values(axes: "Axes", shown: list[Point], y: float, bold: bool) -> None:
    """The lower value at the left, the higher at the right; one alone at the right."""
    ordered = sorted(shown, key=lambda point: point.value or 0)
    if len(ordered) == 2 and ordered[0].value != ordered[1].value:
        low = ordered[0]
        _write(axes, float(low.value or 0), y, low.words, side=-1, bold=bold, gid="value")
    for high in ordered[-1:]:
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
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},  # over the baseline
        gid=gid,
    )
