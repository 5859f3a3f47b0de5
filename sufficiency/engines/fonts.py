"""The brand's fonts as files: beside the document for typst, within the page for browsers.

Letters that they lack, Greek, Hebrew, Arabic and others, are set in the DejaVu Sans that comes with
matplotlib, as in charts. Signs are not: they are told, since a word says more.
"""

import hashlib
import io
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from sufficiency.brand import Brand, Face, Typeface
from sufficiency.brand.typeface import BOLD, REGULAR, WIDE_WITH_ACCENT, package_of
from sufficiency.engines.errors import ToolMissing
from sufficiency.remember import Remember, versions

FOLDER = "fonts"
"""Where typst finds them, beside the document."""
OTHER = "DejaVu Sans"
"""What sets the letters that they lack."""

# As typst-template.typ sets them: from the first Hebrew sign to the last Arabic one, and the forms
# that programs put in their place.
_NEVER_SLANTED = {*range(0x590, 0x900), *range(0xFB1D, 0xFEFD)}
# What a page's text needs of a font besides its letters: accents, numbers of one width.
_FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "tnum"]


def font_files(brand: Brand) -> dict[str, bytes]:
    """The brand's font files by their place beside the document.

    Raises:
        ToolMissing: If the package that should carry a family is not installed.
    """
    return {f"{FOLDER}/{face.file}": face.data for face in _all_faces(brand)}


def other_font_files() -> list[Path]:
    """DejaVu Sans: upright, bold, slanted, both.

    Raises:
        ToolMissing: If matplotlib is not installed.
    """
    folder, faces = other_font_folder(), ("", "-Bold", "-Oblique", "-BoldOblique")
    return [folder / f"DejaVuSans{face}.ttf" for face in faces]


def drawable_characters(brand: Brand, remember: Remember) -> frozenset[str]:
    """Every character that all faces have a shape for, every letter that those of DejaVu Sans
    have, and white space. Hebrew and Arabic, which are never slanted, need but two."""

    def make() -> bytes:
        *upright, oblique, bold_oblique = (path.read_bytes() for path in other_font_files())
        slanted = [oblique, bold_oblique]
        others = _covered([*upright, *slanted]) | (_covered(upright) & _NEVER_SLANTED)
        letters = {one for one in others if category(chr(one))[0] in "LM"}
        return json.dumps(sorted(_covered(face.data for face in faces) | letters)).encode()

    faces = list(_all_faces(brand))
    made_by = versions("uharfbuzz", "matplotlib")
    drawable = json.loads(remember(font_key("characters", faces, made_by), make))
    return frozenset(map(chr, drawable)) | frozenset(" \t\n\r")


def _covered(faces: Iterable[bytes]) -> set[int]:
    """The characters that every one of the faces has a shape for."""
    import uharfbuzz

    return set.intersection(*(set(uharfbuzz.Face(data).unicodes) for data in faces))


def letters_lacking(brand: Brand, remember: Remember) -> str:
    """Those of the wide letters with an accent that the brand's fonts do not have.

    A font that lacks one would set the accent behind it.
    """

    def make() -> bytes:
        covered = _covered(face.data for face in faces)
        return "".join(each for each in WIDE_WITH_ACCENT if ord(each) not in covered).encode()

    faces = list(_all_faces(brand))
    return remember(font_key("letters", faces, versions("uharfbuzz")), make).decode()


def font_rules(brand: Brand, text: str, remember: Remember) -> str:
    """The style sheet's rules that bring the fonts along, with the characters of ``text`` alone."""
    characters = "".join(sorted(frozenset(text)))
    return "".join(
        _rule(typeface.family, face, _web_font(face, characters, remember))
        for typeface in dict.fromkeys((brand.base, brand.headings))
        for face in _set_in(typeface)
    )


def _set_in(typeface: Typeface) -> list[Face]:
    """The faces that pages are set in: normal and bold, upright and slanted."""
    wanted = ((weight, slanted) for weight in (REGULAR, BOLD) for slanted in (False, True))
    found = (typeface.face(weight, is_italic=slanted) for weight, slanted in wanted)
    return list(dict.fromkeys(found))


def css_string(text: str) -> str:
    """A text in quotation marks that ends neither them nor the style sheet, in a page or alone."""
    return '"' + re.sub(r'[\x00-\x1f\x7f"\\<{};]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'


def _rule(family: str, face: Face, data: bytes) -> str:
    weights = " ".join(map(str, sorted(set(face.weights))))
    return (
        f"@font-face {{ font-family: {css_string(family)}; font-weight: {weights}; "
        f"font-style: {'italic' if face.is_italic else 'normal'}; font-display: swap; "
        f'src: url("data:font/woff2;base64,{b64encode(data).decode()}") format("woff2"); }}\n'
    )


def _web_font(face: Face, characters: str, remember: Remember) -> bytes:
    """The face as WOFF2 with those characters alone; a variable one keeps its weights."""
    made_by = versions("brotli", "fonttools", "uharfbuzz")

    def make() -> bytes:
        from fontTools.ttLib import TTFont

        written = io.BytesIO()
        with TTFont(io.BytesIO(_cut(face, characters)), recalcTimestamp=False) as font:
            font.flavor = "woff2"
            font.save(written)
        return written.getvalue()

    return remember(font_key("web-font", [face], f"{made_by} {characters}"), make)


def _cut(face: Face, characters: str) -> bytes:
    """The face with those characters alone, without what helps coarse screens.

    By HarfBuzz, which takes a thousandth of the time that fontTools takes.
    """
    import uharfbuzz

    whole, wanted = uharfbuzz.Face(face.data), uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.set(map(_tag, _FEATURES))
    wanted.drop_table_tag_set.add(_tag("STAT"))
    for axis in whole.axis_infos:
        if axis.tag != "wght":
            wanted.pin_axis_to_default(whole, axis.tag)
    return bytes(wanted.subset(whole).blob.data)


def _tag(name: str) -> int:
    """OpenType's number for a name of four letters."""
    return int.from_bytes(name.encode("ascii"), "big")


def _all_faces(brand: Brand) -> Iterator[Face]:
    for typeface in dict.fromkeys((brand.base, brand.headings)):
        if not typeface.faces:
            raise ToolMissing(
                f"The font {typeface.family} was not found. Install it with: "
                f"pip install {package_of(typeface.family)}"
            )
        yield from typeface.faces


def font_key(kind: str, faces: Iterable[Face], made_by: str) -> str:
    """A text that changes with the fonts, and with what makes something of them."""
    named = f"{list(faces)!r} {made_by}"
    return f"{kind}-{hashlib.sha256(named.encode()).hexdigest()}"


def font_folder() -> Path:
    """The folder of the default family's files, for what is set in no brand's font.

    Raises:
        ToolMissing: If the package that carries them is not installed.
    """
    from importlib import import_module

    try:
        package = import_module("fontpkg_atkinson_hyperlegible")
    except ImportError as error:
        raise ToolMissing(
            "The font Atkinson Hyperlegible was not found. Install it with: "
            "pip install fontpkg-atkinson-hyperlegible"
        ) from error
    return Path(package.ROOT) / "files"


def other_font_folder() -> Path:
    """The folder of DejaVu Sans, and of others that no text is set in.

    Raises:
        ToolMissing: If matplotlib is not installed.
    """
    package = find_spec("matplotlib")  # importing it would take longer than making a PDF
    if package is None or package.origin is None:
        raise ToolMissing("matplotlib was not found. Install it with: pip install matplotlib")
    return Path(package.origin).parent / "mpl-data" / "fonts" / "ttf"
