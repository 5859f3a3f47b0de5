"""Formulas over facts: + - * / and brackets, with their units kept."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sufficiency.facts.fact import Fact, FactSource
from sufficiency.tables import PeriodKind, Status, Unit

_TOO_LARGE = Decimal(10) ** 20
_LONGEST = 500


class FormulaError(Exception):
    """Why a formula has no value, in words that follow "the formula"."""


@dataclass(frozen=True)
class Amount:
    """A value on its way through a formula; ``value`` is None unless the status is published.

    ``kind`` says whether it is of a day or of a year; None for plain numbers and mixtures.
    ``is_typed`` is true of a number that stands in the formula itself.
    """

    value: Decimal | None
    unit: Unit
    decimals: int
    status: Status
    sources: tuple[FactSource, ...] = ()
    kind: PeriodKind | None = None
    is_typed: bool = False


def names_in(formula: str) -> list[str]:
    """The fact names that a formula uses, in order; raises FormulaError where it is none."""
    return [node.id for node in ast.walk(parse_formula(formula)) if isinstance(node, ast.Name)]


def is_difference(formula: str) -> bool:
    """Whether a formula says how far one figure is from another: "a - b", or that difference
    scaled by a plain number or divided, which keeps its sign."""
    return _is_difference(parse_formula(formula).body)


def _is_difference(node: ast.expr) -> bool:
    match node:
        case ast.BinOp(op=ast.Sub()):
            return any(isinstance(part, ast.Name) for part in ast.walk(node))
        case (
            ast.BinOp(op=ast.Mult(), left=scaled, right=ast.Constant())
            | ast.BinOp(op=ast.Mult(), left=ast.Constant(), right=scaled)
        ):
            return _is_difference(scaled)
        case ast.BinOp(op=ast.Div(), left=divided, right=by):
            may_turn_it = any(isinstance(part, ast.Sub) for part in ast.walk(by))
            return _is_difference(divided) and not may_turn_it
    return False


def evaluate(formula: str, facts: Mapping[str, Fact]) -> Amount:
    """The formula's amount; ``facts`` must hold every name of ``names_in``.

    Raises FormulaError where units do not go together.
    """
    return evaluate_node(parse_formula(formula).body, facts)


def parse_formula(formula: str) -> ast.Expression:
    """The tree of a formula; raises FormulaError where it has none."""
    if len(formula) > _LONGEST:
        raise FormulaError("is too long; make a fact of each of its parts.")
    try:
        return ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("cannot be read; write it like agency_week - in_house_week.") from None


def evaluate_node(node: ast.expr, facts: Mapping[str, Fact]) -> Amount:
    """The amount of one part of a formula's tree; raises FormulaError as ``evaluate`` does."""
    if isinstance(node, ast.Name):
        fact = facts[node.id]
        return Amount(fact.value, fact.unit, fact.decimals, fact.status, fact.sources, fact.kind)
    number = _typed_number(node)
    if number is not None:
        return _limited(_constant(number))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = evaluate_node(node.left, facts), evaluate_node(node.right, facts)
        return _limited(_OPERATIONS[type(node.op)](left, right))
    raise FormulaError("may hold only names of facts, numbers, + - * / and brackets.")


def _typed_number(node: ast.expr) -> int | float | None:
    """The number that a node is, with or without a minus before it."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value  # type: ignore[return-value]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = _typed_number(node.operand)
        return None if number is None or isinstance(node.operand, ast.UnaryOp) else -number
    return None


def _constant(number: int | float) -> Amount:
    value = Decimal(str(number))
    digits = value.as_tuple().exponent
    decimals = max(0, -digits) if isinstance(digits, int) else 0
    return Amount(value, Unit.NUMBER, decimals, Status.PUBLISHED, is_typed=True)


def _limited(amount: Amount) -> Amount:
    """The amount, unless it has grown beyond what any council counts."""
    if amount.value is not None and not abs(amount.value) < _TOO_LARGE:
        raise FormulaError("gives a number that is too large.")
    return amount


def _apply(
    left: Amount, right: Amount, unit: Unit, operation: Callable[[Decimal, Decimal], Decimal | None]
) -> Amount:
    """The operation's amount; without a value where either side has none, or it has none."""
    sources = tuple(dict.fromkeys(left.sources + right.sources))
    kinds = {amount.kind for amount in (left, right) if amount.kind is not None}
    # A number typed into the formula says nothing of how exact a figure is.
    decimals = max((one.decimals for one in (left, right) if not one.is_typed), default=0)
    kind = kinds.pop() if len(kinds) == 1 else None
    if left.value is None or right.value is None:
        status = left.status if left.value is None else right.status
        return Amount(None, unit, decimals, status, sources, kind)
    value = operation(left.value, right.value)
    status = Status.NOT_APPLICABLE if value is None else Status.PUBLISHED
    return Amount(value, unit, decimals, status, sources, kind)


def _require_alike(left: Amount, right: Amount) -> Unit:
    """The unit of both; raises where units differ, or a day's count meets a year's."""
    if left.unit is not right.unit:
        raise FormulaError(f"joins unlike units: {left.unit.value} and {right.unit.value}.")
    points = {amount.kind is PeriodKind.POINT for amount in (left, right) if amount.kind}
    if len(points) > 1:
        raise FormulaError("joins a figure for one day and a figure for a whole year.")
    return left.unit


def require_comparable(left: Amount, right: Amount) -> None:
    """Raises FormulaError where one cannot be more or less than the other.

    A number typed into the formula is compared with any figure, in the figure's own unit.
    """
    if not left.is_typed and not right.is_typed:
        _require_alike(left, right)


def _add(left: Amount, right: Amount) -> Amount:
    return _apply(left, right, _require_alike(left, right), lambda a, b: a + b)


def _subtract(left: Amount, right: Amount) -> Amount:
    unit = _require_alike(left, right)
    if unit is Unit.PERCENTAGE:
        unit = Unit.PERCENTAGE_POINTS
    return _apply(left, right, unit, lambda a, b: a - b)


def _multiply(left: Amount, right: Amount) -> Amount:
    if Unit.NUMBER not in (left.unit, right.unit):
        units = f"{left.unit.value} and {right.unit.value}"
        raise FormulaError(f"multiplies two units, {units}: one side must be a plain number.")
    unit = right.unit if left.unit is Unit.NUMBER else left.unit
    if unit in _NOT_SCALED:
        raise FormulaError(f"multiplies {unit.value}, which would no longer be {unit.value}.")
    return _apply(left, right, unit, lambda a, b: a * b)


# Fifty-two times a week's cost is no cost a week: it would print in the wrong unit.
_NOT_SCALED = (Unit.POUNDS_A_WEEK, Unit.RATE_PER_10000, Unit.PERCENTAGE, Unit.PERCENTAGE_POINTS)


def _divide(left: Amount, right: Amount) -> Amount:
    if right.unit is not Unit.NUMBER:
        _require_alike(left, right)
    unit = left.unit if right.unit is Unit.NUMBER else Unit.NUMBER
    return _apply(left, right, unit, lambda a, b: a / b if b else None)


_OPERATIONS: dict[type[ast.operator], Callable[[Amount, Amount], Amount]] = {
    ast.Add: _add,
    ast.Sub: _subtract,
    ast.Mult: _multiply,
    ast.Div: _divide,
}
