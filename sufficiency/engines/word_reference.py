"""Makes the Word document that pandoc takes its styles, numbering, header and footer from.

Built from pandoc's own default with python-docx, the same bytes every time, so that no binary
file has to be kept and reviewed. The looks themselves are in word_styles.py.
"""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterable
from typing import Any
from xml.sax.saxutils import quoteattr

from sufficiency.brand import Brand
from sufficiency.engines.pandoc import pandoc_version, run_pandoc
from sufficiency.engines.word_elements import element, put, tag
from sufficiency.engines.word_file import rewrite_zip
from sufficiency.engines.word_page import set_page
from sufficiency.engines.word_styles import (
    HEADING_SIZES,
    LIST_DEPTHS,
    PARAGRAPHS,
    Colours,
    Font,
    ParagraphLook,
    colours_of,
    fonts_of,
)
from sufficiency.engines.word_template import with_our_styles
from sufficiency.engines.word_xml import parse, serialise
from sufficiency.remember import Remember, versions

# Styles that Word has of itself and pandoc's default leaves out, by name: their ids.
_STYLES_OF_WORD = {
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "toc 3": "TOC3",
    "table of figures": "TableofFigures",
    "header": "Header",
    "footer": "Footer",
    **{
        f"{kind}{depth}": f"{kind}{depth}".replace(" ", "")
        for kind in ("List Bullet", "List Number", "List Continue")
        for depth, _ in LIST_DEPTHS
    },
}

_HEADING_LIST, _BOX_LIST, _TABLE_LIST, _BULLETS, _NUMBERS = range(10, 15)
_BULLET_SIGNS = "•–•"  # by depth
_FONTS = "/word/fontTable.xml"
_NO_LIST = 0  # Word's way to say "no number", whatever the style below says


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
    _add_numbering(document)
    _set_headings(document, colours)
    for look in PARAGRAPHS:
        _set_paragraph_style(document, look, colours)
    for look in PARAGRAPHS:
        _set_following_style(document, look)
    _set_links(document, colours)
    _add_problem_mark(document, colours)
    _add_table_style(document, colours)
    _add_note_style(document, colours)
    _number_paragraphs(document)
    if headings != base:
        _set_headings_in(document, headings)
    _name_fonts(document, dict.fromkeys(fonts))
    set_page(document, colours)
    saved = io.BytesIO()
    document.save(saved)
    return rewrite_zip(saved.getvalue())


def _in_font(font: Font) -> Any:
    kinds = ("ascii", "hAnsi", "cs", "eastAsia")
    faces = " ".join(f"w:{kind}={quoteattr(font.family)}" for kind in kinds)
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
                f"<w:font w:name={quoteattr(font.family)}>"
                f"<w:altName w:val={quoteattr(font.instead)}/>"
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


def _add_numbering(document: Any) -> None:
    """Multilevel numbers for headings; bullets for boxes and for tables' cells."""
    numbering = document.part.numbering_part.element
    first = numbering.find(tag("num"))
    levels = "".join(_heading_level(level) for level in range(len(HEADING_SIZES)))
    lists = {
        _HEADING_LIST: ("multilevel", levels),
        _BOX_LIST: ("singleLevel", _bullet_level(left=8, hanging=4)),
        _TABLE_LIST: ("singleLevel", _bullet_level(left=3.5, hanging=3.5)),
        _BULLETS: ("multilevel", _depths(_bullet_at)),
        _NUMBERS: ("multilevel", _depths(_number_at)),
    }
    for number, (kind, described) in lists.items():
        first.addprevious(
            element(
                f'<w:abstractNum w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="{kind}"/>{described}</w:abstractNum>'
            )
        )
        numbering.append(
            element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _heading_level(level: int) -> str:
    shown = ".".join(f"%{above + 1}" for above in range(level + 1))
    indent = _twips(13 + 5 * level)  # room for "11" and "6.13.1" in a wide font
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="tab"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        "</w:lvl>"
    )


def _bullet_level(*, left: float, hanging: float) -> str:
    return _level(0, "bullet", "", _BULLET_SIGNS[0], left, hanging)


def _level(depth: int, kind: str, style: str, shown: str, left: float, hanging: float) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_twips(left)}" w:hanging="{_twips(hanging)}"/></w:pPr></w:lvl>'
    )


def _depths(level: Callable[[int, str, float], str]) -> str:
    """A list's levels, each linked to Word's own style for it."""
    return "".join(level(depth, name, left) for depth, (name, left) in enumerate(LIST_DEPTHS))


def _bullet_at(depth: int, name: str, left: float) -> str:
    style = f"List Bullet{name}".replace(" ", "")
    return _level(depth, "bullet", style, _BULLET_SIGNS[depth], left, hanging=5)


def _number_at(depth: int, name: str, left: float) -> str:
    style, kind = f"List Number{name}".replace(" ", ""), ("decimal", "lowerLetter", "lowerRoman")
    return _level(depth, kind[depth], style, f"%{depth + 1}.", left, hanging=5)


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _set_headings(document: Any, colours: Colours) -> None:
    """Numbered headings, a twin of each without a number, and one that no contents list."""
    for level, (size, before, after) in enumerate(HEADING_SIZES, start=1):
        name = f"Heading {level}"
        look = ParagraphLook(
            name, next_style="Body Text", size=size, colour="brand", bold=True, before=before,
            after=after, keep_with_next=True, keep_together=True,
        )  # fmt: skip
        _set_paragraph_style(document, look, colours)
        _set_following_style(document, look)
        style = document.styles[name].element
        put(style.get_or_add_pPr(), _numbered(_HEADING_LIST, level - 1))
        for kind in ("Unnumbered", "Unlisted"):
            twin = ParagraphLook(
                f"{name} {kind}", name, "Body Text", left=0, hanging=0, outline_level=level - 1
            )
            _set_paragraph_style(document, twin, colours)
            _set_following_style(document, twin)
            put(document.styles[twin.name].element.get_or_add_pPr(), _numbered(_NO_LIST, 0))


def _numbered(list_number: int, level: int) -> Any:
    return element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>')


def _number_paragraphs(document: Any) -> None:
    lists = {
        "Box Bullet": (_BOX_LIST, 0),
        "Table Bullet": (_TABLE_LIST, 0),
        "TOC Heading": (_NO_LIST, 0),
    }
    for depth, (name, _) in enumerate(LIST_DEPTHS):
        lists |= {f"List Bullet{name}": (_BULLETS, depth), f"List Number{name}": (_NUMBERS, depth)}
    for name, numbered in lists.items():
        put(document.styles[name].element.get_or_add_pPr(), _numbered(*numbered))


def _set_paragraph_style(document: Any, look: ParagraphLook, colours: Colours) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    if look.name in styles:
        style = styles[look.name]
    else:
        style = styles.add_style(
            look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.name in _STYLES_OF_WORD
        )
        style.element.styleId = _STYLES_OF_WORD.get(look.name, style.element.styleId)
    if look.based_on is not None:
        style.base_style = styles[look.based_on]
    style.quick_style, style.hidden = look.in_gallery, not look.in_gallery
    _set_font(style, look, colours)
    _set_spacing(style.paragraph_format, look)
    properties = style.element.get_or_add_pPr()
    if look.outline_level is not None:
        put(properties, element(f'<w:outlineLvl w:val="{look.outline_level}"/>'))
    if look.boxed:
        put(properties, _box_border(colours))
        put(properties, element(f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.tint}"/>'))
    if look.barred:
        put(properties, _bar(colours))
    if look.framed:
        put(properties, _frame_border(colours))


def _set_following_style(document: Any, look: ParagraphLook) -> None:
    """What Enter gives after a paragraph of the style; it may be described after it."""
    if look.next_style is not None:
        style = document.styles[look.name]
        style.next_paragraph_style = document.styles[look.next_style]


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


def _set_font(style: Any, look: ParagraphLook, colours: Colours) -> None:
    from docx.shared import Pt, RGBColor

    # The font is the whole document's: a council's own template then has to say it once.
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(tag("rFonts")):
        properties.remove(old)
    if look.size is not None:
        style.font.size = Pt(look.size)
        # pandoc's default also sets a size for complex scripts, which would differ.
        for old in properties.findall(tag("szCs")):
            properties.remove(old)
    if look.colour is not None:
        style.font.color.rgb = RGBColor.from_string(colours.named(look.colour))
    if look.bold is not None:
        style.font.bold = look.bold
        style.font.italic = False


def _set_spacing(paragraph: Any, look: ParagraphLook) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    if look.before is not None:
        paragraph.space_before = Pt(look.before)
    if look.after is not None:
        paragraph.space_after = Pt(look.after)
    if look.line is not None:
        paragraph.line_spacing = look.line
    if look.left is not None:
        paragraph.left_indent = Mm(look.left)
        paragraph.first_line_indent = Mm(-(look.hanging or 0))
    if look.right is not None:
        paragraph.right_indent = Mm(look.right)
    if look.keep_with_next is not None:
        paragraph.keep_with_next = look.keep_with_next
    if look.keep_together is not None:
        paragraph.keep_together = look.keep_together
    if look.page_break_before is not None:
        paragraph.page_break_before = look.page_break_before


def _box_border(colours: Colours) -> Any:
    return element(
        "<w:pBdr>"
        f'<w:top w:val="single" w:sz="4" w:space="5" w:color="{colours.tint}"/>'
        f'<w:left w:val="single" w:sz="36" w:space="8" w:color="{colours.brand}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="5" w:color="{colours.tint}"/>'
        f'<w:right w:val="single" w:sz="4" w:space="8" w:color="{colours.tint}"/></w:pBdr>'
    )


def _bar(colours: Colours) -> Any:
    return element(
        '<w:pBdr><w:left w:val="double" w:sz="12" w:space="10" '
        f'w:color="{colours.brand}"/></w:pBdr>'
    )


def _frame_border(colours: Colours) -> Any:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="8" w:color="{colours.brand}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return element(f"<w:pBdr>{sides}</w:pBdr>")


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
