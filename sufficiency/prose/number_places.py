"""Numbers with which a text counts its own parts: of list items, paragraphs, headings, rows.

They pass by where they stand, and not by the words around them: "45. Then" is a list item where
a list may begin or goes on, and text where a line is only wrapped.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_MOST_PARTS = 30
"""No list or text begins with a higher number; one that goes on may reach any."""
_PREFIX = r"(?P<before>[ \t>]*(?:[*+-][ \t]+)?)\**"
_ITEM = re.compile(rf"{_PREFIX}\(?(?P<number>\d{{1,2}})[.)](?=\s|\\|\*|$)\W*(?P<next>\w?)")
_PARAGRAPH = re.compile(
    rf"{_PREFIX}(?P<number>\d{{1,2}}(?:\.\d{{1,2}})+)[.)]?\**\s+[^\w|\n]{{0,3}}(?P<next>\w)"
)
_HEADING = re.compile(
    r"#+\s+[^\w\n]*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<close>[.)]?)[^\w\n]*(?P<next>\w?)"
)
_BULLET = re.compile(r"[ \t>]*[*+-][ \t]")
_ROW = re.compile(r"[ ]*\|?[ ]*\**(?P<number>\d{1,2})[.)]?\**[ ]*[|\t]\W*[^\W\d]")
_CELLS = re.compile(r"[^\n]*[|\t]")


def find_numbers_of_parts(text: str) -> Iterator[Span]:
    """Where a text numbers its headings, list items and paragraphs, and the rows of its tables."""
    items: dict[str, int] = {}
    rows: list[re.Match[str]] = []
    is_start = True
    for line in re.finditer(r"[^\n]+|(?<=\n)\n", text):
        words = line[0].strip()
        if not _CELLS.match(line[0]):
            yield from _counted(rows)
            rows = []
        elif row := _ROW.match(text, *line.span()):
            rows.append(row)
        if not words:
            is_start = True
            continue
        may_begin = is_start or bool(items) or bool(_BULLET.match(line[0]))
        heading = _HEADING.match(text, *line.span())
        if heading is not None:
            items.clear()
            if _heads(heading):
                yield heading.span("number")
        elif may_begin and (found := _PARAGRAPH.match(text, *line.span())):
            if found["next"].isupper():
                yield found.span("number")
        elif may_begin and (found := _ITEM.match(text, *line.span())):
            yield from _in_turn(found, items, is_start)
        elif is_start and line[0][0] not in " \t":
            items.clear()
        is_start = line[0].startswith("#")
    yield from _counted(rows)


def _heads(found: re.Match[str]) -> bool:
    """Whether a heading's number is one of its own: "3.2 Homes" and "1. Homes", not "12 homes"."""
    is_alone = found["number"].isdecimal() and not found["close"]
    return found["next"].isupper() and not is_alone


def _in_turn(found: re.Match[str], items: dict[str, int], is_start: bool) -> Iterator[Span]:
    """A list item's number, if it is the one that comes next or may be the first."""
    number, last = int(found["number"]), items.get(found["before"])
    begins = number == 1 or (is_start and number <= _MOST_PARTS and found["next"].isupper())
    goes_on = last is not None and number in (last, last + 1)
    if goes_on or begins:
        items[found["before"]] = number
        yield found.span("number")


def _counted(rows: list[re.Match[str]]) -> Iterator[Span]:
    """The numbers of a table's rows, if they count them."""
    numbers = [int(row["number"]) for row in rows]
    if numbers[:2] == [1, 2] and all(after == one + 1 for one, after in pairwise(numbers)):
        yield from (row.span("number") for row in rows)
