"""Small multiples: a small line chart for each series, all on one scale."""

from math import ceil
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.frame import (
    clear_frame,
    draw_baseline,
    draw_scale,
    heading_height,
    write_heading,
)
from sufficiency.figures.look import (
    EDGE,
    LINE_HEIGHT,
    LINE_WIDTH,
    MARKER_SIZE,
    MARKERS,
    WIDTH,
    series_colour_alone,
)
from sufficiency.figures.scale import Scale, scale_for
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PANELS = 12
_COLUMNS = 3
_HEIGHT = 1.05  # of a panel's plotting area, inches
_GAP = 0.3  # inches between two panels
_VALUE_ROOM = 0.22  # inches over the highest gridline for a value


def draw_small_multiples(chart: Chart, axes: "Axes") -> None:
    """Draws a panel a series, three in a row, and sizes the figure to them.

    Every panel has the same scale, so that heights can be compared. The first and the last
    category are named under it, and the last value is printed; a gap has its symbol.
    """
    scale = scale_for(chart)
    left = EDGE + widest(scale.labels) + 0.08
    columns = min(_COLUMNS, len(chart.series))
    width = (WIDTH - EDGE - left - (columns - 1) * _GAP) / columns
    titles = [wrap(series.name, width, bold=True) for series in chart.series]
    title = max(map(line_count, titles)) * LINE_HEIGHT + 0.06
    names = _names(chart, width)
    foot = max(map(line_count, names)) * LINE_HEIGHT + 0.16
    panel = title + _VALUE_ROOM + _HEIGHT + foot
    top = heading_height(chart)
    height = top + ceil(len(chart.series) / columns) * panel + EDGE

    figure = axes.figure
    figure.set_size_inches(WIDTH, height)  # type: ignore[union-attr]
    for place, series in enumerate(chart.series):
        own = axes if place == 0 else figure.add_axes((0.1, 0.1, 0.8, 0.8))
        row, column = divmod(place, columns)
        bottom = height - top - (row + 1) * panel + foot
        own.set_position(
            (
                (left + column * (width + _GAP)) / WIDTH,
                bottom / height,
                width / WIDTH,
                _HEIGHT / height,
            )
        )
        _draw_panel(own, chart, series, scale, names, is_first=column == 0)
        own.annotate(
            titles[place],
            xy=(0, 1),
            xycoords="axes fraction",
            xytext=(0, (_VALUE_ROOM + 0.03) * 72),
            textcoords="offset points",
            va="bottom",
            weight="bold",
            gid="panel",
        )
    write_heading(axes, chart)


def _names(chart: Chart, width: float) -> list[str]:
    """The first and the last category, wrapped to half a panel each."""
    ends = dict.fromkeys((chart.categories[0], chart.categories[-1]))
    return [wrap(name, width / 2 - 0.05) for name in ends]


def _draw_panel(
    axes: "Axes", chart: Chart, series: Series, scale: Scale, names: list[str], *, is_first: bool
) -> None:
    last = len(chart.categories) - 1
    clear_frame(axes)
    axes.set_xlim(-0.1 * max(last, 1), 1.1 * max(last, 1))
    axes.set_ylim(scale.low, scale.high)
    draw_scale(axes, scale)
    if not is_first:
        axes.set_yticklabels([])
    places = [0, last][: len(names)]
    axes.set_xticks(places, names)
    for label in axes.get_xticklabels()[:1]:
        label.set_horizontalalignment("left")
    for label in axes.get_xticklabels()[1:]:
        label.set_horizontalalignment("right")
    draw_baseline(axes, upright=True)
    axes.plot(
        range(len(series.points)),
        [float("nan" if one.value is None else one.value) for one in series.points],
        label=series.name,
        color=series_colour_alone(chart, series),
        linewidth=LINE_WIDTH,
        marker=MARKERS[0],
        markersize=MARKER_SIZE * 0.7,
        zorder=4,
        clip_on=False,
    )
    _write_last_value(axes, series)
    for place, point in enumerate(series.points):
        if point.value is None:
            axes.annotate(
                point.words,
                xy=(place, 0),
                xytext=(0, 3),
                textcoords="offset points",
                ha="center",
                va="bottom",
                gid="symbol",
            )


def _write_last_value(axes: "Axes", series: Series) -> None:
    shown = [place for place, point in enumerate(series.points) if point.value is not None]
    if not shown:
        return
    point = series.points[shown[-1]]
    axes.annotate(
        point.words,
        xy=(shown[-1], float(point.value or 0)),
        xytext=(4, 5),
        textcoords="offset points",
        ha="right",
        va="bottom",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        gid="value",
    )
