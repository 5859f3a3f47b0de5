"""The name that an author probably meant."""

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sufficiency.problems.look_alike import what_differs

_CLOSE = 0.6


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None where none is close."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    folded = name.casefold()
    letters = Counter(folded)
    likely = [other for other in by_folded if _may_be_close(letters, len(folded), other)]
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
    shown = ", ".join(f'"{known_name}"' for known_name in names[:8])
    return f"Known: {shown}{' …' if len(names) > 8 else ''}."
