"""What parts two names that look alike on a screen."""

import re
import unicodedata
from collections.abc import Callable, Mapping

_Fold = Callable[[str], str]


def _as(pattern: str, written: str) -> _Fold:
    found = re.compile(pattern)
    return lambda name: found.sub(written, name)


def _letters(others: str, ours: str) -> _Fold:
    table = str.maketrans(others, ours)
    return lambda name: name.translate(table)


_CYRILLIC = _letters("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS")
_GREEK = _letters("οανιυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaviuABEZHIKMNOPTYX")
_FOLDS: Mapping[str, _Fold] = {
    "the apostrophe": _as("[\u2018\u2019\u02bc\u00b4\u2032`]", "'"),
    "the quotation marks": _as("[\u201c\u201d\u201e\u2033]", '"'),
    "the hyphen or dash": _as("[\u2010-\u2015\u2212]", "-"),
    "a character that cannot be seen": _as("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]", ""),
    "a Cyrillic letter": _CYRILLIC,
    "a Greek letter": _GREEK,
    "the spaces": lambda name: " ".join(name.split()),
    "the capital letters": str.casefold,
}


def what_differs(name: str, other: str) -> str:
    """In words, in what names differ that are alike but for that; "" for others.

    "Only the apostrophe differs.", "Only the spaces and the capital letters differ."
    """
    if name == other or _folded(name) != _folded(other):
        return ""
    kinds = [kind for kind in _FOLDS if _folded(name, kind) != _folded(other, kind)]
    if not kinds:
        return ""
    is_one = len(kinds) == 1 and not kinds[0].endswith("s")
    *others, last = kinds
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"Only {listed} differ{'s' if is_one else ''}."


def foreign_letter(name: str) -> str:
    """Which letter of a name is Cyrillic or Greek, in a sentence; "" where none is.

    'The "с" in it is a Cyrillic letter: type it anew.'
    """
    for letter in name:
        script = unicodedata.name(letter, "").partition(" ")[0].capitalize()
        if script in ("Cyrillic", "Greek"):
            return f'The "{letter}" in it is a {script} letter: type it anew.'
    return ""


def _folded(name: str, unlike: str = "") -> str:
    """The name with all that looks alike written one way, but for one kind."""
    for kind, fold in _FOLDS.items():
        name = name if kind == unlike else fold(name)
    return name
