"""Runs typst: pandoc's typst text becomes a tagged PDF, and a warning counts as a failure."""

import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from sufficiency.engines.errors import EngineError, ToolMissing
from sufficiency.engines.fonts import font_folder, other_font_folder
from sufficiency.remember import versions

STANDARDS = ("ua-1", "a-2a")


def compile_pdf(source: Path, output: Path, *, published: date, fonts: Path | None = None) -> None:
    """Writes ``output``, PDF/UA-1 and PDF/A-2a, from a typst file whose folder is its root.

    ``fonts`` is the folder of its fonts, the default family's where none is given.

    Raises:
        EngineError: If typst refuses the document or warns: a missing font or character is
            only a warning to typst, and a hole in the document to its reader.
        ToolMissing: If typst or the fonts are not installed.
    """
    # Not written by typst, which gives a full disk no number to tell it by.
    made = compile_typst(
        str(source),
        making="the PDF",
        fonts=fonts,
        root=str(source.parent),
        format="pdf",
        pdf_standards=list(STANDARDS),
        timestamp=timestamp(published),
    )
    assert made is not None
    output.write_bytes(made)


def timestamp(published: date) -> int:
    """Midnight UTC of the day, in seconds since 1970: the one moment that a PDF carries."""
    return int(datetime(published.year, published.month, published.day, tzinfo=UTC).timestamp())


def compile_typst(
    source: str | dict[str, bytes], *, making: str, fonts: Path | None = None, **options: Any
) -> bytes | None:
    """typst's output where no ``output`` path is given; the computer's own fonts are not seen."""
    typst = _import_typst()
    try:
        seen = _read(fonts) if fonts else _default_fonts()
        result, warnings = typst.compile_with_warnings(source, font_paths=seen, **options)
    except typst.TypstError as error:
        raise EngineError(f"typst could not make {making}: {_plain(error)}") from error
    if warnings:
        told = " ".join(_plain(warning) for warning in warnings)
        raise EngineError(f"typst could not make {making} whole: {told}")
    return bytes(result) if result is not None else None


@cache  # reading the folder anew for each picture takes a quarter of its time
def _default_fonts() -> Any:
    return _read(font_folder())


def _read(folder: Path) -> Any:
    folders = [str(folder), str(other_font_folder())]
    return _import_typst().Fonts(include_system_fonts=False, font_paths=folders)


def family_in(font: bytes) -> str:
    """What typst calls the family of a font, which it finds among its names in a way of its own.

    Raises:
        EngineError: If typst makes nothing of it.
        ToolMissing: If typst is not installed.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / "it.otf").write_bytes(font)
        seen = _import_typst().Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        families: list[str] = seen.families()
    if not families:
        raise EngineError("typst cannot read a font that the brand brings.")
    return families[0]


def typst_version() -> str:
    """A text that changes when typst does, for cache keys."""
    return versions("typst")


def _import_typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise ToolMissing("typst was not found. Install it with: pip install typst") from error
    module: ModuleType = typst
    return module


def _plain(complaint: Any) -> str:
    """typst's message, its hints and the line of the typst file that it points at."""
    words = [str(complaint.message), *(str(hint) for hint in complaint.hints)]
    place = re.search(r"┌─ (?:.*[/\\])?([^/\\\n]+:\d+):\d+", str(complaint.diagnostic))
    return "; ".join(words) + (f" ({place.group(1)})" if place else "") + "."
