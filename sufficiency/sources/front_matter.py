"""Where a section's front matter begins and ends, and what is told where it does not."""

import re

from sufficiency.problems import Location, Problem
from sufficiency.sources.yaml_tree import YAML_SHAPE

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<front>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)

# A word processor makes one long dash of two hyphens.
_LIKE_HYPHENS = re.compile(r"[ \t]*[-–—―_=]+[ \t]*")
_OPENS = re.compile(r"---[ \t]*")
_KEY = re.compile(r"[ \t]*(?:-[ \t]|[\w-]+[ \t]*:)|[ \t]+\S")
_HYPHENS = "Write three hyphens, ---, at the beginning of the line and nothing else in it."


def may_open(text: str) -> bool:
    """Whether a section's first line opens front matter, or was probably meant to."""
    return bool(_LIKE_HYPHENS.fullmatch(text.partition("\n")[0]))


def no_front_matter(text: str, path: str) -> Problem:
    """The problem of a section without front matter, or whose front matter does not end."""
    first, *lines = text.split("\n")
    if not _OPENS.fullmatch(first):
        if _LIKE_HYPHENS.fullmatch(first):
            message = f'"{first.strip()}" does not open the front matter.'
            return Problem(YAML_SHAPE, Location(path), message, _HYPHENS)
        message = "the file does not begin with its front matter."
        mend = "Begin with a line of three hyphens, `title: …`, and three hyphens again."
        return Problem(YAML_SHAPE, Location(path), message, mend)
    last = 1
    for number, line in enumerate(lines, start=2):
        if _LIKE_HYPHENS.fullmatch(line):
            message = f'"{line.strip()}" does not close the front matter.'
            return Problem(YAML_SHAPE, Location(path, number), message, _HYPHENS)
        if not _KEY.match(line):
            break
        last = number
    mend = f"Write a line of three hyphens, ---, below its last key, which is in line {last}."
    return Problem(YAML_SHAPE, Location(path), "the front matter is never closed.", mend)
