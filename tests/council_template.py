"""A Word template as a council may have one, made with python-docx: no two things as ours are."""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Times New Roman"
HEADER = "Ambleford Council, Children's Services"
PURPLE = "5B2C6F"
MARGIN = 30  # millimetres, at the left
"""What the tests look for in the finished document."""


def council_template(change: Callable[[Document], None] = lambda document: None) -> bytes:
    """The template's bytes; ``change`` is done to it last."""
    document = docx.Document()
    _set_text(document)
    _set_page(document)
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _set_text(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    for level in range(1, 5):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = FONT, RGBColor.from_string(PURPLE)
    # As a template made in another language has it.
    _call(document, "Heading 2", "berschrift2")
    own = document.styles.add_style("Council Note", WD_STYLE_TYPE.PARAGRAPH)
    own.font.italic = True
    for style in ("List Bullet 2", "List Continue", "Caption"):
        document.styles[style].delete()


def _call(document: Document, name: str, id: str) -> None:
    style = document.styles[name].element
    old = style.styleId
    for named in document.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        if named.get(qn("w:val")) == old:
            named.set(qn("w:val"), id)
    style.styleId = id


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(28)
    section.header.paragraphs[0].text = HEADER
    footer = section.footer.paragraphs[0]
    for code in ("PAGE", "NUMPAGES"):
        field = footer._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): code})
        footer._p.append(field)
    document.add_paragraph("How to use this template: delete this text.")


def without_heading_1(document: Document) -> None:
    """Takes the style away that chapters need."""
    document.styles["Heading 1"].delete()


def on_us_letter(document: Document) -> None:
    """Sets the paper that Word has at first in the United States, turned on its side."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(279.4), Mm(215.9)
