"""The name that an author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None where none is close."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """A sentence that offers the near miss, or else the names there are."""
    names = sorted(known)
    near = nearest(name, names)
    if near is not None:
        return f'Did you mean "{near}"?'
    if not names:
        return "None is defined yet."
    shown = ", ".join(f'"{known_name}"' for known_name in names[:8])
    return f"Known: {shown}{' …' if len(names) > 8 else ''}."
