"""The Word document's page: A4, its margins, its header and its footer."""

from typing import Any

from sufficiency.engines import word_styles
from sufficiency.engines.word_styles import Colours
from sufficiency.engines.word_xml import element, put


def set_page(document: Any, colours: Colours) -> None:
    """A4 with a header and a footer from the second page on."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = (
        Mm(word_styles.PAGE_WIDTH),
        Mm(word_styles.PAGE_HEIGHT),
    )
    section.left_margin = section.right_margin = Mm(word_styles.MARGIN_SIDES)
    section.top_margin, section.bottom_margin = (
        Mm(word_styles.MARGIN_TOP),
        Mm(word_styles.MARGIN_BOTTOM),
    )
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style, footer.style = document.styles["header"], document.styles["footer"]
    _add_field(header, "TITLE", "Title")
    put(
        header._p.get_or_add_pPr(),
        element(
            '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" '
            f'w:color="{colours.rule}"/></w:pBdr>'
        ),
    )
    _add_field(footer, "AUTHOR", "Author")
    # One line at the right, since a tab stop would be elsewhere on a landscape page.
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("\N{EM SPACE}Page ")
    _add_field(footer, "PAGE", "1")
    footer.add_run(" of ")
    _add_field(footer, "NUMPAGES", "1")


def _add_field(paragraph: Any, code: str, shown: str) -> None:
    """A field of Word's that shows ``shown`` until Word counts for itself."""
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(element(f"<w:r>{piece}</w:r>"))
