"""What a page holds as data becomes files beside it, each content once, under telling names."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from sufficiency.engines.errors import EngineError
from sufficiency.engines.web.tree import Element
from sufficiency.sources.plain_words import plain_words

Beside = Callable[[str], bytes | None]
"""The content of a file that lies beside the single page, by its place; None if there is none."""

_NAMING = ("src", "srcset", "href", "poster")
_DATA = re.compile(
    r"data:(?P<kind>[\w/.+-]*)(?:;[\w=-]+)*?(?P<is_base64>;base64)?,(?P<data>.*)", re.DOTALL
)
_IN_STYLE = re.compile(r"""url\(\s*(?:"(data:[^"]*)"|'(data:[^']*)'|(data:[^)]*))\s*\)""")
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_ENDINGS: Mapping[str, str] = {
    "image/svg+xml": ".svg",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/x-icon": ".ico",
    "text/csv": ".csv",
    "text/css": ".css",
    "text/javascript": ".js",
    "font/woff2": ".woff2",
    "font/woff": ".woff",
    "font/ttf": ".ttf",
}
_LONGEST = 100


class Files:
    """Files that are to lie beside pages, by their names, in the order in which they came."""

    def __init__(self) -> None:
        self._by_name: dict[str, bytes] = {}
        self._names: dict[tuple[str, bytes], str] = {}

    def keep(self, name: str, data: bytes) -> str:
        """Keeps a file and returns its name, which has a number where another content has it."""
        path = PurePosixPath(name)
        known = self._names.get((path.suffix, data))
        if known is not None:
            return known
        taken = {each.casefold() for each in self._by_name}
        free, number = name, 2
        while free.casefold() in taken:
            free, number = str(path.with_stem(f"{path.stem}-{number}")), number + 1
        self._by_name[free] = data
        self._names[path.suffix, data] = free
        return free

    def all(self) -> dict[str, bytes]:
        return dict(self._by_name)


def file_words(text: str) -> str:
    """The text as a part of a file's name that any system and any address can hold."""
    words = "-".join(plain_words(text))
    return words[:_LONGEST].strip("-") or f"x{sha256(text.encode()).hexdigest()[:8]}"


def take_out_files(root: Element, files: Files, beside: Beside) -> None:
    """Has the page name files in the place of its data, and of files beside the single page.

    Raises EngineError where it names a file that is not there.
    """
    for element, attribute in list(_naming(root)):
        address = element.get(attribute)
        if found := _DATA.fullmatch(address):
            name = _name(element, "file") + _ending(found["kind"])
            element.set(attribute, files.keep(name, _content(found)))
        elif is_beside(address):
            place = PurePosixPath(unquote(address))
            data = beside(str(place))
            if data is None:
                raise EngineError(f"the web page names {place}, which is not beside it.")
            element.set(attribute, files.keep(_name(element, place.name) + place.suffix, data))


def take_out_of_style(style: str, files: Files) -> str:
    """A style sheet that names files in the place of the fonts and pictures in it."""
    style = _FONT_FACE.sub(lambda face: _named_in(face[0], f"fonts/{_font(face[0])}", files), style)
    return _named_in(style, "figures/background", files)


def is_beside(address: str) -> bool:
    """Whether an address is a file's place, seen from the page."""
    return bool(address) and not re.match(r"[\w.+-]+:|//|#", address)


def _naming(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.iter():
        for attribute in _NAMING:
            if isinstance(element.tag, str) and element.get(attribute):
                yield element, attribute


def _name(element: Element, address: str) -> str:
    """Folder and name, without an ending, of what the element shows or offers."""
    if element.tag == "link":
        return "icon"
    if element.tag == "a":
        return f"downloads/{file_words(PurePosixPath(element.get('download') or address).stem)}"
    if any("logo" in around.classes for around in element.iterancestors()):
        return "figures/logo"
    figure = next((around for around in element.iterancestors("figure") if around.get("id")), None)
    if figure is not None:
        narrow = "-narrow" if element.tag == "source" else ""
        return f"figures/{file_words(figure.get('id').removeprefix('fig-'))}{narrow}"
    said = element.get("alt")
    return f"figures/picture-{file_words(said)}" if said else "figures/picture"


def _ending(kind: str) -> str:
    if kind not in _ENDINGS:
        raise EngineError(
            f"the web page holds a file of the kind {kind}, which has no ending here."
        )
    return _ENDINGS[kind]


def _content(found: re.Match[str]) -> bytes:
    data = unquote_to_bytes(found["data"])
    return b64decode(data) if found["is_base64"] else data


def _named_in(style: str, stem: str, files: Files) -> str:
    def name(address: re.Match[str]) -> str:
        found = _DATA.fullmatch(next(filter(None, address.groups())))
        assert found is not None
        return f'url("{files.keep(stem + _ending(found["kind"]), _content(found))}")'

    return _IN_STYLE.sub(name, style)


def _font(face: str) -> str:
    """ "atkinson-hyperlegible-700-italic" of an @font-face rule."""
    said = [
        re.search(rf"font-{what}\s*:\s*([^;}}]+)", face) for what in ("family", "weight", "style")
    ]
    return file_words(" ".join(one[1] for one in said if one and one[1].strip() != "normal"))
