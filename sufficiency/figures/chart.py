"""What a chart shows: values only, no colours, sizes or places on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sufficiency.content.figures import ChartKind
from sufficiency.tables import Status, Unit

Kind = ChartKind


@dataclass(frozen=True)
class Point:
    """One figure of a chart.

    ``value`` is in the chart's unit, None unless ``status`` is published. ``printed`` is the
    figure as the strategy prints it ("£675", "19%", "1,234"), or the symbol in its place ("[c]").
    ``numerator`` and ``denominator`` are the counts that a percentage or rate was divided from,
    where they are known.
    """

    value: Decimal | None
    status: Status
    printed: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def words(self) -> str:
        """What stands on the chart: ``printed``, or where that is empty the status's symbol."""
        return self.printed or self.status.value


@dataclass(frozen=True)
class Series:
    """A named row of points: one a category of its chart, in the categories' order."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Chart:
    """A chart's whole content.

    ``measure`` names what is measured ("Weekly cost"); ``unit`` is what the values are in and
    ``decimals`` the digits after the point that the indicator prints (None: the unit's own).
    ``categories`` run along the axis that has no scale, in the order given; a line chart's are
    periods, oldest first. ``highlight`` names the series or the category that the figure is
    about; a name that is neither highlights nothing.

    Raises:
        ValueError: If there is no category or no series, or a series has not one point a
            category: the caller's mistake, never an author's.
    """

    kind: Kind
    measure: str
    unit: Unit
    decimals: int | None
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    highlight: str | None = None

    def __post_init__(self) -> None:
        if not self.categories or not self.series:
            raise ValueError(f'the chart of "{self.measure}" has no category or no series')
        for series in self.series:
            if len(series.points) != len(self.categories):
                raise ValueError(
                    f'the chart of "{self.measure}" has {len(self.categories)} categories, but '
                    f'its series "{series.name}" has {len(series.points)} points'
                )

    @property
    def headings(self) -> tuple[str, ...]:
        """The categories as they begin a line of their own: "Year to 31 March 2019"."""
        return tuple(name[:1].upper() + name[1:] for name in self.categories)

    @property
    def values(self) -> Iterator[Decimal]:
        """Every value that may be shown, series by series."""
        for series in self.series:
            for point in series.points:
                if point.value is not None:
                    yield point.value

    @property
    def turned(self) -> "Chart":
        """The same figures with the series as categories and the categories as series."""
        return replace(
            self,
            categories=tuple(series.name for series in self.series),
            series=tuple(
                Series(name, tuple(series.points[place] for series in self.series))
                for place, name in enumerate(self.categories)
            ),
        )

    @property
    def lowest(self) -> Decimal:
        """The lowest value, or zero where none is negative."""
        return min([*self.values, Decimal(0)])

    @property
    def highest(self) -> Decimal:
        """The highest value, or zero where none is positive."""
        return max([*self.values, Decimal(0)])

    @property
    def highlighted_series(self) -> str | None:
        """The highlight, where it names one series of several."""
        if len(self.series) == 1:
            return None
        return next((one.name for one in self.series if one.name == self.highlight), None)

    @property
    def highlighted_category(self) -> str | None:
        """The highlight, where it names a category and not a series."""
        if self.highlighted_series is not None or self.highlight not in self.categories:
            return None
        return self.highlight
