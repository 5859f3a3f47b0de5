"""Composed text without the marks that say where each part of it came from."""

import re

_BEFORE_A_HEADING = re.compile(r'::: \{source="[^"]*"\}\n:::\n\n')
_WITHIN = re.compile(r'\[\]\{source="[^"]*"\}')


def without_places(qmd: str) -> str:
    """The text as it would be written if nobody asked where it came from."""
    return _WITHIN.sub("", _BEFORE_A_HEADING.sub("", qmd))
