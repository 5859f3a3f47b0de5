"""Makes the Word document that pandoc takes its styles, numbering, header and footer from.

Built from pandoc's own default with python-docx, the same bytes every time, so that no binary
file has to be kept and reviewed. The looks themselves are in word_styles.py; word_paragraphs.py,
word_numbering.py and word_page.py make of them what Word knows.
"""

import hashlib
import io
import zlib
from collections.abc import Iterable
from html import escape
from typing import Any

from sufficiency.brand import Brand
from sufficiency.engines.pandoc import pandoc_version, run_pandoc
from sufficiency.engines.word_file import rewrite_zip
from sufficiency.engines.word_numbering import add_numbering, number_paragraphs
from sufficiency.engines.word_page import set_page
from sufficiency.engines.word_paragraphs import (
    set_following_style,
    set_headings,
    set_paragraph_style,
)
from sufficiency.engines.word_styles import PARAGRAPHS, Colours, Font, colours_of, fonts_of
from sufficiency.engines.word_template import with_our_styles
from sufficiency.engines.word_xml import element, parse, serialise, tag
from sufficiency.remember import Remember, versions

_FONTS = "/word/fontTable.xml"


def reference_document(brand: Brand, remember: Remember, own: bytes | None = None) -> bytes:
    """The reference document, made once for each brand and version of what makes it.

    ``own`` is the council's own template, which keeps its looks and gets what it lacks.

    Raises:
        ToolMissing: If there is no pandoc.
    """
    colours, fonts = colours_of(brand), fonts_of(brand)
    made_by = f"{pandoc_version()} {versions('python-docx', 'lxml')}"
    # It is a zip archive, and what compresses it is a part of Python.
    made_by = f"{made_by} zlib {zlib.ZLIB_RUNTIME_VERSION} {colours!r} {fonts!r}"
    key = hashlib.sha256(made_by.encode()).hexdigest()
    ours = remember(f"word-reference-{key}", lambda: make_reference_document(colours, fonts))
    if own is None:
        return ours
    both = hashlib.sha256(made_by.encode() + own).hexdigest()
    return remember(f"word-template-{both}", lambda: with_our_styles(own, ours))


def make_reference_document(colours: Colours, fonts: tuple[Font, Font]) -> bytes:
    """The reference document's bytes."""
    import docx

    default = run_pandoc(
        ["--print-default-data-file", "reference.docx"], making="its default Word document"
    )
    document = docx.Document(io.BytesIO(default))
    base, headings = fonts
    _set_document_defaults(document, colours, base)
    _name_as_word_does(document)
    add_numbering(document)
    set_headings(document, colours)
    for look in PARAGRAPHS:
        set_paragraph_style(document, look, colours)
    for look in PARAGRAPHS:
        set_following_style(document, look)
    _set_links(document, colours)
    _add_problem_mark(document, colours)
    _add_table_style(document, colours)
    _add_note_style(document, colours)
    number_paragraphs(document)
    if headings != base:
        _set_headings_in(document, headings)
    _name_fonts(document, dict.fromkeys(fonts))
    set_page(document, colours)
    saved = io.BytesIO()
    document.save(saved)
    return rewrite_zip(saved.getvalue())


def _in_font(font: Font) -> Any:
    kinds = ("ascii", "hAnsi", "cs", "eastAsia")
    faces = " ".join(f'w:{kind}="{escape(font.family)}"' for kind in kinds)
    return element(f"<w:rFonts {faces}/>")


def _set_headings_in(document: Any, font: Font) -> None:
    for name in ("Title", "TOC Heading", *(f"Heading {level}" for level in range(1, 5))):
        document.styles[name].element.get_or_add_rPr().insert(0, _in_font(font))


def _name_fonts(document: Any, fonts: Iterable[Font]) -> None:
    """Says in Word's table of fonts what stands in for those that a computer lacks."""
    (table,) = [part for part in document.part.package.iter_parts() if part.partname == _FONTS]
    root = parse(table.blob)
    for font in fonts:
        kind = "roman" if font.is_serif else "swiss"
        root.append(
            element(
                f'<w:font w:name="{escape(font.family)}">'
                f'<w:altName w:val="{escape(font.instead)}"/>'
                f'<w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>'
                "</w:font>"
            )
        )
    table._blob = serialise(root)


def _set_document_defaults(document: Any, colours: Colours, font: Font) -> None:
    """Font, colour, size and language for everything, so that styles need not repeat them."""
    defaults = document.styles.element.find(tag("docDefaults"))
    run = defaults.find(tag("rPrDefault")).find(tag("rPr"))
    for name in ("rFonts", "color", "sz", "szCs", "lang"):
        for old in run.findall(tag(name)):
            run.remove(old)
    run.append(_in_font(font))
    run.append(element(f'<w:color w:val="{colours.ink}"/>'))
    run.append(element('<w:sz w:val="22"/>'))
    run.append(element('<w:szCs w:val="22"/>'))
    run.append(element('<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'))


def _name_as_word_does(document: Any) -> None:
    """pandoc writes this one with a capital, and python-docx would add a second."""
    (caption,) = [style for style in document.styles if style.style_id == "Caption"]
    caption.element.find(tag("name")).set(tag("val"), "caption")


def _set_links(document: Any, colours: Colours) -> None:
    from docx.shared import RGBColor

    link = document.styles["Hyperlink"].font
    link.color.rgb, link.underline = RGBColor.from_string(colours.brand), True


def _add_problem_mark(document: Any, colours: Colours) -> None:
    """The style of a draft's marks: bold on a tint, in a frame."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    mark = document.styles.add_style("Problem Mark", WD_STYLE_TYPE.CHARACTER)
    mark.font.bold, mark.font.color.rgb = True, RGBColor.from_string(colours.draft)
    properties = mark.element.get_or_add_rPr()
    properties.append(
        element(f'<w:bdr w:val="single" w:sz="6" w:space="0" w:color="{colours.draft}"/>'),
    )
    properties.append(
        element(f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.draft_tint}"/>')
    )


def _add_note_style(document: Any, colours: Colours) -> None:
    """The letters of an author's note: bold on yellow, which Word's styles know as shading."""
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style("To Do", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    ground = element(f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.note}"/>')
    style.element.get_or_add_rPr().append(ground)


def _add_table_style(document: Any, colours: Colours) -> None:
    document.styles.element.append(
        element(
            '<w:style w:type="table" w:customStyle="1" w:styleId="SufficiencyTable">'
            '<w:name w:val="Sufficiency Table"/><w:basedOn w:val="Table"/>'
            '<w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{colours.rule}"/>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{colours.rule}"/>'
            "</w:tblBorders>"
            '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
            '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
            '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
            f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{colours.brand}"/>'
            "</w:tcBorders>"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.tint}"/>'
            '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )
