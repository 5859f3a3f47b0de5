"""Periods: a point (31 March 2019) or a span (year to 31 March 2019, a financial year)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class PeriodKind(Enum):
    """How a period's text is to be read; the enum's value is the word authors write in YAML."""

    POINT = "point"
    YEAR_TO_31_MARCH = "year to 31 March"
    FINANCIAL_YEAR = "financial year"


@dataclass(frozen=True)
class Period:
    """A period with both its ends included. ``start == end`` for a point.

    Periods sort by their end, then by their start.
    """

    end: date
    start: date
    kind: PeriodKind

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start) < (other.end, other.start)

    @property
    def label(self) -> str:
        """As printed: "31 March 2019", "year to 31 March 2019", "2018 to 2019"."""
        if self.kind is PeriodKind.FINANCIAL_YEAR:
            return f"{self.start.year} to {self.end.year}"
        day = print_date(self.end)
        return day if self.kind is PeriodKind.POINT else f"year to {day}"

    @classmethod
    def read(cls, text: str, kind: PeriodKind) -> "Period | None":
        """The period that ``text`` names, or None.

        A point is a date as people write it or a bare year, which means its 31 March, the day
        on which the department counts. A year to 31 March is named by its last year. A
        financial year is "2018-19", "2018/19" or "2018 to 2019", with or without a remark in
        brackets behind it, as the department's finance files have.
        """
        words = re.sub(r"\s*\([^)]*\)\s*$", "", text.strip())
        if kind is PeriodKind.POINT:
            day = read_date(words) or _last_day_of_march(words)
            return cls(day, day, kind) if day else None
        if kind is PeriodKind.YEAR_TO_31_MARCH:
            words = re.sub(r"^year (to|ending) ", "", words, flags=re.IGNORECASE)
            end = read_date(words) or _last_day_of_march(words)
        else:
            end = _end_of_financial_year(words)
        return cls(end, year_before(end) + timedelta(days=1), kind) if end else None


def _last_day_of_march(year: str) -> date | None:
    return date(int(year), 3, 31) if re.fullmatch(r"(19|20)\d\d", year) else None


def _end_of_financial_year(words: str) -> date | None:
    found = re.fullmatch(r"((?:19|20)\d\d)\s*(?:-|/|–|to)\s*(\d{4}|\d\d)", words)
    if not found:
        return None
    first = int(found[1])
    is_next = int(found[2]) % 100 == (first + 1) % 100
    return date(first + 1, 3, 31) if is_next else None


def year_before(day: date) -> date:
    """The same day a year before; of 29 February, 28 February."""
    return with_year(day, day.year - 1)


def with_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February, 28 February."""
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(_MONTHS, start=1)}
_DATE_FORMS = (
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]+),? (?P<year>[12]\d{3})"),
    re.compile(r"(?P<day>\d{1,2})-(?P<month>[a-z]+)-(?P<year>\d{4}|\d\d)"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>[12]\d{3})"),
    re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)
_TIME_OF_DAY = re.compile(r"[ t]\d{1,2}:\d\d(:\d\d(\.\d+)?)?$")
"""What spreadsheets and databases put behind a day: 2029-03-31 00:00:00."""
# The same in a sentence, and with the signs between numbers that people use besides.
_LIKE_DATES = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\w)")
    for form in (
        *(form.pattern for form in _DATE_FORMS[:2]),
        r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>[12]\d{3}|\d\d)",
        r"(?P<year>[12]\d{3})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})",
    )
)


def read_date(text: str) -> date | None:
    """A date as people write it: "31 March 2029", "31/03/2029", "2029-03-31"; else None.

    A time of day behind it is left out.
    """
    words = _TIME_OF_DAY.sub("", " ".join(text.lower().split()))
    for form in _DATE_FORMS:
        if found := form.fullmatch(words):
            return _real_date(found["year"], found["month"], found["day"])
    return None


def names_no_day(text: str) -> bool:
    """Whether a text has what looks like a date and is none: "by 30 February 2027"."""
    words = " ".join(text.lower().split())
    return any(
        _real_date(found["year"], found["month"], found["day"]) is None
        for form in _LIKE_DATES
        for found in form.finditer(words)
        if found["month"].isdigit() or _month_number(found["month"])
    )


def _real_date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        # Excel writes 31-Mar-19: no figure here is older than the century.
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    """1 to 12 for a month's name or its first three letters (or "sept"), else 0."""
    short = {month[:3]: number for month, number in _MONTH_NUMBERS.items()}
    return _MONTH_NUMBERS.get(name) or short.get("sep" if name == "sept" else name, 0)


def print_date(day: date) -> str:
    """A date in GOV.UK style: "31 March 2019", whatever the machine's locale."""
    return f"{day.day} {print_month(day)}"


def print_month(day: date) -> str:
    """A date's month: "March 2019"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
