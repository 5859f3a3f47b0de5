"""Small multiples: a small line chart for each series, all on one scale."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.frame import (
    Heading,
    clear_frame,
    draw_baseline,
    draw_scale,
    write_heading,
    write_under,
)
from sufficiency.figures.look import (
    EDGE,
    LINE_HEIGHT,
    LINE_WIDTH,
    MARKER_SIZE,
    MARKERS,
    Paper,
    series_colour_alone,
)
from sufficiency.figures.scale import Scale, scale_for
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PANELS = 12
_HEIGHT = 1.05  # of a panel's plotting area, inches
_GAP = 0.3  # inches between two panels
_SIDE = 0.1  # white beside the first and the last point, of the length between them
_VALUE_ROOM = 0.22  # inches over the highest gridline for a value


@dataclass(frozen=True)
class _Panels:
    """How the panels stand: so many columns, each plot ``width`` wide, ``left`` white beside the
    first; their titles, and the names under each, wrapped. Lengths in inches."""

    columns: int
    left: float
    width: float
    titles: list[str]
    names: list[str]

    @property
    def foot(self) -> float:
        """The height that the names under a plot need."""
        return max(map(line_count, self.names)) * LINE_HEIGHT + 0.16

    @property
    def height(self) -> float:
        """The height of a row of panels."""
        title = max(map(line_count, self.titles)) * LINE_HEIGHT + 0.06
        return title + _VALUE_ROOM + _HEIGHT + self.foot

    @property
    def have_room(self) -> bool:
        """Whether every word of a title or a name fits in its panel."""
        return widest(self.titles, bold=True) <= self.width and widest(self.names) <= self.width / 2


def draw_small_multiples(chart: Chart, paper: Paper, axes: "Axes") -> None:
    """Draws a panel a series, in rows of three, on narrow paper two, and sizes the figure to them.

    Every panel has the same scale, so that heights can be compared. The first and the last
    category are named under it, and the last value is printed; a gap has its symbol.
    """
    scale, heading = scale_for(chart), Heading(chart, paper)
    panels = _arrange(chart, paper, scale)
    height = heading.height + ceil(len(chart.series) / panels.columns) * panels.height + EDGE

    figure = axes.figure
    figure.set_size_inches(paper.width, height)  # type: ignore[union-attr]
    for place, series in enumerate(chart.series):
        own = axes if place == 0 else figure.add_axes((0.1, 0.1, 0.8, 0.8))
        row, column = divmod(place, panels.columns)
        bottom = height - heading.height - (row + 1) * panels.height + panels.foot
        own.set_position(
            (
                (panels.left + column * (panels.width + _GAP)) / paper.width,
                bottom / height,
                panels.width / paper.width,
                _HEIGHT / height,
            )
        )
        _draw_panel(own, chart, series, scale, panels.names, is_first=column == 0)
        _draw_line(own, series, series_colour_alone(chart, paper.colours, series))
        own.annotate(
            panels.titles[place],
            xy=(0, 1),
            xycoords="axes fraction",
            xytext=(0, (_VALUE_ROOM + 0.03) * 72),
            textcoords="offset points",
            va="bottom",
            weight="bold",
            gid="panel",
        )
    write_heading(axes, heading)


def _arrange(chart: Chart, paper: Paper, scale: Scale) -> _Panels:
    """As many columns as the words in them allow."""
    left = EDGE + widest(scale.labels) + 0.08
    for columns in range(min(2 if paper.is_narrow else 3, len(chart.series)), 0, -1):
        width = (paper.width - EDGE - left - (columns - 1) * _GAP) / columns
        titles = [wrap(series.name, width, bold=True) for series in chart.series]
        panels = _Panels(columns, left, width, titles, _names(chart, width))
        if panels.have_room:
            break
    return panels


def _names(chart: Chart, width: float) -> list[str]:
    """The first and the last category, wrapped to half a panel each."""
    ends = dict.fromkeys((chart.categories[0], chart.categories[-1]))
    return [wrap(name, _name_width(width)) for name in ends]


def _name_width(width: float) -> float:
    """What each of the two names under a panel may take, from its first or last point inwards."""
    return width / (1 + 2 * _SIDE) / 2 - 0.04


def _draw_panel(
    axes: "Axes", chart: Chart, series: Series, scale: Scale, names: list[str], *, is_first: bool
) -> None:
    last = len(chart.categories) - 1
    clear_frame(axes)
    axes.set_xlim(-_SIDE * max(last, 1), (1 + _SIDE) * max(last, 1))
    axes.set_ylim(scale.low, scale.high)
    draw_scale(axes, scale, has_labels=is_first)
    write_under(axes, 0, names[0], align="left")
    for name in names[1:]:
        write_under(axes, last, name, align="right")
    draw_baseline(axes, upright=True)


def _draw_line(axes: "Axes", series: Series, colour: str) -> None:
    axes.plot(
        range(len(series.points)),
        [float("nan" if one.value is None else one.value) for one in series.points],
        label=series.name,
        color=colour,
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
