"""Tables on paper against the page's: the same figures in the same rows, and each in its column.

A "45" stands on the page more than once; only its row and column say whether it is where it
should be. The tables of what charts show are on the page alone; its tiles are a table in Word and
in the PDF pairs of paragraphs.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tests.audits.agreement import (
    STRUCTURE_LINE,
    normalised,
    read_html,
    read_word,
    spoken,
    structure_lines,
    text_of,
)

DIGIT = re.compile(r"\d")
TABLES = "//table[not(ancestor::details)]"
TILES = "//figure[contains(@class, 'tiles')]"
TILE = ".//*[contains(@class, 'tile-label')]", ".//*[contains(@class, 'tile-value')]"
Row = tuple[str, ...]
Table = list[Row]
"""The rows that have a number, each with the text of its cells."""


def paper_table_faults(path: Path, page: Any) -> Iterator[str]:
    """Each row of the PDF or the Word document that is not as the page has it, and each tile."""
    has_tiles = path.suffix == ".docx"
    places = page.xpath(f"{TABLES} | {TILES}" if has_tiles else TABLES)
    paper = _of_paper(path, path.stat().st_mtime_ns)
    for number, (said, meant) in enumerate(zip_longest(paper, map(_of_page, places)), start=1):
        for row, other in zip_longest(said or [], meant or [], fillvalue=()):
            if row != other:
                yield f'table {number} has "{" | ".join(row)}" for "{" | ".join(other)}"'
    if not has_tiles:
        blocks = "\n".join(["", *map(normalised, text_of(path).splitlines()), ""])
        for label, value in (tile for one in page.xpath(TILES) for tile in _of_page(one)):
            if f"\n{value}\n{label}\n" not in blocks:
                yield f'no tile has "{value}" over "{label}"'


@cache
def _of_paper(path: Path, changed: int) -> list[Table]:
    return list({".pdf": _of_pdf, ".docx": _of_docx}[path.suffix](path))


def _with_numbers(rows: Iterable[Row]) -> Table:
    return [row for row in rows if any(map(DIGIT.search, row))]


def _of_page(place: Any) -> Table:
    if place.tag == "table":
        return _with_numbers(_read(row.iter("td", "th")) for row in place.iter("tr"))
    return _with_numbers(_read(tile.xpath(path)[0] for path in TILE) for tile in place.iter("li"))


def _read(elements: Iterable[Any]) -> Row:
    return tuple(normalised(read_html(element)) for element in elements)


def _of_docx(path: Path) -> Iterator[Table]:
    with zipfile.ZipFile(path) as package:
        body = parse_xml(package.read("word/document.xml"))
    for table in body.iter(qn("w:tbl")):
        yield _with_numbers(
            tuple(
                normalised(" ".join(map(read_word, cell.iter(qn("w:p")))))
                for cell in row.iter(qn("w:tc"))
            )
            for row in table.iter(qn("w:tr"))
        )


def _of_pdf(path: Path) -> Iterator[Table]:
    for table in _parts(structure_lines(path), "Table"):
        yield _with_numbers(
            tuple(normalised(spoken(cell)) for cell in _parts(row, "TH", "TD"))
            for row in _parts(table, "TR")
        )


def _parts(lines: Iterable[str], *roles: str) -> Iterator[list[str]]:
    """The lines of each element that has such a role, its own first."""
    part: list[str] = []
    for line in lines:
        found = STRUCTURE_LINE.fullmatch(line)
        if found is None:
            continue
        if part and len(found["indent"]) <= _indent(part[0]):
            yield part
            part = []
        if part or found["role"] in roles:
            part.append(line)
    if part:
        yield part


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
