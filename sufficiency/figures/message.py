"""What a chart's figures say, in sentences: directions over time, highest and lowest, ranks.

Only published values take part, and only printed forms are compared where a reader could see a
difference: two figures that print alike are level. Nothing here knows a caption or a picture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.content.strategy import LittleChange
from sufficiency.facts.changes import Way, say_change, settle_way
from sufficiency.facts.wording import say_position
from sufficiency.figures.chart import Chart, Series
from sufficiency.tables import Period, PeriodKind

_MOST_PLACES = 2


@dataclass(frozen=True)
class Shown:
    """A published figure: which category and series it belongs to, its value and printed form."""

    category: str
    series: str
    value: Decimal
    printed: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def shown_in(chart: Chart) -> list[Shown]:
    """Every published figure of the chart, series by series."""
    return [figure for series in chart.series for figure in _shown_of(chart, series)]


def _shown_of(chart: Chart, series: Series) -> list[Shown]:
    return [
        Shown(category, series.name, point.value, point.words, point.numerator, point.denominator)
        for category, point in zip(chart.categories, series.points, strict=True)
        if point.value is not None
    ]


def is_in_time(chart: Chart) -> bool:
    """Whether the categories are periods, oldest first, so that a direction may be spoken of."""
    return chart.kind in ("line", "small multiples") or any(
        _in_order(chart.categories, kind) for kind in PeriodKind
    )


def _in_order(categories: Sequence[str], kind: PeriodKind) -> bool:
    periods = [Period.read(category, kind) for category in categories]
    known = [period for period in periods if period is not None]
    return len(known) == len(periods) and known == sorted(known)


def joined(names: Sequence[str], most: int | None = None) -> str:
    """ "A, B and C"; with more names than ``most``, "A, B and 4 more"."""
    if most is not None and len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def directions(chart: Chart, most: int, rule: LittleChange) -> Iterator[str]:
    """How each series went from its first to its last published figure, the highlighted first.

    Of more than ``most`` series only the highlighted is told by name; the rest are counted.
    What may be noise by the ``rule`` went no way.
    """
    told = sorted(chart.series, key=lambda series: series.name != chart.highlight)
    if len(told) > most:
        if chart.highlighted_series is not None:
            yield from _direction(chart, told[0], told[0].name, rule)
            told = told[1:]
        yield from _tally(chart, told, rule)
        return
    for series in told:
        yield from _direction(chart, series, "It" if len(told) == 1 else series.name, rule)


def _direction(chart: Chart, series: Series, subject: str, rule: LittleChange) -> Iterator[str]:
    own = _shown_of(chart, series)
    if len(own) == 1:
        yield f"{subject} has one figure, {own[0].printed} ({own[0].category})."
    if len(own) < 2:
        return
    before, after = _dated(own[0], chart.categories[0]), _dated(own[-1], chart.categories[-1])
    way = _way(chart, own, rule)
    if way is Way.STAYED and any(figure.printed != own[0].printed for figure in own):
        yield f"{subject} began and ended at {after}."
    else:
        yield f"{subject} {say_change(before, after, way)}."


def _way(chart: Chart, own: Sequence[Shown], rule: LittleChange) -> Way:
    """Which way a series went as a reader sees it, from its first figure to its last."""
    if own[0].printed == own[-1].printed:
        return Way.STAYED
    return settle_way(own[0], own[-1], chart.unit, rule)[0]


def _dated(figure: Shown, expected: str) -> str:
    """The printed figure, with its category where that is not the one a listener expects."""
    if figure.category == expected:
        return figure.printed
    return f"{figure.printed} ({figure.category})"


def _tally(chart: Chart, told: Sequence[Series], rule: LittleChange) -> Iterator[str]:
    ways = [_way(chart, own, rule) for one in told if len(own := _shown_of(chart, one)) > 1]
    verbs = {way: way.value for way in Way} | {Way.STAYED: "ended where they began"}
    counts = [f"{ways.count(way)} {verb}" for way, verb in verbs.items() if way in ways]
    if counts:
        others = "others" if len(told) < len(chart.series) else "series"
        yield f"Of {len(ways)} {others}, {joined(counts)}."


def extremes(chart: Chart, figures: Sequence[Shown]) -> Iterator[str]:
    """The highest and the lowest of the figures, with all who share them; nothing if all level."""
    highest = max(figures, key=lambda figure: figure.value).printed
    lowest = min(figures, key=lambda figure: figure.value).printed
    if highest == lowest:
        yield f"All are {highest}." if len(figures) > 1 else f"The figure is {highest}."
        return
    yield f"Highest: {_with_places(chart, figures, highest)}."
    yield f"Lowest: {_with_places(chart, figures, lowest)}."


def _with_places(chart: Chart, figures: Sequence[Shown], printed: str) -> str:
    places = [_place(chart, figure) for figure in figures if figure.printed == printed]
    return f"{printed} ({listed(places, _MOST_PLACES)})"


def _place(chart: Chart, figure: Shown) -> str:
    """What tells this figure from the others: its series, its category or both."""
    if len(chart.series) == 1:
        return figure.category
    if len(chart.categories) == 1:
        return figure.series
    return f"{figure.series}, {figure.category}"


def listed(places: Sequence[str], most: int) -> str:
    """The places like ``joined``, but with semicolons where a place has a comma of its own."""
    if not any("," in place for place in places):
        return joined(places, most)
    more = [f"{len(places) - most} more"] if len(places) > most else []
    return "; ".join([*places[:most], *more])


def turning_points(chart: Chart) -> Iterator[str]:
    """A single series' highest and lowest, where they are not simply its ends."""
    figures = shown_in(chart)
    ends = {figures[0].printed, figures[-1].printed}
    inner = [figure for figure in figures if figure.printed not in ends]
    for sentence in extremes(chart, figures):
        if any(f": {figure.printed} (" in sentence for figure in inner):
            yield sentence


def position(chart: Chart) -> Iterator[str]:
    """Where the highlighted category stands among those shown, in a chart of one series."""
    if len(chart.series) > 1 or chart.highlighted_category is None:
        return
    figures = shown_in(chart)
    for own in figures:
        if own.category == chart.highlighted_category:
            higher = sum(figure.value > own.value for figure in figures)
            level = sum(figure.printed == own.printed for figure in figures) > 1
            rank = f"{'joint ' if level else ''}{say_position(higher + 1, 'highest')}"
            yield f"{own.category}: {own.printed}, {rank} of the {len(figures)} shown."
