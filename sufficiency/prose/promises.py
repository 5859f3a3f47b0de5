"""Commitments that promise nothing: "We look after [900 children]{.commitment}".

Read are only bare counts of people, in sentences that say how things are or were and hold no word
of a promise. All else is let be: what a council promises is its own word.
"""

import re
from collections.abc import Iterator

from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose.markdown import hide_code
from sufficiency.prose.sentences import split_sentences
from sufficiency.prose.unbound import Place

COMMITMENT_FACT = Code(
    "COMMITMENT-FACT",
    "A commitment says how many there are, and promises nothing",
    "A commitment needs no source, since it is the council's own word. How many children there are "
    "is a figure, and nobody could see where it comes from.",
    "Write the fact that prints it; or the number with its publication, "
    '[900 children]{source="id"}. If it is a promise, say so in the sentence: "we will …".',
    "We look after [900 children]{.commitment}.",
    Severity.WARNING,
    mended="We look after {{ cic_now | with_noun }}.",
)
_PEOPLE = r"children|(?:young\s+)?people|care\s+leavers|boys|girls|babies|teenagers|adults"
_COUNT = re.compile(
    rf"\[(?P<count>\d[\d,]*\s+(?:[\w-]+\s+)?(?:{_PEOPLE}))\]\{{\.commitment\}}", re.IGNORECASE
)
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_IS_SO = re.compile(
    r"\b(?:are|were|was|is|have|has|had|lives?|lived|looks?\s+after|looked\s+after|cares?\s+for"
    r"|cared\s+for|came|left|entered|moved)\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"\b(?:will|shall|would|could|can|may|must|should|need\w*|aim\w*|commit\w*|promis\w*|pledg\w*"
    r"|plan\w*|target\w*|goal\w*|ambition\w*|want\w*|intend\w*|hope\w*|agree\w*|going|be|by|until"
    r"|from|each|every|any|at\s+least|at\s+most|more|fewer|less|than|up\s+to|within|room|places?"
    r"|offer\w*|if|for|to)\b|['’]ll\b",
    re.IGNORECASE,
)


def tell_promises(text: str, place: Place) -> Iterator[Problem]:
    """The problems of a text's commitments that are figures, in order."""
    if "{.commitment}" not in text:
        return
    start = 0
    for sentence in split_sentences(hide_code(text)):
        for found in _COUNT.finditer(sentence):
            around = _ATTRIBUTES.sub("", f"{sentence[: found.start()]} {sentence[found.end() :]}")
            if _IS_SO.search(around) and not _PROMISES.search(around):
                count = " ".join(found["count"].split())
                message = (
                    f'"{count}" is said to be a commitment, and its sentence promises nothing.'
                )
                at = place(start + found.start(), found[0])
                yield Problem(COMMITMENT_FACT, at, message, COMMITMENT_FACT.mend)
        start += len(sentence)
