"""The few words of Word's XML that finishing speaks."""

from typing import Any

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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
