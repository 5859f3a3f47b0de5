"""What Word makes of a document: real headings, captions, header rows, contents, page numbers.

Read with python-docx and lxml, straight from the parts of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.audits import docx_sections

LANGUAGE = "en-GB"
BODY_TEXT = 9  # Word's outline level for what is no heading
LIST_OF_CAPTIONS = "table of figures"  # what Word calls the style of its entries
TYPED_CAPTION = re.compile(r"(Figure|Table)\s+\d+\s*[:.]")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative[@val='1']"
# What makes a paragraph without text more than a gap: something shown, or a mark Word needs.
HOLDS_SOMETHING = tuple(
    qn(name)
    for name in (
        "w:drawing w:pict w:object w:br w:sectPr w:fldChar w:fldSimple w:sym w:instrText"
        " w:footnoteReference m:oMath m:oMathPara"
    ).split()
)


@dataclass(frozen=True)
class Heading:
    """A heading and its level, from 1."""

    level: int
    text: str


def audit(path: Path) -> list[str]:
    """Faults of the whole document, in the order of the checks below."""
    document = Document(str(path))
    return [
        *_undefined_styles(document),
        *_headings(document),
        *_contents(document),
        *_captions(document),
        *_pictures(document),
        *_header_rows(document),
        *_language(document),
        *_gaps(document),
        *_title(document),
        *docx_sections.faults(document),
    ]


def headings(document: WordDocument) -> list[Heading]:
    """The headings in order: paragraphs with an outline level of their own or their style's."""
    return [
        Heading(level, paragraph.text.strip())
        for paragraph in paragraphs(document)
        if (level := _outline_level(paragraph)) <= BODY_TEXT
    ]


def paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the body in order, those in tables and content controls among them."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def _outline_level(paragraph: Paragraph) -> int:
    """From 1 to 9 for a heading, more for any other paragraph."""
    sources = [paragraph._p.pPr, *(style.element.pPr for style in _styles(paragraph))]
    for properties in sources:
        level = None if properties is None else properties.find(qn("w:outlineLvl"))
        if level is not None:
            return int(level.get(qn("w:val"))) + 1
    return BODY_TEXT + 1


def _styles(paragraph: Paragraph) -> Iterator[BaseStyle]:
    """The paragraph's style and those it is based on, nearest first."""
    style: BaseStyle | None = paragraph.style
    while style is not None:
        yield style
        style = getattr(style, "base_style", None)


def _undefined_styles(document: WordDocument) -> list[str]:
    defined = {style.style_id for style in document.styles}
    used = {
        mark.get(qn("w:val"))
        for mark in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    return [f"the style {style} is used and not defined" for style in sorted(used - defined)]


def _headings(document: WordDocument) -> list[str]:
    found = headings(document)
    if not found:
        return ["no paragraph has a heading style"]
    faults = [] if found[0].level == 1 else [f'"{found[0].text}" is first, but not of level 1']
    faults += [
        f"a heading of level {heading.level} is empty" for heading in found if not heading.text
    ]
    return faults + [
        f'"{heading.text}" is of level {heading.level} after level {before.level}'
        for before, heading in pairwise(found)
        if heading.level > before.level + 1
    ]


def _contents(document: WordDocument) -> list[str]:
    instructions = [text for text in _instructions(document.element.body) if _is(text, "TOC")]
    if not instructions:
        return ["there is no contents list"]
    entries = [_folded(entry) for entry in contents_entries(document)]
    if not entries:
        return ["the contents list has no entries"]
    return [
        f'"{heading.text}" is not in the contents list'
        for heading in headings(document)
        if heading.level == 1 and not any(_folded(heading.text) in entry for entry in entries)
    ]


def contents_entries(document: WordDocument) -> list[str]:
    """The contents list as it stands in the file: number and title, without the page."""
    entries = (
        paragraph.text
        for paragraph in paragraphs(document)
        if any(re.fullmatch(r"toc \d", style.name or "", re.I) for style in _styles(paragraph))
    )
    return [re.sub(r"\t\d+$", "", entry).strip() for entry in entries]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def _instructions(element: etree._Element) -> list[str]:
    """The instructions of the fields within, simple and complex."""
    simple = [field.get(qn("w:instr"), "") for field in element.iter(qn("w:fldSimple"))]
    parts = [field.text or "" for field in element.iter(qn("w:instrText"))]
    return [text.strip() for text in (*simple, *parts) if text.strip()]


def _is(instruction: str, name: str) -> bool:
    return instruction.split()[0] == name


def _captions(document: WordDocument) -> list[str]:
    faults = []
    captions = 0
    for paragraph in paragraphs(document):
        names = [style.name or "" for style in _styles(paragraph)]
        is_caption = any(name.casefold().endswith("caption") for name in names)
        is_listed = LIST_OF_CAPTIONS in names
        if is_listed or not (is_caption or TYPED_CAPTION.match(paragraph.text)):
            continue
        captions += 1
        if not any(_is(text, "SEQ") for text in _instructions(paragraph._p)):
            faults.append(f'the number in the caption "{paragraph.text}" is typed, not a field')
    shown = len(document.tables) + len(document.inline_shapes)
    if shown and not captions:
        faults.append("there are figures or tables, and no captions")
    return faults


def _pictures(document: WordDocument) -> list[str]:
    return [
        f"picture {number} ({properties.get('name')}) has no alternative text"
        for number, properties in enumerate(document.element.body.iter(qn("wp:docPr")), start=1)
        if not (properties.get("descr") or "").strip()
        and properties.find(f".//{DECORATIVE}") is None
    ]


def _header_rows(document: WordDocument) -> list[str]:
    faults = []
    for number, element in enumerate(document.element.body.iter(qn("w:tbl")), start=1):
        row = Table(element, document._body).rows[0]._tr
        mark = None if row.trPr is None else row.trPr.find(qn("w:tblHeader"))
        if mark is None or mark.get(qn("w:val")) in ("0", "false", "off"):
            faults.append(f"the first row of table {number} is not a repeated header row")
    return faults


def _language(document: WordDocument) -> list[str]:
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    found = None if default is None else default.get(qn("w:val"))
    faults = [] if found == LANGUAGE else [f"the document's language is {found}, not {LANGUAGE}"]
    others = {
        str(mark.get(qn("w:val")))
        for part in (document.element, document.styles.element)
        for mark in part.iter(qn("w:lang"))
        if mark.get(qn("w:val"), LANGUAGE) != LANGUAGE and mark is not default
    }
    return faults + [f"some text is marked as {other}" for other in sorted(others)]


def _gaps(document: WordDocument) -> list[str]:
    faults = []
    before = "at the start"
    for paragraph in paragraphs(document):
        if paragraph.text.strip():
            before = f'after "{paragraph.text.strip()[:50]}"'
        elif not _is_needed(paragraph):
            faults.append(f"an empty paragraph stands {before}")
    return faults


def _is_needed(paragraph: Paragraph) -> bool:
    if next(paragraph._p.iter(HOLDS_SOMETHING), None) is not None:
        return True
    if _parts_two_tables(paragraph._p):
        return True
    cell = paragraph._p.getparent()
    # A cell must hold a paragraph, and must end with one after a table within it.
    previous = paragraph._p.getprevious()
    last_of_cell = cell is not None and cell.tag == qn("w:tc") and paragraph._p.getnext() is None
    return last_of_cell and (previous is None or previous.tag in (qn("w:tcPr"), qn("w:tbl")))


def _parts_two_tables(paragraph: Any) -> bool:
    """Word makes one table of two that nothing parts."""
    marks = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
    above, below = paragraph.getprevious(), paragraph.getnext()
    while above is not None and above.tag in marks:
        above = above.getprevious()
    return above is not None and below is not None and above.tag == below.tag == qn("w:tbl")


def _title(document: WordDocument) -> list[str]:
    title = document.core_properties.title
    return [] if title.strip() else ["the document's properties hold no title"]
