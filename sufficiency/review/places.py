"""From a bookmark's name back to the file and the line that a text came from.

The names are made in templates/filters/sources.lua: "src_sections_20_x_md_14" is line 14 of
"strategy/sections/20-x.md". A name holds letters and digits alone, and of a long path the end; a
checksum stands before what does not say all of its path: "src_x3f29c1_with_disabilities_md_14".
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_NAME = re.compile(r"src_(?:x[0-9a-f]{6}_)?(?P<slug>.+_(?:md|yml))_(?P<end>(?P<line>\d+)(?:_\d+)?)")
_LONGEST = 40  # characters, Word's limit
_FOLDERS = ("sections", "priorities")


@dataclass(frozen=True)
class Place:
    """A file of the project and a line in it, from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def place_of(bookmark: str, paths: Collection[str]) -> Place | None:
    """The place that a bookmark names; None for a bookmark of another kind.

    ``paths`` are the files that there are. Where none fits, the path is what it will have been.
    """
    found = _NAME.fullmatch(bookmark)
    if found is None:
        return None
    named = (path for path in paths if _bookmark_name(path, found["end"]) == bookmark)
    return Place(next(named, None) or _guess(found["slug"]), int(found["line"]))


def _bookmark_name(path: str, end: str) -> str:
    """As ``bookmark_name`` in templates/filters/sources.lua; ``end`` is all behind the path."""
    slug = re.sub(r"[^A-Za-z0-9]+", "_", path.removeprefix("strategy/")).strip("_")
    room = _LONGEST - len(f"src__{end}")
    is_whole = len(slug) <= room and not re.search(r"[^A-Za-z0-9/.-]", path)
    checksum = "" if is_whole else _checksum(path)
    return f"src_{checksum}{slug[-(room - len(checksum)) :].lstrip('_')}_{end}"


def _checksum(path: str) -> str:
    total = 0
    for byte in path.encode():
        total = (total * 257 + byte) % 16777213
    return f"x{total:06x}_"


def _guess(slug: str) -> str:
    """Files are called in small letters with hyphens, if by nothing else."""
    name, _, ending = slug.rpartition("_")
    folder, _, rest = name.partition("_")
    name = f"{folder}/{rest}" if folder in _FOLDERS and rest else name
    return f"strategy/{name.replace('_', '-')}.{ending}"
