"""Changes between two figures: whether they are more than noise, and every way they are said.

The rule and its thresholds are told to authors in ``docs/wording.md``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Protocol

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


class Measured(Protocol):
    """A figure: of a released row, a fact, a point of a chart.

    ``numerator`` and ``denominator`` are the counts that a percentage or rate was divided from,
    None where they are not known.
    """

    @property
    def value(self) -> Decimal | None:
        """In the unit of what is measured; None where there is none to show."""

    @property
    def numerator(self) -> Decimal | None:
        """The count of the part."""

    @property
    def denominator(self) -> Decimal | None:
        """The count of the whole."""


def settle_way(
    before: Measured, after: Measured, unit: Unit, rule: LittleChange
) -> tuple[Way, str]:
    """Which way a figure went that changed, and why that is no more than noise, if it is not.

    Both must have a value. It is noise where it is no more than chance may do to small counts
    (``_chance``), or less than the unit's threshold.
    """
    assert before.value is not None
    assert after.value is not None
    size = abs(after.value - before.value)
    way = Way.ROSE if after.value > before.value else Way.FELL
    margin = _chance(before, after, unit, rule)
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
    return (Way.LITTLE, why) if size * 100 < threshold * abs(before.value) else (way, "")


def _chance(before: Measured, after: Measured, unit: Unit, rule: LittleChange) -> Decimal:
    """How far chance alone may move a figure made of small counts, in its unit; 0 of large ones.

    Counts vary as Poisson distributions do, percentages as binomial ones: it is so many standard
    errors of the difference. It counts in full up to ``small_counts``, and less and less up to
    twice as many, so that no single child decides whether it counts at all.
    """
    behind = _counts_behind(before, after)
    if unit is Unit.COUNT:
        assert before.value is not None
        assert after.value is not None
        smallest = min(before.value, after.value)
        variance = before.value + after.value
    elif not behind:
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


def _counts_behind(*figures: Measured) -> list[tuple[Decimal, Decimal]]:
    """The part and the whole of each figure; none where any is not known."""
    behind = [(figure.numerator, figure.denominator) for figure in figures]
    known = [(part, whole) for part, whole in behind if part is not None and whole]
    return known if len(known) == len(figures) and all(whole > 0 for _, whole in known) else []


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
    when = (before.period.label, after.period.label)
    moved = movement_between(before, after, when, unit, decimals, rule)
    return moved, *say_in_forms(before.value, after.value, unit, decimals, moved.way)


def movement_between(
    before: Measured,
    after: Measured,
    when: tuple[str, str],
    unit: Unit,
    decimals: int,
    rule: LittleChange,
) -> Movement:
    """Which way a figure went from one to another, both of which must have a value; ``when`` are
    their periods as printed."""
    assert before.value is not None
    assert after.value is not None
    shown = [wording.say_value(value, unit, decimals) for value in (before.value, after.value)]
    if wording.shown_difference(before.value, after.value, decimals) == 0:
        return Movement(Way.STAYED, f"stayed at {shown[1]} between {when[0]} and {when[1]}")
    way, why = settle_way(before, after, unit, rule)
    comma = "," if way.is_noise else ""
    ends = f"from {shown[0]} ({when[0]}) to {shown[1]} ({when[1]})"
    return Movement(way, f"{way.value}{comma} {ends}", why)


@dataclass(frozen=True)
class _Words:
    """How a way is said: the verb, the same up to now, and as a noun.

    ``verb`` and ``has`` stand before "from 39 to 58" and end in a comma where they need one.
    """

    verb: str
    has: str
    noun: str


_WORDS = {
    Way.ROSE: _Words("rose", "has risen", "a rise of"),
    Way.FELL: _Words("fell", "has fallen", "a fall of"),
    Way.STAYED: _Words("stayed at", "has stayed at", "no change"),
    Way.LITTLE: _Words("changed little,", "has changed little,", "little change"),
    Way.UNCLEAR: _Words("showed no clear change,", "has shown no clear change,", "no clear change"),
}


def say_change(before: str, after: str, way: Way) -> str:
    """A change as a verb phrase: "rose from 39 to 58", "stayed at 58", "changed little, from 342
    to 340". ``before`` and ``after`` are printed forms."""
    return _with_ends(_WORDS[way].verb, before, after, way)


def say_has_changed(before: str, after: str, way: Way) -> str:
    """The same up to now: "has risen from 39 to 58", "has stayed at 58"."""
    return _with_ends(_WORDS[way].has, before, after, way)


def _with_ends(verb: str, before: str, after: str, way: Way) -> str:
    return f"{verb} {after}" if way is Way.STAYED else f"{verb} from {before} to {after}"


def say_noun(way: Way, size: str, percent: str | None) -> str:
    """A change as a noun phrase: "a rise of 19 (49%)", "no change", "little change"."""
    noun = _WORDS[way].noun
    if way not in (Way.ROSE, Way.FELL):
        return noun
    return f"{noun} {size}" + (f" ({percent})" if percent else "")


def say_in_forms(
    before: Decimal, after: Decimal, unit: Unit, decimals: int, way: Way
) -> tuple[str, dict[str, str]]:
    """A change's default words and its other forms; what may be noise went no way."""
    difference = wording.shown_difference(before, after, decimals)
    size = wording.say_difference(abs(difference), unit, decimals)
    percent = None
    # A change of a percentage is given in percentage points, never as a percentage of it.
    if before > 0 and unit is not Unit.PERCENTAGE:
        percent = wording.say_share(abs(difference) * 100 / before)
    ends = wording.say_number(before, unit, decimals), wording.say_value(after, unit, decimals)
    forms = {
        "as_noun": say_noun(way, size, percent),
        "has_changed": say_has_changed(*ends, way),
    }
    # A size alone has no sign: the author says which way, and the form is there only if it went.
    direction = "rise" if difference > 0 else "fall"
    if difference != 0:
        forms[f"{direction}_by"] = size
        if percent is not None:
            forms[f"{direction}_by_percent"] = percent
    return say_change(*ends, way), forms
