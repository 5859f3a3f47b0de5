"""Rules of targets on indicators: each is further than where it stands, the right way.

A target's words are compared only where they are one amount in the indicator's unit: "40%", "at
least 60 children", "£675 a week or less". Whatever says more than that is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.content import Content, Shelf, Strategy
from sufficiency.content.spans import read_span
from sufficiency.facts.select import find_row
from sufficiency.facts.wording import round_half_up, say_value
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose import BoundMeasure, BoundStrategy, BoundText, Markdown
from sufficiency.sources import Text
from sufficiency.tables import ReleasedTable, Unit

TARGET_BASELINE = Code(
    "TARGET-BASELINE",
    "A target on an indicator has no baseline",
    "A reader cannot tell how far there is to go, although the indicator knows where it stands.",
    "Add the key `baseline` with where it stands now: a fact of the indicator, and its date.",
    "indicator: fostered\ntarget: 50 children",
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }} on 31 March 2019"\n'
    "target: 50 children",
)
TARGET_DIRECTION = Code(
    "TARGET-DIRECTION",
    "A target goes the wrong way",
    "The indicator says which way is better, and the target is on the other side.",
    "Correct the target, or `better` of the indicator in data/indicators.yml.",
    'indicator: fostered     # better: higher\nbaseline: "{{ fostered_now }}"  # 45\ntarget: 40',
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }}"  # 45\ntarget: 50',
)
TARGET_MET = Code(
    "TARGET-MET",
    "A target is met already",
    "It was often copied from an earlier strategy. A reader would ask what is still to be done.",
    "Set a target that goes further. If it is to be kept, say so in words (`target: stay at this "
    "level`).",
    'indicator: fostered     # better: higher\nbaseline: "{{ fostered_now }}"  # 45\n'
    "target: at least 45",
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }}"  # 45\ntarget: at least 50',
)

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


def check_targets(
    content: Content, bound: BoundStrategy, tables: Shelf[ReleasedTable]
) -> Iterator[Problem]:
    """Every measure that names an indicator and a target."""
    of_sections = [measure for section in bound.sections for measure in section.measures]
    of_the_plan = [measure for priority in bound.priorities for measure in priority.measures]
    for measure in (*of_sections, *of_the_plan):
        entry = measure.entry
        if entry.target is None or entry.indicator is None:
            continue
        if entry.indicator not in content.indicators.entries:
            continue
        if entry.baseline is None:
            message = "the measure has an indicator and a target, and no baseline."
            yield Problem(TARGET_BASELINE, entry.location("target"), message, TARGET_BASELINE.mend)
        table = tables.entries.get(entry.indicator)
        if table is not None and table.better is not None:
            yield from _against(measure, table, bound.strategy)


def _against(measure: BoundMeasure, table: ReleasedTable, strategy: Strategy) -> Iterator[Problem]:
    """A target on the wrong side of its baseline, or met by that or the latest figure."""
    better = 1 if table.better == "higher" else -1
    target = _read(measure.target, table)
    baseline = _read(measure.baseline, table)
    at = measure.entry.location("target")
    if target is None:
        return
    is_behind = (
        target.limit == 0
        and baseline is not None
        and ((target.value - baseline.value) * better < 0)
    )
    if target.limit == -better or is_behind:
        message = f'the target is "{target.words}"'
        message += f' and the baseline "{baseline.words}"' if baseline and is_behind else ""
        message += f", but for this indicator {table.better} is better."
        yield Problem(TARGET_DIRECTION, at, message, TARGET_DIRECTION.mend)
        return
    for name, known in (
        ("baseline", baseline),
        ("latest figure", _latest(measure, table, strategy)),
    ):
        if known is not None and target.is_met_by(known.value, better):
            message = f'the {name}, {known.words}, meets the target "{target.words}" already.'
            yield Problem(TARGET_MET, at, message, TARGET_MET.mend)
            return


def _latest(measure: BoundMeasure, table: ReleasedTable, strategy: Strategy) -> Amount | None:
    """The council's latest figure as it is printed, where the indicator has one and no other."""
    row, _ = find_row(
        table,
        place=strategy.council,
        period=Text("latest"),
        where={},
        as_at=strategy.as_at,
        at=measure.entry.location(),
    )
    if row is None or row.value is None:
        return None
    value = round_half_up(row.value, table.decimals)
    return Amount(say_value(value, table.unit, table.decimals), value)


def _read(markdown: Markdown | None, table: ReleasedTable) -> Amount | None:
    """The one amount, in the table's unit, that a text consists of; a date may stand behind it."""
    form = _form(table)
    if markdown is None or form is None:
        return None
    words = _without_date(BoundText(markdown).plain)
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
