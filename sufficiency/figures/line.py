"""Line charts: values over periods, each line named at its end, or its values at its points."""

from itertools import count
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.end_labels import (
    EndLabel,
    end_labels,
    needed_height,
    needed_width,
    write_end_labels,
)
from sufficiency.figures.frame import (
    Margins,
    clear_frame,
    draw_baseline,
    draw_scale,
    heading_height,
    lay_out,
    write_heading,
)
from sufficiency.figures.look import (
    DASHES,
    EDGE,
    LINE_HEIGHT,
    LINE_WIDTH,
    MARKER_SIZE,
    MARKERS,
    REST_LINE_WIDTH,
    REST_MARKER_SIZE,
    WIDTH,
    series_colours,
)
from sufficiency.figures.scale import Scale, scale_for
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT = 2.4  # of the plotting area, inches
_SIDE = 0.3  # white beside the first and the last category, in categories
_VALUE_ROOM = 0.25  # inches that a value needs over or under its point
_ALL_VALUES = 8  # a line with more points has only its telling values printed
_MOST_NAMED = 3  # series whose missing points are named on the chart; more are counted


def draw_line(chart: Chart, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it.

    One series has its values printed at its points; several have their names and last values
    printed at their ends. What is not published leaves a gap, with its symbol on the baseline.
    """
    scale, labels = scale_for(chart), end_labels(chart)
    height = max(_HEIGHT, needed_height(labels))
    first, last = -_SIDE, len(chart.categories) - 1 + (0 if labels else _SIDE)
    left, right = _sides(chart, scale, labels)
    slot = Margins(left, right, 0, 0).inner_width / (last - first)
    names = category_names(chart, slot)
    bottom = EDGE + max(map(line_count, names)) * LINE_HEIGHT + 0.1
    top = heading_height(chart) + (0 if labels else 0.1)

    lay_out(axes, Margins(left, right, top, bottom), height)
    clear_frame(axes)
    axes.set_xlim(first, last)
    axes.set_ylim(_lower_end(chart, scale, height), scale.high)
    draw_scale(axes, scale)
    axes.set_xticks(range(len(names)), names)
    axes.tick_params(axis="x", pad=6)  # clear of the lowest gridline's value
    draw_baseline(axes, upright=True)
    for place, series in enumerate(chart.series):
        _draw_series(axes, chart, place, series)
    _write_symbols(axes, chart, slot)
    if labels:
        write_end_labels(axes, chart, labels)
    else:
        _write_values(axes, chart.series[0])
    write_heading(axes, chart)


def _sides(chart: Chart, scale: Scale, labels: list[EndLabel]) -> tuple[float, float]:
    """The margins at the left and the right, in inches.

    Wide enough for the gridlines' values, for the labels, and for what the first and the last
    category's name, centred under its point, reach beyond the plotting area.
    """
    side = _SIDE * WIDTH / (len(chart.categories) + 1)
    first, last = (widest([chart.categories[place]]) / 2 for place in (0, -1))
    left = max(widest(scale.labels) + 0.08, first - side)
    right = max(needed_width(labels), last) if labels else max(0.1, last - side)
    return EDGE + left, EDGE + right


def _lower_end(chart: Chart, scale: Scale, height: float) -> float:
    """The lowest gridline, or below it, so that a negative value can be printed under its point."""
    if chart.lowest == 0:
        return scale.low
    return scale.low - (scale.high - scale.low) * _VALUE_ROOM / (height - _VALUE_ROOM)


def _draw_series(axes: "Axes", chart: Chart, place: int, series: Series) -> None:
    is_rest = chart.highlighted_series not in (None, series.name)
    dashes = DASHES[place % len(DASHES)]
    if series.name == chart.highlighted_series:
        dashes = DASHES[0]
    elif is_rest:
        dashes = DASHES[1 + place % (len(DASHES) - 1)]
    axes.plot(
        range(len(series.points)),
        [float("nan" if one.value is None else one.value) for one in series.points],
        label=series.name,
        color=series_colours(chart)[place],
        linewidth=REST_LINE_WIDTH if is_rest else LINE_WIDTH,
        linestyle=(0, dashes) if dashes else "solid",
        marker=MARKERS[place % len(MARKERS)],
        markersize=REST_MARKER_SIZE if is_rest else MARKER_SIZE,
        markeredgecolor="white",
        markeredgewidth=0.6,
        zorder=3 if is_rest else 4,
        clip_on=False,
    )


def category_names(chart: Chart, slot: float) -> list[str]:
    """The names under the axis, in two lines at most, ``slot`` inches a category.

    Where they have no room, only every second, third and so on is written, counted from the
    last.
    """
    last = len(chart.categories) - 1
    for step in count(1):
        room = slot * step * 0.92
        names = [
            wrap(name, room) if (last - place) % step == 0 else ""
            for place, name in enumerate(chart.categories)
        ]
        if step > last or (widest(names) <= room and max(map(line_count, names)) <= 2):
            break
    return names


def _write_symbols(axes: "Axes", chart: Chart, slot: float) -> None:
    """Where a point is not shown its symbol stands on the baseline, with whose it is."""
    for column in range(len(chart.categories)):
        lines = _missing_at(chart, column)
        if lines:
            axes.annotate(
                "\n".join(wrap(line, 2 * _SIDE * slot) for line in lines),
                xy=(column, 0),
                xytext=(0, 3),
                textcoords="offset points",
                ha="center",
                va="bottom",
                gid="symbol",
            )


def _missing_at(chart: Chart, column: int) -> list[str]:
    missing = [
        (series.name, series.points[column].words)
        for series in chart.series
        if series.points[column].value is None
    ]
    symbols = sorted({symbol for _, symbol in missing})
    if len(missing) == len(chart.series) and len(symbols) == 1:
        return symbols
    if len(missing) <= _MOST_NAMED:
        return [f"{name} {symbol}" for name, symbol in missing]
    counts = [(sum(own == symbol for _, own in missing), symbol) for symbol in symbols]
    return [f"{number} of {len(chart.series)} {symbol}" for number, symbol in counts]


def _write_values(axes: "Axes", series: Series) -> None:
    for place in _telling(series):
        point = series.points[place]
        below = _is_valley(series, place)
        axes.annotate(
            point.words,
            xy=(place, float(point.value or 0)),
            xytext=(0, -6 if below else 5),
            textcoords="offset points",
            ha="center",
            va="top" if below else "bottom",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
            gid="value",
        )


def _telling(series: Series) -> list[int]:
    """The points whose values are printed: all of a few, else first, last, highest, lowest."""
    shown = [(place, one.value) for place, one in enumerate(series.points) if one.value is not None]
    if len(shown) <= _ALL_VALUES:
        return [place for place, _ in shown]
    highest = max(shown, key=lambda pair: pair[1])[0]
    lowest = min(shown, key=lambda pair: pair[1])[0]
    return sorted({shown[0][0], shown[-1][0], highest, lowest})


def _is_valley(series: Series, place: int) -> bool:
    """Whether the line leaves more room under the point than over it, and there is room."""
    value = series.points[place].value
    beside = [*series.points[max(place - 1, 0) : place], *series.points[place + 1 : place + 2]]
    around = [point.value for point in beside if point.value is not None]
    return value is not None and bool(around) and all(one > value for one in around)
