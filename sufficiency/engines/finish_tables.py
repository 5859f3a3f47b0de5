"""Tables of a Word document: row headers, rows that stay whole, texts in styles of their own."""

from collections.abc import Mapping
from typing import Any

from sufficiency.engines.word_xml import (
    PLAIN_TEXTS,
    add,
    beside,
    name_of,
    set_property,
    set_style,
    style_of,
    tag,
    text_of,
)

# A short table stays on one page. A longer one would leave half a page empty, and one that fits no
# page would move to the next and break there, leaving its caption behind.
_MOST_ROWS_KEPT_TOGETHER = 16
_MOST_LETTERS_KEPT_TOGETHER = 1000


def finish_tables(document: Any, kinds: Mapping[str, str]) -> None:
    """Finishes every table; ``kinds`` are the styles of lists by their number."""
    bullets = {number for number, kind in kinds.items() if kind == "ListBullet"}
    for table in document.iter(tag("tbl")):
        _finish_table(table, bullets)
        _part_from_next(table)


def _finish_table(table: Any, bullets: set[str]) -> None:
    """First column as row headers, rows that stay whole, texts in the table's own styles."""
    properties = table.find(tag("tblPr"))
    look = properties.find(tag("tblLook"))
    if look is not None:
        look.set(tag("firstColumn"), "1")
        look.set(tag("val"), "00A0")  # the same two flags as bits: first row, first column
    caption = next(beside(table, backwards=True), None)
    if caption is not None and style_of(caption) == "TableCaption":
        _set_title(properties, text_of(caption))
    rows = table.findall(tag("tr"))
    for row in rows:
        _finish_row(row, bullets)
    letters = sum(len(text_of(row)) for row in rows)
    if len(rows) <= _MOST_ROWS_KEPT_TOGETHER and letters <= _MOST_LETTERS_KEPT_TOGETHER:
        for paragraph in (found for row in rows[:-1] for found in row.iter(tag("p"))):
            set_property(paragraph, "keepNext")


def _part_from_next(table: Any) -> None:
    """Room below a table: Word makes one of two that meet, and text would touch its line."""
    following = next(beside(table), None)
    if following is None:
        return
    if name_of(following) == "tbl":
        between = table.makeelement(tag("p"))
        set_style(between, "TableEnd")
        following.addprevious(between)
    elif style_of(following) in ("BodyText", "FirstParagraph"):
        set_style(following, "TextBelowTable")


def _set_title(properties: Any, title: str) -> None:
    """What a screen reader says on reaching the table."""
    element = properties.find(tag("tblCaption"))
    if element is None:
        element = add(properties, "tblCaption")
    element.set(tag("val"), title)


def _finish_row(row: Any, bullets: set[str]) -> None:
    properties = row.find(tag("trPr"))
    if properties is None:
        properties = row.makeelement(tag("trPr"))
        row.insert(0, properties)
    if properties.find(tag("cantSplit")) is None:
        properties.insert(0, properties.makeelement(tag("cantSplit")))
    is_header = properties.find(tag("tblHeader")) is not None
    for paragraph in row.iter(tag("p")):
        _restyle(paragraph, "TableHead" if is_header else "TableText", bullets)


def _restyle(paragraph: Any, style: str, bullets: set[str]) -> None:
    if style_of(paragraph) not in PLAIN_TEXTS:
        return
    numbering = paragraph.find(f"{tag('pPr')}/{tag('numPr')}")
    is_bullet = numbering is not None and _is_first_level_of(numbering, bullets)
    if is_bullet:
        # The style carries a bullet that fits a narrow cell.
        numbering.getparent().remove(numbering)
    set_style(paragraph, "TableBullet" if is_bullet else style)


def _is_first_level_of(numbering: Any, lists: set[str]) -> bool:
    level, number = numbering.find(tag("ilvl")), numbering.find(tag("numId"))
    return level.get(tag("val")) == "0" and number.get(tag("val")) in lists
