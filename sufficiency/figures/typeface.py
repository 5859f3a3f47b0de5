"""The charts' typeface: where its files are, how wide a text is, where it breaks.

The files come from a Python package, never from the system: a chart looks the same everywhere.
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sufficiency.figures.look import TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font
    from matplotlib.path import Path as Outline

UNITS = 1000  # of the square on which a letter is drawn, as Atkinson Hyperlegible has it
_SIZE = 100  # points at which matplotlib takes text from a font
# Of every letter that has been placed, by its name: its points and matplotlib's codes for them.
_outlines: "dict[str, tuple[Any, Any]]" = {}

# Names of our own: a system font called "Atkinson Hyperlegible" could win over the package's.
_FAMILIES = ["sufficiency text", "sufficiency other glyphs"]
# Atkinson Hyperlegible lacks them, and sets the accent behind so wide a letter.
_WIDE_WITH_ACCENT = re.compile("[ŴŵẀẁẂẃẄẅŶŷỲỳ]")
# Not the space behind a number of one or two digits: "31 March", "20 miles".
_BETWEEN_WORDS = re.compile(r"(?<!\b\d)(?<!\b\d\d) ")


@cache
def font_files() -> dict[bool, list[str]]:
    """The files of the normal face (False) and of the bold one (True), first wins.

    Atkinson Hyperlegible has no Greek and few symbols; what it lacks is drawn with the DejaVu
    Sans that matplotlib itself ships.
    """
    import matplotlib

    own = Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"
    shipped = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return {
        False: [str(own / "AtkinsonHyperlegible-Regular.ttf"), str(shipped / "DejaVuSans.ttf")],
        True: [str(own / "AtkinsonHyperlegible-Bold.ttf"), str(shipped / "DejaVuSans-Bold.ttf")],
    }


@cache
def font_families() -> list[str]:
    """Makes the fonts known to matplotlib and returns the names to ask for, first wins."""
    from matplotlib.font_manager import FontEntry, fontManager

    for bold, paths in font_files().items():
        for family, path in zip(_FAMILIES, paths, strict=True):
            entry = FontEntry(
                fname=path,
                name=family,
                style="normal",
                variant="normal",
                weight=700 if bold else 400,
                stretch="normal",
                size="scalable",
            )
            fontManager.ttflist.append(entry)
    return _FAMILIES


def _font(line: str, bold: bool) -> "FT2Font":
    """The face for a line, ready to measure and place its letters: DejaVu Sans for a Welsh one."""
    from matplotlib.font_manager import get_font

    files = font_files()[bold]
    font = get_font(files[::-1] if _WIDE_WITH_ACCENT.search(line) else files)
    font.set_size(_SIZE, 72)  # matplotlib shares it
    return font


@cache
def measure(line: str, *, bold: bool = False) -> tuple[float, float, float]:
    """Width, height and descent of a line of text of our size, in points."""
    from matplotlib.ft2font import LoadFlags

    font, scale = _font(line, bold), TEXT_SIZE / _SIZE / 64
    font.set_text(line, 0.0, flags=LoadFlags.NO_HINTING)
    width, height = font.get_width_height()
    return width * scale, height * scale, font.get_descent() * scale


@cache
def letters(line: str, *, bold: bool = False) -> list[tuple[str, int, int]]:
    """A line's letters by name, each with its distance in units from the line's beginning and
    above the line, where accents and vowel marks stand."""
    from matplotlib.textpath import text_to_path

    placed, _, _ = text_to_path.get_glyphs_with_font(_font(line, bold), line, _outlines)
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
