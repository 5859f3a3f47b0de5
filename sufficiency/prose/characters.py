"""Which characters of a text have a shape in the documents' font."""

from unicodedata import normalize

STAND_IN = "?"
"""What a draft shows for a character without a shape."""


def is_drawable(character: str, drawable: frozenset[str]) -> bool:
    """Whether it can be set in a font that has the ``drawable`` characters.

    A letter with an accent that the font lacks is set as the letter and the accent; what cannot
    be printed at all needs no shape.
    """
    return (
        character in drawable
        or not character.isprintable()
        or drawable.issuperset(normalize("NFD", character))
    )


def only_drawable(text: str, drawable: frozenset[str]) -> str:
    """The text with a stand-in for each character that has no shape."""
    missing = {one for one in set(text) if not is_drawable(one, drawable)}
    return text.translate(dict.fromkeys(map(ord, missing), STAND_IN)) if missing else text
