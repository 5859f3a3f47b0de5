"""Finds the numbers of a text that are bound to nothing.

What the author has bound is hidden first: facts, stated figures, commitments, and all that is no
prose. Of the rest each number passes by a rule of ``number_rules``, or is told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sufficiency.problems.many import MOST
from sufficiency.prose.markdown import hide_code
from sufficiency.prose.number_places import find_numbers_of_parts
from sufficiency.prose.number_rules import let_pass
from sufficiency.prose.number_words import find_words

# Words in another language are prose, and so is the title of a link.
_HIDDEN = re.compile(
    r"\{\{(?:(?!\{\{).)*?\}\}"  # to the first that closes, and none that opens: else it takes long
    r"|\[[^\[\]]+\]\{(?!\s*lang(?:uage)?\s*=)[^{}\n]*\}"
    r"|<(?=[a-zA-Z/!?])[^<>]*>"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=\)|\s+[\"'])"
    r"|\[\^[^\[\]\s]+\](?::)?"
    r"|^\ {0,3}\[[^\]\n]+\]:\s*\S+"
    r"|(?<![\w.])@[\w:.-]*\w"
    r"|(?<!\\)\{[^{}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
_SIGNS = re.compile(r"[\[{<@]")
_BOUND = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the place of each character of what is bound."""

_RAISED = "⁰¹²³⁴-⁹"
# A footnote's mark stands behind a word, or what closes one.
_RAISED_ALONE = rf"(?<![\w.,;:!?)\]’”'\"*])[{_RAISED}]+"
# All that may be joined in a number or to it: £1,500, 24-hour, 2018/19, 16+, 0.4%, £1.2 million.
_RUN = re.compile(
    rf"[£€$]?[^\W_{_RAISED}](?:[.,:/@_'’–-]?[^\W_{_RAISED}])*"
    r"(?:[%+]|(?<=\d)\s+(?:per\s?cent|hundred|thousand|million|billion)\b)?"
    rf"|{_RAISED_ALONE}"
)
_LONGEST = 300
"""Characters of a number with what is joined to it: an address of a page, at most."""
_DIGITS = re.compile(rf"\d[\d.,]*\d|[\d¼-¾⅐-⅞]|{_RAISED_ALONE}")


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
    """The numbers of a paragraph that are bound to nothing, in order; of very many the first.

    ``rules`` are those of ``NumberRules`` by name; one that is left out is on, but for ``words``.
    """
    shown = hide_bound(text)
    found = list(islice(_in_digits(shown, rules), MOST))
    if not rules.get("words", False):
        spans = islice(find_words(shown), MOST)
        found += [Unbound(first, shown[first:last], True) for first, last in spans]
    return sorted(found, key=lambda one: one.start)


def hide_bound(text: str) -> str:
    """The text with all blanked out that is bound or no prose; every other sign keeps its place."""
    shown = hide_code(text) if "`" in text or "~" in text or "{##" in text else text
    if _SIGNS.search(shown):
        shown = _HIDDEN.sub(lambda found: re.sub(r"[^\n]", _BOUND, found[0]), shown)
    return shown


def _in_digits(text: str, rules: Mapping[str, bool]) -> Iterator[Unbound]:
    if not _DIGITS.search(text):
        return
    passed = bytearray(len(text) + 1)
    if rules.get("references", True):
        for first, last in find_numbers_of_parts(text):
            passed[first:last] = b"x" * (last - first)
    for run in _RUN.finditer(text):
        digits = [one.span() for one in _DIGITS.finditer(text, *run.span())]
        if digits and not _passes(text, digits, passed, rules):
            yield Unbound(run.start(), run[0])


def _passes(
    text: str, digits: list[tuple[int, int]], passed: bytearray, rules: Mapping[str, bool]
) -> bool:
    """Whether all of a number's digits pass; ``passed`` notes what else does on the way."""

    def is_passed() -> bool:
        return all(all(passed[first:last]) for first, last in digits)

    if is_passed():
        return True
    if digits[-1][1] - digits[0][0] > _LONGEST:
        return False
    for first, last in let_pass(text, digits[0][0], digits[-1][1], rules):
        passed[first:last] = b"x" * (last - first)
        if first < digits[-1][1] and last > digits[0][0] and is_passed():
            return True
    return False
