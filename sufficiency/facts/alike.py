"""What goes together in a formula: units and periods that a sum or a comparison may join."""

import ast
from collections.abc import Iterable
from typing import NoReturn, Protocol

from sufficiency.tables import Period, PeriodKind, Unit


class FormulaError(Exception):
    """Why a formula has no value, in words that follow "the formula"; and how to mend it, where
    that can be said."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend


class Joined(Protocol):
    """What a sum joins: a figure with the periods and indicators behind it."""

    @property
    def unit(self) -> Unit: ...
    @property
    def periods(self) -> tuple[Period, ...]: ...
    @property
    def indicators(self) -> frozenset[str]: ...


def require_alike(left: Joined, right: Joined) -> Unit:
    """The unit of both; raises where units differ, or a day's figure meets a year's."""
    if left.unit is not right.unit:
        raise FormulaError(f"joins unlike units: {left.unit.value} and {right.unit.value}.")
    lengths = {_is_day(period) for period in (*left.periods, *right.periods)}
    if len(lengths) > 1:
        raise FormulaError(
            "joins a figure for one day and a figure for a whole year.",
            "Take facts that are all of a day, or all of a year.",
        )
    return left.unit


def require_addable(left: Joined, right: Joined, *, in_mean: bool) -> Unit:
    """The unit of both; raises where their sum would be of no period.

    Figures of different years may be added where they are of one indicator; those of different
    days count the same children twice, unless the sum is only a step to their mean.
    """
    unit = require_alike(left, right)
    if not left.periods or not right.periods or set(left.periods) & set(right.periods):
        return unit
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
    return unit


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
