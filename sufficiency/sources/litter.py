"""What desktops, editors, Word and LibreOffice leave in a folder that somebody looked into."""

from pathlib import PurePath

_NAMES = (".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r")
_OF_OPEN_FILES = ("~$", ".~lock.")
_OF_EDITORS = ("~", ".swp", ".bak", ".old", ".orig", ".tmp", ".lnk")


def is_litter(name: str) -> bool:
    """Whether a file of this name was left by a program that looked in, and nobody misses it."""
    return name.lower() in _NAMES or name.startswith(_OF_OPEN_FILES)


def is_passed_over(path: PurePath) -> bool:
    """Whether a file of a project is none of its own: litter, an editor's or a person's old copy,
    a shortcut, or hidden.

    ``path`` is that in the project: where the project itself stands may be hidden.
    """
    is_hidden = any(part.startswith((".", "~")) for part in path.parts)
    return is_hidden or is_litter(path.name) or path.name.lower().endswith(_OF_EDITORS)
