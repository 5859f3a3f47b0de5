"""Rule of the strategy's own dates: one that is years away from the others has a mistyped year.

Its figures, its publication and its years are of one time. What else could be told of such a date
(that it is before another, that all figures are older) would have the wrong thing changed.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from sufficiency.content import Strategy
from sufficiency.content.spans import Span, read_years
from sufficiency.problems import Cause, Code, Problem
from sufficiency.tables.period import print_date, with_year
from sufficiency.tables.slipped_year import year_meant

DATE_FAR = Code(
    "DATE-FAR",
    "A date of the strategy is years away from its others",
    "Its year was probably mistyped. The strategy would stand at a day without figures, or be "
    "published in another century. Told are dates more than five years before the strategy's "
    "years or after them, and years that are more than 20 apart.",
    "Correct the year in strategy/strategy.yml.",
    "edition: 2019 to 2022\nas_at: 31 March 2091",
    mended="edition: 2019 to 2022\nas_at: 31 March 2019",
    cause=Cause.ENTRY,
)
_AWAY = 5
_LONGEST = 20


def check_far_dates(strategy: Strategy) -> Iterator[Problem]:
    """Each date of the strategy that is years away from the others."""
    yield from far_dates(strategy).values()


def far_dates(strategy: Strategy) -> Mapping[str, Problem]:
    """The keys of the strategy whose dates are years away from its others, with what is told.

    Where both of its days are away together, its years are wrong and not they.
    """
    years = read_years(strategy.edition)
    assert years is not None  # an edition of another shape is refused where it is read
    days = {"as_at": strategy.as_at, "published": strategy.published}
    if _length(years) > _LONGEST:
        return {"edition": _of_years(strategy, years)}
    away = {key: day for key, day in days.items() if _is_away(day, years)}
    if len(away) == len(days) and abs(strategy.as_at.year - strategy.published.year) <= _AWAY:
        return {"edition": _of_years(strategy, years)}
    return {key: _of_day(key, day, years, strategy) for key, day in away.items()}


def _length(years: Span) -> int:
    # The span ends with the financial year that begins in the last.
    return years.last.year - 1 - years.first.year


def _is_away(day: date, years: Span) -> bool:
    return not years.first.year - _AWAY <= day.year <= years.last.year + _AWAY


def _of_day(key: str, day: date, years: Span, strategy: Strategy) -> Problem:
    message = (
        f"`{key}` is {print_date(day)}, years away from those of the strategy, {strategy.edition}."
    )
    # No figures are of a day after the publication, unless that is mistyped, too.
    last = years.first.year if _is_away(strategy.published, years) else strategy.published.year
    meant = year_meant(day.year, range(years.first.year - _AWAY, last + 1))
    mend = DATE_FAR.mend
    if meant is not None:
        mend = f"Did you mean {print_date(with_year(day, meant))}?"
    return Problem(DATE_FAR, strategy.location(key), message, mend)


def _of_years(strategy: Strategy, years: Span) -> Problem:
    if _length(years) > _LONGEST:
        message = f"the years of the strategy, {strategy.edition}, are more than {_LONGEST} apart."
    else:
        days = f"{print_date(strategy.as_at)} and {print_date(strategy.published)}"
        message = (
            f"`edition` is {strategy.edition}, years away from `as_at` and `published`, {days}."
        )
    return Problem(DATE_FAR, strategy.location("edition"), message, DATE_FAR.mend)
