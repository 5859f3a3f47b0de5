"""The paragraph styles of the reference document, made of the looks in word_styles.py."""

from typing import Any

from sufficiency.engines.word_numbering import HEADING_LIST, NO_LIST, numbered
from sufficiency.engines.word_styles import HEADING_SIZES, LIST_DEPTHS, Colours, ParagraphLook
from sufficiency.engines.word_xml import element, put, tag

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


def set_headings(document: Any, colours: Colours) -> None:
    """Numbered headings, a twin of each without a number, and one that no contents list."""
    for level, (size, before, after) in enumerate(HEADING_SIZES, start=1):
        name = f"Heading {level}"
        look = ParagraphLook(
            name, next_style="Body Text", size=size, colour="brand", bold=True, before=before,
            after=after, keep_with_next=True, keep_together=True,
        )  # fmt: skip
        set_paragraph_style(document, look, colours)
        set_following_style(document, look)
        style = document.styles[name].element
        put(style.get_or_add_pPr(), numbered(HEADING_LIST, level - 1))
        for kind in ("Unnumbered", "Unlisted"):
            twin = ParagraphLook(
                f"{name} {kind}", name, "Body Text", left=0, hanging=0, outline_level=level - 1
            )
            set_paragraph_style(document, twin, colours)
            set_following_style(document, twin)
            put(document.styles[twin.name].element.get_or_add_pPr(), numbered(NO_LIST, 0))


def set_paragraph_style(document: Any, look: ParagraphLook, colours: Colours) -> None:
    """Gives the style of that name its look; it is made where there is none."""
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


def set_following_style(document: Any, look: ParagraphLook) -> None:
    """What Enter gives after a paragraph of the style; it may be described after it."""
    if look.next_style is not None:
        style = document.styles[look.name]
        style.next_paragraph_style = document.styles[look.next_style]


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
