"""Formulas over facts: + - * / and brackets, with their units, periods and rows kept."""

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from sufficiency.facts.alike import (
    FormulaError,
    counts_part_of,
    is_mean,
    require_addable,
    require_alike,
    require_divisible,
    require_part,
)
from sufficiency.facts.fact import Fact, FactSource
from sufficiency.facts.plain_signs import in_plain_signs
from sufficiency.facts.wording import digits_of
from sufficiency.tables import Noun, Period, Status, Unit

_TOO_LARGE = Decimal(10) ** 20
_LONGEST = 500
_Held = TypeVar("_Held")


@dataclass(frozen=True)
class Quantity:
    """A value on its way through a formula; ``value`` is None unless the status is published.

    ``periods``, ``indicators``, ``places``, ``nouns`` and ``sources`` are all that it was made
    from, ``groups`` those that list all the places; ``numerator`` and ``denominator`` are what was
    divided last. ``is_typed`` is true of a number that stands in the formula itself, and ``times``
    is such a number that it was multiplied by last. ``is_share`` says that it is a count of the
    things that another count is of, divided by that. ``typed_times`` are numbers in the formula
    that a count was multiplied by and that mean nothing by themselves.
    """

    value: Decimal | None
    unit: Unit
    decimals: int
    status: Status
    sources: tuple[FactSource, ...] = ()
    periods: tuple[Period, ...] = ()
    indicators: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    nouns: frozenset[Noun] = frozenset()
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_typed: bool = False
    times: Decimal = Decimal(1)
    is_share: bool = False
    typed_times: tuple[Decimal, ...] = ()


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


def evaluate(formula: str, facts: Mapping[str, Fact]) -> Quantity:
    """The formula's amount; ``facts`` must hold every name that it uses.

    Raises FormulaError where units or periods do not go together.
    """
    return evaluate_node(parse_formula(formula).body, facts)


def parse_formula(formula: str) -> ast.Expression:
    """The tree of a formula; raises FormulaError where it has none."""
    if len(formula) > _LONGEST:
        raise FormulaError("is too long; make a fact of each of its parts.")
    plain, strange = in_plain_signs(formula.strip())
    if strange:
        raise FormulaError(f'cannot be read with "{strange}" in it.', f"Write {plain}.")
    try:
        return ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("cannot be read.") from None


def evaluate_node(node: ast.expr, facts: Mapping[str, Fact], *, in_mean: bool = False) -> Quantity:
    """The quantity of one part of a formula's tree; raises FormulaError as ``evaluate`` does.

    ``in_mean`` says that the part is added only to be divided by how many figures there are.
    """
    if isinstance(node, ast.Name):
        return _amount_of(facts[node.id])
    number = _typed_number(node)
    if number is not None:
        return _limited(_constant(number))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        in_mean = is_mean(node) or in_mean
        left, right = (
            evaluate_node(side, facts, in_mean=in_mean) for side in (node.left, node.right)
        )
        if isinstance(node.op, ast.Add):
            return _limited(_add(left, right, in_mean=in_mean))
        return _limited(_OPERATIONS[type(node.op)](left, right))
    raise FormulaError(
        "may hold only names of facts, numbers, + - * / and brackets.",
        "Write it like agency_week - in_house_week.",
    )


def _amount_of(fact: Fact) -> Quantity:
    if fact.unit is Unit.YES_OR_NO:
        raise FormulaError(
            f'reckons with "{fact.name}", which is a yes or no and no figure.',
            "Name facts that are figures, or join comparisons with `and`, `or` and `not`.",
        )
    return Quantity(
        fact.value,
        fact.unit,
        fact.decimals,
        fact.status,
        fact.sources,
        fact.periods,
        fact.indicators,
        fact.places,
        fact.groups,
        fact.nouns,
        fact.numerator,
        fact.denominator,
    )


def _typed_number(node: ast.expr) -> int | float | None:
    """The number that a node is, with or without a minus before it."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value  # type: ignore[return-value]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = _typed_number(node.operand)
        return None if number is None or isinstance(node.operand, ast.UnaryOp) else -number
    return None


def _constant(number: int | float) -> Quantity:
    value = Decimal(str(number))
    return Quantity(value, Unit.NUMBER, digits_of(value), Status.PUBLISHED, is_typed=True)


def _limited(amount: Quantity) -> Quantity:
    """The amount, unless it has grown beyond what any council counts."""
    if amount.value is not None and not abs(amount.value) < _TOO_LARGE:
        raise FormulaError(
            "gives a number that is too large.", "See whether a number in it has digits too many."
        )
    return amount


def _apply(
    left: Quantity,
    right: Quantity,
    unit: Unit,
    operation: Callable[[Decimal, Decimal], Decimal | None],
) -> Quantity:
    """The operation's amount; without a value where either side has none, or it has none."""
    value, status = None, left.status if left.value is None else right.status
    if left.value is not None and right.value is not None:
        value = operation(left.value, right.value)
        status = Status.NOT_APPLICABLE if value is None else Status.PUBLISHED
    return Quantity(
        value,
        unit,
        # A number typed into the formula says nothing of how exact a figure is.
        max((one.decimals for one in (left, right) if not one.is_typed), default=0),
        status,
        _each_once(left.sources + right.sources),
        _each_once(left.periods + right.periods),
        left.indicators | right.indicators,
        left.places | right.places,
        left.groups & right.groups if left.places and right.places else left.groups | right.groups,
        left.nouns | right.nouns,
        typed_times=left.typed_times + right.typed_times,
    )


def _each_once(held: Iterable[_Held]) -> tuple[_Held, ...]:
    return tuple(dict.fromkeys(held))


def require_comparable(left: Quantity, right: Quantity) -> None:
    """Raises FormulaError where one cannot be more or less than the other.

    A number typed into the formula is compared with any figure, in the figure's own unit.
    """
    if not left.is_typed and not right.is_typed:
        require_alike(left, right)


def _add(left: Quantity, right: Quantity, *, in_mean: bool = False) -> Quantity:
    total = _apply(left, right, require_addable(left, right, in_mean=in_mean), lambda a, b: a + b)
    if left.numerator is None or right.numerator is None or left.denominator != right.denominator:
        return total
    return replace(total, numerator=left.numerator + right.numerator, denominator=left.denominator)


def _subtract(left: Quantity, right: Quantity) -> Quantity:
    unit = require_alike(left, right)
    if unit is Unit.PERCENTAGE:
        unit = Unit.PERCENTAGE_POINTS
    return _apply(left, right, unit, lambda a, b: a - b)


def _multiply(left: Quantity, right: Quantity) -> Quantity:
    if Unit.NUMBER not in (left.unit, right.unit):
        units = f"{left.unit.value} and {right.unit.value}"
        raise FormulaError(
            f"multiplies two units, {units}.",
            "Multiply by a plain number, as in agency_week * 52.",
        )
    unit = right.unit if left.unit is Unit.NUMBER else left.unit
    if unit in _NOT_SCALED:
        raise FormulaError(f"multiplies {unit.value}, which would no longer be {unit.value}.")
    product = _apply(left, right, unit, lambda a, b: a * b)
    if not (left.is_typed or right.is_typed):
        return product
    # A share times 100 is still that share.
    scaled, number = (right, left) if left.is_typed else (left, right)
    assert number.value is not None
    if scaled.is_share and number.value == _HUNDRED:
        require_part(scaled.numerator, scaled.denominator)
    is_known = unit is not Unit.COUNT or number.value in (_HUNDRED, _WEEKS)
    return replace(
        product,
        numerator=scaled.numerator,
        denominator=scaled.denominator,
        times=number.value,
        is_share=scaled.is_share,
        typed_times=product.typed_times + (() if is_known else (number.value,)),
    )


_HUNDRED = Decimal(100)
_WEEKS = Decimal(52)
_RATES = tuple(map(Decimal, (1_000, 10_000, 100_000)))
"""What a quotient of two figures is given for: so many for every 10,000 children."""
# Fifty-two times a week's cost is no cost a week: it would print in the wrong unit.
_NOT_SCALED = (Unit.POUNDS_A_WEEK, Unit.RATE_PER_10000, Unit.PERCENTAGE, Unit.PERCENTAGE_POINTS)


def _divide(left: Quantity, right: Quantity) -> Quantity:
    if right.unit is not Unit.NUMBER:
        require_divisible(left, right)
    unit = left.unit if right.unit is Unit.NUMBER else Unit.NUMBER
    quotient = _apply(left, right, unit, lambda a, b: a / b if b else None)
    if left.is_typed or right.is_typed:
        return replace(quotient, is_share=left.is_share)
    part = left.value
    is_share = left.unit is right.unit is Unit.COUNT and counts_part_of(left, right)
    if left.times == _HUNDRED and part is not None:
        part /= _HUNDRED
        if is_share:
            require_part(part, right.value)
    times = tuple(number for number in quotient.typed_times if number not in _RATES)
    return replace(
        quotient, numerator=part, denominator=right.value, is_share=is_share, typed_times=times
    )


_OPERATIONS: dict[type[ast.operator], Callable[[Quantity, Quantity], Quantity]] = {
    ast.Add: _add,
    ast.Sub: _subtract,
    ast.Mult: _multiply,
    ast.Div: _divide,
}
