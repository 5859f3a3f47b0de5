"""Rules of the figures: what can be drawn, and yet nobody could read or hear.

Whether a kind of chart fits its figures is said where figures are planned.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from sufficiency.figures.chart import Chart
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose import BoundFigure, BoundMissing, BoundStrategy, BoundTiles

FIGURE_EMPTY = Code(
    "FIGURE-EMPTY",
    "A chart has nothing to show",
    "Every figure that it was to show is suppressed or not available.",
    "Show a table, which says why each figure is missing, or select other figures.",
    "kind: bar     # the extract has [c] in every row",
    mended="kind: table",
)
FIGURE_ONE_POINT = Code(
    "FIGURE-ONE-POINT",
    "A line has a single point",
    "A line shows how something changes, which takes two figures or more.",
    "Choose `kind: bar`, or select more periods.",
    "kind: line\nacross: period\nperiods: latest",
    severity=Severity.WARNING,
    mended="kind: line\nacross: period\nperiods: all",
)
FIGURE_CROWDED = Code(
    "FIGURE-CROWDED",
    "An upright chart has more categories than can be read",
    "Their names have no room below the bars.",
    "Make it a horizontal bar or a table, or select fewer with `places`, `periods` or `where`.",
    "kind: bar\nplaces: [england]     # a group of 40 places",
    severity=Severity.WARNING,
    mended="kind: horizontal bar\nplaces: [council, neighbours]",
)
FIGURE_HALF = Code(
    "FIGURE-HALF",
    "A figure is half as wide as the page, with nothing to stand beside",
    "In the PDF two charts of half the width stand side by side. A chart without a partner is as "
    "wide as any other, and tables always stand alone.",
    "Write `width: half` for the chart right above or below it in the section, too; or delete the "
    "line.",
    "costs:\n  kind: bar\n  width: half     # and text follows it in the section",
    mended="costs:\n  kind: bar\n  width: half\nhomes:            # stands right below it\n"
    "  kind: bar\n  width: half",
    severity=Severity.WARNING,
)
FIGURE_TOTAL = Code(
    "FIGURE-TOTAL",
    "A stacked bar holds its own total as one of its parts",
    "Each bar is twice as long as it should be: everybody is in it twice, once in their part and "
    "once in the total.",
    "Write `kind: grouped bar`, which shows the total beside its parts, or `kind: table`. Or take "
    "the total's rows out of the extract, if nothing else needs them.",
    "kind: stacked bar\nseries: home     # Foster homes, Children's homes, All homes",
    severity=Severity.WARNING,
    mended="kind: grouped bar\nseries: home",
)
CAPTION_LONG = Code(
    "CAPTION-LONG",
    "A headline is too long",
    "It should give a figure's message at a glance, and it is read out with the figure.",
    "Say the message in one sentence, and put the rest into the text or the note.",
    "headline: The number of children whom we look after rose from 58 to 60\n"
    "  over the year, which is less than most of our neighbours had, although\n"
    "  it is more than we had expected when we wrote our last strategy, for\n"
    "  reasons that the chapter on demand explains",
    severity=Severity.WARNING,
    mended="headline: We look after 60 children, two more than a year ago\n"
    "note: The chapter on demand explains why.",
)
ALT_REPEATS = Code(
    "ALT-REPEATS",
    "An alt text repeats the headline",
    "Somebody who listens would hear the same words twice and learn nothing of the picture.",
    "Say what the picture shows, or delete `alt`: one is then written from the data.",
    "headline: Costs rose\nalt: Costs rose",
    severity=Severity.WARNING,
    mended="headline: Costs rose\nalt: Bar chart. Agency homes cost £936 a week, our own £675.",
)
CAPTION_NUMBER = Code(
    "CAPTION-NUMBER",
    "A headline begins with a number of its own",
    "Figures and tables are numbered by themselves, each kind from 1 on. A number that is typed "
    "stands beside that one and contradicts it, and soon two are called Table 1.",
    "Delete the number. Where the text speaks of the figure or table, write its id, as in "
    "@fig-in-care or @tbl-costs: its number is printed there.",
    'headline: "Table 1: Our own carers cost least"',
    mended="headline: Our own carers cost least",
)

_NUMBERED = re.compile(r"(?:figure|fig\.|table|chart)\s*\d+(?:\.\d+)*\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|all|overall|altogether)\b", re.IGNORECASE)
_SUMS_BY_CHANCE = 3  # bars in which a part is seldom all the others together, and is no total
_ROUNDED_AWAY = Decimal("0.05")  # of a total whose parts are rounded
_MOST_UPRIGHT = {"bar": 15, "grouped bar": 12}  # lying rows take more: figures/plan.py
_LONGEST_CAPTION = 40  # words


def check_figures(bound: BoundStrategy) -> Iterator[Problem]:
    """Charts that are empty or crowded, headlines that are too long or number themselves, alt texts
    that repeat them, and widths that change nothing."""
    for section in bound.sections:
        yield from _widths([block.content for block in section.blocks])
        for block in section.blocks:
            figure = block.content
            if isinstance(figure, BoundFigure | BoundTiles):
                yield from _headline(figure)
            if isinstance(figure, BoundFigure) and figure.planned.chart is not None:
                yield from _chart(figure, figure.planned.chart)


def _widths(blocks: Sequence[object]) -> Iterator[Problem]:
    """Of half charts on end two and two stand side by side; the last of an odd number is alone."""
    for block in blocks:
        if isinstance(block, BoundFigure) and _is_half(block) and not block.planned.chart:
            message = "a table is as wide as its columns need, and stands beside nothing."
            yield _half(block, message, "Delete the line; or show it as a chart, with `kind: bar`.")
    for may_stand_beside, row in groupby(blocks, _may_stand_beside):
        charts = list(row)
        last = charts[-1]
        if not may_stand_beside or len(charts) % 2 == 0:
            continue
        # One that is missing has been told, and may be its partner.
        if isinstance(last, BoundFigure) and not any(
            isinstance(one, BoundMissing) for one in charts
        ):
            message = "no other chart of half the width stands right above or below this one."
            yield _half(last, message, FIGURE_HALF.mend)


def _may_stand_beside(block: object) -> bool:
    if isinstance(block, BoundFigure):
        return _is_half(block) and block.planned.chart is not None
    return isinstance(block, BoundMissing)


def _is_half(figure: BoundFigure) -> bool:
    return figure.planned.entry.width == "half"


def _half(figure: BoundFigure, message: str, mend: str) -> Problem:
    return Problem(FIGURE_HALF, figure.planned.entry.location("width"), message, mend)


def _headline(figure: BoundFigure | BoundTiles) -> Iterator[Problem]:
    at = figure.planned.entry.location("headline")
    numbered = _NUMBERED.match(figure.caption.plain)
    if numbered:
        message = f'the headline begins with "{numbered[0]}", and a number is printed before it.'
        mend = f'Delete "{numbered[0]}"; where the text speaks of it, write @{figure.anchor}.'
        yield Problem(CAPTION_NUMBER, at, message, mend)
    words = len(figure.caption.plain.split())
    if words > _LONGEST_CAPTION:
        message = f"the headline has {words} words; {_LONGEST_CAPTION} are the most."
        yield Problem(CAPTION_LONG, at, message, CAPTION_LONG.mend)


def _chart(figure: BoundFigure, chart: Chart) -> Iterator[Problem]:
    entry = figure.planned.entry
    at = entry.location("kind")
    if not list(chart.values):
        yield Problem(FIGURE_EMPTY, at, "none of its figures may be shown.", FIGURE_EMPTY.mend)
    periods = _with_figures(chart)
    if chart.kind in ("line", "small multiples") and len(periods) == 1:
        message = f"the line has one point, {periods[0]}."
        yield Problem(FIGURE_ONE_POINT, at, message, FIGURE_ONE_POINT.mend)
    most = _MOST_UPRIGHT.get(chart.kind)
    if most is not None and len(chart.categories) > most:
        message = f"the {chart.kind} has {len(chart.categories)} categories; {most} can be read."
        yield Problem(FIGURE_CROWDED, at, message, FIGURE_CROWDED.mend)
    if chart.kind == "stacked bar" and (total := _total(chart)):
        message = f'"{total}" is what the other parts add up to, and stands among them.'
        yield Problem(FIGURE_TOTAL, at, message, FIGURE_TOTAL.mend)
    if entry.alt is not None and _same(figure.alt, figure.caption.plain):
        message = "the alt text says what the headline says."
        yield Problem(ALT_REPEATS, entry.location("alt"), message, ALT_REPEATS.mend)


def _total(chart: Chart) -> str | None:
    """The series that is all the others together: it is called so, or is so in many bars."""
    for series in chart.series:
        others = [other.points for other in chart.series if other is not series]
        bars = [
            (point.value, [other[place].value or Decimal(0) for other in others])
            for place, point in enumerate(series.points)
            if point.value and all(other[place].value is not None for other in others)
        ]
        margin = _ROUNDED_AWAY if _TOTAL.search(series.name) else Decimal(0)
        is_sum = all(abs(sum(parts) - whole) <= margin * whole for whole, parts in bars)
        parted = sum(sum(part > 0 for part in parts) > 1 for _, parts in bars)
        if is_sum and parted >= (1 if margin else _SUMS_BY_CHANCE):
            return series.name
    return None


def _with_figures(chart: Chart) -> list[str]:
    """The categories in which some series has a figure."""
    return [
        category
        for place, category in enumerate(chart.categories)
        if any(series.points[place].value is not None for series in chart.series)
    ]


def _same(one: str, other: str) -> bool:
    return one.strip(" .").casefold() == other.strip(" .").casefold()
