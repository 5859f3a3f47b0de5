"""Amounts in words: "40%", "at least 60 children", "£675 a week or less"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.content.spans import read_span
from sufficiency.tables import ReleasedTable, Unit

_FROM_BELOW = "at least|no fewer than|no less than|more than|over|above|or more|or higher|or above"
_FROM_ABOVE = (
    "at most|no more than|up to|fewer than|less than|under|below|or less|or fewer|or lower"
)
_STRICT = "more than|over|above|fewer than|less than|under|below"
_BEFORE_DATE = re.compile(r"[ ,(]+(?:(?:in|on|at|by|for) )?(?:the )?(?:year (?:to|ending) )?")


@dataclass(frozen=True)
class Amount:
    """A figure in words. ``limit`` is 1 for "at least", -1 for "at most", 0 for the figure itself.

    ``is_strict``: the figure itself is not enough, as in "more than 60".
    """

    words: str
    value: Decimal
    limit: int = 0
    is_strict: bool = False

    def is_met_by(self, other: Decimal, better: int) -> bool:
        """Whether a figure is as good; ``better`` is 1 for the higher, -1 for the lower."""
        ahead = (other - self.value) * better
        return ahead > 0 or (ahead == 0 and not self.is_strict)


def read_amount(text: str, table: ReleasedTable) -> Amount | None:
    """The one amount, in the table's unit, that a text consists of; a date may stand behind it."""
    form = _form(table)
    if form is None:
        return None
    words = _without_date(text)
    found = form.fullmatch(words.casefold())
    if found is None:
        return None
    limit = found["before"] or found["after"] or ""
    return Amount(
        words,
        Decimal(found["number"].replace(",", "")),
        1 if limit in _FROM_BELOW.split("|") else -1 if limit in _FROM_ABOVE.split("|") else 0,
        found["before"] in _STRICT.split("|"),
    )


def _without_date(words: str) -> str:
    """The words without the date that they end with: "45 on 31 March 2019" as "45"."""
    for found in _BEFORE_DATE.finditer(words):
        if read_span(words[found.end() :].rstrip(")")) is not None:
            return words[: found.start()]
    return words


def _form(table: ReleasedTable) -> re.Pattern[str] | None:
    """How an amount of the table's unit is written, in small letters; None for points."""
    noun = (
        rf"(?: (?:{re.escape(table.noun.one)}|{re.escape(table.noun.many)}))?" if table.noun else ""
    )
    number = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
    forms = {
        Unit.COUNT: number + noun.casefold(),
        Unit.NUMBER: number,
        Unit.PERCENTAGE: number + r" ?(?:%|per ?cent)(?: of [^\d]*[^\d\s])?",
        Unit.RATE_PER_10000: number + r"(?: per 10,000)?",
        Unit.POUNDS: "£" + number,
        Unit.POUNDS_A_WEEK: "£" + number + "(?: (?:a|per) week)?",
    }
    if table.unit not in forms:
        return None
    limits = rf"{_FROM_BELOW}|{_FROM_ABOVE}"
    return re.compile(
        rf"(?:(?P<before>{limits}|about|around) )?{forms[table.unit]}(?:,? (?P<after>{limits}))?"
    )
