"""The same picture in fewer bytes: matplotlib writes SVG for people, a web page carries it twice.

What is drawn stays as it is: letters have the whole units of their font, other places are rounded
to a hundredth of a point.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count, product
from string import ascii_lowercase
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"(?<=^#)[\w-]+|(?<=url\(#)[\w-]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FRACTION = re.compile(r"-?\d*\.\d+")
# matplotlib draws letters on a square of 6,400 units and shrinks each to one of 100, in which
# they are placed; the font itself has 1,000.
_SHRUNK = "scale(0.015625)"
_UNITS = 6.4
_LEVEL = re.compile(r"(?P<place>translate\([^)]*\)) scale\((?P<scale>[\d.]+) -[\d.]+\)")


def compact(svg: bytes) -> bytes:
    """The picture without what draws nothing: indentation, comments, names that nothing refers
    to, groups that say nothing, digits that nobody can see."""
    root = ElementTree.fromstring(svg)
    blanks = {path.get("id", "") for path in root.iter(f"{_SVG}path") if _is_blank(path)}
    _keep_what_draws(root, blanks)
    lines = [element for element in root.iter() if "scale(" in element.get("transform", "")]
    lines = [line for line in lines if line.tag == f"{_SVG}g"]
    if all(map(_is_line_of_text, lines)):  # as matplotlib has written them for many years
        for line in lines:
            _place_letters(line)
    for element in root.iter():
        if element is not root:  # the picture keeps its exact size
            _shorten(element)
    _shorten_names(root)
    ElementTree.register_namespace("", _SVG[1:-1])
    return ElementTree.tostring(root)


def _is_blank(element: Element) -> bool:
    """Whether it is a space, or a line without a figure: an outline of nothing."""
    return element.tag == f"{_SVG}path" and not element.get("d")


def _keep_what_draws(parent: Element, blanks: set[str]) -> None:
    """Leaves out blank letters and empty groups; what is in a group without attributes stands
    alone."""
    kept: list[Element] = []
    for child in parent:
        child.tail = None
        if _is_blank(child) or (_HREF in child.attrib and child.attrib[_HREF][1:] in blanks):
            continue
        _keep_what_draws(child, blanks)
        is_group = child.tag in (f"{_SVG}g", f"{_SVG}defs")
        if child.tag == f"{_SVG}g" and not child.attrib.keys() - {"id"}:
            kept += child
        elif len(child) or not is_group:
            kept.append(child)
    parent[:] = kept
    if len(parent):
        parent.text = None


def _is_line_of_text(group: Element) -> bool:
    letters = [letter.get("transform") for letter in group.iter(f"{_SVG}path")]
    return set(letters) <= {_SHRUNK} and _LEVEL.fullmatch(group.attrib["transform"]) is not None


def _place_letters(line: Element) -> None:
    """Puts a line of text, its letters and their places, into the units of the font."""
    level = _LEVEL.fullmatch(line.attrib["transform"])
    assert level is not None
    scale = f"{float(level['scale']) / 10:g}"
    line.set("transform", f"{level['place']} scale({scale} -{scale})")
    for letter in line.iter(f"{_SVG}path"):
        del letter.attrib["transform"]
        letter.set("d", _letter(letter.attrib["d"]))
    for use in line.iter(f"{_SVG}use"):
        across = float((_NUMBER.search(use.attrib.pop("transform", "")) or ["0"])[0])
        if across:
            use.set("x", f"{across * 10:.0f}")


@cache
def _letter(drawn: str) -> str:
    """A letter's outline in the units of the font; every chart has much the same letters."""
    return _tight(_NUMBER.sub(_in_font_units, drawn))


def _in_font_units(number: re.Match[str]) -> str:
    return f"{float(number[0]) / _UNITS:.0f}"


def _shorten(element: Element) -> None:
    for name, value in element.items():
        if name == "d":
            is_loose = value.startswith("M ")  # a letter's outline has been tightened
            element.set(name, _tight(_rounded(value)) if is_loose else value)
        elif name == "style":
            element.set(name, re.sub(r"([:;]) ", r"\1", _rounded(value)))
        elif "scale" not in value and name != "id":
            element.set(name, _rounded(value))


def _tight(path: str) -> str:
    """A path's drawing without spaces that part nothing."""
    tight = re.sub(r"\s*([A-Za-z])\s*", r"\1", " ".join(path.split()))
    return tight.replace(" -", "-")


def _rounded(value: str) -> str:
    """The text with its fractions to two digits."""
    if "." not in value:
        return value
    return _FRACTION.sub(lambda found: f"{round(float(found[0]), 2):g}", value)


def _shorten_names(root: Element) -> None:
    """Names of one or two letters for what is referred to; none for the rest."""
    values = [value for element in root.iter() for name, value in element.items() if name != "id"]
    referred = dict.fromkeys(name for value in values for name in _REFERENCE.findall(value))
    short: Mapping[str, str] = dict(zip(referred, _short_names(), strict=False))
    for element in root.iter():
        if element.get("id") not in short:
            element.attrib.pop("id", None)
        for name, value in element.items():
            if name == "id":
                element.set(name, short[value])
            else:
                element.set(name, _REFERENCE.sub(lambda found: short[found[0]], value))
        if _HREF in element.attrib:
            element.set("href", element.attrib.pop(_HREF))


def _short_names() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_lowercase, repeat=length))
