"""Changes between two figures: whether they are more than noise, and every way they are said.

The rule and its thresholds are told to authors in ``docs/wording.md``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from sufficiency.content.strategy import LittleChange
from sufficiency.facts import wording
from sufficiency.tables import ReleasedRow, Unit

# How many standard errors the interval takes to either side, by the per cent of certainty.
_ERRORS = {"90": Decimal("1.645"), "95": Decimal("1.960"), "99": Decimal("2.576")}


class Way(Enum):
    """Which way a figure went; the value is the verb that says so."""

    ROSE = "rose"
    FELL = "fell"
    STAYED = "stayed the same"
    LITTLE = "changed little"
    UNCLEAR = "showed no clear change"

    @property
    def is_noise(self) -> bool:
        """Whether it went either way by no more than noise."""
        return self in (Way.LITTLE, Way.UNCLEAR)


@dataclass(frozen=True)
class Movement:
    """Which way a figure went, in words that name both figures and their periods.

    ``told`` reads on from the fact's name; ``why_little`` is a sentence that says why the change
    may be noise, blank where it is more.
    """

    way: Way
    told: str
    why_little: str = ""


Quotient: TypeAlias = tuple[Decimal, Decimal]
"""What a percentage or rate was divided from: its numerator and denominator, both counts."""


def settle_way(
    before: Decimal,
    after: Decimal,
    unit: Unit,
    rule: LittleChange,
    behind: tuple[Quotient, Quotient] | None = None,
) -> tuple[Way, str]:
    """Which way a figure went that changed, and why that is no more than noise, if it is not.

    It is noise where it is no more than chance may do to small counts (``_chance``), or less than
    the unit's threshold. ``behind`` are the counts of a percentage or rate, where they are known.
    """
    size = abs(after - before)
    way = Way.ROSE if after > before else Way.FELL
    margin = _chance(before, after, unit, rule, behind)
    if size <= margin:
        shown = wording.say_difference(margin, unit, 1)
        why = f"Of figures as small as these, a change of up to {shown} may be chance."
        return Way.UNCLEAR, why
    if unit in (Unit.PERCENTAGE, Unit.PERCENTAGE_POINTS):
        points = wording.say_value(rule.percentages, Unit.PERCENTAGE_POINTS, _digits(rule))
        why = f"Less than {points} is little."
        return (Way.LITTLE, why) if size < rule.percentages else (way, "")
    threshold = _threshold(unit, rule)
    why = f"Less than {threshold.normalize():f}% of the earlier figure is little."
    return (Way.LITTLE, why) if size * 100 < threshold * abs(before) else (way, "")


def _chance(
    before: Decimal,
    after: Decimal,
    unit: Unit,
    rule: LittleChange,
    behind: tuple[Quotient, Quotient] | None,
) -> Decimal:
    """How far chance alone may move a figure made of small counts, in its unit; 0 of large ones.

    Counts vary as Poisson distributions do, percentages as binomial ones: it is so many standard
    errors of the difference. It counts in full up to ``small_counts``, and less and less up to
    twice as many, so that no single child decides whether it counts at all.
    """
    if unit is Unit.COUNT:
        smallest, variance = min(before, after), before + after
    elif behind is None or any(divisor <= 0 for _, divisor in behind):
        return Decimal(0)
    elif unit is Unit.PERCENTAGE:
        # Of 98 in 100 it is the two left over that vary.
        smallest = min(min(part, whole - part) for part, whole in behind)
        variance = sum(
            (part * (whole - part) * 10_000 / whole**3 for part, whole in behind), Decimal(0)
        )
    elif unit is Unit.RATE_PER_10000:
        smallest = min(part for part, _ in behind)
        variance = sum((part * 10**8 / of**2 for part, of in behind), Decimal(0))
    else:
        return Decimal(0)
    if not rule.small_counts or variance <= 0:
        return Decimal(0)
    weight = (2 * rule.small_counts - smallest) / rule.small_counts
    return _ERRORS[rule.certainty] * variance.sqrt() * min(max(weight, Decimal(0)), Decimal(1))


def _digits(rule: LittleChange) -> int:
    return max(0, -int(rule.percentages.normalize().as_tuple().exponent))


def _threshold(unit: Unit, rule: LittleChange) -> Decimal:
    """The threshold of a unit in per cent of the earlier figure."""
    if unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK):
        return rule.pounds
    return rule.rates if unit is Unit.RATE_PER_10000 else rule.counts


def word_change(
    before: ReleasedRow, after: ReleasedRow, unit: Unit, decimals: int, rule: LittleChange
) -> tuple[Movement, str, dict[str, str]]:
    """Which way a figure went between two rows, both of which must have one; what a change prints
    by itself, and in its other forms."""
    assert before.value is not None
    assert after.value is not None
    moved = movement_between(before, after, unit, decimals, rule)
    return moved, *say_in_forms(before.value, after.value, unit, decimals, moved.way)


def movement_between(
    before: ReleasedRow, after: ReleasedRow, unit: Unit, decimals: int, rule: LittleChange
) -> Movement:
    """Which way the figure went between two rows, both of which must have one."""
    assert before.value is not None
    assert after.value is not None
    shown = [wording.say_value(value, unit, decimals) for value in (before.value, after.value)]
    ends = f"from {shown[0]} ({before.period.label}) to {shown[1]} ({after.period.label})"
    difference = wording.shown_difference(before.value, after.value, decimals)
    if difference == 0:
        stayed = f"stayed at {shown[1]} between {before.period.label} and {after.period.label}"
        return Movement(Way.STAYED, stayed)
    way, why = settle_way(before.value, after.value, unit, rule, _counts_behind(before, after))
    comma = "," if way.is_noise else ""
    return Movement(way, f"{way.value}{comma} {ends}", why)


def _counts_behind(before: ReleasedRow, after: ReleasedRow) -> tuple[Quotient, Quotient] | None:
    """The counts of both rows' percentages or rates; None where any is not known."""
    figures = (before.numerator, before.denominator, after.numerator, after.denominator)
    one, of_one, other, of_other = figures
    if one is None or of_one is None or other is None or of_other is None:
        return None
    return (one, of_one), (other, of_other)


_NOISE = {
    Way.LITTLE: ("changed little", "little change"),
    Way.UNCLEAR: ("shown no clear change", "no clear change"),
}


def say_in_forms(
    before: Decimal, after: Decimal, unit: Unit, decimals: int, way: Way
) -> tuple[str, dict[str, str]]:
    """A change's default words and its other forms."""
    difference = wording.shown_difference(before, after, decimals)
    size = wording.say_difference(abs(difference), unit, decimals)
    percent = None
    # A change of a percentage is given in percentage points, never as a percentage of it.
    if before > 0 and unit is not Unit.PERCENTAGE:
        percent = wording.say_share(abs(difference) * 100 / before)
    first = wording.say_number(before, unit, decimals)
    last = wording.say_value(after, unit, decimals)
    said = wording.say_change(first, last, difference)
    forms = {
        "as_noun": wording.say_rise(difference, size, percent),
        "has_changed": wording.say_has_changed(first, last, difference),
    }
    verb, noun = _NOISE.get(way, ("", ""))
    ends = f", from {first} to {last}"
    forms["changed_or_little"] = way.value + ends if verb else said
    forms["has_changed_or_little"] = f"has {verb}{ends}" if verb else forms["has_changed"]
    forms["noun_or_little"] = noun or forms["as_noun"]
    # A size alone has no sign: the author says which way, and the form is there only if it went.
    direction = "rise" if difference > 0 else "fall"
    if difference != 0:
        forms[f"{direction}_by"] = size
        if percent is not None:
            forms[f"{direction}_by_percent"] = percent
    return said, forms
