"""The Word audits: each passes the small good document and names what is broken in a copy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tests.audits import docx_libreoffice, docx_structure

pytestmark = pytest.mark.audit

Break = Callable[[WordDocument], None]


def broken(path: Path, change: Break) -> Path:
    """The document with one thing broken, in place."""
    document = Document(str(path))
    change(document)
    document.save(str(path))
    return path


def remove(document: WordDocument, name: str) -> None:
    """Removes every element of that name from the body."""
    found = list(document.element.body.iter(qn(name)))
    assert found
    for element in found:
        element.getparent().remove(element)


def make_headings_plain(document: WordDocument) -> None:
    for found in document.paragraphs:
        if found.style is not None and (found.style.name or "").startswith("Heading"):
            found.style = document.styles["Normal"]
            found.runs[0].bold = True


def skip_a_level(document: WordDocument) -> None:
    document.add_heading("Costs", level=4)


def begin_with_level_2(document: WordDocument) -> None:
    document.paragraphs[0].insert_paragraph_before("Foreword", style="Heading 2")


def empty_the_contents(document: WordDocument) -> None:
    for found in list(document.paragraphs):
        if found.style is not None and found.style.name == "toc 1":
            found.style = document.styles["Normal"]


def remove_the_contents(document: WordDocument) -> None:
    remove(document, "w:instrText")


def forget_a_contents_entry(document: WordDocument) -> None:
    document.add_heading("Costs", level=1)


def type_the_numbers(document: WordDocument) -> None:
    remove(document, "w:fldSimple")


def strip_alternative_text(document: WordDocument) -> None:
    document.inline_shapes[0]._inline.docPr.set("descr", " ")


def strip_header_rows(document: WordDocument) -> None:
    remove(document, "w:tblHeader")


def speak_american(document: WordDocument) -> None:
    mark = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    mark.set(qn("w:val"), "en-US")


def space_with_empty_paragraphs(document: WordDocument) -> None:
    document.add_paragraph()


def drop_the_title(document: WordDocument) -> None:
    document.core_properties.title = ""


def drop_header_and_footer(document: WordDocument) -> None:
    for reference in list(document.element.body.iter(qn("w:headerReference"))):
        reference.getparent().remove(reference)
    remove(document, "w:footerReference")


def give_the_last_section_a_bare_footer(document: WordDocument) -> None:
    footer = document.sections[-1].footer
    footer.is_linked_to_previous = False
    footer.paragraphs[0].text = "Page 2"


def name_a_style_that_is_not_there(document: WordDocument) -> None:
    document.element.body.find(f".//{qn('w:pStyle')}").set(qn("w:val"), "TOC9")


BREAKS = [
    (name_a_style_that_is_not_there, "the style TOC9 is used and not defined"),
    (make_headings_plain, "no paragraph has a heading style"),
    (skip_a_level, '"Costs" is of level 4 after level 2'),
    (begin_with_level_2, '"Foreword" is first, but not of level 1'),
    (remove_the_contents, "there is no contents list"),
    (empty_the_contents, "the contents list has no entries"),
    (forget_a_contents_entry, '"Costs" is not in the contents list'),
    (type_the_numbers, 'the number in the caption "Table : Action plan" is typed, not a field'),
    (strip_alternative_text, "picture 1 (Picture 1) has no alternative text"),
    (strip_header_rows, "the first row of table 1 is not a repeated header row"),
    (speak_american, "the document's language is en-US, not en-GB"),
    (space_with_empty_paragraphs, 'an empty paragraph stands after "Counted on 31 March 2019."'),
    (drop_the_title, "the document's properties hold no title"),
    (drop_header_and_footer, "section 1 has no header"),
    (drop_header_and_footer, "section 2 has no footer"),
    (give_the_last_section_a_bare_footer, "section 2 has no NUMPAGES field"),
]


class TestStructure:
    def test_a_good_document_has_no_faults(self, good_docx: Path) -> None:
        assert docx_structure.audit(good_docx) == []

    @pytest.mark.parametrize(("change", "named"), BREAKS)
    def test_a_broken_document_is_named(self, good_docx: Path, change: Break, named: str) -> None:
        assert named in "\n".join(docx_structure.audit(broken(good_docx, change)))


@pytest.mark.xdist_group("libreoffice")
class TestLibreOffice:
    def test_a_good_document_has_no_faults(self, good_docx: Path) -> None:
        assert docx_libreoffice.audit(good_docx) == []

    def test_a_heading_that_is_not_shown_is_named(self, good_docx: Path) -> None:
        def hide_a_heading(document: WordDocument) -> None:
            document.add_heading("Costs", level=2).runs[0].font.hidden = True

        faults = docx_libreoffice.audit(broken(good_docx, hide_a_heading))
        assert faults == [
            'the heading "Costs" is not in LibreOffice\'s PDF',
            '"Costs" is shown 1 times less than it is said',
        ]

    def test_a_number_unlike_the_contents_list_is_named(self, good_docx: Path) -> None:
        def number_the_entry(document: WordDocument) -> None:
            next(one for one in document.paragraphs if one.text == "Actions\t2").runs[
                0
            ].text = "1.1 Actions\t2"

        faults = docx_libreoffice.audit(broken(good_docx, number_the_entry))
        assert faults == ['no heading reads "1.1 Actions" as the contents list says']

    def test_a_file_that_does_not_open_is_named(self, good_docx: Path) -> None:
        good_docx.write_bytes(good_docx.read_bytes()[:4000])
        assert docx_libreoffice.converted(good_docx, good_docx.parent) is None
