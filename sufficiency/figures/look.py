"""How charts look: which colour is whose, line styles, sizes. The one place to change them.

The colours are the brand's (``sufficiency/brand``); every one that carries a value, the grey
included, has a contrast of at least 3 to 1 with white (WCAG 2.2, 1.4.11). Colour never speaks
alone: lines differ in dash and marker, bars stand in the order that the key gives.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sufficiency.brand import ChartColours
from sufficiency.brand.palette import DEFAULT_CHARTS, REST
from sufficiency.figures.chart import Chart, Series

TEXT_SIZE = 9.5  # points
LINE_HEIGHT = TEXT_SIZE * 1.25 / 72  # inches
EDGE = 0.04  # inches of white round the picture
HEADING_HEIGHT = LINE_HEIGHT * 1.15  # inches of a line above the plot


@dataclass(frozen=True)
class Paper:
    """What a chart is drawn on and with: ``width`` in inches, the brand's colours.

    The height is what the chart needs.
    """

    width: float
    colours: ChartColours = DEFAULT_CHARTS

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

# Dashes in line widths (on, off); markers as matplotlib names them.
DASHES: tuple[tuple[float, ...], ...] = ((), (4, 1.6), (1.2, 1.4), (6, 1.6, 1.2, 1.6), (2.4, 1.2))
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
LINE_WIDTH = 2.2
REST_LINE_WIDTH = 1.4
MARKER_SIZE = 6.5
REST_MARKER_SIZE = 5.8


def series_colours(chart: Chart, colours: ChartColours) -> tuple[str, ...]:
    """A colour for each series, in their order."""
    if chart.highlighted_series is not None:
        return tuple(
            colours.focus if one.name == chart.highlighted_series else REST for one in chart.series
        )
    palette = colours.two if len(chart.series) == 2 else colours.series
    return tuple(palette[place % len(palette)] for place in range(len(chart.series)))


def series_colour_alone(chart: Chart, colours: ChartColours, series: Series) -> str:
    """The colour of a series that has a panel to itself."""
    is_rest = chart.highlighted_series not in (None, series.name)
    return REST if is_rest else colours.focus


@dataclass(frozen=True)
class LineStyle:
    """How a series' line looks; sizes in points, ``dashes`` in line widths, () for solid."""

    colour: str
    width: float
    dashes: tuple[float, ...]
    marker: str
    marker_size: float
    is_rest: bool


def line_style(chart: Chart, colours: ChartColours, place: int) -> LineStyle:
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
        colour=series_colours(chart, colours)[place],
        width=REST_LINE_WIDTH if is_rest else LINE_WIDTH,
        dashes=dashes,
        marker=MARKERS[place % len(MARKERS)],
        marker_size=REST_MARKER_SIZE if is_rest else MARKER_SIZE,
        is_rest=is_rest,
    )


def bar_colour(chart: Chart, colours: ChartColours, series: int, category: int) -> str:
    """The colour of one bar; ``series`` and ``category`` are places among the chart's."""
    if len(chart.series) == 1 and chart.highlighted_category is not None:
        is_rest = chart.categories[category] != chart.highlighted_category
        return REST if is_rest else colours.focus
    return series_colours(chart, colours)[series]


@contextmanager
def house_style(families: list[str], ink: str) -> Iterator[None]:
    """matplotlib's settings while a chart is drawn; ``families`` are the fonts, first wins.

    ``ink`` is the colour of words.

    Starts from matplotlib's own defaults, so that a matplotlibrc in the working folder or the
    home folder changes nothing.
    """
    import matplotlib

    kept = {"backend", "backend_fallback", "interactive", "toolbar", "timezone"}
    held = matplotlib.rcParams.copy()  # dict() would ask for the backend, and import pyplot for it
    ours = {
        name: value  # matplotlib looks into each anew: most are as they were shipped
        for name, value in matplotlib.rcParamsDefault.items()
        if name not in kept and held[name] != value
    }
    ours |= {
        "font.family": families,
        "font.size": TEXT_SIZE,
        "text.color": ink,
        "text.parse_math": False,  # "$" in a name is a dollar sign
        "path.simplify": False,
    }
    with matplotlib.rc_context(ours):
        yield
