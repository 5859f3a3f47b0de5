"""Which lines of a project's files a message may show: never one that may be about a child."""

from collections.abc import Mapping, Sequence

from sufficiency.content import ExtractEntry
from sufficiency.content.binding import bind_shelf
from sufficiency.content.read import SHELF_FILES
from sufficiency.sources.yaml_tree import parse_yaml

CATALOGUE = SHELF_FILES["extracts"].path
_DESCRIPTIONS = (CATALOGUE, SHELF_FILES["indicators"].path)

Lines = Mapping[str, Sequence[str]]
"""The lines of files, by path."""


def quotable_lines(lines: Lines) -> dict[str, Sequence[str]]:
    """The lines of those files that may be quoted.

    Below ``data/`` these are the files that describe extracts, and each extract that the
    catalogue calls published wherever it names it. ``lines`` holds the catalogue's own: where
    anything is wrong with it, no extract is quoted.
    """
    shown = {
        path: held
        for path, held in lines.items()
        if not path.startswith("data/") or path in _DESCRIPTIONS
    }
    extracts = lines.keys() - shown.keys()
    published = _published(lines) if extracts else set()
    return shown | {path: lines[path] for path in extracts & published}


def _published(lines: Lines) -> set[str]:
    tree, problems = parse_yaml("\n".join(lines.get(CATALOGUE, ())), CATALOGUE)
    shelf, found = bind_shelf(tree, SHELF_FILES["extracts"].key, ExtractEntry)
    if problems or found:
        return set()
    releases: dict[str, set[str]] = {}
    for entry in shelf.entries.values():
        releases.setdefault(f"data/{entry.file}", set()).add(entry.release)
    return {path for path, given in releases.items() if given == {"published"}}
