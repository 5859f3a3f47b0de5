"""What every chart has round its marks: paper, margins, gridlines, the baseline, the heading.

Lengths are inches. Nothing here depends on the kind of chart.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sufficiency.brand.palette import BASELINE, GRID
from sufficiency.figures.chart import Chart
from sufficiency.figures.key import Sample, entries_of, key_rows, write_key
from sufficiency.figures.look import EDGE, HEADING_HEIGHT, Paper
from sufficiency.figures.scale import Scale, measure_label
from sufficiency.figures.typeface import line_count, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import ScaledTranslation

NAME_GAP = 4 / 72  # inches from the plotting area to the words beside and under it


@dataclass(frozen=True)
class Margins:
    """White between the paper's edge and the plotting area, in inches."""

    paper: Paper
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """The plotting area's width."""
        return self.paper.width - self.left - self.right


def lay_out(axes: "Axes", margins: Margins, inner_height: float) -> None:
    """Sizes the picture so that the plotting area has this height inside these margins."""
    width, height = margins.paper.width, margins.top + inner_height + margins.bottom
    axes.figure.set_size_inches(width, height)  # type: ignore[union-attr]
    axes.set_position(
        (
            margins.left / width,
            margins.bottom / height,
            margins.inner_width / width,
            inner_height / height,
        )
    )


def clear_frame(axes: "Axes") -> None:
    """No box and none of matplotlib's own ticks, which take longer to draw than all else."""
    axes.set_axis_off()


def draw_scale(axes: "Axes", scale: Scale, *, has_labels: bool = True) -> None:
    """Light gridlines across, behind all marks, with their values at the left."""
    from matplotlib.collections import LineCollection

    heights = [float(tick) for tick in scale.ticks]
    lines = [[(0, height), (1, height)] for height in heights]
    across = axes.get_yaxis_transform(which="grid")
    axes.add_collection(
        LineCollection(
            lines, colors=GRID, linewidths=0.8, transform=across, zorder=0.5, gid="gridlines"
        ),
        autolim=False,
    )
    if has_labels:
        for height, label in zip(heights, scale.labels, strict=True):
            write_beside(axes, height, label, gid="scale")


def write_beside(
    axes: "Axes", y: float, words: str, *, weight: str = "normal", gid: str = "category"
) -> None:
    """Words at the left of the plotting area, level with ``y``."""
    axes.text(
        0,
        y,
        words,
        transform=axes.get_yaxis_transform() + _moved(axes, -NAME_GAP, 0),
        ha="right",
        va="center_baseline",
        weight=weight,
        gid=gid,
    )


def write_under(
    axes: "Axes",
    x: float,
    words: str,
    *,
    gap: float = NAME_GAP,
    align: Literal["left", "center", "right"] = "center",
    weight: str = "normal",
) -> None:
    """A category's name under the plotting area, at ``x``, ``gap`` inches lower."""
    axes.text(
        x,
        0,
        words,
        transform=axes.get_xaxis_transform() + _moved(axes, 0, -gap),
        ha=align,
        va="top",
        weight=weight,
        gid="category",
    )


def _moved(axes: "Axes", right: float, up: float) -> "ScaledTranslation":
    from matplotlib.transforms import ScaledTranslation

    return ScaledTranslation(right, up, axes.figure.dpi_scale_trans)


def draw_baseline(axes: "Axes", *, upright: bool) -> None:
    """A dark line at zero, from which lines, upright and lying bars are read."""
    line = axes.axhline if upright else axes.axvline
    line(0, color=BASELINE, linewidth=1, zorder=2.5, gid="baseline")


@dataclass(frozen=True)
class Heading:
    """What stands above the plot: the measure's label and, with a lead, the key.

    ``lead`` says how the key's entries are found in the chart ("From the left:"), ``sample`` what
    stands before each name.
    """

    chart: Chart
    paper: Paper
    lead: str = ""
    sample: Sample = "square"

    @property
    def measure(self) -> str:
        """The measure's label, wrapped to the paper."""
        return wrap(measure_label(self.chart), self.paper.inner)

    @property
    def height(self) -> float:
        """The height that all of it needs above the plot, in inches."""
        rows = line_count(self.measure)
        if self.lead:
            rows += key_rows(entries_of(self.chart, self.lead, self.sample, self.paper))
        return EDGE + rows * HEADING_HEIGHT + 0.12


def write_heading(axes: "Axes", heading: Heading) -> None:
    """Writes the measure's label, horizontal, at the top left; under it the key, if any."""
    figure = axes.get_figure(root=True)
    assert figure is not None  # axes that are being drawn on always have one
    top = figure.get_figheight() - EDGE
    inches = figure.dpi_scale_trans
    figure.text(EDGE, top, heading.measure, transform=inches, va="top", gid="measure")
    if heading.lead:
        top -= line_count(heading.measure) * HEADING_HEIGHT
        figure.text(EDGE, top, heading.lead, transform=inches, va="top", gid="key-lead")
        chart, paper = heading.chart, heading.paper
        entries = entries_of(chart, heading.lead, heading.sample, paper)
        write_key(figure, chart, paper, entries, top)
