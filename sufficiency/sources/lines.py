"""The lines of a project's files, read for messages that show the line a problem stands in."""

from collections.abc import Collection
from pathlib import Path

from sufficiency.sources.encodings import is_utf_16
from sufficiency.sources.files import find_files, too_large
from sufficiency.sources.shape import PLACES

_WITH_LINES = (".yml", ".yaml", ".md", ".csv")


def read_lines(root: Path, paths: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The lines of those of the files that have any and can be opened, by path; none of one that is
    too large to be read.

    What is not UTF-8 is read as Windows-1252, as Excel and Notepad write it.
    """
    lines: dict[str, tuple[str, ...]] = {}
    for path, file in find_files(root, PLACES):
        if path in paths and path.lower().endswith(_WITH_LINES):
            try:
                if too_large(path, file):
                    continue
                data = file.read_bytes()
            except OSError:
                continue
            if not is_utf_16(data):
                lines[path] = _split(data)
    return lines


def _split(data: bytes) -> tuple[str, ...]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
