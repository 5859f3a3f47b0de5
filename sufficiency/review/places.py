"""From a bookmark's name back to the file and the line that a text came from.

The names are made in templates/filters/sources.lua: "src_sections_20_x_md_14" is line 14 of
"strategy/sections/20-x.md". A name holds letters and digits alone, and of a long path the end.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_NAME = re.compile(r"src_(?P<slug>.+_(?:md|yml))_(?P<line>\d+)(?:_\d+)?")
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
    slug = found["slug"]
    fitting = sorted(
        (path for path in paths if _slug(path).endswith(slug)), key=lambda path: _slug(path) != slug
    )
    return Place(fitting[0] if fitting else _guess(slug), int(found["line"]))


def _slug(path: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", path.removeprefix("strategy/")).strip("_")


def _guess(slug: str) -> str:
    """Files are called in small letters with hyphens, if by nothing else."""
    name, _, ending = slug.rpartition("_")
    folder, _, rest = name.partition("_")
    name = f"{folder}/{rest}" if folder in _FOLDERS and rest else name
    return f"strategy/{name.replace('_', '-')}.{ending}"
