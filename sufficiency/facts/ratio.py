"""Shares in words: "nearly two-thirds", "about 1 in 5", "more than half".

The words never contradict the figure, nor the figure as it is printed beside them: each hedge has
its borders, which ``docs/wording.md`` tells and the tests try.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from sufficiency.facts.wording import round_half_up

FRACTIONS: Mapping[Fraction, tuple[str, str]] = {
    Fraction(1, 10): ("a tenth", "1 in 10"),
    Fraction(1, 5): ("a fifth", "1 in 5"),
    Fraction(1, 4): ("a quarter", "1 in 4"),
    Fraction(1, 3): ("a third", "1 in 3"),
    Fraction(2, 5): ("two-fifths", "2 in 5"),
    Fraction(1, 2): ("half", "1 in 2"),
    Fraction(3, 5): ("three-fifths", "3 in 5"),
    Fraction(2, 3): ("two-thirds", "2 in 3"),
    Fraction(3, 4): ("three-quarters", "3 in 4"),
    Fraction(4, 5): ("four-fifths", "4 in 5"),
    Fraction(9, 10): ("nine-tenths", "9 in 10"),
}
"""The fractions that words are made of, smallest first, in two ways of saying them."""

JUST = Decimal(1)
"""Percentage points on either side of a fraction for which "just over", "just under" and "about"
may be said."""
NEARLY = Decimal(3)
"""Percentage points below a fraction for which "nearly" may be said, at most."""
NEARLY_OF_IT = Decimal("0.1")
"""The same as a part of the fraction: 7% is no tenth, not even nearly."""

# A share kept as a decimal is no third exactly. No two shares of real counts are so close.
_SAME = Decimal("1e-9")


def ratio_forms(percent: Decimal, decimals: int) -> dict[str, str]:
    """The forms of a share between 0 and 100 that say it in words; none of any other figure.

    ``decimals`` are the digits after the point with which the share is printed.
    """
    if not 0 <= percent <= 100:
        return {}
    return {
        "as_fraction": say_fraction(percent, decimals),
        "as_one_in": say_one_in(percent, decimals),
        "more_or_less_than_half": say_half(percent, decimals),
    }


def say_fraction(percent: Decimal, decimals: int = 0) -> str:
    """The share as a fraction: "exactly half", "just over a third", "more than three-fifths"."""
    return _hedged(percent, decimals, 0, ("just under", "just over"))


def say_one_in(percent: Decimal, decimals: int = 0) -> str:
    """The share as so many in so many: "exactly 1 in 4", "about 1 in 5", "nearly 1 in 3"."""
    return _hedged(percent, decimals, 1, ("about", "about"))


def say_half(percent: Decimal, decimals: int = 0) -> str:
    """On which side of half the share is: "more than half", "exactly half", "less than half"."""
    if at_end := _at_an_end(percent):
        return at_end
    if abs(percent - 50) < _SAME:
        return "exactly half"
    if _prints_alike(percent, Decimal(50), decimals):
        return "about half"
    return f"{'more' if percent > 50 else 'less'} than half"


def _at_an_end(percent: Decimal) -> str | None:
    return {Decimal(0): "none", Decimal(100): "all"}.get(percent)


def _hedged(percent: Decimal, decimals: int, way: int, just: tuple[str, str]) -> str:
    """The share beside one of the fractions, with the hedge that its distance allows.

    ``way`` is which of a fraction's two names is said, ``just`` the hedges from just below and
    just above it.
    """
    if at_end := _at_an_end(percent):
        return at_end
    if percent >= 100 - NEARLY:
        return "nearly all"
    passed = ""
    for fraction, names in FRACTIONS.items():
        here = Decimal(fraction.numerator * 100) / fraction.denominator
        distance = percent - here
        name = names[way]
        if abs(distance) < _SAME:
            return f"exactly {name}"
        if _prints_alike(percent, here, decimals):
            return f"about {name}"
        if abs(distance) <= JUST:
            return f"{just[distance > 0]} {name}"
        if -min(NEARLY, here * NEARLY_OF_IT) <= distance < 0:
            return f"nearly {name}"
        if distance < 0:
            break
        passed = name
    return f"more than {passed}" if passed else f"less than {name}"


def _prints_alike(percent: Decimal, other: Decimal, decimals: int) -> bool:
    return round_half_up(percent, decimals) == round_half_up(other, decimals)
