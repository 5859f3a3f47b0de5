"""A number below zero beside a word that says which way: "−2 percentage points higher"."""

import re

from sufficiency.facts import Fact
from sufficiency.facts.wording import MINUS
from sufficiency.problems import Code

FACT_DIRECTION = Code(
    "FACT-DIRECTION",
    "A number below zero stands beside a word that says which way",
    "Figures have changed since the sentence was written, or a formula is the wrong way round: it "
    "now claims the opposite of what it prints.",
    "Write the word that is true. Or let the tool choose it: a formula that takes one fact from "
    "another has the forms `higher_or_lower` and `more_or_less`, which say how the first stands "
    "to the second.",
    "In London it was {{ gap }} higher.     # −2 percentage points higher",
    mended="In London it was {{ gap | higher_or_lower }}.     # 2 points lower",
)
_LEVELS = "higher|lower|above|below|greater|smaller|larger|bigger|rarer"
_AMOUNTS = "more|less|fewer|dearer|cheaper"
_CHANGES = "rise|fall|increase|decrease|drop|growth|reduction"
_CHANGED = "rose|fell|risen|fallen|grew|grown|increased|decreased|dropped|reduced|up|down"
_UNITS = r"percentage points?|points?|per 10,000|per cent|an? (?:day|week|month|year)"
_AFTER = re.compile(
    rf"\s+(?:(?:{_UNITS})\s+)?[*_]*(?P<word>{_LEVELS}|{_AMOUNTS}|{_CHANGES})\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b(?P<word>{_CHANGES}|{_CHANGED}|{_LEVELS}|{_AMOUNTS})\s+(?:of|by)\s+[*_]*$", re.IGNORECASE
)
_FARTHEST = 60  # characters before the number


def contradiction(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """What is wrong with a printed fact between two stretches of text, and how to mend it.

    None where it is not below zero, or no word beside it says which way.
    """
    if not printed.startswith(MINUS):
        return None
    found = _AFTER.match(after) or _BEFORE.search(before[-_FARTHEST:])
    if not found:
        return None
    word = found["word"]
    message = f'"{fact.name}" prints {printed}, and the sentence says "{word}".'
    form = "more_or_less" if word.lower() in _AMOUNTS.split("|") else "higher_or_lower"
    if form not in fact.forms:
        return message, "Write the word that is true, or turn the sum round."
    mend = f'Leave "{word}" out and write {{{{ {fact.name} | {form} }}}}, which says how the first '
    mend += "figure of the formula stands to the second; let the sentence be about the first."
    return message, mend
