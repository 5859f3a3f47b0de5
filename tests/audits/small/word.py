"""The small good Word document, made with python-docx."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PIL import Image


def write(path: Path) -> Path:
    """Writes the document and returns its path."""
    document = Document()
    document.core_properties.title = "Homes strategy"
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Homes strategy", style="Title")
    _contents(document)
    document.add_heading("Homes", level=1)
    document.add_paragraph("The council looked after 312 children, well-placed near home.")
    _figure(document)
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_heading("Actions", level=2)
    _table(document)
    document.add_paragraph("Counted on 31 March 2019.")
    _header_and_footer(document.sections[0])
    document.save(str(path))
    return path


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Adds a simple field, as Word's captions and page numbers are."""
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r>'
            "</w:fldSimple>"
        )
    )


def _complex_field(paragraph: Paragraph, kind: str, instruction: str = "") -> None:
    if kind == "instruction":
        inner = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    else:
        inner = f'<w:fldChar w:fldCharType="{kind}"/>'
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


def _contents(document: WordDocument) -> None:
    entry = document.add_paragraph(style="toc 1")
    _complex_field(entry, "begin")
    _complex_field(entry, "instruction", 'TOC \\o "1-2" \\h')
    _complex_field(entry, "separate")
    entry.add_run("Homes\t1")
    last = document.add_paragraph("Actions\t2", style="toc 1")
    _complex_field(last, "end")


def _figure(document: WordDocument) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (100, 50), "#12436D").save(picture, "PNG")
    shape = document.add_picture(picture, width=Mm(50))
    shape._inline.docPr.set("descr", "Line chart. 312 children.")
    caption = document.add_paragraph("Figure ", style="Caption")
    add_field(caption, "SEQ Figure \\* ARABIC", "1")
    caption.add_run(": Children in care")


def _table(document: WordDocument) -> None:
    caption = document.add_paragraph("Table ", style="Caption")
    add_field(caption, "SEQ Table \\* ARABIC", "1")
    caption.add_run(": Action plan")
    rows = [
        ["Priority", "Action", "Measure"],
        ["Grow our own fostering", "Recruit carers", "More homes"],
        ["", "Recruit assessors", ""],
        ["Train carers", "Offer training", "Better homes"],
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for column in (0, 2):
        table.cell(1, column).merge(table.cell(2, column))
        for empty in table.cell(1, column).paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _header_and_footer(section: Section) -> None:
    """The first section's; the second section follows it, as Word has it."""
    section.header.paragraphs[0].text = "Homes strategy"
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    add_field(footer, "PAGE", "1")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES", "2")
