"""What ``{{ … }}`` may hold: a fact, its form and its guards, or a placement.

Jinja's own parser reads the expression; its tree is then matched against three shapes, and
anything else is a problem. No template is compiled or run, so there is no sandbox to leave.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

import jinja2
from jinja2 import nodes

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.facts.guards import GUARDS, Broken, Misfit, find_broken, takes_other
from sufficiency.facts.plain_signs import in_plain_signs
from sufficiency.problems import Code, nearest, suggestion
from sufficiency.prose.meant import readings

EXPRESSION_SYNTAX = Code(
    "EXPRESSION-SYNTAX",
    "An expression between {{ and }} cannot be read",
    "What stands between the braces is replaced by a number or a figure; this cannot be.",
    'Write {{ fact_name }}, {{ fact_name | form }}, {{ figure("id") }}, {{ table("id") }} or '
    '{{ we_need("id") }}.',
    "We care for {{ cic_now | }} children.",
    mended="We care for {{ cic_now }} children.",
)
NAME_UNKNOWN = Code(
    "NAME-UNKNOWN",
    "A name in prose is not defined",
    "There is no fact, form or figure of this name to print.",
    "Correct the spelling, or define it in strategy/facts.yml, figures.yml or needs.yml.",
    "We look after {{ cic_noww }} children.",
    mended="We look after {{ cic_now }} children.",
)
FORM_NONE = Code(
    "FORM-NONE",
    "A fact cannot be printed in this form",
    "A change has a size and a percentage, a count has a noun; not every fact has each.",
    "Use a form that the fact has, or the plain name.",
    "{{ in_house_share | with_noun }}",
    mended="{{ in_house_share }}",
)

FACT_NO_FIGURE = Code(
    "FACT-NO-FIGURE",
    "A fact that prose prints has no figure",
    "The extract gives a symbol in its place ([c], [x], [z] or [low]), which no sentence can hold. "
    "Tables and charts can show it.",
    "Say it without the number, or show it in a table.",
    "We looked after {{ unaccompanied_now }} unaccompanied children.",
    mended="The number of unaccompanied children is too small to be published.",
)

GUARD_MISFIT = Code(
    "GUARD-MISFIT",
    "A guard guards nothing",
    "It does not suit the fact, or would let any figure pass: the sentence could come to claim "
    "what is not so.",
    "Use a guard that suits the fact: docs/wording.md lists them all.",
    "Most, {{ fostered_now | must_be_most }}, live with carers.   # a count",
    mended="Most, {{ fostered_share | must_be_most }}, live with carers.",
)

PLACEMENTS = {
    "figure": "figure",
    "table": "table",
    "picture": "picture",
    "we_need": "box",
    "list": "list",
}
"""The calls that place something, and what they place."""

PlacementKind = Literal["figure", "table", "picture", "box", "list"]


@dataclass(frozen=True)
class Placement:
    """A figure, table, picture, list or box of needs, placed where its expression stands."""

    kind: PlacementKind
    id: str


@dataclass(frozen=True)
class Printed:
    """A fact as an expression prints it, and the guards that it does not bear out."""

    text: str
    fact: Fact
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True)
class Fault:
    """Why an expression means nothing; ``name`` is the word in it that is at fault, if one is."""

    code: Code
    message: str
    mend: str
    name: str = ""


@dataclass(frozen=True)
class HeldBack:
    """A fact that cannot be printed because of a problem reported elsewhere."""

    name: str


_LONGEST = 200


@cache
def _parse(expression: str) -> nodes.Expr | None:
    """Jinja's tree of one expression, or None where it is not exactly one."""
    if len(expression) > _LONGEST:
        return None
    try:
        template = jinja2.Environment(autoescape=False).parse("{{" + expression + "}}")
    except (jinja2.TemplateSyntaxError, RecursionError):
        return None
    outputs = template.body
    if len(outputs) != 1 or not isinstance(outputs[0], nodes.Output):
        return None
    parts = outputs[0].nodes
    return parts[0] if len(parts) == 1 else None


def evaluate(expression: str, facts: Shelf[Fact]) -> Printed | Placement | Fault | HeldBack:
    """What an expression stands for."""
    found = _evaluate(expression, facts)
    if not isinstance(found, Fault) or found.code not in (EXPRESSION_SYNTAX, GUARD_MISFIT):
        return found
    plain, strange = in_plain_signs(expression)
    for meant in readings(plain):
        if not isinstance(_evaluate(meant, facts), Fault):
            message = f"{{{{{expression}}}}} cannot be read."
            if strange:
                message = f"{{{{{expression}}}}} cannot be read: the sign {strange} is not known."
            return Fault(EXPRESSION_SYNTAX, message, f"Write {{{{ {meant} }}}}.")
    return _evaluate(plain, facts) if strange else found


def _evaluate(expression: str, facts: Shelf[Fact]) -> Printed | Placement | Fault | HeldBack:
    tree = _parse(expression)
    if isinstance(tree, nodes.Call):
        return _placement(tree)
    tree, filters = _unfold(tree)
    if unseen := next((one for one in expression if not _can_be_seen(one)), None):
        message = (
            f"a character that cannot be seen (U+{ord(unseen):04X}) stands between {{{{ and }}}}."
        )
        mend = "Delete what stands between them and type it anew."
        return Fault(EXPRESSION_SYNTAX, message, mend, unseen)
    forms = [each for each in filters if not each.name.startswith(_GUARD)]
    if fault := _what_it_is(tree, forms, expression, facts):
        return fault
    if not isinstance(tree, nodes.Name) or any(each.args or each.kwargs for each in forms):
        message = f"{{{{{expression}}}}} cannot be read."
        return Fault(EXPRESSION_SYNTAX, message, EXPRESSION_SYNTAX.mend)
    fact = _find(tree.name, facts)
    if not isinstance(fact, Fact):
        return fact
    printed = _print(fact, forms[0].name if forms else None)
    if isinstance(printed, Fault):
        return printed
    broken = []
    for each in (each for each in filters if each not in forms):
        found = _guard(each, fact, facts)
        if isinstance(found, Fault | HeldBack):
            return found
        broken += [found] if found else []
    return replace(printed, broken=tuple(broken))


def _what_it_is(
    tree: nodes.Expr | None, forms: list[nodes.Filter], expression: str, facts: Shelf[Fact]
) -> Fault | None:
    """What is wrong with an expression that can be understood, and is none of those there are."""
    if isinstance(tree, nodes.BinExpr | nodes.Compare) and tree.find(nodes.Name) and not forms:
        formula = " ".join(expression.split())
        mend = f"Give it a name in strategy/facts.yml, `formula: {formula}`, and write that name."
        return Fault(EXPRESSION_SYNTAX, "nothing is worked out between {{ and }}.", mend)
    if isinstance(tree, nodes.Name) and tree.name in PLACEMENTS:
        mend = f'Write {{{{ {tree.name}("id") }}}}, with the id of what it places.'
        return Fault(EXPRESSION_SYNTAX, f'"{tree.name}" does not say what to place.', mend)
    names = [each.name for each in forms]
    fact = facts.entries.get(tree.name) if isinstance(tree, nodes.Name) else None
    known = fact.forms if fact else {}
    if isinstance(tree, nodes.Name) and len(names) > 1 and known.keys() >= set(names):
        mend = " or ".join(f"{{{{ {tree.name} | {name} }}}}" for name in names)
        message = f'"{tree.name}" is printed in one form, and {len(names)} stand behind it.'
        return Fault(EXPRESSION_SYNTAX, message, f"Write {mend}.")
    return None


_GUARD = "must"
_CONTRARY = {
    "rise_by": "fall_by",
    "fall_by": "rise_by",
    "rise_by_percent": "fall_by_percent",
    "fall_by_percent": "rise_by_percent",
}


def _unfold(tree: nodes.Expr | None) -> tuple[nodes.Expr | None, list[nodes.Filter]]:
    """What an expression is about, and the forms and guards behind it, in order."""
    filters: list[nodes.Filter] = []
    while isinstance(tree, nodes.Filter):
        filters.insert(0, tree)
        tree = tree.node
    return tree, filters


def _find(name: str, facts: Shelf[Fact]) -> Fact | Fault | HeldBack:
    fact = facts.entries.get(name)
    if fact is not None:
        return fact
    if facts.may_hold(name):
        return HeldBack(name)
    begin = "Correct the spelling, or define it in strategy/facts.yml."
    mend = suggestion(name, facts.names, begin)
    return Fault(NAME_UNKNOWN, f'"{name}" is not defined.', mend, name)


def _guard(guard: nodes.Filter, fact: Fact, facts: Shelf[Fact]) -> Broken | Fault | HeldBack | None:
    """What is wrong with a fact under the guard; None where it bears out what is claimed."""
    name = guard.name
    if name not in GUARDS:
        mend = suggestion(name, GUARDS)
        return Fault(GUARD_MISFIT, f'there is no guard "{name}".', mend, name)
    other: Fact | Decimal | None = None
    if takes_other(name):
        if len(guard.args) != 1 or guard.kwargs:
            message = f"{name} does not say what to compare with."
            mend = f"Write a number or a fact in brackets: {name}(50), {name}(other_fact)."
            return Fault(GUARD_MISFIT, message, mend, name)
        read = _read_other(guard.args[0], facts)
        if isinstance(read, Fault | HeldBack):
            return read
        other = read
    elif guard.args or guard.kwargs:
        mend = f"Write {name} alone, or a guard that compares, such as must_be_above(50)."
        return Fault(GUARD_MISFIT, f"{name} takes nothing in brackets.", mend, name)
    found = find_broken(name, fact, other)
    if isinstance(found, Misfit):
        return Fault(GUARD_MISFIT, found.message, found.mend, name)
    return found


def _read_other(node: nodes.Expr, facts: Shelf[Fact]) -> Fact | Decimal | Fault | HeldBack:
    """What a guard compares with: a fact that has a figure, or a number."""
    if isinstance(node, nodes.Name):
        fact = _find(node.name, facts)
        if isinstance(fact, Fact) and fact.value is None:
            return _no_figure(fact)
        return fact
    is_below_zero = isinstance(node, nodes.Neg)
    number = node.node if isinstance(node, nodes.Neg) else node
    if isinstance(number, nodes.Const) and type(number.value) in (int, float):
        return -Decimal(str(number.value)) if is_below_zero else Decimal(str(number.value))
    message = "a guard can compare with a number or with the name of a fact."
    mend = (
        "Write it like must_be_above(50), without a sign or a unit, or must_be_above(other_fact)."
    )
    return Fault(GUARD_MISFIT, message, mend)


def _can_be_seen(character: str) -> bool:
    return character.isprintable() or character in " \t\n"


def would_be_read(expression: str, facts: Shelf[Fact]) -> bool:
    """Whether an expression names a fact there is, or places something."""
    tree = _parse(expression)
    if isinstance(tree, nodes.Call):
        return isinstance(_placement(tree), Placement)
    tree, _ = _unfold(tree)
    return isinstance(tree, nodes.Name) and tree.name in facts.names


def _print(fact: Fact, form: str | None) -> Printed | Fault:
    if fact.value is None:
        return _no_figure(fact)
    if form is None:
        return Printed(fact.said, fact)
    if form in fact.forms:
        return Printed(fact.forms[form], fact)
    message = f'"{fact.name}" cannot be printed as "{form}".'
    contrary = _CONTRARY.get(form)
    if contrary in fact.forms:
        message = f'"{fact.name}" {fact.said}, so it cannot be printed as "{form}".'
        mend = f"Reword the sentence, and write {{{{ {fact.name} | {contrary} }}}}."
        if fact.moved and fact.moved.way.is_noise:
            message = f'"{fact.name}" did not rise or fall by more than chance: it {fact.said}.'
            mend = f"Write {{{{ {fact.name} }}}} in place of the verb and its number."
        return Fault(FORM_NONE, message, mend, form)
    near = nearest(form, fact.forms)
    mend = f'Did you mean "{near}"?' if near else f"It has: {', '.join(sorted(fact.forms))}."
    return Fault(FORM_NONE, message, mend, form)


def _no_figure(fact: Fact) -> Fault:
    message = f'"{fact.name}" has no figure to print: it is {fact.status.meaning}.'
    return Fault(FACT_NO_FIGURE, message, FACT_NO_FIGURE.mend, fact.name)


def _placement(call: nodes.Call) -> Placement | Fault:
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    argument = call.args[0] if len(call.args) == 1 else None
    is_plain = isinstance(argument, nodes.Const) and isinstance(argument.value, str)
    if name in PLACEMENTS and is_plain and not call.kwargs:
        return Placement(PLACEMENTS[name], argument.value)  # type: ignore[arg-type, union-attr]
    if name and name not in PLACEMENTS:
        message = f'"{name}" places nothing.'
        return Fault(NAME_UNKNOWN, message, suggestion(name, PLACEMENTS), name)
    return Fault(EXPRESSION_SYNTAX, "this cannot be read.", EXPRESSION_SYNTAX.mend)
