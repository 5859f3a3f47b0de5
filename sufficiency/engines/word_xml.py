"""The few words of Word's XML that building its styles and finishing its documents speak."""

import re
from collections.abc import Iterator
from typing import Any

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PLAIN_TEXTS = ("Compact", "BodyText", "FirstParagraph", "Normal", "")
"""The styles of paragraphs, of lists' items and of cells too, as pandoc and Quarto write them."""


def tag(name: str) -> str:
    """An element's or attribute's full name in Word's main vocabulary."""
    return f"{{{_MAIN}}}{name}"


def name_of(element: Any) -> str:
    """An element's name without its vocabulary; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def parse(part: bytes) -> Any:
    """A part's root element; nothing outside the part is ever read."""
    from lxml import etree

    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def serialise(element: Any) -> bytes:
    """A root element as a part."""
    from lxml import etree

    written: bytes = etree.tostring(
        element, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def style_of(paragraph: Any) -> str:
    """A paragraph's style id; empty where it names none or is no paragraph."""
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "" if style is None else str(style.get(tag("val")))


def text_of(element: Any) -> str:
    """The text that is printed in an element."""
    return "".join(text.text or "" for text in element.iter(tag("t")))


# The order that Word's schema asks of a paragraph's properties.
_PROPERTY_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr"
).split()


def set_style(paragraph: Any, id: str) -> None:
    """Gives a paragraph another style."""
    set_property(paragraph, "pStyle", val=id)


def set_property(paragraph: Any, name: str, **attributes: str) -> None:
    """Sets one of a paragraph's own properties, at the place that the schema asks."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = paragraph.makeelement(tag("pPr"))
        paragraph.insert(0, properties)
    found = properties.find(tag(name))
    if found is None:
        found = properties.makeelement(tag(name))
        put(properties, found)
    for attribute, value in attributes.items():
        found.set(tag(attribute), value)


def put(properties: Any, new: Any) -> None:
    """Sets one of a paragraph's properties in place of an older one, where the schema asks."""
    for old in properties.findall(new.tag):
        properties.remove(old)
    before = _PROPERTY_ORDER[: _PROPERTY_ORDER.index(name_of(new))]
    properties.insert(sum(name_of(child) in before for child in properties), new)


def has_property(paragraph: Any, name: str) -> bool:
    """Whether a paragraph has that property of its own, whatever its style says."""
    return paragraph.find(f"{tag('pPr')}/{tag(name)}") is not None


def element(xml: str) -> Any:
    """An element from its text, in which `w:` needs no binding, as python-docx wants it."""
    from docx.oxml import parse_xml

    name = re.match(r"<[\w:]+", xml)
    assert name is not None
    return parse_xml(f'{name[0]} xmlns:w="{_MAIN}"{xml[name.end() :]}')


def add(parent: Any, name: str, **attributes: str) -> Any:
    """Appends an element and gives it back."""
    child = parent.makeelement(tag(name))
    for attribute, value in attributes.items():
        child.set(tag(attribute), value)
    parent.append(child)
    return child


def add_text(run: Any, name: str, text: str) -> None:
    """Appends an element of text in which spaces count."""
    written = add(run, name)
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def beside(element: Any, *, backwards: bool = False) -> Iterator[Any]:
    """What follows an element, or goes before it, without the bookmarks between."""
    for neighbour in element.itersiblings(preceding=backwards):
        if name_of(neighbour) not in ("bookmarkStart", "bookmarkEnd"):
            yield neighbour
