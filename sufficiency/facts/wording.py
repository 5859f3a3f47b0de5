"""Rounding and wording: the only room that turns a value into words.

GOV.UK style; half up, as the department rounds, never Python's banker's rounding; no locale.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from sufficiency.tables import Noun, Unit

MINUS = "\N{MINUS SIGN}"
# As many digits as the largest quotient of two figures that an extract may hold.
_ROOM = Context(prec=100)


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """The value with so many digits after the point, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ROOM)


def digits_of(value: Decimal) -> int:
    """How many digits a figure has after the point, as it was given: 1 of "35.0"."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def say_number(value: Decimal, unit: Unit, decimals: int | None = None) -> str:
    """The figure alone: "1,234", "19%", "32.1", "£675", "£75.50"; a minus sign, not a hyphen."""
    rounded = round_half_up(value, unit.default_decimals if decimals is None else decimals)
    digits = f"{abs(rounded):,}"
    sign = MINUS if rounded < 0 else ""
    if unit is Unit.PERCENTAGE:
        return f"{sign}{digits}%"
    if unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK):
        return f"{sign}£{digits}"
    return f"{sign}{digits}"


def say_value(value: Decimal, unit: Unit, decimals: int | None = None) -> str:
    """The figure with its unit: "32.1 per 10,000", "£675 a week"."""
    number = say_number(value, unit, decimals)
    if unit is Unit.PERCENTAGE_POINTS:
        return f"{number} percentage point{'' if number == '1' else 's'}"
    return number + _AFTER.get(unit, "")


_AFTER = {Unit.RATE_PER_10000: " per 10,000", Unit.POUNDS_A_WEEK: " a week"}


def say_difference(value: Decimal, unit: Unit, decimals: int | None = None) -> str:
    """The size of a change: "19", "£261 a week"; of a percentage, "3 percentage points"."""
    return say_value(value, Unit.PERCENTAGE_POINTS if unit is Unit.PERCENTAGE else unit, decimals)


def shown_difference(before: Decimal, after: Decimal, decimals: int) -> Decimal:
    """The change between two figures as they are printed, so that a reader's sum comes out."""
    return round_half_up(after, decimals) - round_half_up(before, decimals)


def say_share(value: Decimal, decimals: int = 0) -> str:
    """A percentage of a whole: "19%"; one that only rounds to none or all says so."""
    rounded = round_half_up(value, decimals)
    if value > 0 and rounded == 0:
        return f"less than {say_number(Decimal(1).scaleb(-decimals), Unit.PERCENTAGE, decimals)}"
    if value < 100 and rounded == 100:
        most = 100 - Decimal(1).scaleb(-decimals)
        return f"more than {say_number(most, Unit.PERCENTAGE, decimals)}"
    return say_number(value, Unit.PERCENTAGE, decimals)


def say_truth(holds: bool) -> str:
    """What a comparison says: "yes" or "no"."""
    return "yes" if holds else "no"


def say_count(value: Decimal, noun: Noun, decimals: int = 0) -> str:
    """A count with what it counts: "one child", "1,234 children", "2.5 children"."""
    number = say_number(value, Unit.COUNT, decimals)
    return f"one {noun.one}" if number == "1" else f"{number} {noun.many}"


def say_gap(value: Decimal, unit: Unit, decimals: int, more: str, less: str) -> str:
    """What is left of one figure without another, with its direction in the words given:
    "3 percentage points higher", "£5 a week less", "no higher or lower"."""
    if round_half_up(value, decimals) == 0:
        return f"no {more} or {less}"
    return f"{say_value(abs(value), unit, decimals)} {more if value > 0 else less}"


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def say_position(position: int, order: str) -> str:
    """A rank in words: "highest", "second highest", "11th lowest"."""
    if position == 1:
        return order
    if position <= len(_ORDINALS):
        return f"{_ORDINALS[position - 1]} {order}"
    return f"{position}{_ordinal_ending(position)} {order}"


def _ordinal_ending(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
