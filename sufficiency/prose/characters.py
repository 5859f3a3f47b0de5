"""Which characters of a text have a shape in the documents' font."""

from unicodedata import category, normalize

# Spaces and line ends of every kind, and what steers words without being seen: hyphens where a
# word may break, joiners.
_SPACES = ("Zs", "Zl", "Zp")
TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Signs that turn the direction of writing: a reviewer would read other words than those there."""
_UNSEEN = frozenset(map(chr, (0x85, 0xAD, 0x61C, 0x180E, *range(0x200B, 0x2070)))) - TURNING
_DRAWN_SPACE = "\N{OGHAM SPACE MARK}"

STAND_IN = "?"
"""What a draft shows for a character without a shape."""


def is_drawable(character: str, drawable: frozenset[str]) -> bool:
    """Whether it can be set in a font that has the ``drawable`` characters.

    A letter with an accent that the font lacks is set as the letter and the accent; white space
    and what is never seen needs no shape.
    """
    return (
        character in drawable
        or character in _UNSEEN
        or (category(character) in _SPACES and character != _DRAWN_SPACE)
        or drawable.issuperset(normalize("NFD", character))
    )


def only_drawable(text: str, drawable: frozenset[str]) -> str:
    """The text with a stand-in for each character that has no shape."""
    missing = {one for one in set(text) if not is_drawable(one, drawable)}
    return text.translate(dict.fromkeys(map(ord, missing), STAND_IN)) if missing else text
