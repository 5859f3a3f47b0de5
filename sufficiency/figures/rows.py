"""The rows of charts that lie on their side: names at the left, one row a category.

Nothing here draws but the names.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from sufficiency.figures.chart import Chart
from sufficiency.figures.look import EDGE, LINE_HEIGHT
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TALLEST = 7.5  # inches that a page has for the rows, beside caption, source and notes


@dataclass(frozen=True)
class Rows:
    """How the rows stand, in inches: ``middles`` downwards from the top of the first.

    ``bar`` is the thickness of one bar.
    """

    names: list[str]
    heights: list[float]
    bar: float

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)

    @property
    def middles(self) -> list[float]:
        """The middle of each row."""
        ends = accumulate(self.heights)
        return [end - height / 2 for end, height in zip(ends, self.heights, strict=True)]

    @property
    def left(self) -> float:
        """The margin that the names need."""
        return EDGE + widest(self.names, bold=True) + 0.08


def rows_of(chart: Chart, bars: int) -> Rows:
    """Rows of so many bars each: airy, or tight with names on longer lines where those would
    not fit on a page."""
    between = 0.06 if bars > 1 else 0
    airy = _rows_with(chart, bars, bar=0.2, air=0.11 + between, widest_name=2.1)
    if airy.height <= TALLEST:
        return airy
    return _rows_with(chart, bars, bar=0.16, air=0.06 + between, widest_name=3.2)


def _rows_with(chart: Chart, bars: int, *, bar: float, air: float, widest_name: float) -> Rows:
    names = [wrap(name, widest_name, bold=True) for name in chart.categories]
    heights = [max(bar * bars, line_count(name) * LINE_HEIGHT) + air for name in names]
    return Rows(names, heights, bar)


def write_names(axes: "Axes", chart: Chart, rows: Rows) -> None:
    """Makes the upright axis inches downwards, with each row's name at its middle."""
    axes.set_ylim(rows.height, 0)
    axes.set_xticks([])
    axes.set_yticks(rows.middles, rows.names)
    for label, name in zip(axes.get_yticklabels(), chart.categories, strict=True):
        label.set_fontweight("bold" if name == chart.highlighted_category else "normal")
