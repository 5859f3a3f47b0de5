"""Finds where signs that open something pile up: brackets in brackets, quotation marks.

pandoc tries every way to pair them, which takes twice as long for each one more: thirty brackets
that nobody closes would keep a build at work for days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = {"square brackets": 4, "addresses in round brackets": 4, "quotation marks": 12}
# A sign behind a backslash opens nothing, and nothing stays open behind a blank line. A quotation
# mark in a word is an apostrophe.
_SIGN = re.compile(
    r"\\."
    r"|(?P<end>\n[ \t]*(?=\n))"
    r"|(?P<address>\]\()"
    r"|(?P<bracket>\[)"
    r"|(?P<close>[\])])"
    r"|(?<![^\s(\[{/\u2013\u2014-])(?P<quotes>[\"']+)(?=\S)"
    r"|(?P<unquotes>[\"']+)(?!\w)"
)


@dataclass(frozen=True)
class Pile:
    """Signs of a kind of which more are open than ``most``; ``offset`` is that of the last."""

    kind: str
    most: int
    offset: int


def find_piles(text: str) -> Iterator[Pile]:
    """The first place of each paragraph at which too many signs are open."""
    is_told = False
    opened = dict.fromkeys(_MOST, 0)
    for sign in _SIGN.finditer(text):
        if sign["end"]:
            is_told, opened = False, dict.fromkeys(_MOST, 0)
        for kind, change in _changes(sign).items():
            opened[kind] = max(0, opened[kind] + change)
            if opened[kind] > _MOST[kind] and not is_told:
                is_told = True
                yield Pile(kind, _MOST[kind], sign.start())


def _changes(sign: re.Match[str]) -> dict[str, int]:
    """By how many more or fewer signs of each kind stand open."""
    match sign.lastgroup:
        case "bracket":
            return {"square brackets": 1}
        case "address":
            return {"square brackets": -1, "addresses in round brackets": 1}
        case "close":
            is_square = sign[0] == "]"
            return {"square brackets" if is_square else "addresses in round brackets": -1}
        case "quotes":
            return {"quotation marks": len(sign[0])}
        case "unquotes":
            return {"quotation marks": -len(sign[0])}
        case _:
            return {}
