"""Units typed beside a printed fact: "312%" of a count, "56%%", "£312", "-312", "312 thousand".

A fact prints its unit itself. A plain number has none, and takes whichever stands beside it.
"""

import re

from sufficiency.facts import Fact
from sufficiency.problems import Code, Severity
from sufficiency.tables import Unit

FACT_UNIT = Code(
    "FACT-UNIT",
    "A unit is typed beside a fact that is not measured in it, or prints its own",
    "Readers would take a number of children for a percentage or for pounds, or see a sign twice.",
    "Leave the unit out: a fact prints its own. If you mean a percentage of something, define it "
    "as a `share` in strategy/facts.yml. If the unit of the figures is wrong, correct `unit` of "
    "the indicator in data/indicators.yml.",
    "{{ cic_now }}% of them live in foster homes.   # 312%",
    mended="{{ fostered_share }} of them live in foster homes.",
)
FACT_SCALE = Code(
    "FACT-SCALE",
    "A fact is printed as thousands or millions",
    "Readers would take 312 children for 312,000. Only where the extract itself counts in "
    "thousands is it right, and then the evidence annex says something else than the sentence.",
    "Leave the word out. If the extract counts in thousands, give the indicator `unit: number` in "
    "data/indicators.yml: the unit of such figures is what stands beside them.",
    "We look after {{ cic_now }} thousand children.   # 312 thousand",
    Severity.WARNING,
    mended="We look after {{ cic_now }} children.",
)
# A hyphen behind a letter or between numbers is none that could be a minus sign: "2024 -27".
_BEFORE = re.compile(
    r"(?:(?P<pounds>[£€$])\s?|(?:^|(?<=[\s(|>\"'“‘*_]))(?<![\d}] )(?P<minus>[-−]))[*_]*$"
)
_PERCENT = r"%|\s+%|\s+per\s?cent\b"
_AFTER = re.compile(
    rf"[*_]*(?:(?P<percent>{_PERCENT})|(?P<pence>p\b)|(?P<points>\s+percentage\s+points?\b)"
    r"|(?P<rate>\s+per\s+1[0,]*0\b)|(?P<week>\s+(?:a|per)\s+week\b))",
    re.IGNORECASE,
)
_SCALE = re.compile(r"[*_]*(?:(?:k|m|bn)\b|\s+(?:thousand|million|billion)\b)", re.IGNORECASE)
_FARTHEST = 8  # characters before the number
_OWN = re.compile(r"^−?£|%$|percentage points?$|per 10,000$|a week$")
_POUNDS = (Unit.POUNDS, Unit.POUNDS_A_WEEK)
_IS = {
    Unit.COUNT: "is a count",
    Unit.PERCENTAGE: "is a percentage",
    Unit.PERCENTAGE_POINTS: "is in percentage points",
    Unit.RATE_PER_10000: "is a rate per 10,000",
    Unit.POUNDS_A_WEEK: "is in pounds a week",
    Unit.POUNDS: "is in pounds",
    Unit.NUMBER: "is a plain number",
    Unit.YES_OR_NO: "is yes or no",
}


def typed_unit(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """What is wrong with a unit or sign typed beside a printed fact, and how to mend it; else
    None."""
    ahead, behind = _BEFORE.search(before[-_FARTHEST:]), _AFTER.match(after)
    if ahead and ahead["minus"]:
        message = f'"{ahead["minus"]}" before "{fact.name}" would be read as a minus sign.'
        mend = f'Leave "{ahead["minus"]}" out: a fact below zero prints its own'
        return message, f"{mend}. For an item of a list write a space behind it."
    if ahead and (fact.unit is not Unit.NUMBER or _OWN.search(printed)):
        return _words(ahead["pounds"], _plain(ahead[0] + printed), printed, fact)
    if behind and not _suits(behind, printed, fact.unit):
        return _words(_plain(behind[0]), _plain(printed + behind[0]), printed, fact)
    return None


def typed_scale(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """As ``typed_unit``, of thousands and millions: sums of money may be in them."""
    found = _SCALE.match(after)
    if found is None or fact.unit in (Unit.NUMBER, Unit.POUNDS):
        return None
    shown, scale = _plain(printed + found[0]), _plain(found[0])
    return f'readers would see "{shown}", and "{fact.name}" is {printed}.', (
        f'Leave "{scale}" out. If the extract counts in thousands or millions, give its indicator '
        "`unit: number` in data/indicators.yml."
    )


def _suits(behind: re.Match[str], printed: str, unit: Unit) -> bool:
    """Whether what is typed behind a fact is the unit that it has and does not print."""
    kind, has_own = behind.lastgroup, _OWN.search(printed) is not None
    if kind == "week":  # an amount a week, of whatever
        return not printed.endswith("a week")
    if kind == "rate":
        is_ours = unit is Unit.RATE_PER_10000 and behind["rate"].endswith("10,000")
        is_money = unit in _POUNDS
        return is_money or (not has_own and (is_ours or unit is Unit.NUMBER))
    of_points = kind == "points" and unit is Unit.PERCENTAGE_POINTS
    return not has_own and (of_points or unit is Unit.NUMBER)


def _words(typed: str, shown: str, printed: str, fact: Fact) -> tuple[str, str]:
    """What is told of a unit that does not suit a fact, and how to mend it."""
    leave = f'Leave "{typed}" out'
    if _OWN.search(printed):
        message = f'readers would see "{shown}": "{fact.name}" prints its unit itself.'
        return message, f"{leave}."
    message = f'readers would see "{shown}", and "{fact.name}" {_IS[fact.unit]}.'
    mend = "or write a fact of that unit"
    if "%" in typed or "cent" in typed.lower():
        mend = "or write a fact that is a percentage: a `share` in strategy/facts.yml says what of"
    return message, f"{leave}; {mend}."


def _plain(text: str) -> str:
    return " ".join(re.sub("[*_]", "", text).split())
