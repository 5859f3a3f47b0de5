"""Names at the ends of lines, moved apart where they would cover one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sufficiency.brand.palette import REST
from sufficiency.figures.chart import Chart, Series
from sufficiency.figures.look import LINE_HEIGHT, Paper
from sufficiency.figures.typeface import line_count, text_width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_AIR = 0.03  # inches between two labels
_GAP = 0.2  # inches from the last category to the labels
_NAME_SHARE = 0.23  # of the paper's width by the names
_MOST_LINES = 3  # of a name with its value
_TALLEST = 6.0  # inches that all labels may take, one above the other


@dataclass(frozen=True)
class EndLabel:
    """A line's name with its last value, wrapped, and the point beside which it belongs.

    ``column`` is the place of the line's last published point, ``value`` what it shows.
    """

    text: str
    bold: bool
    column: int
    value: float

    @property
    def height(self) -> float:
        """In inches, with the air that keeps it from its neighbour."""
        return line_count(self.text) * LINE_HEIGHT + _AIR


def end_labels(chart: Chart, paper: Paper) -> list[EndLabel]:
    """A label for each series with a published point; none where there is a single series."""
    if len(chart.series) == 1:
        return []
    widest_name = paper.width * _NAME_SHARE
    labels = (_end_label(chart, series, widest_name) for series in chart.series)
    return [label for label in labels if label is not None]


def _end_label(chart: Chart, series: Series, widest_name: float) -> EndLabel | None:
    shown = [(place, one.value) for place, one in enumerate(series.points) if one.value is not None]
    if not shown:
        return None
    column, value = shown[-1]
    is_last = column == len(series.points) - 1
    words = f"{series.name} {series.points[column].words}" if is_last else series.name
    bold = series.name == chart.highlighted_series
    return EndLabel(wrap(words, widest_name, bold=bold), bold, column, float(value))


def have_room(labels: Sequence[EndLabel], paper: Paper) -> bool:
    """Whether the names can stand at the lines' ends; where they cannot, a key names the lines."""
    return (
        all(_width(label) <= paper.width * _NAME_SHARE for label in labels)
        and all(line_count(label.text) <= _MOST_LINES for label in labels)
        and needed_height(labels) <= _TALLEST
    )


def value_labels(chart: Chart) -> list[EndLabel]:
    """The last value alone of each line that reaches the last category, for a chart with a key."""
    last = len(chart.categories) - 1
    return [
        EndLabel(point.words, series.name == chart.highlighted_series, last, float(point.value))
        for series in chart.series
        if (point := series.points[last]).value is not None
    ]


def needed_height(labels: Sequence[EndLabel]) -> float:
    """The height in inches that all the labels need, one above the other."""
    return sum(label.height for label in labels)


def needed_width(labels: Sequence[EndLabel]) -> float:
    """The width in inches of the widest label, from the last category on."""
    return _GAP + max(map(_width, labels))


def _width(label: EndLabel) -> float:
    return text_width(label.text, bold=label.bold)


def write_end_labels(axes: "Axes", chart: Chart, labels: Sequence[EndLabel]) -> None:
    """Writes the labels in a column right of the last category.

    A thin dotted line leads to each that had to move or whose line ends earlier.
    """
    figure, box, (low, high) = axes.get_figure(root=True), axes.get_position(), axes.get_ylim()
    assert figure is not None  # axes that are being drawn on always have one
    first, last = axes.get_xlim()
    height = box.height * figure.get_figheight()
    across = (last - first) / (box.width * figure.get_figwidth())  # categories an inch
    inch = height / (high - low)
    wanted = [(label.value - low) * inch for label in labels]
    middles = spread(wanted, [label.height for label in labels], height)
    column = len(chart.categories) - 1
    for label, want, middle in zip(labels, wanted, middles, strict=True):
        y = low + middle / inch
        if label.column != column or abs(middle - want) > 0.05:
            axes.plot(
                [label.column, column + (_GAP - 0.04) * across],
                [label.value, y],
                color=REST,
                linewidth=0.8,
                linestyle=(0, (1, 1.5)),
                zorder=1.5,
                clip_on=False,
                gid="leader",
            )
        axes.text(
            column + _GAP * across,
            y,
            label.text,
            va="center",
            weight="bold" if label.bold else "normal",
            gid="end-label",
        )


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Middles for labels that want to stand at ``wanted``, none covering another.

    Labels keep their order, move as little as may be and stay between 0 and ``top`` (all in
    inches) if there is room. Those that would overlap form a block centred on the mean of what
    they want. The answer is in the order of ``wanted``.
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], -place))
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _bottom(blocks[-1], wanted, heights, top) < (
            _bottom(blocks[-2], wanted, heights, top) + _size(blocks[-2], heights)
        ):
            last = blocks.pop()
            blocks[-1] += last
    middles = [0.0] * len(wanted)
    for block in blocks:
        edge = _bottom(block, wanted, heights, top)
        for place in block:
            middles[place] = edge + heights[place] / 2
            edge += heights[place]
    return middles


def _size(block: list[int], heights: Sequence[float]) -> float:
    return sum(heights[place] for place in block)


def _bottom(
    block: list[int], wanted: Sequence[float], heights: Sequence[float], top: float
) -> float:
    """Where a block's lower edge stands so that its labels are nearest to what they want."""
    edges, below = [], 0.0
    for place in block:
        edges.append(wanted[place] - heights[place] / 2 - below)
        below += heights[place]
    return max(0.0, min(sum(edges) / len(edges), top - below))
