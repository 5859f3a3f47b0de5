"""The one family of fonts that PDF and pictures are set in, as a package of files.

Letters that it lacks, Welsh, Greek, Hebrew, Arabic and others, are set in the DejaVu Sans that
comes with matplotlib, as in charts. Signs are not: they are told, since a word says more.
"""

import json
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from sufficiency.engines.errors import ToolMissing
from sufficiency.remember import Remember, versions

# As typst-template.typ sets them: from the first Hebrew sign to the last Arabic one, and the forms
# that programs put in their place.
_NEVER_SLANTED = {*range(0x590, 0x900), *range(0xFB1D, 0xFEFD)}


def font_folder() -> Path:
    """The folder of Atkinson Hyperlegible's four faces.

    Raises:
        ToolMissing: If the package that carries them is not installed.
    """
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


def font_files() -> list[Path]:
    """The files of all faces that a text may be set in, for who looks for them in one folder."""
    faces = ("", "-Bold", "-Oblique", "-BoldOblique")
    others = [other_font_folder() / f"DejaVuSans{face}.ttf" for face in faces]
    return [*sorted(font_folder().glob("*.ttf")), *others]


def drawable_characters(remember: Remember) -> frozenset[str]:
    """Every character that all four faces have a shape for, every letter that those of DejaVu Sans
    have, and white space. Hebrew and Arabic, which are never slanted, need but two."""

    def make() -> bytes:
        upright, slanted = (
            [other_font_folder() / f"DejaVuSans{face}.ttf" for face in faces]
            for faces in (("", "-Bold"), ("-Oblique", "-BoldOblique"))
        )
        others = _covered([*upright, *slanted]) | (_covered(upright) & _NEVER_SLANTED)
        letters = {one for one in others if category(chr(one))[0] in "LM"}
        return json.dumps(sorted(_covered(font_folder().glob("*.ttf")) | letters)).encode()

    drawable = json.loads(remember(f"characters-{font_version()} {versions('fonttools')}", make))
    return frozenset(map(chr, drawable)) | frozenset(" \t\n\r")


def _covered(faces: Iterable[Path]) -> set[int]:
    """The characters that every one of the faces has a shape for."""
    from fontTools.ttLib import TTFont

    covered: list[set[int]] = []
    for path in sorted(faces):
        with TTFont(path, lazy=True) as face:
            covered.append(set(face.getBestCmap()))
    return set.intersection(*covered)


def font_version() -> str:
    """A text that changes when the fonts do, for cache keys."""
    return versions("fontpkg-atkinson-hyperlegible", "matplotlib")
