"""What every chart has round its marks: paper, margins, the measure's label, gridlines, a key.

Lengths are inches. Nothing here depends on the kind of chart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart
from sufficiency.figures.look import (
    BASELINE,
    EDGE,
    GRID,
    INK,
    LINE_HEIGHT,
    MARKER_SIZE,
    WIDTH,
    series_colours,
)
from sufficiency.figures.scale import Scale, measure_label
from sufficiency.figures.typeface import line_count, text_width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SWATCH = 0.13
_KEY_GAP = 0.22


@dataclass(frozen=True)
class Margins:
    """White between the picture's edge and the plotting area, in inches."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """The plotting area's width."""
        return WIDTH - self.left - self.right


def lay_out(axes: "Axes", margins: Margins, inner_height: float) -> None:
    """Sizes the picture so that the plotting area has this height inside these margins."""
    height = margins.top + inner_height + margins.bottom
    axes.figure.set_size_inches(WIDTH, height)  # type: ignore[union-attr]
    axes.set_position(
        (
            margins.left / WIDTH,
            margins.bottom / height,
            margins.inner_width / WIDTH,
            inner_height / height,
        )
    )


def clear_frame(axes: "Axes") -> None:
    """No box and no tick marks."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, pad=4, colors=INK)


def draw_scale(axes: "Axes", scale: Scale) -> None:
    """Light gridlines across, behind all marks, with their values at the left."""
    axes.set_yticks([float(tick) for tick in scale.ticks], scale.labels)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=GRID, linewidth=0.8)


def draw_baseline(axes: "Axes", *, upright: bool) -> None:
    """A dark line at zero, from which lines, upright and lying bars are read."""
    line = axes.axhline if upright else axes.axvline
    line(0, color=BASELINE, linewidth=1, zorder=2.5, gid="baseline")


def heading_height(chart: Chart, key_lead: str = "") -> float:
    """The height that the measure's label and, with a lead, the key need above the plot."""
    rows = line_count(_measure(chart))
    if key_lead:
        rows += max(row for row, _, _ in _key_places(chart, key_lead)) + 1
    return EDGE + rows * LINE_HEIGHT * 1.15 + 0.12


def write_heading(
    axes: "Axes", chart: Chart, key_lead: str = "", markers: Sequence[str] = ()
) -> None:
    """The measure's label, horizontal, at the top left; under it the key, if a lead is given.

    The key shows a marker for each series where ``markers`` names them, else a square.
    """
    figure = axes.figure
    height = figure.get_figheight()  # type: ignore[union-attr]
    inches = figure.dpi_scale_trans
    figure.text(EDGE, height - EDGE, _measure(chart), transform=inches, va="top", gid="measure")
    if not key_lead:
        return
    top = height - EDGE - line_count(_measure(chart)) * LINE_HEIGHT * 1.15
    figure.text(EDGE, top, key_lead, transform=inches, va="top", gid="key-lead")
    marks = markers or [""] * len(chart.series)
    entries = zip(chart.series, series_colours(chart), marks, strict=True)
    for (series, colour, marker), (row, x, name) in zip(
        entries, _key_places(chart, key_lead), strict=True
    ):
        y = top - row * LINE_HEIGHT * 1.15
        if marker:
            _marker(axes, x, y, colour, marker)
        else:
            _swatch(axes, x, y, colour)
        bold = series.name == chart.highlighted_series
        weight = "bold" if bold else "normal"
        figure.text(
            x + _SWATCH + 0.06, y, name, transform=inches, va="top", weight=weight, gid="key"
        )


def _swatch(axes: "Axes", x: float, top: float, colour: str) -> None:
    from matplotlib.patches import Rectangle

    corner = (x, top - LINE_HEIGHT * 0.5 - _SWATCH / 2)
    figure = axes.figure
    figure.add_artist(
        Rectangle(
            corner, _SWATCH, _SWATCH, facecolor=colour, transform=figure.dpi_scale_trans, gid="key"
        )
    )


def _marker(axes: "Axes", x: float, top: float, colour: str, marker: str) -> None:
    from matplotlib.lines import Line2D

    figure = axes.figure
    figure.add_artist(
        Line2D(
            [x + _SWATCH / 2],
            [top - LINE_HEIGHT * 0.5],
            color=colour,
            marker=marker,
            markersize=MARKER_SIZE,
            transform=figure.dpi_scale_trans,
            gid="key",
        )
    )


def _measure(chart: Chart) -> str:
    return wrap(measure_label(chart), WIDTH - 2 * EDGE)


def _key_places(chart: Chart, lead: str) -> Sequence[tuple[int, float, str]]:
    """Row, left edge in inches and name of each series' entry, flowing like words on a line."""
    return list(_flow([series.name for series in chart.series], lead))


def _flow(names: list[str], lead: str) -> Iterator[tuple[int, float, str]]:
    row, x = 0, EDGE + text_width(lead) + 0.12
    for name in names:
        width = _SWATCH + 0.06 + text_width(name, bold=True)
        if x + width > WIDTH - EDGE and x > EDGE:
            row, x = row + 1, EDGE
        yield row, x, name
        x += width + _KEY_GAP
