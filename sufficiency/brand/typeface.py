"""Families of fonts: from an installed package, or from files that the council brings.

Nothing is fetched and no font of the computer is used, so that all computers print the same.
"""

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sufficiency.remember import versions

DEFAULT_FAMILY = "Atkinson Hyperlegible"
REGULAR, BOLD = 400, 700
WIDE_WITH_ACCENT = "ŴŵẀẁẂẃẄẅŶŷỲỳ"
"""Letters of Welsh that some fonts lack."""
_SANS_SERIF = range(11, 16)  # in PANOSE's second digit


@dataclass(frozen=True)
class Face:
    """One file of a family: its weights from the lightest to the heaviest, one where it is static.

    ``file`` is its name in a package, or its path in the project: two folders may hold files of
    one name. ``made_of`` changes whenever its bytes do.
    """

    file: str
    weights: tuple[int, int]
    is_italic: bool
    made_of: str
    data: bytes = field(repr=False)

    @property
    def is_static(self) -> bool:
        """Whether it has one weight; a variable one has all between two."""
        return self.weights[0] == self.weights[1]

    def has(self, weight: int) -> bool:
        """Whether text of that weight can be set in it."""
        return self.weights[0] <= weight <= self.weights[1]


@dataclass(frozen=True)
class Typeface:
    """A family by its name, with its faces, of which there are none where it is not installed.

    ``is_brought`` where the name is the council's: its files may call themselves something else.
    Its ``repr`` names all that is made with it, for the keys of what is remembered.
    """

    family: str
    is_serif: bool = False
    faces: tuple[Face, ...] = ()
    is_brought: bool = False

    def face(self, weight: int, *, is_italic: bool = False) -> Face:
        """The face for text of that weight; upright where there is no italic one.

        Raises:
            LookupError: If the family has no such weight.
        """
        fit = [face for face in self.faces if face.has(weight)]
        slanted = [face for face in fit if face.is_italic == is_italic]
        if not fit:
            raise LookupError(f"{self.family} has no face of weight {weight}")
        return (slanted or fit)[0]


class FontBroken(Exception):
    """A file is no font that can be read."""


def packaged(family: str) -> Typeface | None:
    """The family that the Python package of its name carries; None where it is not installed.

    Such packages are called like fontpkg-source-sans-3, and say in metadata.json what they have.
    """
    package = package_of(family)
    spec = find_spec(package.replace("-", "_"))
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    said: Any = json.loads((root / "metadata.json").read_text(encoding="utf-8"))
    axis = next((axis for axis in said["axes"] if axis["tag"] == "wght"), None)
    version = versions(package)
    faces = tuple(
        Face(
            Path(file["path"]).name,
            (int(axis["min"]), int(axis["max"])) if axis else (file["weight"],) * 2,
            file["style"] == "italic",
            version,
            (root / file["path"]).read_bytes(),
        )
        for file in said["files"]
        if axis or file["weight"] in (REGULAR, BOLD)
    )
    return Typeface(said["family"], "SERIF" in said["category"], faces)


def package_of(family: str) -> str:
    """The name of the package that would carry a family."""
    return "fontpkg-" + re.sub(r"[^a-z0-9]+", "-", family.casefold()).strip("-")


def default_typeface() -> Typeface:
    """Atkinson Hyperlegible, drawn for readers with low vision."""
    return packaged(DEFAULT_FAMILY) or Typeface(DEFAULT_FAMILY)


def brought(family: str, files: Mapping[str, bytes]) -> Typeface:
    """The family that font files make, by the places of the files, whatever it is called.

    Raises:
        FontBroken: If one of them cannot be read; the argument is its name.
    """
    read = [_read(name, data) for name, data in files.items()]
    is_serif, faces = any(serif for _, serif in read), tuple(face for face, _ in read)
    return Typeface(family, is_serif, faces, is_brought=True)


def lacking(typeface: Typeface) -> Iterator[str]:
    """The weights that documents need and the family has not, in words."""
    for weight, words in ((REGULAR, "regular"), (BOLD, "bold")):
        if not any(face.has(weight) and not face.is_italic for face in typeface.faces):
            yield words


def _read(name: str, data: bytes) -> tuple[Face, bool]:
    """A face as its file describes it, and whether it has serifs."""
    from fontTools.ttLib import TTFont

    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            about = font["OS/2"]
            weights = (about.usWeightClass, about.usWeightClass)
            axes = font["fvar"].axes if "fvar" in font else ()
            for axis in axes:
                if axis.axisTag == "wght":
                    weights = (int(axis.minValue), int(axis.maxValue))
            is_italic = bool(about.fsSelection & 1)
            panose = about.panose
            serif = panose.bFamilyType == 2 and panose.bSerifStyle not in (0, 1, *_SANS_SERIF)
            _read_shapes(font)
    except Exception as error:  # fontTools raises whatever a broken file makes it trip over
        raise FontBroken(name) from error
    digest = hashlib.sha256(data).hexdigest()
    return Face(name, weights, is_italic, digest, data), serif


def _read_shapes(font: Any) -> None:
    """Reads all that text is set with: what begins as a font may end too soon, or lack its part."""
    for table in font.reader.tables:
        _ = font.reader[table]  # as bytes, of which some may be missing
    shapes = next((table for table in ("CFF ", "CFF2") if table in font), "glyf")
    for table in ("cmap", "hmtx", "post", shapes):
        _ = font[table]
    if not font["name"].getDebugName(1):
        raise ValueError("no name, by which typst would know it")
