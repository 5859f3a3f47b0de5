"""Guards: what a sentence claims of a fact, and whether the fact still bears it out.

``{{ cic_change | must_fall }}`` prints the words of the fact, and is a problem once it no longer
fell. Each guard is told to authors in ``docs/wording.md``.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from sufficiency.facts.alike import FormulaError, require_alike
from sufficiency.facts.changes import Way
from sufficiency.facts.fact import Fact
from sufficiency.facts.wording import round_half_up, say_value
from sufficiency.tables import Unit

Other: TypeAlias = Fact | Decimal | None
"""What a fact is compared with: another fact or a number, where the guard takes one."""

_STEADY = (Way.STAYED, Way.LITTLE, Way.UNCLEAR)
MOVES: Mapping[str, tuple[Way, ...]] = {
    "must_rise": (Way.ROSE,),
    "must_fall": (Way.FELL,),
    "must_not_rise": (Way.FELL, *_STEADY),
    "must_not_fall": (Way.ROSE, *_STEADY),
    "must_change_little": _STEADY,
}
"""Guards of changes and trends, and the ways that bear each of them out."""

COMPARES: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "must_be_above": operator.gt,
    "must_be_below": operator.lt,
    "must_be_at_least": operator.ge,
    "must_be_at_most": operator.le,
}
"""Guards that compare a fact with another fact or a number, which stands in brackets."""

_OF_TWO_FACTS = {
    "must_rise": "must_be_above",
    "must_fall": "must_be_below",
    "must_not_rise": "must_be_at_most",
    "must_not_fall": "must_be_at_least",
}
"""What says nearly the same as a guard of changes, of a figure and an earlier one."""

HALVES = {"must_be_most": "must_be_above", "must_be_least": "must_be_below"}
"""Guards of percentages: more than half, and less than half."""

RANKS = {"must_be_highest": "highest", "must_be_lowest": "lowest"}
"""Guards of ranks, and the order in which the fact has to count."""

GUARDS = frozenset([*MOVES, *COMPARES, *HALVES, *RANKS])
_HALF = Decimal(50)


@dataclass(frozen=True)
class Broken:
    """A guard that its fact does not bear out: ``"cic_change" must fall`` and what it is."""

    claim: str
    values: str


@dataclass(frozen=True)
class Misfit:
    """Why a guard can say nothing of a fact, and what to do about it."""

    message: str
    mend: str


def takes_other(guard: str) -> bool:
    """Whether the guard compares with what stands in brackets behind it."""
    return guard in COMPARES


def find_broken(guard: str, fact: Fact, other: Other = None) -> Broken | Misfit | None:
    """What is wrong with a fact under one of ``GUARDS``; None where it bears the claim out.

    The fact must have a value, and ``other`` is given where ``takes_other`` says so.
    """
    words = f'"{fact.name}" {guard.replace("_", " ")}'
    if guard in MOVES:
        return _moves(guard, fact, words)
    if guard in RANKS:
        return _ranks(guard, fact, words)
    if guard in HALVES:
        if fact.unit is not Unit.PERCENTAGE:
            message = f'{guard} looks at percentages, and "{fact.name}" is none.'
            return Misfit(message, "Guard the share: a fact with the keys `share` and `of`.")
        half = "more than half" if guard == "must_be_most" else "less than half"
        return _compares(HALVES[guard], fact, _HALF, f'"{fact.name}" must be {half} ({guard})')
    assert other is not None
    return _compares(guard, fact, other, words)


def _moves(guard: str, fact: Fact, words: str) -> Broken | Misfit | None:
    moved = fact.moved
    if moved is None:
        message = f'{guard} looks at changes, and "{fact.name}" is none.'
        mend = "Guard a fact with the key `change` or `trend`"
        if compares := _OF_TWO_FACTS.get(guard):
            example = f"{{{{ {fact.name} | {compares}(earlier_fact) }}}}"
            mend += f"; or compare with the fact of an earlier time, by its name: {example}"
        return Misfit(message, f"{mend}.")
    if moved.way in MOVES[guard]:
        return None
    return Broken(words, f"it {moved.told}. {moved.why_little}".strip().removesuffix("."))


def _ranks(guard: str, fact: Fact, words: str) -> Broken | Misfit | None:
    standing = fact.standing
    if standing is None:
        message = f'{guard} looks at ranks, and "{fact.name}" is none.'
        return Misfit(message, "Guard a fact with the keys `rank` and `among`.")
    if standing.order != RANKS[guard]:
        message = f'{guard} needs a rank counted from the {RANKS[guard]}, and "{fact.name}" is not.'
        mend = f"Write `order: {RANKS[guard]}` below `rank` in strategy/facts.yml."
        return Misfit(message, mend)
    if standing.position == 1 and not standing.is_joint:
        return None
    return Broken(words, f"it is {fact.said}")


def _compares(guard: str, fact: Fact, other: Fact | Decimal, words: str) -> Broken | Misfit | None:
    """Both as they are and as they are printed: a reader sees the second."""
    assert fact.value is not None
    holds = COMPARES[guard]
    if isinstance(other, Fact):
        try:
            require_alike(fact, other)
        except FormulaError as error:
            mend = "Compare facts of one unit and one kind of period, or compare with a number."
            return Misfit(f'{guard} of "{fact.name}" and "{other.name}" {error}', mend)
        words += f' "{other.name}"'
    elif not words.endswith(")"):
        words += f" {_plain(other, fact.unit)}"
    is_so = holds(fact.value, _figure(other))
    if is_so and holds(_figure(fact, 0), _figure(other, 0)):
        if _holds_always(guard, fact, other):
            mend = "Compare with a figure that it could break, or leave the guard out."
            beside = other.name if isinstance(other, Fact) else f"{other:f}"
            message = f'{guard}({beside}) of "{fact.name}" holds whatever the figures are.'
            return Misfit(message, mend)
        return None
    more = range(_MOST_DIGITS)
    digits = next((n for n in more if holds(_figure(fact, n), _figure(other, n)) is is_so), 0)
    beside = f', and "{other.name}" is {_say(other, digits)}' if isinstance(other, Fact) else ""
    return Broken(words, f"it is {_say(fact, digits)}{beside}")


_MOST_DIGITS = 30  # more than a quotient has


def _figure(one: Fact | Decimal, more: int | None = None) -> Decimal:
    """What is compared; of a fact, with so many digits more than it is printed with."""
    if not isinstance(one, Fact):
        return one
    assert one.value is not None
    return one.value if more is None else round_half_up(one.value, one.decimals + more)


def _holds_always(guard: str, fact: Fact, other: Fact | Decimal) -> bool:
    """Whether a comparison that holds would hold of any figures: of a fact beside itself, and of
    one that is never below zero, beside what even zero bears out."""
    if isinstance(other, Fact):
        return fact.name == other.name
    is_from_below = guard in ("must_be_above", "must_be_at_least")
    return is_from_below and fact.is_never_below_zero and COMPARES[guard](Decimal(0), other)


def _say(fact: Fact, more: int) -> str:
    """A fact's figure with its unit, and what it was made of, where that can be shown.

    Where it was rounded and that hides how the comparison went, with so many digits ``more``.
    """
    assert fact.value is not None
    printed = say_value(fact.value, fact.unit, fact.decimals)
    is_hidden = more > 0 and fact.value != round_half_up(fact.value, fact.decimals)
    figure = say_value(fact.value, fact.unit, fact.decimals + more) if is_hidden else printed
    made = f" ({fact.formula})" if fact.formula and fact.standing is None else ""
    return f"{figure}{made}" + (f", rounded to {printed}" if is_hidden else "")


def _plain(number: Decimal, unit: Unit) -> str:
    digits = -int(number.as_tuple().exponent)
    return say_value(number, unit, max(0, digits))
