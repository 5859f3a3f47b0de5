"""Fills a Word document's contents: an entry a heading, which Word refreshes with page numbers.

pandoc leaves the field empty, so that readers other than Word would show a blank page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sufficiency.engines.word_xml import style_of, tag, text_of

_HEADING = re.compile(r"Heading([1-9])(Unnumbered)?$")
_UNNUMBERED_IN_CONTENTS = r'\t "Heading 1 Unnumbered,1,Heading 2 Unnumbered,2"'


@dataclass(frozen=True)
class _Entry:
    level: int
    text: str
    bookmark: str | None


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
    for paragraph in paragraphs:
        if paragraph is not heading:
            content.remove(paragraph)
    for place, entry in enumerate(entries):
        content.append(_paragraph(content, entry, code, place == 0, place == len(entries) - 1))


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
    inside = paragraph.find(tag("bookmarkStart"))
    if inside is not None:
        return str(inside.get(tag("name")))
    before = paragraph.getprevious()
    if before is not None and before.tag == tag("bookmarkStart"):
        return str(before.get(tag("name")))
    return None


def _paragraph(parent: Any, entry: _Entry, code: str, is_first: bool, is_last: bool) -> Any:
    """One entry; the first opens the field and the last closes it."""
    paragraph = parent.makeelement(tag("p"))
    properties = _add(paragraph, "pPr")
    _add(properties, "pStyle", val=f"TOC{entry.level}")
    if is_first:
        _add(_add(paragraph, "r"), "fldChar", fldCharType="begin", dirty="true")
        instruction = _add(_add(paragraph, "r"), "instrText")
        instruction.text = f" {code} "
        instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        _add(_add(paragraph, "r"), "fldChar", fldCharType="separate")
    holder = paragraph
    if entry.bookmark is not None:
        holder = _add(paragraph, "hyperlink", anchor=entry.bookmark, history="1")
    text = _add(_add(holder, "r"), "t")
    text.text = entry.text
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if is_last:
        _add(_add(paragraph, "r"), "fldChar", fldCharType="end")
    return paragraph


def _add(parent: Any, name: str, **attributes: str) -> Any:
    child = parent.makeelement(tag(name))
    for attribute, value in attributes.items():
        child.set(tag(attribute), value)
    parent.append(child)
    return child
