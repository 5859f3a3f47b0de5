"""Paragraph styles of a Word document: those that an officer knows by name, in place of pandoc's.

What belongs together (a list, a box, what somebody said) has room below its last paragraph, as
that paragraph's own formatting: so there is one style for all of it, and whoever adds a bullet in
Word adds another of the same.
"""

from collections.abc import Mapping
from typing import Any

from sufficiency.engines.word_styles import LIST_DEPTHS
from sufficiency.engines.word_xml import (
    PLAIN_TEXTS,
    beside,
    has_property,
    name_of,
    parse,
    set_property,
    set_style,
    style_of,
    tag,
    text_of,
)

_FAMILIAR = {
    "FirstParagraph": "BodyText",
    "Compact": "BodyText",
    "ImageCaption": "Caption",
    "TableCaption": "Caption",
}
_TEXTS = ("BodyText", "FirstParagraph", "TextBelowTable")
_LISTS = ("ListBullet", "ListNumber", "ListContinue")
# In twentieths of a point: above a table's caption; below the last paragraph of a list, of a box.
_ABOVE_A_TABLE, _BELOW_A_LIST, _BELOW_A_BOX = "240", "160", "280"
_LAST = "Last"  # how templates/filters name the style of a box's last paragraph
# What only pandoc has a use for.
_OF_PANDOC = {
    *_FAMILIAR,
    *(f"{name}{_LAST}" for name in ("BoxText", "BoxBullet", "VoiceText")),
    *"Abstract AbstractTitle Bibliography Figure SourceCode SectionNumber".split(),
}
_OF_CODE = "Tok"


def list_kinds(parts: dict[str, bytes]) -> dict[str, str]:
    """The style of the items of each list by its number: a list with bullets, or one without any
    mark, which indents an item's further paragraphs. All others are numbered."""
    if "word/numbering.xml" not in parts:
        return {}
    numbering = parse(parts["word/numbering.xml"])
    kinds = {
        kind.get(tag("abstractNumId")): "ListBullet"
        if _value(kind, "lvlText").strip()
        else "ListContinue"
        for kind in numbering.findall(tag("abstractNum"))
        if _value(kind, "numFmt") == "bullet"
    }
    described = {
        used.get(tag("numId")): used.find(tag("abstractNumId")).get(tag("val"))
        for used in numbering.findall(tag("num"))
    }
    return {number: kinds[kind] for number, kind in described.items() if kind in kinds}


def _value(kind: Any, name: str) -> str:
    """What a list says of its first level."""
    found = kind.find(f"{tag('lvl')}/{tag(name)}")
    return "" if found is None else str(found.get(tag("val")))


def name_styles(document: Any, kinds: Mapping[str, str]) -> None:
    """Gives lists, captions and texts the styles that Word has for them; ``kinds`` as above."""
    for paragraph in document.iter(tag("p")):
        style = style_of(paragraph)
        if style in PLAIN_TEXTS and has_property(paragraph, "numPr"):
            _name_item(paragraph, kinds)
        elif style in _FAMILIAR:
            set_style(paragraph, _FAMILIAR[style])
            if style == "TableCaption":
                set_property(paragraph, "spacing", before=_ABOVE_A_TABLE)


def _name_item(item: Any, kinds: Mapping[str, str]) -> None:
    """An item of a list in the style of its kind and depth. A bullet comes with the style, a
    number stays with the item: each list has its own 1. So does all of what lies deeper than Word's
    styles do."""
    numbering = item.find(f"{tag('pPr')}/{tag('numPr')}")
    kind = kinds.get(numbering.find(tag("numId")).get(tag("val")), "ListNumber")
    level = int(numbering.find(tag("ilvl")).get(tag("val"))) + 1
    depth = min(level, len(LIST_DEPTHS))
    if kind != "ListNumber" and level == depth:
        numbering.getparent().remove(numbering)
    set_style(item, kind if depth == 1 else f"{kind}{depth}")


def leave_room(document: Any) -> None:
    """Room below a list, a box and what somebody said; what leads into a list stays with it."""
    for paragraph in document.iter(tag("p")):
        style = style_of(paragraph)
        if style.startswith(("Box", "Voice")) and style.endswith(_LAST):
            set_style(paragraph, style.removesuffix(_LAST))
            set_property(paragraph, "keepNext", val="0")
            set_property(paragraph, "spacing", after=_BELOW_A_BOX)
        elif style.startswith(_LISTS):
            following = next(beside(paragraph), None)
            if following is None or not _style(following).startswith(_LISTS):
                set_property(paragraph, "spacing", after=_BELOW_A_LIST)
            _keep_lead_in(paragraph)


def _keep_lead_in(item: Any) -> None:
    before = next(beside(item, backwards=True), None)
    leads_in = before is not None and text_of(before).rstrip().endswith(":")
    if leads_in and _style(before) in _TEXTS:
        set_property(before, "keepNext")


def _style(element: Any) -> str:
    return style_of(element) if name_of(element) == "p" else ""


def drop_pandocs_styles(styles: Any) -> None:
    """Takes the styles away that only pandoc has a use for, so that an officer does not meet
    them."""
    for style in styles.findall(tag("style")):
        id = style.get(tag("styleId"))
        if id in _OF_PANDOC or id.endswith(_OF_CODE):
            styles.remove(style)
