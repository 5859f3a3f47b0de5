"""What upright and lying bars share: which bars there are and how far the value axis reaches.

Every bar carries its value, so bar charts have no scale and no gridlines: they would say the
same thing twice. Nothing here draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.brand import ChartColours
from sufficiency.figures.chart import Chart, Point
from sufficiency.figures.look import bar_colour

LABEL_GAP = 0.045  # inches between a bar's end and its value


@dataclass(frozen=True)
class Bar:
    """One bar: its point, its colour, whether its value is bold, how far from its row's middle.

    ``offset`` is in bar widths: 0 for a single series, -0.5 and 0.5 for two.
    """

    category: int
    offset: float
    point: Point
    colour: str
    bold: bool

    @property
    def length(self) -> float:
        """The value; 0 where there is none to show."""
        return float(self.point.value or 0)


def bars_of(chart: Chart, colours: ChartColours) -> Iterator[Bar]:
    """Every bar, series by series, in the order that the key gives."""
    middle = (len(chart.series) - 1) / 2
    for place, series in enumerate(chart.series):
        for category, point in enumerate(series.points):
            name = chart.categories[category]
            bold = (
                name == chart.highlighted_category
                if len(chart.series) == 1
                else series.name == chart.highlighted_series
            )
            colour = bar_colour(chart, colours, place, category)
            yield Bar(category, place - middle, point, colour, bold)


def reach(chart: Chart, inches: float, room: float) -> tuple[float, float]:
    """The value axis's ends, such that every bar has room for its value beyond its end.

    Args:
        chart: Its values and zero lie between the ends.
        inches: The axis's length.
        room: What the longest printed value needs beyond the end of a bar, in inches.
    """
    low, high = float(chart.lowest), float(chart.highest)
    before, after = (room if low < 0 else 0), (room if high > 0 or low == 0 else 0)
    if low == high:
        high = 1
    unit = (high - low) / (inches - before - after)
    return low - before * unit, high + after * unit
