"""Charts to test with, and what stands on a drawn one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from sufficiency.content.strategy import LittleChange
from sufficiency.facts.wording import say_number
from sufficiency.figures import Chart, Kind, Point, Series, describe
from sufficiency.figures.data_files import write_csv
from sufficiency.figures.draw import paint
from sufficiency.figures.look import WIDE, Paper, house_style
from sufficiency.figures.svg import write_svg
from sufficiency.figures.typeface import font_families
from sufficiency.tables import Status, Unit
from tests.audits.figure_data import FigureData, read_figure_data

SUPPRESSED = Status.SUPPRESSED
NOT_AVAILABLE = Status.NOT_AVAILABLE

MARCHES = ("31 March 2016", "31 March 2017", "31 March 2018", "31 March 2019")
YEARS = ("2016 to 2017", "2017 to 2018", "2018 to 2019", "2019 to 2020")
HOMES = (
    "In-house fostering",
    "Agency fostering",
    "Supported accommodation",
    "Remand",
    "Specialist solo fostering",
    "Mother and baby residential",
    "External residential",
    "In-house residential",
)
HOME_COSTS = (675, 936, 1000, 1300, 1500, 3000, 3211, 4600)
FOSTERING = {
    "Barnet": (720, 720, 710, 650),
    "London": (725, 725, 670, 705),
    "England": (575, 575, 580, 600),
}
Value = int | str | Status


def chart(
    kind: Kind,
    categories: Sequence[str],
    rows: Mapping[str, Sequence[Value]],
    *,
    unit: Unit = Unit.COUNT,
    decimals: int | None = None,
    measure: str = "Children in care",
    highlight: str | None = None,
) -> Chart:
    """A chart of these rows by series name; a status stands for a figure not published."""
    series = tuple(
        Series(name, tuple(_point(value, unit, decimals) for value in values))
        for name, values in rows.items()
    )
    return Chart(kind, measure, unit, decimals, tuple(categories), series, highlight)


def _point(value: Value, unit: Unit, decimals: int | None) -> Point:
    if isinstance(value, Status):
        return Point(None, value, value.value)
    number = Decimal(value)
    return Point(number, Status.PUBLISHED, say_number(number, unit, decimals))


def described(shown: Chart) -> str:
    """The chart's alt text, by the usual rule for what is noise."""
    return describe(shown, LittleChange())


def home_costs(kind: Kind = "horizontal bar", highlight: str | None = None) -> Chart:
    """One series of eight kinds of home."""
    return chart(
        kind,
        HOMES,
        {"Barnet": HOME_COSTS},
        unit=Unit.POUNDS_A_WEEK,
        measure="Weekly cost",
        highlight=highlight,
    )


def fostering(kind: Kind = "line", highlight: str | None = None) -> Chart:
    """Three series over four financial years."""
    return chart(
        kind,
        YEARS,
        FOSTERING,
        unit=Unit.POUNDS_A_WEEK,
        measure="Weekly cost of fostering",
        highlight=highlight,
    )


def data_of(shown: Chart) -> FigureData:
    """The chart's data as its file would have it."""
    has_series = ["Series"] if len(shown.series) > 1 else []
    lines = [
        [
            category,
            *([series.name] if has_series else []),
            *(shown.measure, shown.unit.value),
            "" if (point := series.points[place]).value is None else f"{point.value}",
            *(point.words, point.status.name),
        ]
        for place, category in enumerate(shown.categories)
        for series in shown.series
    ]
    headings = ["Across", *has_series, "Measure", "Unit", "Value", "Printed", "Status"]
    return read_figure_data(write_csv([headings, *lines]))


def painted(shown: Chart, paper: Paper = WIDE) -> Axes:
    """The axes of the chart as ``draw`` would make them."""
    with house_style(font_families(), WIDE.colours.ink):
        figure = paint(shown, paper)
        write_svg(figure)
    return figure.axes[0]


def figure_of(axes: Axes) -> Figure:
    """The picture that the axes stand on."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    return figure


def texts(axes: Axes, gid: str) -> list[Text]:
    """The texts of one kind anywhere in the picture: "value", "symbol", "end-label", "measure"."""
    found = figure_of(axes).findobj(Text)
    return [text for text in found if isinstance(text, Text) and text.get_gid() == gid]


def words(axes: Axes, gid: str) -> list[str]:
    """What those texts say, each on one line."""
    return [text.get_text().replace("\n", " ") for text in texts(axes, gid)]


def data_lines(axes: Axes) -> list[Line2D]:
    """The series' lines, in their order, without baseline and leaders."""
    return [line for line in axes.lines if line.get_gid() not in ("baseline", "leader")]


def bars(axes: Axes) -> list[Rectangle]:
    """Every bar, in the order drawn."""
    groups = [group for group in axes.containers if isinstance(group, BarContainer)]
    return [bar for group in groups for bar in group.patches]


def colour(bar: Rectangle) -> str:
    """The bar's colour as "#12436d"."""
    from matplotlib.colors import to_hex

    return to_hex(bar.get_facecolor())
