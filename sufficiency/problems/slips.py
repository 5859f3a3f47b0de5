"""Names that one slip of a finger parts: a letter too many, too few, another, or two changed round.

``nearest`` finds what somebody may have meant who named one thing. Here thousands of names stand
beside each other in a column, and each that is like another has to be found without comparing
every one with every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

MOST_NAMES = 5_000
"""Different names in a column: more are no categories, and no pair of them is looked for."""
_LONGEST = 100
_WORD = re.compile(r"\w+")
_SHORTEST_WORD = 4


def slips_among(names: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs of names that one slip parts: the rarer, and the commoner that it may be meant for.

    ``names`` gives how often each stands there, in order; of two that are as common, the first is
    taken to be right. The time is linear in the names: those that become one word when a letter is
    left out of each stand in one pile, and all of a pile are compared with its commonest only.
    """
    if len(names) > MOST_NAMES:
        return
    commonest: dict[str, str] = {}
    ranked = sorted(names, key=lambda name: -names[name])
    for name in ranked:
        if len(name) > _LONGEST:
            continue
        piles = [name, *(name[:at] + name[at + 1 :] for at in range(len(name)))]
        others = dict.fromkeys(commonest.setdefault(pile, name) for pile in piles)
        for other in others:
            if other != name and is_slip(name, other):
                yield name, other


def is_slip(name: str, other: str) -> bool:
    """Whether the names differ by one slip within a word of four letters or more.

    Another digit is another thing (aged 10 to 15, and 16), as is a short word (band A, band B).
    """
    start = 0
    while start < min(len(name), len(other)) and name[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(name), len(other)) - start and name[-1 - end] == other[-1 - end]:
        end += 1
    parts = [name[start : len(name) - end], other[start : len(other) - end]]
    if any(part.isdigit() for part in "".join(parts)) or not any(parts):
        return False
    is_turned = len(parts[0]) == 2 and parts[0] == parts[1][::-1]
    if max(map(len, parts)) > 1 and not is_turned:
        return False
    return any(_is_in_a_long_word(text, start, len(text) - end) for text in (name, other))


def _is_in_a_long_word(text: str, start: int, end: int) -> bool:
    return any(
        len(word[0]) >= _SHORTEST_WORD and word.start() <= end and start <= word.end()
        for word in _WORD.finditer(text)
    )
