"""What goes together in a formula: units, periods, places and things that it may join."""

import ast
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NoReturn, Protocol

from sufficiency.tables import Noun, Period, PeriodKind, Unit


class FormulaError(Exception):
    """Why a formula has no value, in words that follow "the formula"; and how to mend it, where
    that can be said."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend


class Joined(Protocol):
    """What a sum joins: a figure with the periods, places and indicators behind it, what it counts
    and what it was divided by."""

    @property
    def unit(self) -> Unit: ...
    @property
    def periods(self) -> tuple[Period, ...]: ...
    @property
    def indicators(self) -> frozenset[str]: ...
    @property
    def places(self) -> frozenset[str]: ...
    @property
    def groups(self) -> frozenset[str]: ...
    @property
    def nouns(self) -> frozenset[Noun]: ...
    @property
    def denominator(self) -> Decimal | None: ...


def require_alike(left: Joined, right: Joined) -> Unit:
    """The unit of both; raises where units differ, or a day's figure meets a year's."""
    if left.unit is not right.unit:
        raise FormulaError(
            f"joins unlike units: {left.unit.value} and {right.unit.value}.",
            "Take facts of one unit.",
        )
    lengths = {_is_day(period) for period in (*left.periods, *right.periods)}
    if len(lengths) > 1:
        raise FormulaError(
            "joins a figure for one day and a figure for a whole year.",
            "Take facts that are all of a day, or all of a year.",
        )
    return left.unit


def require_addable(left: Joined, right: Joined, *, in_mean: bool) -> Unit:
    """The unit of both; raises where their sum would be of no thing, place or period.

    ``in_mean`` says that the sum is only a step to their mean.
    """
    unit = require_alike(left, right)
    if not left.periods or not right.periods:
        return unit
    if unlike := unlike_things(left.nouns, right.nouns):
        raise FormulaError(
            f"adds unlike things, {unlike}.",
            "Add what counts the same things. If both do, give their indicators one `noun` in "
            "data/indicators.yml.",
        )
    if unit is Unit.PERCENTAGE:
        _require_one_whole(left, right, in_mean=in_mean)
    _require_one_group(left, right)
    if not set(left.periods) & set(right.periods):
        _require_addable_periods(left, right, in_mean=in_mean)
    return unit


def _require_one_whole(left: Joined, right: Joined, *, in_mean: bool) -> None:
    """Percentages add up where they are of one whole; their mean is a percentage of nothing."""
    if in_mean:
        raise FormulaError(
            "takes the average of percentages, in which a small whole counts as much as a large "
            "one.",
            "Add the parts, add the wholes, and make a fact of the two sums with `share` and `of`.",
        )
    wholes = {left.denominator, right.denominator}
    is_one_whole = len(wholes) == 1 and (None not in wholes or left.indicators == right.indicators)
    if not is_one_whole or left.periods != right.periods or left.places != right.places:
        raise FormulaError(
            "adds percentages that may be of different wholes.",
            "Add the parts themselves, and make a fact of their sum with `share` and `of`.",
        )


def _require_one_group(left: Joined, right: Joined) -> None:
    """Figures of several places add up where one group lists these: England holds its councils."""
    is_group = left.indicators == right.indicators and left.groups & right.groups
    if left.places and right.places and left.places != right.places and not is_group:
        shown = " and ".join(sorted(left.places | right.places))
        raise FormulaError(
            f"adds figures of different places, {shown}.",
            "Take figures of one place. Or, of one indicator, of places that are listed together "
            "below `comparators` in strategy/strategy.yml; a region holds its councils already.",
        )


def _require_addable_periods(left: Joined, right: Joined, *, in_mean: bool) -> None:
    """Figures of different years may be added where they are of one indicator; those of different
    days count the same children twice, unless the sum is only a step to their mean."""
    is_one_thing = left.indicators == right.indicators
    if any(map(_is_day, left.periods)):
        if not (in_mean and is_one_thing):
            _refuse_days(left.periods, right.periods)
    elif not is_one_thing:
        shown = _both(left.periods, right.periods)
        raise FormulaError(
            f"adds figures of different things and different years: {shown}.",
            "Take figures of one year; or of one indicator, where they are of several.",
        )


def require_divisible(left: Joined, right: Joined) -> None:
    """Raises where a count is divided by that of another thing, and at another time or place too.

    One indicator's figures of two times or places may be compared so.
    """
    unit = require_alike(left, right)
    if unit is not Unit.COUNT or left.indicators == right.indicators:
        return
    unlike = ""
    if left.places and right.places and not left.places & right.places:
        unlike = f"places: {' and '.join(sorted(left.places | right.places))}"
    elif left.periods and right.periods and not set(left.periods) & set(right.periods):
        unlike = f"times: {_both(left.periods, right.periods)}"
    if unlike:
        raise FormulaError(
            f"divides figures of different things and of different {unlike}.",
            "Divide figures of one place and time.",
        )


def counts_part_of(left: Joined, right: Joined) -> bool:
    """Whether one count may be of some of the things that another, of another indicator, is of."""
    is_known = bool(left.nouns and right.nouns)
    is_like = is_known and not unlike_things(left.nouns, right.nouns)
    return is_like and left.indicators != right.indicators


def require_part(part: Decimal | None, whole: Decimal | None) -> None:
    """Raises where a part of a hundred would be more than a hundred."""
    if part is not None and whole is not None and part > whole:
        raise FormulaError(
            "takes a part of a hundred, and the part is more than its whole.",
            "Divide the part by its whole, and not the other way round; or make a fact of the two "
            "with `share` and `of`.",
        )


# Words for people: children, young people and care leavers may be counted together.
_PEOPLE = frozenset(
    (
        "child person boy girl man woman baby teenager adolescent adult leaver carer parent mother "
        "father sibling brother sister adopter resident pupil student worker"
    ).split()
)
_BEHIND = re.compile(
    r"\s+(?:in|of|for|with|at|on|who|aged|from|to|by|living|looked|placed)\b.*", re.I
)


def unlike_things(left: Iterable[Noun], right: Iterable[Noun]) -> str:
    """Two nouns that count unlike things, as "children and homes"; blank where there are none."""
    for one in sorted(left, key=lambda noun: noun.many):
        for other in sorted(right, key=lambda noun: noun.many):
            if _kind_of(one) != _kind_of(other):
                return f"{one.many} and {other.many}"
    return ""


def _kind_of(noun: Noun) -> str:
    """What a noun names at its end: of "children's home" home, of "care leaver" a person."""
    words = _BEHIND.sub("", noun.one.casefold()).split()
    last = words[-1] if words else ""
    return "person" if last in _PEOPLE else last


def _refuse_days(left: Iterable[Period], right: Iterable[Period]) -> NoReturn:
    raise FormulaError(
        f"adds figures of different days, {_both(left, right)}: who is there on both would be "
        "counted twice.",
        "Take figures of one day; or take their average, like (figure_2018 + figure_2019) / 2.",
    )


def is_mean(node: ast.expr) -> bool:
    """Whether a part of a formula adds figures and divides them by how many they are."""
    match node:
        case ast.BinOp(op=ast.Div(), left=ast.BinOp() as added, right=ast.Constant(value=number)):
            return number == _count_added(added)
    return False


def _count_added(node: ast.expr) -> int:
    """How many figures are added; more than any formula holds where something else is done."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _count_added(node.left) + _count_added(node.right)
    return 1 if isinstance(node, ast.Name) else 1000


def _is_day(period: Period) -> bool:
    return period.kind is PeriodKind.POINT


def _both(left: Iterable[Period], right: Iterable[Period]) -> str:
    shown = (" and ".join(period.label for period in sorted(periods)) for periods in (left, right))
    return " and ".join(shown)
