"""A formula or claim as readers see it: with figures in place of names, or in words."""

import re
from collections.abc import Callable, Mapping

from sufficiency.facts import wording
from sufficiency.facts.fact import Fact

AS_PYTHON_HAS_IT = str.maketrans({"≤": "<=", "≥": ">=", "≠": "!="})
"""The signs that people write, in those that a formula is read in."""

_SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠", "==": "=", "*": "×", "/": "÷", "-": wording.MINUS}
_SIGN_WORDS = {
    "+": "plus",
    "-": "less",
    "*": "times",
    "/": "divided by",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "==": "is the same as",
    "!=": "is not the same as",
}
_JOINING = ("and", "or", "not")
_NAME_OR_SIGN = re.compile(r"(?<![\w.])[^\W\d]\w*|[<>!=]=|[<>+*/-]")


def show_in_figures(formula: str, facts: Mapping[str, Fact]) -> str:
    """The formula with each name's figure in its place: "210 ÷ 312", "£936 − £675 > £200"."""
    return _shown(formula, facts, exact_enough, _SIGNS)


def show_in_words(formula: str, facts: Mapping[str, Fact]) -> str:
    """The formula with each name's label in quotation marks, and its signs in words."""
    return _shown(formula, facts, lambda fact: f"“{fact.label}”", _SIGN_WORDS)


def exact_enough(fact: Fact) -> str:
    """A fact's figure for a sum that a reader may check: one digit more where it was rounded."""
    if fact.value is None:
        return fact.said
    is_rounded = fact.value != wording.round_half_up(fact.value, fact.decimals)
    return wording.say_number(fact.value, fact.unit, fact.decimals + is_rounded)


def _shown(
    formula: str,
    facts: Mapping[str, Fact],
    say: Callable[[Fact], str],
    signs: Mapping[str, str],
) -> str:
    def show(found: re.Match[str]) -> str:
        word = found[0]
        if word in facts and word not in _JOINING:
            return say(facts[word])
        return signs.get(word, word)

    return _NAME_OR_SIGN.sub(show, " ".join(formula.translate(AS_PYTHON_HAS_IT).split()))
