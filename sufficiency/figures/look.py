"""How charts look: colours, line styles, sizes. The one place to change them.

The palette is the Government Analysis Function's, in its order ("Data visualisation: colours in
charts"); every colour that carries a value, the grey included, has a contrast of at least 3 to 1
with white (WCAG 2.2, 1.4.11). Colour never speaks alone: lines differ in dash and marker, bars
stand in the order that the key gives.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sufficiency.figures.chart import Chart, Series

TEXT_SIZE = 9.5  # points
LINE_HEIGHT = TEXT_SIZE * 1.25 / 72  # inches
EDGE = 0.04  # inches of white round the picture
HEADING_HEIGHT = LINE_HEIGHT * 1.15  # inches of a line above the plot


@dataclass(frozen=True)
class Paper:
    """What a chart is drawn on: ``width`` in inches. The height is what the chart needs."""

    width: float

    @property
    def inner(self) -> float:
        """The width without the white at both edges."""
        return self.width - 2 * EDGE

    @property
    def is_narrow(self) -> bool:
        """Whether long names beside the marks would leave the marks no room."""
        return self.width < 4.5


# The text width of an A4 page with 2.5 cm margins, so that pictures are never scaled down.
WIDE = Paper(6.3)
# A screen of 320 CSS pixels leaves pictures 280, or 265 beside a scroll bar: at this width the
# text is then 11.9 or 11.3 pixels high.
NARROW = Paper(3.1)

INK = "#0B0C0C"
GRID = "#D6D6D6"
BASELINE = "#3D3D3D"

FOCUS = "#12436D"
# The Analysis Function's own #BFBFBF has 1.84 to 1 on white. This grey has 3.23 on white and
# 3.17 beside FOCUS, so the two are told apart by lightness as well.
REST = "#8F8F8F"
TWO_SERIES = ("#12436D", "#F46A25")
CATEGORICAL = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")

# Dashes in line widths (on, off); markers as matplotlib names them.
DASHES: tuple[tuple[float, ...], ...] = ((), (4, 1.6), (1.2, 1.4), (6, 1.6, 1.2, 1.6), (2.4, 1.2))
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
LINE_WIDTH = 2.2
REST_LINE_WIDTH = 1.4
MARKER_SIZE = 6.5
REST_MARKER_SIZE = 5.8


def series_colours(chart: Chart) -> tuple[str, ...]:
    """A colour for each series, in their order."""
    if chart.highlighted_series is not None:
        return tuple(
            FOCUS if one.name == chart.highlighted_series else REST for one in chart.series
        )
    palette = TWO_SERIES if len(chart.series) == 2 else CATEGORICAL
    return tuple(palette[place % len(palette)] for place in range(len(chart.series)))


def series_colour_alone(chart: Chart, series: Series) -> str:
    """The colour of a series that has a panel to itself."""
    is_rest = chart.highlighted_series not in (None, series.name)
    return REST if is_rest else FOCUS


@dataclass(frozen=True)
class LineStyle:
    """How a series' line looks; sizes in points, ``dashes`` in line widths, () for solid."""

    colour: str
    width: float
    dashes: tuple[float, ...]
    marker: str
    marker_size: float
    is_rest: bool


def line_style(chart: Chart, place: int) -> LineStyle:
    """The line of the series at that place: no two share dash and marker, and a highlighted one
    is solid, wider and dark among grey."""
    name = chart.series[place].name
    is_rest = chart.highlighted_series not in (None, name)
    dashes = DASHES[place % len(DASHES)]
    if name == chart.highlighted_series:
        dashes = DASHES[0]
    elif is_rest:
        dashes = DASHES[1 + place % (len(DASHES) - 1)]
    return LineStyle(
        colour=series_colours(chart)[place],
        width=REST_LINE_WIDTH if is_rest else LINE_WIDTH,
        dashes=dashes,
        marker=MARKERS[place % len(MARKERS)],
        marker_size=REST_MARKER_SIZE if is_rest else MARKER_SIZE,
        is_rest=is_rest,
    )


def text_on(colour: str) -> str:
    """White or ink, whichever can be read on the colour: at least 4.5 to 1 on all of ours."""
    return INK if _luminance(colour) > 0.18 else "#FFFFFF"


def _luminance(colour: str) -> float:
    """WCAG's relative luminance of "#12436D", from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def bar_colour(chart: Chart, series: int, category: int) -> str:
    """The colour of one bar; the arguments are positions in the chart's series and categories."""
    if len(chart.series) == 1 and chart.highlighted_category is not None:
        return FOCUS if chart.categories[category] == chart.highlighted_category else REST
    return series_colours(chart)[series]


@contextmanager
def house_style(families: list[str]) -> Iterator[None]:
    """matplotlib's settings while a chart is drawn; ``families`` are the fonts, first wins.

    Starts from matplotlib's own defaults, so that a matplotlibrc in the working folder or the
    home folder changes nothing.
    """
    import matplotlib

    kept = {"backend", "backend_fallback", "interactive", "toolbar", "timezone"}
    ours = {name: value for name, value in matplotlib.rcParamsDefault.items() if name not in kept}
    ours |= {
        "font.family": families,
        "font.size": TEXT_SIZE,
        "text.color": INK,
        "text.parse_math": False,  # "$" in a name is a dollar sign
        "path.simplify": False,
    }
    with matplotlib.rc_context(ours):
        yield
