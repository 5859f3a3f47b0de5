"""Alt text drafted from a chart's data: what a reader who cannot see it should hear.

The kind of chart, what it measures and covers, its message, what is not shown, and then as many
of its values as a listener can follow. The caption is not known here, so it cannot be repeated.
"""

from collections.abc import Iterator

from sufficiency.content.strategy import LittleChange
from sufficiency.facts.terms import NO_TERMS, Terms, in_own_words
from sufficiency.figures.chart import Chart, Point
from sufficiency.figures.message import (
    directions,
    extremes,
    is_in_time,
    joined,
    listed,
    position,
    shown_in,
    turning_points,
)
from sufficiency.figures.scale import measure_label
from sufficiency.tables import Status

LONGEST = 400  # characters; only long names can make what must be said longer
_MOST_VALUES = 10
_KIND_WORDS = {
    "population pyramid": "population pyramid",
    "small multiples": "small line charts on one scale",
}


def describe(chart: Chart, rule: LittleChange, terms: Terms = NO_TERMS) -> str:
    """One paragraph of plain sentences, about 400 characters at most.

    The chart is worded already; ``terms`` word what is said about it. The ``rule`` says which
    changes may be noise.
    """
    if chart.kind == "dumbbell":
        # Its message is how each category went from the one series to the other.
        chart = chart.turned
    # From the fullest telling to the shortest: the first that fits is the one.
    for most_series, most_names in ((4, 5), (2, 3), (1, 1)):
        text = " ".join(
            [
                _opening(chart, most_names),
                *_message(chart, most_series, rule),
                *_missing(chart, most_names, terms),
            ]
        )
        if len(text) <= LONGEST:
            break
    for sentence in _further(chart):
        if len(f"{text} {sentence}") <= LONGEST:
            text = f"{text} {sentence}"
    return text


def _opening(chart: Chart, most_names: int) -> str:
    names = [series.name for series in chart.series]
    whose = f", for {joined(names, most_names)}" if len(names) > 1 else ""
    covered = _covered(chart, most_names)
    kind = _KIND_WORDS.get(chart.kind, f"{chart.kind} chart").capitalize()
    return f"{kind}: {measure_label(chart)}, {covered}{whose}."


def _covered(chart: Chart, most_names: int) -> str:
    if len(chart.categories) == 1:
        return chart.categories[0]
    if is_in_time(chart):
        return f"between {chart.categories[0]} and {chart.categories[-1]}"
    if len(chart.categories) <= most_names:
        return f"by category ({joined(chart.categories)})"
    return f"{len(chart.categories)} categories"


def _message(chart: Chart, most_series: int, rule: LittleChange) -> Iterator[str]:
    if not shown_in(chart):
        yield "No figure can be shown."
        return
    if len(chart.categories) > 1 and is_in_time(chart):
        yield from directions(chart, most_series, rule)
        if len(chart.series) == 1:
            yield from turning_points(chart)
        return
    yield from position(chart)
    yield from extremes(chart, shown_in(chart))


def _further(chart: Chart) -> Iterator[str]:
    """What is told if there is room: every value of a single series, or who is highest."""
    figures = shown_in(chart)
    if len(chart.series) > 1:
        if is_in_time(chart) and len(chart.categories) > 1:
            yield " ".join(extremes(chart, figures))
        return
    if 1 < len(figures) <= _MOST_VALUES:
        each = [f"{figure.category} {figure.printed}" for figure in figures]
        yield f"Values: {'; '.join(each)}."


def _missing(chart: Chart, most_names: int, terms: Terms) -> Iterator[str]:
    """What is not shown and why, one sentence a reason."""
    places: dict[str, list[str]] = {}
    for series in chart.series:
        hidden = [
            (category, point)
            for category, point in zip(chart.categories, series.points, strict=True)
            if point.value is None
        ]
        for category, point in hidden:
            whose = f"{series.name}, " if len(chart.series) > 1 else ""
            places.setdefault(_reason(point, terms), []).append(f"{whose}{category}")
    for reason, named in places.items():
        yield f"Not shown, {reason}: {listed(named, most_names)}."


def _reason(point: Point, terms: Terms) -> str:
    if point.status is Status.PUBLISHED:
        return "no figure"
    return f"{in_own_words(point.status.meaning, terms)} {point.words}"
