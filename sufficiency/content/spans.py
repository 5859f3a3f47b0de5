"""Reads dates that may be words ("Summer 2027") as all the days that they may mean.

A span is as wide as any council may mean it, so that nothing is called late that is not. What
cannot be read so is left alone: "ongoing", "Year 2", "once the home is open".
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sufficiency.tables.period import read_date


@dataclass(frozen=True)
class Span:
    """The first and the last day that a date may mean; the same where it is exact."""

    first: date
    last: date


# First and last month, from January as 1; what is past 12 is of the year after.
_SEASONS = {"spring": (1, 6), "summer": (4, 9), "autumn": (8, 12), "winter": (1, 15)}
_QUARTERS = {"1": (4, 6), "2": (7, 9), "3": (10, 12), "4": (13, 15)}

_ABOUT = re.compile(r"(by )?(the )?((start|beginning|middle|end|early|mid|late)[ -](of )?)?(the )?")
_YEARS = r"(?P<year>(?:19|20)\d\d)(?: ?(?:to|-|–|/) ?(?P<next>(?:19|20)?\d\d))?"
_SEASON = re.compile(rf"(?P<name>{'|'.join(_SEASONS)})(?: term)?,? {_YEARS}")
_QUARTER = re.compile(rf"q(?:uarter )?(?P<name>[1-4])(?: of|,)? {_YEARS}")


def read_span(text: str) -> Span | None:
    """The days that a date, month, season, quarter or year may mean: "by the end of March 2021"."""
    words = _ABOUT.sub("", " ".join(text.lower().split()), count=1)
    if day := read_date(words):
        return Span(day, day)
    if day := read_date(f"1 {words}"):
        return _months((day.year, day.month), (day.year, day.month))
    if found := _SEASON.fullmatch(words):
        first, last = _SEASONS[found["name"]]
        return _months((int(found["year"]), first), (_last_year(found), last))
    if found := _QUARTER.fullmatch(words):
        first, last = _QUARTERS[found["name"]]
        year = int(found["year"])
        # Without the second year it may be of the financial year that ends in this one.
        return _months((year if found["next"] else year - 1, first), (year, last))
    return read_years(words)


def read_years(text: str) -> Span | None:
    """The days of "2019", "2019 to 2023" or "2027/28": to the last March of their financial year.

    A strategy of 2019 to 2023 may end with either year, or with the financial year 2023 to 2024.
    """
    found = re.fullmatch(_YEARS, text)
    return _months((int(found["year"]), 1), (_last_year(found), 15)) if found else None


def _last_year(found: re.Match[str]) -> int:
    """The later of the years that are named: of 2027/28, 2028."""
    year = found["next"] or found["year"]
    return max(int(found["year"][: 4 - len(year)] + year), int(found["year"]))


def _months(first: tuple[int, int], last: tuple[int, int]) -> Span:
    """From the first day of a year's month to the last of another's."""
    return Span(_first_day(*first), _first_day(last[0], last[1] + 1) - timedelta(days=1))


def _first_day(year: int, month: int) -> date:
    years, months = divmod(month - 1, 12)
    return date(year + years, months + 1, 1)
