"""Formulas over facts: + - * / and brackets, with their units kept."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.facts.fact import Fact, FactSource
from sufficiency.tables import Status, Unit

_TOO_LARGE = Decimal(10) ** 20
_LONGEST = 500


class FormulaError(Exception):
    """Why a formula has no value, in words that follow "the formula"."""


@dataclass(frozen=True)
class Amount:
    """A value on its way through a formula; ``value`` is None unless the status is published."""

    value: Decimal | None
    unit: Unit
    decimals: int
    status: Status
    sources: tuple[FactSource, ...] = ()


def names_in(formula: str) -> list[str]:
    """The fact names that a formula uses, in order; raises FormulaError where it is none."""
    return [node.id for node in ast.walk(_parse(formula)) if isinstance(node, ast.Name)]


def evaluate(formula: str, facts: Mapping[str, Fact]) -> Amount:
    """The formula's amount; ``facts`` must hold every name of ``names_in``.

    Raises FormulaError where units do not go together.
    """
    return _evaluate(_parse(formula).body, facts)


def _parse(formula: str) -> ast.Expression:
    if len(formula) > _LONGEST:
        raise FormulaError("is too long; make a fact of each of its parts.")
    try:
        return ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("cannot be read; write it like agency_week - in_house_week.") from None


def _evaluate(node: ast.expr, facts: Mapping[str, Fact]) -> Amount:
    if isinstance(node, ast.Name):
        fact = facts[node.id]
        return Amount(fact.value, fact.unit, fact.decimals, fact.status, fact.sources)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return _limited(Amount(Decimal(str(node.value)), Unit.NUMBER, 0, Status.PUBLISHED))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = _evaluate(node.left, facts), _evaluate(node.right, facts)
        return _limited(_OPERATIONS[type(node.op)](left, right))
    raise FormulaError("may hold only names of facts, numbers, + - * / and brackets.")


def _limited(amount: Amount) -> Amount:
    """The amount, unless it has grown beyond what any council counts."""
    if amount.value is not None and not abs(amount.value) < _TOO_LARGE:
        raise FormulaError("gives a number that is too large.")
    return amount


def _combined(left: Amount, right: Amount, unit: Unit, value: Decimal | None) -> Amount:
    missing = [amount.status for amount in (left, right) if amount.value is None]
    status = missing[0] if missing else Status.PUBLISHED
    if not missing and value is None:
        status = Status.NOT_APPLICABLE
    sources = tuple(dict.fromkeys(left.sources + right.sources))
    return Amount(value, unit, max(left.decimals, right.decimals), status, sources)


def _same_unit(left: Amount, right: Amount) -> Unit:
    if left.unit is not right.unit:
        raise FormulaError(f"joins unlike units: {left.unit.value} and {right.unit.value}.")
    return left.unit


def _add(left: Amount, right: Amount) -> Amount:
    unit = _same_unit(left, right)
    known = left.value is not None and right.value is not None
    return _combined(left, right, unit, left.value + right.value if known else None)  # type: ignore[operator]


def _subtract(left: Amount, right: Amount) -> Amount:
    unit = _same_unit(left, right)
    known = left.value is not None and right.value is not None
    return _combined(left, right, unit, left.value - right.value if known else None)  # type: ignore[operator]


def _multiply(left: Amount, right: Amount) -> Amount:
    if Unit.NUMBER not in (left.unit, right.unit):
        raise FormulaError(f"multiplies {left.unit.value} by {right.unit.value}.")
    unit = right.unit if left.unit is Unit.NUMBER else left.unit
    known = left.value is not None and right.value is not None
    return _combined(left, right, unit, left.value * right.value if known else None)  # type: ignore[operator]


def _divide(left: Amount, right: Amount) -> Amount:
    if right.unit is not Unit.NUMBER:
        _same_unit(left, right)
    unit = left.unit if right.unit is Unit.NUMBER else Unit.NUMBER
    known = left.value is not None and right.value is not None and right.value != 0
    return _combined(left, right, unit, left.value / right.value if known else None)  # type: ignore[operator]


_OPERATIONS: dict[type[ast.operator], Callable[[Amount, Amount], Amount]] = {
    ast.Add: _add,
    ast.Sub: _subtract,
    ast.Mult: _multiply,
    ast.Div: _divide,
}
