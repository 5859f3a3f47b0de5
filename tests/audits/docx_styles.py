"""A Word document in styles that an officer knows, with lists of its captions and nothing afloat.

What somebody writes on in Word takes the style that it stands in, so each has to be one that Word
or this tool has a name for.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.audits.docx_structure import paragraphs

OF_PANDOC = ("First Paragraph", "Compact", "Image Caption", "Table Caption", "Abstract")
MAY_BE_NUMBERED = ("List Number", "Table Text")
AFLOAT = "wp:anchor w:framePr w:txbxContent w:pict w:object".split()


def audit(path: Path) -> list[str]:
    """Faults of the whole document."""
    document = Document(str(path))
    return [
        *_styles(document),
        *_lists_by_hand(document),
        *_afloat(document),
        *_after_headings(document),
        *_lists_of_captions(document),
    ]


def _styles(document: WordDocument) -> Iterator[str]:
    for name in OF_PANDOC:
        if name in document.styles:
            yield f"the style {name} is there, which only pandoc knows"
    for paragraph in paragraphs(document):
        is_named = paragraph._p.pPr is not None and paragraph._p.pPr.pStyle is not None
        if paragraph.text.strip() and not is_named:
            yield f'"{paragraph.text[:50]}" has no style'


def _lists_by_hand(document: WordDocument) -> Iterator[str]:
    """A bullet comes with its style; a number may begin anew with its list."""
    for paragraph in paragraphs(document):
        numbering = None if paragraph._p.pPr is None else paragraph._p.pPr.numPr
        if numbering is not None and not _style(paragraph).startswith(MAY_BE_NUMBERED):
            yield f'"{paragraph.text[:50]}" is an item of a list, and not by its style'


def _afloat(document: WordDocument) -> Iterator[str]:
    for name in AFLOAT:
        for _ in document.element.body.iter(qn(name)):
            yield f"something floats or is embedded ({name})"


def _after_headings(document: WordDocument) -> Iterator[str]:
    for paragraph in paragraphs(document):
        style: Any = paragraph.style
        if re.fullmatch(r"Heading \d( \w+)?", _style(paragraph)):
            following = style.next_paragraph_style.name
            if following not in ("Body Text", "Normal"):
                yield f"Enter after a {style.name} gives {following}"


def _lists_of_captions(document: WordDocument) -> Iterator[str]:
    listed = [one.text for one in paragraphs(document) if _style(one) == "table of figures"]
    captions = [one.text for one in paragraphs(document) if _is_caption(one)]
    for caption in captions:
        if listed.count(caption) != 1:
            yield f'"{caption}" is listed {listed.count(caption)} times'
    for entry in listed:
        if entry not in captions:
            yield f'"{entry}" is listed, and no caption'


def _is_caption(paragraph: Paragraph) -> bool:
    fields = paragraph._p.iter(qn("w:instrText"), qn("w:fldSimple"))
    codes = (field.get(qn("w:instr")) or field.text or "" for field in fields)
    return any(re.match(r"\s*SEQ (Figure|Table)\b", code) for code in codes)  # no annex is listed


def _style(paragraph: Paragraph) -> str:
    return "" if paragraph.style is None else str(paragraph.style.name)
