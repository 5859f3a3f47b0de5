"""The audit of styles: each thing that is broken in a copy is named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from tests.audits import docx_styles
from tests.engines.rendering import FIGURE, TABLE, rendered

pytestmark = pytest.mark.audit

BODY = f"# A\n\nText.\n\n- one\n- two\n\n1. first\n\n{FIGURE}\n{TABLE}"


def _is_listed(paragraph: Paragraph) -> bool:
    return paragraph.style is not None and paragraph.style.name == "table of figures"


def bring_pandocs_style_back(document: WordDocument) -> None:
    document.styles.add_style("Compact", WD_STYLE_TYPE.PARAGRAPH)


def take_a_style_away(document: WordDocument) -> None:
    text = next(one for one in document.paragraphs if one.text == "Text.")
    text._p.remove(text._p.get_or_add_pPr())


def type_a_bullet(document: WordDocument) -> None:
    text = next(one for one in document.paragraphs if one.text == "Text.")
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="13"/></w:numPr>')
    text._p.get_or_add_pPr().append(number)


def let_something_float(document: WordDocument) -> None:
    text = next(one for one in document.paragraphs if one.text == "Text.")
    text._p.get_or_add_pPr().append(parse_xml(f'<w:framePr {nsdecls("w")} w:w="100"/>'))


def go_on_with_a_heading(document: WordDocument) -> None:
    document.styles["Heading 1"].next_paragraph_style = document.styles["Heading 2"]


def forget_a_caption(document: WordDocument) -> None:
    entry = next(one for one in document.paragraphs if _is_listed(one))
    for text in entry._p.iter(qn("w:t")):
        text.text = "Figure 9: Another"


BREAKS = [
    (bring_pandocs_style_back, "the style Compact is there"),
    (take_a_style_away, '"Text." has no style'),
    (type_a_bullet, '"Text." is an item of a list, and not by its style'),
    (let_something_float, "something floats or is embedded (w:framePr)"),
    (go_on_with_a_heading, "Enter after a Heading 1 gives Heading 2"),
    (forget_a_caption, 'Homes cost more" is listed 0 times'),
    (forget_a_caption, '"Figure 9: Another" is listed, and no caption'),
]


class TestStyles:
    def test_a_document_of_ours_has_no_faults(self, tmp_path: Path) -> None:
        assert docx_styles.audit(rendered(BODY, tmp_path, ["docx"])["docx"]) == []

    @pytest.mark.parametrize(("change", "named"), BREAKS)
    def test_a_broken_document_is_named(
        self, tmp_path: Path, change: Callable[[WordDocument], None], named: str
    ) -> None:
        path = rendered(BODY, tmp_path, ["docx"])["docx"]
        document = Document(str(path))
        change(document)
        document.save(str(path))
        assert named in "\n".join(docx_styles.audit(path))
