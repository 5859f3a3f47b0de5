"""Line charts: values over periods, each line named at its end."""

from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.end_labels import EndLabel, needed_height, spread
from sufficiency.figures.frame import (
    Margins,
    clear_frame,
    draw_baseline,
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
    REST,
    REST_LINE_WIDTH,
    REST_MARKER_SIZE,
    WIDTH,
    series_colours,
)
from sufficiency.figures.scale import Scale, scale_for
from sufficiency.figures.typeface import line_count, text_width, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT = 2.5  # of the plotting area, inches
_SIDE = 0.3  # white beside the first and the last category, in categories
_LABEL_GAP = 0.12  # from the last point to the line's name, inches
_WIDEST_NAME = 1.45  # inches
_ALL_VALUES = 8  # a single line with more points has only its telling values printed


def draw_line(chart: Chart, axes: "Axes") -> None:
    """Draws the chart on the axes and sizes their figure to it.

    One series has its values printed at its points; several have their names and last values
    printed at their ends. What is not published leaves a gap, with its symbol on the baseline.
    """
    scale, labels = scale_for(chart), _end_labels(chart)
    left = EDGE + widest(scale.labels) + 0.06
    names_width = max((text_width(label.text, bold=label.bold) for label in labels), default=0.1)
    right = EDGE + names_width + (_LABEL_GAP if labels else 0)
    slot = (WIDTH - left - right) / (len(chart.categories) - 1 + 2 * _SIDE)
    names = _category_names(chart, slot)
    bottom = EDGE + max(map(line_count, names)) * LINE_HEIGHT + 0.08
    height = max(_HEIGHT, needed_height(labels))

    lay_out(axes, Margins(left, right, heading_height(chart), bottom), height)
    clear_frame(axes, scale_on="y")
    axes.set_xlim(-_SIDE, len(chart.categories) - 1 + _SIDE)
    axes.set_ylim(scale.low, scale.high)
    axes.set_yticks([float(tick) for tick in scale.ticks], scale.labels)
    axes.set_xticks(range(len(names)), names)
    draw_baseline(axes, scale_on="y")
    for place, series in enumerate(chart.series):
        _draw_series(axes, chart, place, series)
    _write_symbols(axes, chart)
    if labels:
        _write_end_labels(axes, chart, labels, scale, height)
    else:
        _write_values(axes, chart.series[0])
    write_heading(axes, chart)


def _draw_series(axes: "Axes", chart: Chart, place: int, series: Series) -> None:
    is_rest = chart.highlighted_series not in (None, series.name)
    dashes = DASHES[place % len(DASHES)]
    if series.name == chart.highlighted_series:
        dashes = ()
    elif is_rest:
        dashes = DASHES[1 + place % (len(DASHES) - 1)]
    values = [float("nan" if one.value is None else one.value) for one in series.points]
    axes.plot(
        range(len(values)),
        values,
        label=series.name,
        color=series_colours(chart)[place],
        linewidth=REST_LINE_WIDTH if is_rest else LINE_WIDTH,
        linestyle=(0, dashes) if dashes else "solid",
        marker=MARKERS[place % len(MARKERS)],
        markersize=REST_MARKER_SIZE if is_rest else MARKER_SIZE,
        zorder=3 if is_rest else 4,
        clip_on=False,
    )


def _category_names(chart: Chart, slot: float) -> list[str]:
    """The names under the axis; where they have no room only every second, third… from the end."""
    words = [word for name in chart.categories for word in name.split()]
    every = next(
        (step for step in range(1, len(chart.categories)) if widest(words) <= slot * step * 0.94),
        len(chart.categories),
    )
    last = len(chart.categories) - 1
    return [
        wrap(name, slot * every * 0.94) if (last - place) % every == 0 else ""
        for place, name in enumerate(chart.categories)
    ]


def _end_labels(chart: Chart) -> list[EndLabel]:
    """A label for each series that has a point to stand beside; none for a single series."""
    if len(chart.series) == 1:
        return []
    return [
        EndLabel(place, _end_text(series, bold), bold)
        for place, series in enumerate(chart.series)
        for bold in (series.name == chart.highlighted_series,)
        if _last_shown(series) is not None
    ]


def _end_text(series: Series, bold: bool) -> str:
    last = series.points[-1]
    words = f"{series.name} {last.words}" if last.value is not None else series.name
    return wrap(words, _WIDEST_NAME, bold=bold)


def _last_shown(series: Series) -> int | None:
    shown = [place for place, point in enumerate(series.points) if point.value is not None]
    return shown[-1] if shown else None


def _write_end_labels(
    axes: "Axes", chart: Chart, labels: list[EndLabel], scale: Scale, height: float
) -> None:
    """Writes the names in a column right of the last category; a thin line leads to each moved."""
    inch = height / (scale.high - scale.low)
    ends = []
    for label in labels:
        place = _last_shown(chart.series[label.series]) or 0
        ends.append((place, float(chart.series[label.series].points[place].value or 0)))
    wanted = [(value - scale.low) * inch for _, value in ends]
    middles = spread(wanted, [label.height for label in labels], height)
    column = len(chart.categories) - 1
    for label, (place, value), want, middle in zip(labels, ends, wanted, middles, strict=True):
        text_at = scale.low + middle / inch
        if place != column or abs(middle - want) > 0.05:
            axes.annotate(
                "",
                xy=(place, value),
                xytext=(column, text_at),
                arrowprops={"arrowstyle": "-", "color": REST, "linewidth": 0.7, "shrinkA": 0},
            )
        axes.annotate(
            label.text,
            xy=(column, text_at),
            xytext=(_LABEL_GAP * 72, 0),
            textcoords="offset points",
            va="center",
            weight="bold" if label.bold else "normal",
            gid="end-label",
        )


def _write_symbols(axes: "Axes", chart: Chart) -> None:
    """Where a point is not shown its symbol stands on the baseline, with whose it is."""
    for column in range(len(chart.categories)):
        missing = [one for one in chart.series if one.points[column].value is None]
        symbols = {one.points[column].words for one in missing}
        if len(chart.series) == len(missing) and len(symbols) == 1:
            lines = sorted(symbols)
        else:
            lines = [f"{one.name} {one.points[column].words}" for one in missing]
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


def _write_values(axes: "Axes", series: Series) -> None:
    for place in _telling(series):
        point = series.points[place]
        below = _is_valley(series, place)
        axes.annotate(
            point.words,
            xy=(place, float(point.value or 0)),
            xytext=(0, -7 if below else 6),
            textcoords="offset points",
            ha="center",
            va="top" if below else "bottom",
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
    """Whether the line leaves more room under the point than over it."""
    value = series.points[place].value
    beside = [*series.points[max(place - 1, 0) : place], *series.points[place + 1 : place + 2]]
    around = [point.value for point in beside if point.value is not None]
    return value is not None and bool(around) and all(one > value for one in around)
