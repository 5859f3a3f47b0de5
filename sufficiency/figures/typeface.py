"""The charts' typeface: its files, how wide a text is, where it breaks.

The files come from the brand, never from the system: a chart looks the same everywhere. One family
is in use at a time within a process, as matplotlib's settings are.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sufficiency.brand.typeface import WIDE_WITH_ACCENT
from sufficiency.figures.look import TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font
    from matplotlib.path import Path as Outline

UNITS = 1000  # of the square on which a letter is drawn
_SIZE = 100  # points at which matplotlib takes text from a font
# Of every letter that has been placed, by its name: its points and matplotlib's codes for them.
_outlines: "dict[str, tuple[Any, Any]]" = {}

# A font that lacks them sets the accent behind so wide a letter.
_WIDE_WITH_ACCENT = re.compile(f"[{WIDE_WITH_ACCENT}]")
# Not the space behind a number of one or two digits: "31 March", "20 miles".
_BETWEEN_WORDS = re.compile(r"(?<!\b\d)(?<!\b\d\d) ")


@dataclass(frozen=True)
class FontFiles:
    """Where the normal and the bold face are, each of one weight."""

    normal: str
    bold: str


_in_use: ContextVar[FontFiles | None] = ContextVar("fonts of charts", default=None)


@contextmanager
def set_in(fonts: FontFiles) -> Iterator[None]:
    """Has all text measured and drawn in these fonts."""
    before = _in_use.set(fonts)
    try:
        yield
    finally:
        _in_use.reset(before)


@cache
def default_fonts() -> FontFiles:
    """Atkinson Hyperlegible's, in which text is set where nothing else is said."""
    own = Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"
    names = (f"AtkinsonHyperlegible-{face}.ttf" for face in ("Regular", "Bold"))
    return FontFiles(*(str(own / name) for name in names))


def _fonts() -> FontFiles:
    return _in_use.get() or default_fonts()


def font_families() -> list[str]:
    """The names by which matplotlib knows the fonts in use, first wins."""
    return _families(_fonts())


@cache
def _families(fonts: FontFiles) -> list[str]:
    """Makes the fonts known to matplotlib, which asks them how high a line is.

    By names of our own: a system font of the same name could win.
    """
    from matplotlib.font_manager import FontEntry, fontManager

    names = [f"text in {fonts.normal}", f"other glyphs beside {fonts.normal}"]
    for weight, paths in ((400, _both(fonts, bold=False)), (700, _both(fonts, bold=True))):
        for name, path in zip(names, paths, strict=True):
            entry = FontEntry(path, 0, name, "normal", "normal", weight, "normal", "scalable")
            fontManager.ttflist.append(entry)
    return names


def _both(fonts: FontFiles, *, bold: bool) -> list[str]:
    """The face, and the one for what it lacks, as Atkinson Hyperlegible lacks Greek: that of the
    DejaVu Sans which matplotlib itself ships."""
    import matplotlib

    shipped = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    other = shipped / f"DejaVuSans{'-Bold' if bold else ''}.ttf"
    return [fonts.bold if bold else fonts.normal, str(other)]


def _font(fonts: FontFiles, line: str, bold: bool) -> "FT2Font":
    """The face for a line, ready to measure and place its letters: DejaVu Sans for a Welsh one
    that the face has no letters for."""
    from matplotlib.font_manager import get_font

    files = _both(fonts, bold=bold)
    wide = _WIDE_WITH_ACCENT.findall(line)
    is_lacking = wide and not all(map(get_font(files[:1]).get_char_index, map(ord, wide)))
    font = get_font(files[::-1] if is_lacking else files)
    font.set_size(_SIZE, 72)  # matplotlib shares it
    return font


def measure(line: str, *, bold: bool = False) -> tuple[float, float, float]:
    """Width, height and descent of a line of text of our size, in points."""
    return _measured(_fonts(), line, bold)


@cache
def _measured(fonts: FontFiles, line: str, bold: bool) -> tuple[float, float, float]:
    from matplotlib.ft2font import LoadFlags

    font, scale = _font(fonts, line, bold), TEXT_SIZE / _SIZE / 64
    font.set_text(line, 0.0, flags=LoadFlags.NO_HINTING)
    width, height = font.get_width_height()
    return width * scale, height * scale, font.get_descent() * scale


def letters(line: str, *, bold: bool = False) -> list[tuple[str, int, int]]:
    """A line's letters by name, each with its distance in units from the line's beginning and
    above the line, where accents and vowel marks stand."""
    return _placed(_fonts(), line, bold)


@cache
def _placed(fonts: FontFiles, line: str, bold: bool) -> list[tuple[str, int, int]]:
    from matplotlib.textpath import text_to_path

    placed, _, _ = text_to_path.get_glyphs_with_font(_font(fonts, line, bold), line, _outlines)
    return [
        (name, round(across * UNITS / _SIZE), round(up * UNITS / _SIZE))
        for name, across, up, _ in placed
    ]


def outline(letter: str) -> "Outline":
    """The outline, in units, of a letter that ``letters`` has named."""
    from matplotlib.path import Path as Outline

    places, codes = _outlines[letter]
    return Outline(places * UNITS / _SIZE, codes)


def text_width(text: str, *, bold: bool = False) -> float:
    """The width in inches of the widest of the text's lines."""
    return max(measure(line, bold=bold)[0] / 72 for line in text.split("\n"))


def widest(texts: "tuple[str, ...] | list[str]", *, bold: bool = False) -> float:
    """The width in inches of the widest text; 0 where there is none."""
    return max((text_width(text, bold=bold) for text in texts), default=0)


def line_count(text: str) -> int:
    """How many lines the text has."""
    return text.count("\n") + 1


def wrap(text: str, width: float, *, bold: bool = False) -> str:
    """The text broken at spaces into lines of at most ``width`` inches, as even as may be.

    A small number stays with the word behind it ("31 March") where there is room. A word that is
    wider than ``width`` keeps its own line whole.
    """
    words = text.split()
    together = _BETWEEN_WORDS.split(" ".join(words))
    fits = widest(together, bold=bold) <= width
    return "\n".join(_even(together if fits else words, width, bold))


def _even(words: list[str], width: float, bold: bool) -> list[str]:
    """Lines of the narrowest measure that needs no more of them: they read as one block."""
    lines = _fill(words, width, bold)
    for tenth in range(5, 10):
        narrower = _fill(words, width * tenth / 10, bold)
        if len(narrower) == len(lines) and widest(narrower, bold=bold) <= width:
            return narrower
    return lines


def _fill(words: list[str], width: float, bold: bool) -> list[str]:
    """Lines as full as may be; measured word by word, which needs fewer measurements."""
    space = text_width("n n", bold=bold) - 2 * text_width("n", bold=bold)
    lines: list[str] = []
    filled = 0.0
    for word in words:
        needed = text_width(word, bold=bold)
        if lines and filled + space + needed <= width:
            lines[-1] = f"{lines[-1]} {word}"
            filled += space + needed
        else:
            lines.append(word)
            filled = needed
    return lines or [""]
