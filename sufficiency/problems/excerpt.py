"""A line of a file as a message shows it: harmless, cut round the place, parted there."""

import re
import unicodedata
from dataclasses import dataclass

WIDEST = 72
"""Columns of a terminal that a line may take, so that it fits beside its number in 80."""

_TAB = "    "
_WORD = re.compile(r"\w(?:[\w.-]*\w)?|(?P<sign>.)(?P=sign)*", re.DOTALL)


@dataclass(frozen=True)
class Excerpt:
    """A line, or the part of it round a place.

    ``marked`` is the word that begins at the place, or the same sign as often as it stands there;
    at the line's end it is a space. Nothing in it can move a cursor, and every tab is four spaces.
    """

    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The whole of it, without white space at its end."""
        return (self.before + self.marked + self.after).rstrip()

    @property
    def indent(self) -> int:
        """How many columns of a terminal stand before the place: wide characters take two."""
        return sum(map(_width, self.before))


def cut_line(line: str, column: int, *, widest: int = WIDEST) -> Excerpt:
    """The line with its place marked; where it is too long, what stands round the place.

    ``column`` counts characters from 1; one beyond the line's end means its end.
    """
    place = min(max(column, 1) - 1, len(line))
    # No more is looked at than can be shown: a line may be as long as a file.
    first, last = max(0, place - 2 * widest), place + 2 * widest
    before = [harmless(character) for character in line[first:place]]
    behind = [harmless(character) for character in line[place:last]]
    if first > 0 or last < len(line) or _total(before) + _total(behind) > widest:
        room = widest - 2
        fits = _fitting(behind, max(room // 2, room - _total(before)))
        kept = _fitting(before[::-1], room - _total(fits))[::-1]
        before = ["…"] * (first > 0 or len(kept) < len(before)) + kept
        behind = fits + ["…"] * (last < len(line) or len(fits) < len(behind))
    rest = "".join(behind)
    word = _WORD.match(rest)
    marked = word[0] if word else " "
    return Excerpt("".join(before), marked, rest[len(marked) :])


def harmless(text: str) -> str:
    """The text without anything that a terminal obeys or that cannot be seen.

    Tabs become four spaces, other white space becomes a space, and what cannot be printed
    (control characters, signs that turn the direction of writing) a replacement character.
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character.isprintable():
        return character
    if character == "\t":
        return _TAB
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _total(shown: list[str]) -> int:
    return sum(_width(character) for text in shown for character in text)


def _fitting(shown: list[str], room: int) -> list[str]:
    """As many from the beginning as have room."""
    for number in range(len(shown)):
        room -= _total(shown[number : number + 1])
        if room < 0:
            return shown[:number]
    return shown
