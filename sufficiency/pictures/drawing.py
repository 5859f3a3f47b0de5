"""Makes a drawing (SVG) safe: only shapes pass, and whatever else is in the file is told.

An SVG is a small web page: it can hold scripts, fetch files, name its author, and grow without
bounds by repeating itself. What cannot show or do harm is left out (notes, titles, editors' own
marks); what would be missed is a fault. Words must be shapes already, since the fonts that draw
them differ from one reader's computer to the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sufficiency.pictures.encode import PictureBroken
from sufficiency.pictures.picture import FULL_HEIGHT, FULL_WIDTH, SCREEN_PIXELS_PER_INCH

SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient"
    " radialGradient stop clipPath mask pattern marker style".split()
)
_LEFT_OUT = ("title", "desc", "metadata")
_SAID = {
    "script": "a script",
    "foreignObject": "a piece of a web page (foreignObject)",
    "image": "another picture",
    "feImage": "another picture",
    "text": "words that need a font",
    "font": "a font",
    "font-face": "a font",
    "a": "a link",
    "set": "an animation",
    "animate": "an animation",
    "animateMotion": "an animation",
    "animateTransform": "an animation",
    "filter": "an effect such as a shadow (filter)",
    "switch": "a choice between versions (switch)",
}
_OUTSIDE = "a reference to something outside the file"
_POINTS_AT = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_PIXELS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
}  # fmt: skip
_HEAVIEST = 100_000  # shapes, once everything that is repeated is counted as often
_MOST_BYTES = 5_000_000


@dataclass(frozen=True)
class Drawing:
    """A safe SVG, and its size in pixels of a screen."""

    data: bytes
    width: float
    height: float


def clean_drawing(data: bytes) -> tuple[Drawing | None, list[tuple[str, int]]]:
    """The drawing, or else what it holds that may not be printed, each with its line.

    Raises:
        PictureBroken: If it is no SVG that can be read, or does not say how large it is.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureBroken from error
    if root.tag != f"{SVG}svg":
        raise PictureBroken("it does not say that it is an SVG (xmlns)")
    _strip(root)
    faults = sorted(set(_faults(root)), key=lambda fault: (fault[1], fault[0]))
    if faults:
        return None, faults
    if len(data) > _MOST_BYTES or _weight(root) > _HEAVIEST:
        return None, [("more shapes than can be drawn", 1)]
    width, height = _size(root)
    etree.cleanup_namespaces(root)
    return Drawing(etree.tostring(root), width, height), []


def _strip(root: Any) -> None:
    """Takes out what shows nothing: editors' own marks, titles, notes, data for scripts."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue  # an entity, which is a fault
        is_foreign = not element.tag.startswith(SVG) and _name(element) != "script"
        if is_foreign or _name(element) in _LEFT_OUT:
            if (above := element.getparent()) is not None:
                above.remove(element)
            continue
        for key in element.attrib:
            is_named_space = key.startswith("{") and key != _LINK
            if is_named_space or key.startswith(("data-", "aria-")) or key == "role":
                del element.attrib[key]
        if _name(element) != "style":
            element.text = None
        element.tail = None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _faults(root: Any) -> Iterator[tuple[str, int]]:
    for element in root.iter():
        line = element.sourceline or 1
        if not isinstance(element.tag, str):
            yield "an entity", line
            continue
        name = _name(element)
        if name not in _SHAPES:
            kind = "an effect such as a shadow (filter)" if name.startswith("fe") else None
            yield _SAID.get(name) or kind or f"<{name}>, which cannot be checked", line
            continue
        if name == "style":
            yield from ((fault, line) for fault in _style_faults(element.text or ""))
        for key, value in element.attrib.items():
            if key.lower().startswith("on"):
                yield "a script", line
            if key.rpartition("}")[2] == "href" and not value.strip().startswith("#"):
                yield _OUTSIDE, line
            if any(not target.startswith("#") for target in _POINTS_AT.findall(value)):
                yield _OUTSIDE, line
            if key == "style" and "\\" in value:
                yield "a style that cannot be checked", line


def _style_faults(text: str) -> Iterator[str]:
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    if re.search(r"@font-face", text, re.IGNORECASE):
        yield "a font"
    elif re.search(r"@import", text, re.IGNORECASE):
        yield _OUTSIDE
    elif "@" in text or "\\" in text or "/*" in text:
        yield "a style that cannot be checked"
    if any(not target.startswith("#") for target in _POINTS_AT.findall(text)):
        yield _OUTSIDE


def _weight(root: Any) -> float:
    """How many shapes come to be drawn; without bounds where something repeats itself."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    every = sum(1 for _ in root.iter())
    known: dict[Any, float] = {}
    under_way: set[Any] = set()

    def weigh(element: Any) -> float:
        if element in under_way:
            return float("inf")
        if element not in known:
            under_way.add(element)
            pointed_at = [by_id[id] for id in _pointed_at(element) if id in by_id]
            # A marker stands at every point of a line, a style's shape perhaps at everything.
            often = every if _name(element) == "style" else _points(element)
            known[element] = 1 + sum(map(weigh, element)) + often * sum(map(weigh, pointed_at))
            under_way.discard(element)
        return known[element]

    try:
        return weigh(root)
    except RecursionError:
        return float("inf")


def _pointed_at(element: Any) -> Iterator[str]:
    values = [element.text or ""] if _name(element) == "style" else element.attrib.values()
    for value in values:
        yield from (target.removeprefix("#").strip() for target in _POINTS_AT.findall(value))
    link = element.get(_LINK) or element.get("href")
    if link:
        yield link.strip().removeprefix("#")


def _points(element: Any) -> int:
    """At how many places of an element something that it points at may be drawn."""
    has_markers = any(key.startswith("marker") for key in element.attrib) or "marker" in (
        element.get("style") or ""
    )
    drawn = f"{element.get('d') or ''} {element.get('points') or ''}"
    return 1 + len(re.findall(r"[\d.]+", drawn)) if has_markers else 1


def _size(root: Any) -> tuple[float, float]:
    """The size in pixels, written into the drawing so that every program agrees on it.

    One that gives only a view box fills the page's width.
    """
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [float(part) for part in re.findall(r"-?[\d.]+(?:e-?\d+)?", root.get("viewBox") or "")]
    if len(box) != 4 and width and height:
        box = [0, 0, width, height]
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if len(box) != 4 or not min(box[2], box[3]) > 0:
        raise PictureBroken("it does not say how large it is")
    full = FULL_WIDTH * SCREEN_PIXELS_PER_INCH
    shown = width if width else full
    shape = box[3] / box[2]
    shown = min(shown, full, FULL_HEIGHT * SCREEN_PIXELS_PER_INCH / shape)
    root.set("width", f"{shown:.2f}")
    root.set("height", f"{shown * shape:.2f}")
    return shown, shown * shape


def _length(value: str | None) -> float | None:
    """A length in pixels; None for none, for a percentage and for nonsense."""
    found = re.fullmatch(r"\s*([\d.]+)\s*([a-z]*)\s*", value or "")
    if found is None or found[2] not in _PIXELS:
        return None
    try:
        return float(found[1]) * _PIXELS[found[2]] or None
    except ValueError:
        return None
