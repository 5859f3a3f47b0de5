"""Line charts: values over periods, each line named at its end, or its values at its points."""

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.end_labels import (
    EndLabel,
    end_labels,
    have_room,
    needed_height,
    needed_width,
    value_labels,
    write_end_labels,
)
from sufficiency.figures.frame import (
    Heading,
    Margins,
    clear_frame,
    draw_baseline,
    draw_scale,
    lay_out,
    write_heading,
    write_under,
)
from sufficiency.figures.look import EDGE, LINE_HEIGHT, LineStyle, Paper, line_style
from sufficiency.figures.scale import Scale, scale_for
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT = 2.1  # of the plotting area, inches
_SIDE = 0.3  # white beside the first and the last category, in categories
_VALUE_ROOM = 0.25  # inches that a value needs over or under its point
_ALL_VALUES = 8  # a line with more points has only its telling values printed
_UNDER = 8 / 72  # inches from the plot to the categories' names, clear of the lowest value
_FILLED = 0.92  # of a category's width by words
_KEY_LEAD = "Lines:"
_MOST_NAMED = 3  # series whose missing points are named on the chart; more are counted
_MOST_LINES = 3  # of text on the baseline that says what is missing


def draw_line(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it.

    One series has its values printed at its points; several have their names and last values
    printed at their ends, or a key where the names have no room there. What is not published
    leaves a gap, with its symbol on the baseline.
    """
    scale, labels = scale_for(chart), end_labels(chart, paper)
    heading = Heading(chart, paper)
    if not have_room(labels, paper):
        labels, heading = value_labels(chart), Heading(chart, paper, _KEY_LEAD, "line")
    height = max(_HEIGHT, needed_height(labels))
    across = _across(chart, paper, scale, labels)
    bottom = EDGE + max(map(line_count, across.names)) * LINE_HEIGHT + 0.12
    top = heading.height + (0.1 if len(chart.series) == 1 else 0)

    lay_out(axes, Margins(paper, across.left, across.right, top, bottom), height)
    clear_frame(axes)
    axes.set_xlim(-_SIDE, across.last)
    axes.set_ylim(_lower_end(chart, scale, height), scale.high)
    draw_scale(axes, scale)
    for place, name in enumerate(across.names):
        write_under(axes, place, name, gap=_UNDER)
    draw_baseline(axes, upright=True)
    for place, series in enumerate(chart.series):
        _draw_series(axes, series, line_style(chart, paper.colours, place))
    _write_symbols(axes, chart, across.slot)
    if labels:
        write_end_labels(axes, chart, labels)
    if len(chart.series) == 1:
        _write_values(axes, chart.series[0], across.slot, height)
    write_heading(axes, heading)


@dataclass(frozen=True)
class _Across:
    """How the categories stand: the margins and the width of one, in inches, and their names.

    ``last`` is where the axis ends, in categories.
    """

    left: float
    right: float
    slot: float
    last: float
    names: list[str]


def _across(chart: Chart, paper: Paper, scale: Scale, labels: list[EndLabel]) -> _Across:
    """Margins wide enough for the gridlines' values, for the labels, and for what the first and
    the last category's name, centred under its point, reach beyond the plotting area."""
    ends = len(chart.categories) - 1 + (0 if labels else _SIDE)
    left = EDGE + widest(scale.labels) + 0.08
    right = EDGE + (needed_width(labels) if labels else 0.1)
    most_lines = 3 if paper.is_narrow else 2
    for _ in range(2):  # wider margins leave the names less room, which may break them
        slot = Margins(paper, left, right, 0, 0).inner_width / (ends + _SIDE)
        names = category_names(chart, slot, most_lines)
        first, last = (widest([names[place]]) / 2 for place in (0, -1))
        left = max(left, EDGE + first - _SIDE * slot)
        right = max(right, EDGE + last - (0 if labels else _SIDE * slot))
    slot = Margins(paper, left, right, 0, 0).inner_width / (ends + _SIDE)
    return _Across(left, right, slot, ends, names)


def _lower_end(chart: Chart, scale: Scale, height: float) -> float:
    """The lowest gridline, or below it, so that a negative value can be printed under its point."""
    if chart.lowest == 0:
        return scale.low
    return scale.low - (scale.high - scale.low) * _VALUE_ROOM / (height - _VALUE_ROOM)


def _draw_series(axes: "Axes", series: Series, style: LineStyle) -> None:
    axes.plot(
        range(len(series.points)),
        [float("nan" if one.value is None else one.value) for one in series.points],
        label=series.name,
        color=style.colour,
        linewidth=style.width,
        linestyle=(0, style.dashes) if style.dashes else "solid",
        marker=style.marker,
        markersize=style.marker_size,
        markeredgecolor="white",
        markeredgewidth=0.6,
        zorder=3 if style.is_rest else 4,
        clip_on=False,
    )


def category_names(chart: Chart, slot: float, most_lines: int = 2) -> list[str]:
    """The names under the axis, ``slot`` inches a category, in at most so many lines.

    Where they have no room, only every second, third and so on is written, counted from the
    last.
    """
    last = len(chart.categories) - 1
    for step in count(1):
        room = slot * step * _FILLED
        names = [
            wrap(name, room) if (last - place) % step == 0 else ""
            for place, name in enumerate(chart.headings)
        ]
        if step > last or (widest(names) <= room and max(map(line_count, names)) <= most_lines):
            break
    return names


def _write_symbols(axes: "Axes", chart: Chart, slot: float) -> None:
    """Where a point is not shown its symbol stands on the baseline, with whose it is.

    Where a name has no room its lines are counted, and where that has none the symbol stands
    alone: the alt text and the data say the rest.
    """
    for column in range(len(chart.categories)):
        told = [
            [wrap(line, 2 * _SIDE * slot) for line in lines] for lines in _missing_at(chart, column)
        ]
        fitting = (
            lines
            for lines in told
            if widest(lines) <= slot * _FILLED and sum(map(line_count, lines)) <= _MOST_LINES
        )
        lines = next(fitting, told[-1] if told else [])
        if lines:
            axes.annotate(
                "\n".join(lines),
                xy=(column, 0),
                xytext=(0, 3),
                textcoords="offset points",
                ha="center",
                va="bottom",
                gid="symbol",
            )


def _missing_at(chart: Chart, column: int) -> list[list[str]]:
    """Ways to say what is not shown in a column, the fullest first; none where all is shown."""
    missing = [
        (series.name, series.points[column].words)
        for series in chart.series
        if series.points[column].value is None
    ]
    symbols = sorted({symbol for _, symbol in missing})
    if not missing or (len(missing) == len(chart.series) and len(symbols) == 1):
        return [symbols] if symbols else []
    counts = [(sum(own == symbol for _, own in missing), symbol) for symbol in symbols]
    counted = [f"{number} of {len(chart.series)} {symbol}" for number, symbol in counts]
    named = [f"{name} {symbol}" for name, symbol in missing]
    return [named, counted, symbols] if len(missing) <= _MOST_NAMED else [counted, symbols]


def _write_values(axes: "Axes", series: Series, slot: float, height: float) -> None:
    low, high = axes.get_ylim()
    for place in _telling(series, slot):
        point = series.points[place]
        under = (float(point.value or 0) - low) / (high - low) * height
        below = under >= _VALUE_ROOM and _is_valley(series, place)
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


def _telling(series: Series, slot: float) -> list[int]:
    """The points whose values are printed: all where they have room, else first, last, highest
    and lowest, as far as they do not touch."""
    shown = [(place, one.value) for place, one in enumerate(series.points) if one.value is not None]
    if not shown:
        return []
    width = widest([series.points[place].words for place, _ in shown])
    if len(shown) <= _ALL_VALUES and width <= slot * _FILLED:
        return [place for place, _ in shown]
    highest = max(shown, key=lambda pair: pair[1])[0]
    lowest = min(shown, key=lambda pair: pair[1])[0]
    told: list[int] = []
    for place in (shown[-1][0], shown[0][0], highest, lowest):
        if all(abs(place - other) * slot * _FILLED >= width for other in told):
            told.append(place)
    return sorted(told)


def _is_valley(series: Series, place: int) -> bool:
    """Whether the line leaves more room under the point than over it."""
    value = series.points[place].value
    beside = [*series.points[max(place - 1, 0) : place], *series.points[place + 1 : place + 2]]
    around = [point.value for point in beside if point.value is not None]
    return value is not None and bool(around) and all(one > value for one in around)
