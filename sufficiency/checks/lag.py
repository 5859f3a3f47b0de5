"""Rule of indicators' age: their latest figures must not be too old at the as-at date.

How old figures may be hangs on how they come to be. The department counts children on 31 March
and publishes in the autumn, so that the newest there is may be 20 months old; what councils spent
in a financial year comes out some months later still.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sufficiency.checks.extracts import wrongly_dated
from sufficiency.checks.far_dates import far_dates
from sufficiency.content import ChangeFact, Content, FigureEntry, FigureFact, RankFact, Shelf
from sufficiency.content.strategy import Strategy
from sufficiency.facts.select import visible_rows
from sufficiency.problems import Code, Problem, Severity
from sufficiency.tables import Period, PeriodKind, ReleasedTable
from sufficiency.tables.period import print_date

INDICATOR_OLD = Code(
    "INDICATOR-OLD",
    "An indicator's latest figures are older than they need be",
    "The strategy speaks of them as of what there is now. Figures of a day or of a year to 31 "
    "March are told when they are more than 20 months old at the as-at date, those of a financial "
    "year when they are more than 24. Those that are asked for by the name of an earlier period "
    "are not.",
    "Put the newer file in the extract's place. If there is none, say in data/indicators.yml how "
    "old the indicator's figures may be: `may_lag: 3 years`.",
    "waiting_times:     # ends with 2016, and the strategy stands at 2019",
    Severity.WARNING,
    mended="waiting_times:\n  may_lag: 3 years     # counted every third year",
)

MAY_LAG = {
    PeriodKind.POINT: 20,
    PeriodKind.YEAR_TO_31_MARCH: 20,
    PeriodKind.FINANCIAL_YEAR: 24,
}
"""Months by which the latest period may end before the as-at date, where nothing else is said."""


def check_lag(
    content: Content, tables: Shelf[ReleasedTable], strategy: Strategy
) -> Iterator[Problem]:
    """Each extract with indicators that are too old, of those whose latest figures are used.

    Nothing is told of an extract whose own date is told, nor where the as-at date is.
    """
    if "as_at" in far_dates(strategy):
        return
    told = wrongly_dated(content, tables)
    wanted = _wanted_of_now(content)
    old = []
    for id, table in tables.entries.items():
        if id in wanted and table.extract.id not in told:
            last = _last_period(table, strategy.as_at)
            lag = content.indicators.entries[id].may_lag
            if last is not None and is_too_old(last, strategy.as_at, lag):
                old.append((table.extract.id, last, id))
    for (_, last), found in groupby(sorted(old), key=lambda one: one[:2]):
        yield _problem([id for *_, id in found], last, content, strategy)


def is_too_old(last: Period, as_at: date, may_lag: int | None = None) -> bool:
    """Whether a period ends more months before a date than it may; ``None``: those of its kind."""
    months = MAY_LAG[last.kind] if may_lag is None else may_lag
    between = (as_at.year - last.end.year) * 12 + as_at.month - last.end.month
    is_into_next = as_at.day > last.end.day and not _is_last_of_month(last.end)
    return between > months or (between == months and is_into_next)


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def _last_period(table: ReleasedTable, as_at: date) -> Period | None:
    return max((row.period for row in visible_rows(table, as_at)), default=None)


def _wanted_of_now(content: Content) -> set[str]:
    """Indicators that a measure is on, or whose latest figures a fact or a figure takes."""
    wanted: set[str] = set()
    for fact in content.facts.entries.values():
        if isinstance(fact, FigureFact) and fact.period == "latest":
            wanted.add(fact.indicator)
        elif isinstance(fact, ChangeFact) and fact.to == "latest":
            wanted.add(fact.change)
        elif isinstance(fact, RankFact) and fact.period == "latest":
            wanted.add(fact.rank)
    for figure in content.figures.entries.values():
        if isinstance(figure, FigureEntry) and not isinstance(figure.periods, list):
            wanted.add(figure.indicator)
    measures = [
        *(one for part in content.sections.entries.values() for _, one in part.measures),
        *(one for plan in content.priorities.entries.values() for one in plan.success_measures),
    ]
    return wanted | {str(one.indicator) for one in measures if one.indicator is not None}


def _problem(ids: list[str], last: Period, content: Content, strategy: Strategy) -> Problem:
    entry = content.indicators.entries[ids[0]]
    others = len(ids) - 1
    more = f" and of {others} more of its extract" if others else ""
    message = (
        f'the latest figures of the indicator "{ids[0]}"{more} are of {last.label}, long before '
        f"the strategy's as-at date, {print_date(strategy.as_at)}."
    )
    return Problem(INDICATOR_OLD, entry.location(), message, INDICATOR_OLD.mend)
