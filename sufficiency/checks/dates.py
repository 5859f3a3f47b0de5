"""Rules of dates: figures come before what prints them; actions end after they begin, and in time.

A date of the plan may be words. It is read as widely as it may be meant, and told only where every
day that it may mean is at fault.
"""

from collections.abc import Iterator

from sufficiency.checks.far_dates import check_far_dates, far_dates
from sufficiency.content import Action, Content, Strategy, SuccessMeasure
from sufficiency.content.spans import Span, read_span, read_years
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.tables.period import print_date

DATE_ORDER = Code(
    "DATE-ORDER",
    "An action is due before it begins",
    "One of its two dates is wrong, and a reader cannot tell which.",
    "Correct one of the two dates.",
    "start: 1 April 2021\ndue: March 2020",
    mended="start: 1 April 2021\ndue: March 2022",
)
DATE_OUTSIDE = Code(
    "DATE-OUTSIDE",
    "A date of the plan is outside the strategy's years",
    "It was often copied from an earlier strategy, or its year was mistyped. Words are read as "
    "widely as they may be meant, and the last year as the financial year that begins in it.",
    "Correct the date, or the years of the strategy (`edition` in strategy/strategy.yml).",
    "due: Summer 2091     # the strategy is for 2019 to 2022",
    severity=Severity.WARNING,
    mended="due: Summer 2019",
)
DATE_PUBLISHED = Code(
    "DATE-PUBLISHED",
    "The strategy is published before the date of its figures",
    "Nobody can print figures of a day that is still to come: one of the two dates is wrong.",
    "Correct `published` or `as_at` in strategy/strategy.yml.",
    "as_at: 31 March 2019\npublished: 1 May 2018",
    severity=Severity.WARNING,
    mended="as_at: 31 March 2019\npublished: 1 May 2019",
)


def check_dates(content: Content, strategy: Strategy) -> Iterator[Problem]:
    """The strategy's own dates, those of every action, and those by which targets are to be met."""
    yield from check_far_dates(strategy)
    yield from _published(strategy)
    if "edition" in far_dates(strategy):
        return
    for priority in content.priorities.entries.values():
        for action in priority.actions:
            yield from _action(action, strategy)
        yield from _measures(priority.success_measures, strategy)
    for section in content.sections.entries.values():
        yield from _measures(section.front.success_measures, strategy)


def _published(strategy: Strategy) -> Iterator[Problem]:
    if strategy.published < strategy.as_at and not far_dates(strategy):
        day, as_at = print_date(strategy.published), print_date(strategy.as_at)
        message = f"the strategy is published on {day}, before the date of its figures, {as_at}."
        yield Problem(DATE_PUBLISHED, strategy.location("published"), message, DATE_PUBLISHED.mend)


def _action(action: Action, strategy: Strategy) -> Iterator[Problem]:
    start, due = action.start, action.due
    span = read_span(due) if due is not None else None
    if start is not None and span is not None and span.last < start:
        message = f'the action is due "{due}", and begins later, on {print_date(start)}.'
        yield Problem(DATE_ORDER, action.location("due"), message, DATE_ORDER.mend)
    elif due is not None and span is not None:
        yield from _outside(due, span, action.location("due"), strategy)
    # What goes on from an earlier strategy may have begun before this one.
    if start is not None and start > _years(strategy).last:
        day = print_date(start)
        yield from _outside(day, Span(start, start), action.location("start"), strategy)


def _measures(measures: list[SuccessMeasure], strategy: Strategy) -> Iterator[Problem]:
    for measure in measures:
        if measure.by is not None:
            day = print_date(measure.by)
            at = measure.location("by")
            yield from _outside(day, Span(measure.by, measure.by), at, strategy)


def _outside(words: str, span: Span, at: Location, strategy: Strategy) -> Iterator[Problem]:
    years = _years(strategy)
    if span.first > years.last or span.last < years.first:
        when = "after" if span.first > years.last else "before"
        message = f'"{words}" is {when} the years of this strategy, {strategy.edition}.'
        yield Problem(DATE_OUTSIDE, at, message, DATE_OUTSIDE.mend)


def _years(strategy: Strategy) -> Span:
    years = read_years(strategy.edition)
    assert years is not None  # an edition of another shape is refused where it is read
    return years
