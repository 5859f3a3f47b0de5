"""Finds the numbers of a text that are bound to nothing.

What the author has bound is hidden first: facts, stated figures, commitments, and all that is no
prose. Of the rest each number passes by a rule of ``number_rules``, or is told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sufficiency.prose.markdown import hide_code
from sufficiency.prose.number_rules import let_pass
from sufficiency.prose.number_words import find_words

_HIDDEN = re.compile(
    r"\{\{.*?\}\}"
    r"|\[[^\[\]]+\]\{[^{}\n]*\}"
    r"|<(?=[a-zA-Z/!?])[^<>]*>"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)"
    r"|\[\^[^\[\]\s]+\](?::)?"
    r"|^\ {0,3}\[[^\]\n]+\]:\s*\S+"
    r"|(?<![\w.])@[\w:.-]*\w"
    r"|(?<!\\)\{[^{}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
_BOUND = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the place of each character of what is bound."""

_RAISED = "⁰¹²³⁴-⁹"
# All that may be joined in a number or to it: £1,500, 24-hour, 2018/19, 16+, 0.4%, £1.2 million.
_RUN = re.compile(
    rf"[£€$]?[^\W_{_RAISED}](?:[.,:/@_'’–-]?[^\W_{_RAISED}])*"
    r"(?:[%+]|(?<=\d)\s+(?:per\s?cent|hundred|thousand|million|billion)\b)?"
)
_DIGITS = re.compile(r"\d[\d.,]*\d|[\d¼-¾⅐-⅞]")


@dataclass(frozen=True)
class Unbound:
    """A number that is bound to nothing: where it begins, and the number as it is typed."""

    start: int
    text: str
    is_word: bool = False

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)


def find_unbound(text: str, rules: Mapping[str, bool]) -> list[Unbound]:
    """Every number of a paragraph that is bound to nothing, in order.

    ``rules`` are those of ``NumberRules`` by name; one that is left out is on, but for ``words``.
    """
    shown = hide_code(text) if "`" in text or "~" in text or "{##" in text else text
    shown = _HIDDEN.sub(lambda found: re.sub(r"[^\n]", _BOUND, found[0]), shown)
    found = list(_in_digits(shown, rules))
    if not rules.get("words", False):
        found += [Unbound(first, shown[first:last], True) for first, last in find_words(shown)]
    return sorted(found, key=lambda one: one.start)


def _in_digits(text: str, rules: Mapping[str, bool]) -> Iterator[Unbound]:
    runs = [run for run in _RUN.finditer(text) if _DIGITS.search(run[0])]
    if not runs:
        return
    passed = bytearray(len(text) + 1)
    for first, last in let_pass(text, rules):
        passed[first:last] = b"x" * (last - first)
    for run in runs:
        for digits in _DIGITS.finditer(text, *run.span()):
            if not all(passed[digits.start() : digits.end()]):
                yield Unbound(run.start(), run[0])
                break
