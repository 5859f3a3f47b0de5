"""Marks: what a draft shows where something cannot be printed, each naming what it stands for.

A mark is an empty span that no author can type; ``documents.draft`` gives it the number of its
problem once all problems are known.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from sufficiency.problems import Location
from sufficiency.prose.markdown import Markdown

_MARK = re.compile(r'\[\]\{\.problem of="([^"]*)"\}')
IN_PLAIN_TEXT = "[problem]"
"""What stands for a mark where Markdown has no meaning."""


def mark_at(at: Location) -> Markdown:
    """The mark of a problem that is told at this very place."""
    return _mark(str(at))


def mark_of(path: str, id: str) -> Markdown:
    """The mark of an entry that cannot be shown: a fact of ``strategy/facts.yml``."""
    return _mark(entry_key(path, id))


def entry_key(path: str, id: str) -> str:
    """What an entry of a file is named by in marks."""
    return f"{path}#{id}"


def _mark(key: str) -> Markdown:
    return Markdown(f'[]{{.problem of="{quote(key, safe="/:#.-_")}"}}')


def keys_of_marks(text: str) -> list[str]:
    """What the marks in a text stand for, in order."""
    return [unquote(key) for key in _MARK.findall(text)]


def replace_marks(text: str, shown: Callable[[str], str]) -> str:
    """The text with each mark replaced by what ``shown`` makes of what it stands for."""
    return _MARK.sub(lambda found: shown(unquote(found[1])), text)
