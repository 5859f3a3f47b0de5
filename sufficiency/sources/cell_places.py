"""Where a cell of a CSV file stands, in characters: people click on it, and see it marked."""

import re
from collections.abc import Collection, Sequence

from sufficiency.problems import Location
from sufficiency.sources.csv_rows import QUOTATION, split_rows

_CELL = re.compile(f"{QUOTATION}|[^,]*")


def in_characters(places: Collection[Location], lines: Sequence[str]) -> dict[Location, Location]:
    """Each place of a cell (its row's last line, its number from 1) as line and character.

    ``lines`` are those of the one file that all the places are in. A cell that the row does not
    have stands at the beginning of its row.
    """
    starts = _first_lines(lines)
    return {place: _in_characters(place, starts.get(place.line), lines) for place in places}


def _first_lines(lines: Sequence[str]) -> dict[int, int]:
    """The first line of each row by its last: a cell in quotation marks may hold line breaks."""
    rows, _ = split_rows("\n".join(lines))  # below one that cannot be read nothing is a row
    before = [0, *(row.line for row in rows)]
    return {row.line: last + 1 for last, row in zip(before, rows, strict=False)}


def _in_characters(place: Location, first: int | None, lines: Sequence[str]) -> Location:
    if first is None:
        return Location(place.path, place.line)
    row = "\n".join(lines[first - 1 : place.line])
    offset = 0
    for _ in range(place.column - 1):
        cell = _CELL.match(row, offset)
        offset = cell.end() + 1 if cell else len(row) + 1
        if offset > len(row):
            return Location(place.path, first)
    offset += len(row[offset:]) - len(row[offset:].lstrip(" \t"))
    before = row[:offset]
    column = offset - (before.rfind("\n") + 1) + 1
    return Location(place.path, first + before.count("\n"), column)
