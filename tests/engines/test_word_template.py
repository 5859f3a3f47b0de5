"""A council's own Word template, and what a document that is written from it looks like."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from sufficiency.brand import default_brand
from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.engines.word_reference import reference_document
from sufficiency.engines.word_xml import style_of, tag, text_of
from tests.council_template import FONT, HEADER, MARGIN, PURPLE, council_template
from tests.engines.rendering import BOX, FIGURE, LIST_TABLE, TEMPLATES, remember, rendered

BRAND = default_brand()

BODY = (
    f"# A\n\n## B\n\n- one\n    - two\n\n{BOX}\n{FIGURE}\n::: {{.landscape}}\n\n{LIST_TABLE}\n:::\n"
)


@pytest.fixture(scope="module")
def template() -> Any:
    """The council's template with what it lacked."""
    return docx.Document(io.BytesIO(reference_document(BRAND, remember, own=council_template())))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A document that was written from the council's template."""
    templates = TEMPLATES | {"formats/docx/reference.docx": council_template()}
    folder = tmp_path_factory.mktemp("own")
    return docx.Document(str(rendered(BODY, folder, ["docx"], templates=templates)["docx"]))


class TestTemplate:
    def test_keeps_its_own_looks(self, template: Any) -> None:
        heading = template.styles["Heading 1"]
        assert (heading.font.name, str(heading.font.color.rgb)) == (FONT, PURPLE)
        assert template.styles["Normal"].font.size.pt == 12
        assert template.styles["Council Note"].font.italic

    def test_gets_the_styles_that_it_lacks_in_its_own_font(self, template: Any) -> None:
        for name in ("Box Bullet", "Table Text", "Figure Note", "List Bullet 2", "Cover Notice"):
            fonts = template.styles[name].element.find(f".//{qn('w:rFonts')}")
            assert fonts is None, name

    def test_gets_no_second_style_of_a_name(self, template: Any) -> None:
        names = [style.name.casefold() for style in template.styles]
        assert len(names) == len(set(names))

    def test_calls_styles_by_the_ids_that_finishing_knows(self, template: Any) -> None:
        assert template.styles["Heading 2"].style_id == "Heading2"

    def test_numbers_its_headings_and_no_other_line(self, template: Any) -> None:
        numbered = {
            style.name
            for style in template.styles
            if (number := style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"))
            is not None
            and number.get(qn("w:val")) != "0"
            and "Heading" in style.name
        }
        assert numbered == {f"Heading {level}" for level in range(1, 5)}

    def test_has_one_list_to_a_style(self, template: Any) -> None:
        lists = template.part.numbering_part.element
        linked = [link.get(qn("w:val")) for link in lists.iter(qn("w:pStyle"))]
        assert len(linked) == len(set(linked))

    def test_is_the_same_each_time(self) -> None:
        def forget(key: str, make: Any) -> bytes:
            made: bytes = make()
            return made

        own = council_template()
        assert reference_document(BRAND, forget, own=own) == reference_document(
            BRAND, forget, own=own
        )

    def test_speaks_british_english(self, template: Any) -> None:
        languages = {mark.get(qn("w:val")) for mark in template.styles.element.iter(qn("w:lang"))}
        assert languages == {"en-GB"}

    def test_without_lists_gets_ours(self) -> None:
        parts = read_parts(council_template())
        del parts["word/numbering.xml"]
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            tree = docx.oxml.parse_xml(parts[name])
            for child in list(tree):
                if "numbering.xml" in "".join(map(str, child.attrib.values())):
                    tree.remove(child)
            parts[name] = _text(tree)
        made = docx.Document(
            io.BytesIO(reference_document(BRAND, remember, own=write_parts(parts)))
        )
        assert made.part.numbering_part is not None

    def test_without_header_and_footer_gets_ours(self) -> None:
        def take_them_away(document: Document) -> None:
            for kind in ("w:headerReference", "w:footerReference"):
                for reference in list(document.element.body.iter(qn(kind))):
                    reference.getparent().remove(reference)

        own = council_template(take_them_away)
        made = docx.Document(io.BytesIO(reference_document(BRAND, remember, own=own)))
        assert "Page 1 of 1" in made.sections[0].footer.paragraphs[0].text


def _text(tree: Any) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


class TestDocument:
    def test_has_the_councils_header_and_margins(self, written: Any) -> None:
        for section in written.sections:
            assert section.header.paragraphs[0].text == HEADER
        assert abs(written.sections[0].left_margin - Mm(MARGIN)) < Mm(1)

    def test_has_its_paper_turned_for_a_wide_table(self, written: Any) -> None:
        upright, turned = written.sections[0], written.sections[1]
        assert (turned.page_width, turned.page_height) == (upright.page_height, upright.page_width)

    def test_uses_styles_that_are_there(self, written: Any) -> None:
        defined = {style.style_id for style in written.styles}
        used = {style_of(paragraph) for paragraph in written.element.body.iter(tag("p"))} - {""}
        assert used <= defined

    def test_has_none_of_the_templates_own_text(self, written: Any) -> None:
        assert "How to use this template" not in text_of(written.element.body)


class TestDocumentOnAnotherPaper:
    def test_keeps_it(self, tmp_path: Path) -> None:
        def on_letter(document: Document) -> None:
            section = document.sections[0]
            section.page_width, section.page_height = Mm(216), Mm(279)

        templates = TEMPLATES | {"formats/docx/reference.docx": council_template(on_letter)}
        path = rendered(BODY, tmp_path, ["docx"], templates=templates)["docx"]
        sections = docx.Document(str(path)).sections
        widths = [round((section.page_width or Mm(0)).mm) for section in sections]
        assert widths == [216, 279, 216]
