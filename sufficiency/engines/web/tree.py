"""Web pages as trees: read, changed in small steps, written."""

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree, html

Element = Any
"""An element of lxml's; its stubs know little of HTML."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# The parser knows these as elements with content, and writes end tags that HTML does not have.
_EMPTY = ("source", "wbr", "track")
_TEXT = "descendant::text()[not(ancestor::*[@role='doc-noteref'])]"
_SIGNS = {
    "sup": ("^", dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))),
    "sub": ("_", dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))),
}
_OF_ORDINALS = ("st", "nd", "rd", "th")  # 4th says the same on the line
_END_TAGS = re.compile(rf"</(?:{'|'.join(_EMPTY)})>")


def read_page(page: bytes) -> Element:
    """The root element of a whole page in UTF-8."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    root: Element = html.document_fromstring(page, parser=parser)
    for element in list(root.iter(*_EMPTY)):
        element.addprevious(html.Element(element.tag, element.attrib))
        element.drop_tag()
    return root


def write_page(root: Element) -> bytes:
    """A whole page in UTF-8."""
    return f"<!DOCTYPE html>\n{_written(root)}\n".encode()


def write_piece(element: Element) -> str:
    """An element with all that it holds, and nothing that follows it."""
    return _written(element)


def _written(element: Element) -> str:
    text = html.tostring(element, encoding="unicode", method="html", with_tail=False)
    return _END_TAGS.sub("", text)


def words_of(element: Element) -> str:
    """The element's text with single spaces, without the numbers of notes; 10³ stays 10³."""
    return " ".join("".join(map(_in_signs, element.xpath(_TEXT))).split())


def _in_signs(text: Any) -> str:
    """A text as it is said without tags: in raised or lowered signs where it is so by its tag."""
    around = text.getparent() if text.is_text else None
    return said_in_signs(around.tag, text) if around is not None else str(text)


def said_in_signs(tag: str, words: str) -> str:
    """What stands in ``sup`` or ``sub`` in signs: ³, ₂, or ^b where there is none; else the words.

    Without them 10³ would be 103, another number.
    """
    if tag not in _SIGNS or not words.strip():
        return str(words)
    mark, signs = _SIGNS[tag]
    if words in _OF_ORDINALS or all(letter in signs for letter in words):
        return "".join(signs.get(letter, letter) for letter in words)
    return f"{mark}{words}" if len(words) == 1 else f"{mark}({words})"


def heading_level(element: Element) -> int:
    """1 to 6 for a heading, 0 for any other element."""
    return HEADINGS.index(element.tag) + 1 if element.tag in HEADINGS else 0


def shift_headings(elements: Iterable[Element], by: int) -> None:
    """Gives all headings in the elements another level, between 1 and 6."""
    for element in elements:
        for heading in element.iter(*HEADINGS):
            level = heading_level(heading) + by
            heading.tag = HEADINGS[min(max(level, 1), 6) - 1]


def notes_in(section: Element) -> list[Element]:
    """The items of a section of notes; the items of a list within a note are none of them."""
    return (
        [] if (notes := next(section.iter("ol"), None)) is None else list(notes.iterchildren("li"))
    )


def ids_in(element: Element) -> list[str]:
    """Every id in the element, its own included, in order."""
    return [id for each in element.iter(etree.Element) if (id := each.get("id"))]


def made(tag: str, words: str = "", *children: Element, **attributes: str) -> Element:
    """A new element; ``class_`` stands for the attribute class, ``_`` within a name for "-"."""
    element = html.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    element.text = words or None
    element.extend(children)
    return element
