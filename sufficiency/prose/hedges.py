"""Words before a number that say on which side of it the figure is: "more than", "nearly".

A rounded number does not show which way it was rounded: "more than 67%" of 66.6% is untrue.
"""

import re
from decimal import Decimal

from sufficiency.facts import Fact
from sufficiency.facts.shown import exact_enough
from sufficiency.facts.wording import round_half_up
from sufficiency.problems import Code, Severity
from sufficiency.tables import Unit

FACT_HEDGE = Code(
    "FACT-HEDGE",
    "A word says on which side of a number the figure is, and it is on the other",
    "The number is rounded, and the word denies what was rounded away; next year it may be right "
    "again, and nobody would know.",
    "Leave the word out, or write `about`. Or let the tool choose the words: a share has the forms "
    "`as_fraction`, `as_one_in` and `more_or_less_than_half`.",
    "More than {{ fostered_share }} live with carers.   # 66.6%, printed as 67%",
    Severity.WARNING,
    mended="About {{ fostered_share }} live with carers.",
)
_ABOVE = "more than|over|above|at least|no fewer than|no less than"
_BELOW = "less than|fewer than|under|below|at most|no more than|up to"
_OF_ITSELF = ("just over", "just under", "nearly", "almost")
"""Words that are about the figure itself. "Less than £675" may be about something else."""
_WORDS = f"{'|'.join(_OF_ITSELF)}|{_ABOVE}|{_BELOW}".replace(" ", r"\s+")
_BEFORE = re.compile(rf"\b(?<!not )(?P<word>{_WORDS})\s+[*_]*$", re.IGNORECASE)
_FARTHEST = 30  # characters before the number


def untrue_hedge(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """What is wrong with a word before a printed figure, and how to mend it; else None.

    Of words that may compare something else with the figure only those before a percentage "of"
    something are looked at: they are about the figure.
    """
    found = _BEFORE.search(before[-_FARTHEST:])
    figures = (fact.said, fact.forms.get("amount"), fact.forms.get("with_noun"))
    if found is None or fact.value is None or fact.moved or printed not in figures:
        return None
    word = " ".join(found["word"].lower().split())
    is_part = fact.unit is Unit.PERCENTAGE and re.match(r"[*_]*\s+of\b", after)
    if word not in _OF_ITSELF and not is_part:
        return None
    beyond = fact.value - round_half_up(fact.value, fact.decimals)
    if not _denies(word, beyond):
        return None
    message = f'the sentence says "{word}" {printed}, and "{fact.name}" is {exact_enough(fact)}.'
    mend = "Leave the word out, or write `about`"
    if "as_fraction" in fact.forms:
        mend += f"; or write {{{{ {fact.name} | as_fraction }}}}, which chooses its words itself"
    return message, f"{mend}."


def _denies(word: str, beyond: Decimal) -> bool:
    """Whether a word denies a figure that is so much more than it is printed as."""
    if word in _OF_ITSELF:
        return beyond <= 0 if word == "just over" else beyond >= 0
    return beyond < 0 if word in _ABOVE.split("|") else beyond > 0
