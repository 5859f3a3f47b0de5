"""Claims: comparisons over facts, which hold, do not hold, or cannot be known.

``a < b``, also with <= > >= == != and ≤ ≥ ≠, several in a row (``a < b < c``), joined by
``and``, ``or`` and ``not``. What stands between the signs is arithmetic over facts. As guards do,
they compare figures both as they are and as they are printed.
"""

import ast
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from sufficiency.facts import wording
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.arithmetic import (
    Quantity,
    evaluate_node,
    parse_formula,
    require_comparable,
)
from sufficiency.facts.fact import Fact, FactSource
from sufficiency.facts.shown import AS_PYTHON_HAS_IT, show_in_figures
from sufficiency.tables import Status, Unit


@dataclass(frozen=True)
class Claim:
    """What became of a claim.

    ``holds`` is None where a figure that decides it is hidden or missing; ``status`` is then that
    figure's, else published. ``shown`` is the claim with figures in place of names, ``printed``
    the same with figures as they are printed, ``sources`` every row behind it.
    ``hangs_on_unseen`` says that figures as they are and as they are printed do not agree on it.
    """

    holds: bool | None
    shown: str
    status: Status = Status.PUBLISHED
    sources: tuple[FactSource, ...] = ()
    printed: str = ""
    hangs_on_unseen: bool = False


def evaluate_claim(text: str, facts: Mapping[str, Fact]) -> Claim:
    """Whether a claim holds of its figures both as they are and as they are printed; ``facts``
    must hold every name of ``names_in``.

    Raises FormulaError where it is no claim, or compares what is not alike, or no fact.
    """
    tree = _parse(text)
    _require_facts(tree)
    printed = {name: as_printed(facts[name]) for name in names_in(text)}
    exact, status, sources = _judge(tree, facts)
    seen, _, _ = _judge(tree, printed)
    holds = exact and seen if exact is not None else None
    return Claim(
        holds,
        show_in_figures(text, facts),
        Status.PUBLISHED if holds is not None else status,
        tuple(dict.fromkeys(sources)),
        show_in_figures(text, printed),
        hangs_on_unseen=exact is not seen,
    )


def as_printed(fact: Fact) -> Fact:
    """The fact with the figure that a reader sees."""
    if fact.value is None or fact.unit is Unit.YES_OR_NO:
        return fact
    return replace(fact, value=wording.round_half_up(fact.value, fact.decimals))


def holds_always(text: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a claim, which can be read, would hold whatever its figures were: it protects
    nothing.

    It is tried with many figures, none below zero where there can be none; always the same ones.
    """
    tree, draw = _parse(text), random.Random(0)
    named = [facts[name] for name in dict.fromkeys(names_in(text))]
    for _ in range(_TRIES):
        tried = {fact.name: _with_any_figure(fact, draw) for fact in named}
        try:
            if _judge(tree, tried)[0] is not True:
                return False
        except FormulaError:
            return False
    return True


_TRIES = 100
_FIGURES = (0, 1, 2, 3, 10, 49, 50, 51, 99, 100, 1_000, 1_000_000, 10**12)


def _with_any_figure(fact: Fact, draw: random.Random) -> Fact:
    """The fact with another figure: half the time below zero, where it may be."""
    figure = draw.choice(_FIGURES)
    if fact.unit is Unit.YES_OR_NO:
        figure %= 2
    elif not fact.is_never_below_zero and draw.random() < 0.5:
        figure = -figure
    return replace(fact, value=Decimal(figure), status=Status.PUBLISHED)


def _require_facts(tree: ast.expr) -> None:
    """Raises where a comparison is of typed numbers alone: it says nothing of the figures."""
    for node in ast.walk(tree):
        names = [one for one in ast.walk(node) if isinstance(one, ast.Name)]
        if isinstance(node, ast.Compare) and not names:
            raise FormulaError(
                f"compares no fact in {ast.unparse(node)}.", "Name a fact on one side of the sign."
            )


def is_claim(text: str) -> bool:
    """Whether a formula compares, and so says yes or no; raises FormulaError where it is none."""
    tree = _parse(text)
    is_denied = isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not)
    return is_denied or isinstance(tree, ast.Compare | ast.BoolOp)


def names_in(text: str) -> list[str]:
    """The facts that a claim or formula names, in order; raises FormulaError where it is none."""
    return [node.id for node in ast.walk(_parse(text)) if isinstance(node, ast.Name)]


_Judged: TypeAlias = tuple[bool | None, Status, tuple[FactSource, ...]]
"""Whether it holds, the status of what is not known, the rows behind it."""


def directions_in(text: str, facts: Mapping[str, Fact]) -> Iterator[tuple[Fact, Fact | None]]:
    """The pairs of facts of which a claim that holds says that one is more than the other; None
    stands for nought."""
    for part in _certain(_parse(text)):
        sides = [part.left, *part.comparators]
        for sign, (one, other) in zip(part.ops, pairwise(sides), strict=True):
            if isinstance(sign, ast.Lt | ast.Gt):
                found = [facts.get(side.id) for side in (one, other) if isinstance(side, ast.Name)]
                is_nought = any(isinstance(s, ast.Constant) and s.value == 0 for s in (one, other))
                if found and found[0] and (len(found) == 2 or is_nought):
                    yield found[0], found[1] if len(found) == 2 else None


def _certain(node: ast.expr) -> Iterator[ast.Compare]:
    """The comparisons that all hold where a claim does."""
    if isinstance(node, ast.Compare):
        yield node
    elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for part in node.values:
            yield from _certain(part)


def _parse(text: str) -> ast.expr:
    if re.search(r"(?<![<>!=:])=(?![=<>])", text):
        raise FormulaError('compares with "=".', 'Write two, ==, for "is the same as".')
    return parse_formula(text.translate(AS_PYTHON_HAS_IT)).body


def _judge(node: ast.expr, facts: Mapping[str, Fact]) -> _Judged:
    if isinstance(node, ast.BoolOp):
        return _join([_judge(part, facts) for part in node.values], isinstance(node.op, ast.And))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        holds, status, sources = _judge(node.operand, facts)
        return (None if holds is None else not holds), status, sources
    if isinstance(node, ast.Compare):
        amounts = [evaluate_node(side, facts) for side in (node.left, *node.comparators)]
        pairs = zip(amounts, node.ops, amounts[1:], strict=False)
        return _join([_compare(left, sign, right) for left, sign, right in pairs], is_all=True)
    if isinstance(node, ast.Name) and facts[node.id].unit is Unit.YES_OR_NO:
        fact = facts[node.id]
        return None if fact.value is None else fact.value == 1, fact.status, fact.sources
    raise FormulaError("compares nothing.", "Write it like agency_week > in_house_week.")


def _join(parts: list[_Judged], is_all: bool) -> _Judged:
    """``and`` (all) or ``or`` of the parts: what is not known leaves open only what hangs on it."""
    sources = tuple(source for _, _, found in parts for source in found)
    if any(holds is (not is_all) for holds, _, _ in parts):
        return not is_all, Status.PUBLISHED, sources
    unknown = next((status for holds, status, _ in parts if holds is None), None)
    return (is_all, Status.PUBLISHED, sources) if unknown is None else (None, unknown, sources)


def _compare(left: Quantity, sign: ast.cmpop, right: Quantity) -> _Judged:
    require_comparable(left, right)
    if type(sign) not in _COMPARISONS:
        raise FormulaError("may compare only with < <= > >= == and !=.", "Use one of these signs.")
    sources = left.sources + right.sources
    if left.value is None or right.value is None:
        return None, left.status if left.value is None else right.status, sources
    one, other = left.value, right.value
    if isinstance(sign, ast.Eq | ast.NotEq):
        # Two figures are the same to a reader who sees them printed the same.
        decimals = max(left.decimals, right.decimals)
        one, other = (wording.round_half_up(value, decimals) for value in (one, other))
    return _COMPARISONS[type(sign)](one, other), Status.PUBLISHED, sources


_COMPARISONS: dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: lambda one, other: one < other,
    ast.LtE: lambda one, other: one <= other,
    ast.Gt: lambda one, other: one > other,
    ast.GtE: lambda one, other: one >= other,
    ast.Eq: lambda one, other: one == other,
    ast.NotEq: lambda one, other: one != other,
}
