"""The name that an author probably meant.

A period that can be read is meant as it stands, however alike another is spelt: 2026 is no slip for
2024, and its figure in the place of the other would be untrue.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from sufficiency.problems.look_alike import what_differs

_CLOSE = 0.6
_MOST_SHOWN = 8


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None where none is close or it is a period."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    folded = name.casefold()
    letters = Counter(folded)
    likely = [other for other in by_folded if _may_be_close(letters, len(folded), other)]
    if likely and folded not in by_folded and _periods().fullmatch(folded):
        return None
    found = get_close_matches(folded, likely, n=1, cutoff=_CLOSE)
    return by_folded[found[0]] if found else None


def _may_be_close(letters: Mapping[str, int], length: int, other: str) -> bool:
    """Whether the names share enough letters to be close, whatever their order.

    difflib asks the same before it compares, and takes twice as long: a file may hold thousands
    of unknown names.
    """
    enough = _CLOSE * (length + len(other)) / 2
    if min(length, len(other)) < enough:
        return False
    shared = 0
    for letter, number in letters.items():
        held = other.count(letter)
        shared += number if number < held else held
    return shared >= enough


@cache
def _periods() -> re.Pattern[str]:
    """Periods as people write them, and their years: 31 March 2024, 31/03/2024, 2024, 2023-24."""
    months = "january february march april may june july august september october november december"
    named = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in months.split())
    year = r"(?P<year>(?:19|20)\d\d)"
    return re.compile(
        rf"(?:year (?:to|ending) )?(?:(?:\d{{1,2}}(?:st|nd|rd|th)?[ -])?(?:{named}),?[ -])?{year}"
        rf"(?:(?: to |[-/–])\d\d(?:\d\d)?|-\d\d-\d\d)?(?: \([^)]*\))?"
        rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{year.replace('year', 'last')}"
    )


def _year(name: str) -> int | None:
    """The year of a period that can be read, of another name None."""
    found = _periods().fullmatch(name.casefold())
    return int(found["year"] or found["last"]) if found else None


def suggestion(name: str, known: Iterable[str], begin: str = "None is defined yet.") -> str:
    """A sentence that offers the near miss, or else the names there are.

    Where there is none, it is ``begin``: how to come by the first.
    """
    names = sorted(filter(None, known))
    near = nearest(name, names)
    if near is not None:
        return f'Did you mean "{near}"? {what_differs(name, near)}'.rstrip()
    if not names:
        return begin
    shown = ", ".join(f'"{known_name}"' for known_name in _first(name, names))
    return f"Known: {shown}{' …' if len(names) > _MOST_SHOWN else ''}."


def _first(name: str, names: list[str]) -> list[str]:
    """As many of the names as a sentence can hold; of periods, those around the one asked for."""
    year = _year(name) if len(names) > _MOST_SHOWN else None
    if year is not None:
        around = sorted(names, key=lambda other: abs((_year(other) or 0) - year))
        names = sorted(around[:_MOST_SHOWN])
    return names[:_MOST_SHOWN]
