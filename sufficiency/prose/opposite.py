"""Claims that say the opposite of their own sentence: "fewer children than two years ago" beside
``children_now > children_2024``.

Read are only the plainest: one comparison of two facts of one indicator and place at two times,
and one word in ``sentence`` that says which way it went between them.
"""

import re

from sufficiency.content import Claim, Shelf
from sufficiency.facts import Fact
from sufficiency.problems import Code, Problem, Severity

CLAIM_OPPOSITE = Code(
    "CLAIM-OPPOSITE",
    "A claim says the opposite of its sentence",
    "The claim holds, and so the sentence that it should protect is untrue, and nobody would be "
    "told.",
    "Reword the sentence if the claim is right. If the claim is the wrong way round, turn its sign "
    "round.",
    "- sentence: fewer children than in 2017\n  must_hold: children_2019 > children_2017",
    Severity.WARNING,
    mended="- sentence: fewer children than in 2017\n  must_hold: children_2019 < children_2017",
)
_COMPARED = re.compile(r"\s*(\w+)\s*([<>≤≥])=?\s*(\w+)\s*")
_WORD = re.compile(
    r"\b(?:(?P<more>more|higher|greater|larger|bigger|rose|risen|rising|grew|grown|growing"
    r"|increased|increasing|above|up)"
    r"|fewer|less|lower|smaller|fell|fallen|falling|decreased|decreasing|dropped|declined|declining"
    r"|shrank|shrinking|below|down)\b",
    re.IGNORECASE,
)
# "Fewer in 2017 than now" is of the earlier time, "no fewer" and "less than half" of neither.
_UNSURE = re.compile(
    r"\b(?:no|not|never|\w+n['’]t|nor|or|and|but|half|third|quarter|twice|double|slower|faster"
    r"|than\s+(?:now|today|this\s+year|it\s+is|they\s+are))\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\bthan\b(?P<what>.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")


def opposite_of_sentence(claim: Claim, facts: Shelf[Fact]) -> Problem | None:
    """The warning of a claim that holds only where its sentence is untrue; else None.

    All names in the claim are known.
    """
    compared = _COMPARED.fullmatch(claim.must_hold)
    words = list(_WORD.finditer(claim.sentence))
    if compared is None or len(words) != 1 or _UNSURE.search(claim.sentence):
        return None
    first, second = facts.entries.get(compared[1]), facts.entries.get(compared[3])
    if first is None or second is None or not first.is_at_another_time(second):
        return None
    later = max(first, second, key=lambda fact: fact.periods[0])
    if _is_of_the_earlier(claim.sentence, words[0].start(), later):
        return None
    claims_more = (compared[2] in ">≥") == (later is first)
    if claims_more == bool(words[0]["more"]):
        return None
    side = "higher" if claims_more else "lower"
    message = (
        f'the sentence says "{words[0][0]}", and its claim {" ".join(claim.must_hold.split())} '
        f"holds where the figure of {later.period} is the {side} one. It does, and so the sentence "
        "is untrue."
    )
    return Problem(CLAIM_OPPOSITE, claim.must_hold.at, message, CLAIM_OPPOSITE.mend)


def _is_of_the_earlier(sentence: str, word: int, later: Fact) -> bool:
    """Whether a sentence may speak of the earlier figure: it names a time before its word, or the
    later one behind "than"."""
    than = _THAN.search(sentence, word)
    years = set(_YEAR.findall(than["what"])) if than else set()
    end = str(later.periods[0].end.year)
    return end in years or bool(re.search(r"\bago\b|\d", sentence[:word]))
