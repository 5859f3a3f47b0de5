"""The one family of fonts that PDF and pictures are set in, as a package of files."""

import json
from importlib import import_module
from pathlib import Path

from sufficiency.engines.errors import ToolMissing
from sufficiency.remember import Remember, versions


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


def drawable_characters(remember: Remember) -> frozenset[str]:
    """Every character that all four faces have a shape for, and white space."""

    def make() -> bytes:
        from fontTools.ttLib import TTFont

        covered: list[set[int]] = []
        for path in sorted(font_folder().glob("*.ttf")):
            with TTFont(path, lazy=True) as face:
                covered.append(set(face.getBestCmap()))
        return json.dumps(sorted(set.intersection(*covered))).encode()

    drawable = json.loads(remember(f"characters-{font_version()} {versions('fonttools')}", make))
    return frozenset(map(chr, drawable)) | frozenset(" \t\n\r")


def font_version() -> str:
    """A text that changes when the fonts do, for cache keys."""
    return versions("fontpkg-atkinson-hyperlegible")
