"""Ids and numbers that the tool makes: from a title, and between the numbers that are taken."""

import re
from collections.abc import Collection

from sufficiency.authoring.refused import Refused
from sufficiency.sources.plain_words import plain_words

_SMALL_WORDS = frozenset(
    "a an and are as at be by for from have in is it more of on or our so that the their to up "
    "who with".split()
)


def id_from(text: str, joiner: str, *, words: int | None = None) -> str:
    """An id made from a title or a sentence: "Llŷn & Môn" as "llyn-mon".

    Args:
        text: What the id shall bring to mind.
        joiner: What stands between its words.
        words: With how many words at most; small ones such as "the" are left out then.

    Raises:
        Refused: Where the text has no letter of which an id can be made.
    """
    without_facts = re.sub(r"\{\{.*?\}\}", " ", text)
    found = plain_words(without_facts)
    if words is not None:
        found = ([word for word in found if word not in _SMALL_WORDS] or found)[:words]
    while found and found[0][0].isdigit():
        found.pop(0)
    if not found:
        raise Refused(f'No id can be made from "{text}". Choose one yourself with --id.')
    return joiner.join(found)


def free_id(wanted: str, joiner: str, taken: Collection[str]) -> str:
    """The id, or with a number behind it where it is taken."""
    if wanted not in taken:
        return wanted
    others = (f"{wanted}{joiner}{number}" for number in range(2, len(taken) + 3))
    return next(other for other in others if other not in taken)


def free_number(before: int, after: int | None, *, units: Collection[int]) -> int | None:
    """A number between two, or above the first, or None where there is none.

    Args:
        before: The number to stay above.
        after: The number to stay below, if there is one.
        units: Round steps to try, the best first: the first multiple of one that is free.
    """
    for unit in units:
        candidate = (before // unit + 1) * unit
        if after is None or candidate < after:
            return candidate
    return None if after is None or after - before < 2 else (before + after) // 2
