"""What each kind of chart can show: how many series, which values, how many categories.

A family of rules over a planned chart; they say what is wrong in the author's words.
"""

from collections.abc import Iterator
from decimal import Decimal

from sufficiency.content import FigureEntry
from sufficiency.facts.wording import say_number
from sufficiency.figures.chart import Chart
from sufficiency.figures.small_multiples import MOST_PANELS
from sufficiency.problems import Code, Problem
from sufficiency.tables import Unit

FIGURE_SHAPE = Code(
    "FIGURE-SHAPE",
    "A kind of chart cannot show these figures",
    "Each kind has its own form: a dumbbell has two marks in each row, parts of a stacked bar make "
    "up a whole.",
    "Choose another kind, or select other figures with `series`, `periods` or `where`.",
    "kind: dumbbell\nacross: place     # and no series, so one mark in each row",
    mended="kind: dumbbell\nacross: place\nseries: period\nperiods: [31 March 2018, 31 March 2019]",
)
_SERIES = {
    "grouped bar": (2, 4),
    "stacked bar": (2, 6),
    "dumbbell": (2, 2),
    "population pyramid": (2, 2),
    "small multiples": (2, MOST_PANELS),
}
_ADD_SERIES = (
    "Add the key `series` with what divides the figures: period, place or a breakdown of the "
    "indicator."
)
_UPWARDS_ONLY = ("stacked bar", "population pyramid")


def misfits(entry: FigureEntry, chart: Chart) -> Iterator[Problem]:
    """What the chart's kind cannot show."""
    at = entry.location("kind")
    least, most = _SERIES.get(chart.kind, (1, len(chart.series)))
    if not least <= len(chart.series) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        message = (
            f"`kind: {chart.kind}` needs {wanted} series, and this one has {len(chart.series)}."
        )
        mend = FIGURE_SHAPE.mend if entry.series else _ADD_SERIES
        yield Problem(FIGURE_SHAPE, at, message, mend)
    if chart.kind in _UPWARDS_ONLY and chart.lowest < 0:
        message = f"a {chart.kind} cannot show figures below zero."
        yield Problem(FIGURE_SHAPE, at, message, FIGURE_SHAPE.mend)
    if chart.kind == "small multiples" and entry.across != "period":
        message = "small multiples go across period: each is a line over time."
        yield Problem(FIGURE_SHAPE, entry.across.at, message, "Write `across: period`.")
    if chart.kind == "stacked bar" and chart.unit is Unit.PERCENTAGE:
        yield from _more_than_the_whole(entry, chart)


def _more_than_the_whole(entry: FigureEntry, chart: Chart) -> Iterator[Problem]:
    """Parts in percent may add to a little over 100 by rounding, and no more."""
    half = Decimal(1).scaleb(-(chart.decimals or 0)) / 2
    for place, category in enumerate(chart.categories):
        values = [series.points[place].value for series in chart.series]
        shown = [value for value in values if value is not None]
        if sum(shown) > 100 + half * len(shown):
            total = say_number(sum(shown, Decimal(0)), Unit.PERCENTAGE, chart.decimals)
            message = f'the parts of "{category}" add up to {total}.'
            mend = "Leave out what is counted twice, or make it a grouped bar."
            yield Problem(FIGURE_SHAPE, entry.location("kind"), message, mend)
