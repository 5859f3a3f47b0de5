"""Fills a Word document's contents and its lists of figures and tables, an entry a line.

pandoc leaves the fields empty, so that readers other than Word would show a blank page. Word
refreshes them, with page numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sufficiency.engines.word_xml import (
    add,
    add_text,
    name_of,
    set_property,
    style_of,
    tag,
    text_of,
)

_HEADING = re.compile(r"Heading([1-9])(Unnumbered)?$")
_UNNUMBERED_IN_CONTENTS = r'\t "Heading 1 Unnumbered,1,Heading 2 Unnumbered,2"'


_LIST_OF_CAPTIONS = re.compile(r'TOC .*\\c "(Figure|Table)"')
_CAPTION = re.compile(r"SEQ (Figure|Table)\b")
_SOURCE = "src_"  # what the bookmarks of templates/filters/sources.lua begin with


@dataclass(frozen=True)
class _Entry:
    level: int
    text: str
    bookmark: str | None

    @property
    def style(self) -> str:
        """Headings have a level from 1; captions have none."""
        return f"TOC{self.level}" if self.level else "TableofFigures"


def fill_contents(document: Any) -> None:
    """Puts the entries into the contents field, if there is one, and flags it as out of date."""
    content = _contents_of(document)
    if content is None:
        return
    paragraphs = content.findall(tag("p"))
    instruction = next(
        (found for paragraph in paragraphs for found in paragraph.iter(tag("instrText"))), None
    )
    if instruction is None:
        return
    code = _code(instruction.text or "")
    levels = re.search(r'\\o "1-(\d)"', code)
    depth = int(levels[1]) if levels else 2
    entries = [entry for entry in _entries(document) if entry.level <= depth]
    if not entries:
        return
    heading = paragraphs[0] if style_of(paragraphs[0]) == "TOCHeading" else None
    if heading is not None:
        set_property(heading, "pageBreakBefore")  # LibreOffice heeds no style's within contents
    for paragraph in paragraphs:
        if paragraph is not heading:
            content.remove(paragraph)
    content.extend(_paragraphs(entries, code, content))


def fill_lists_of_captions(document: Any) -> None:
    """Puts the captions into the lists of figures and of tables; one without any goes."""
    entries: dict[str, list[_Entry]] = {"Figure": [], "Table": []}
    lists: list[tuple[Any, str, str]] = []
    for instruction in document.iter(tag("instrText")):
        code = (instruction.text or "").strip()
        paragraph = next(instruction.iterancestors(tag("p")))
        if found := _LIST_OF_CAPTIONS.match(code):
            lists.append((paragraph, code, found[1]))
        elif found := _CAPTION.match(code):
            entry = _Entry(0, text_of(paragraph), _bookmark_of(paragraph))
            entries[found[1]].append(entry)
    for paragraph, code, kind in lists:
        _fill_list(paragraph, _paragraphs(entries[kind], code, paragraph))


def _fill_list(first: Any, paragraphs: list[Any]) -> None:
    """Puts paragraphs where the list's first stands, with all that are in it already."""
    body, heading = first.getparent(), first.getprevious()
    place = body.index(first)
    while name_of(body[place]) == "p" and style_of(body[place]) == "TableofFigures":
        del body[place]
    if paragraphs:
        body[place:place] = paragraphs
    else:
        body.remove(heading)


def _contents_of(document: Any) -> Any:
    for gallery in document.iter(tag("docPartGallery")):
        if gallery.get(tag("val")) == "Table of Contents":
            block = next(gallery.iterancestors(tag("sdt")))
            return block.find(tag("sdtContent"))
    return None


def _code(typed: str) -> str:
    """The field's instruction, with unnumbered headings counted in.

    Without pandoc's switch for outline levels, which would list boxes' headings, too, and those
    that are styled as unlisted.
    """
    code = re.sub(r"\s*\\u\b", "", typed.strip())
    return code if "Unnumbered" in code else f"{code} {_UNNUMBERED_IN_CONTENTS}"


def _entries(document: Any) -> Iterator[_Entry]:
    counts = [0] * 9
    for paragraph in document.iter(tag("p")):
        heading = _HEADING.match(style_of(paragraph))
        text = text_of(paragraph)
        if heading is None or not text:
            continue
        level = int(heading[1])
        number = ""
        if not heading[2]:
            counts[level - 1] += 1
            counts[level:] = [0] * (9 - level)
            number = ".".join(str(count) for count in counts[:level]) + "  "
        yield _Entry(level, number + text, _bookmark_of(paragraph))


def _bookmark_of(paragraph: Any) -> str | None:
    """The name by which the paragraph is referred to; no mark of its source."""
    inside = paragraph.iter(tag("bookmarkStart"))
    before = paragraph.getprevious()
    beside = [before] if before is not None and name_of(before) == "bookmarkStart" else []
    names = (str(mark.get(tag("name"))) for mark in (*inside, *beside))
    return next((name for name in names if not name.startswith(_SOURCE)), None)


def _paragraphs(entries: list[_Entry], code: str, parent: Any) -> list[Any]:
    """An entry a paragraph; the first opens the field and the last closes it."""
    paragraphs = [parent.makeelement(tag("p")) for _ in entries]
    for paragraph, entry in zip(paragraphs, entries, strict=True):
        add(add(paragraph, "pPr"), "pStyle", val=entry.style)
        if paragraph is paragraphs[0]:
            _open_field(paragraph, code)
        holder = paragraph
        if entry.bookmark is not None:
            holder = add(paragraph, "hyperlink", anchor=entry.bookmark, history="1")
        add_text(add(holder, "r"), "t", entry.text)
        if paragraph is paragraphs[-1]:
            add(add(paragraph, "r"), "fldChar", fldCharType="end")
    return paragraphs


def _open_field(paragraph: Any, code: str) -> None:
    add(add(paragraph, "r"), "fldChar", fldCharType="begin", dirty="true")
    add_text(add(paragraph, "r"), "instrText", f" {code} ")
    add(add(paragraph, "r"), "fldChar", fldCharType="separate")
