"""The charts' typeface: where its files are, how wide a text is, where it breaks.

The files come from a Python package, never from the system: a chart looks the same everywhere.
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sufficiency.figures.look import TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

# Names of our own: a system font called "Atkinson Hyperlegible" could win over the package's.
_TEXT = "sufficiency text"
_OTHER_GLYPHS = "sufficiency other glyphs"
# Not the space behind a number of one or two digits: "31 March", "20 miles".
_BETWEEN_WORDS = re.compile(r"(?<!\b\d)(?<!\b\d\d) ")


@cache
def font_families() -> list[str]:
    """Makes the fonts known to matplotlib and returns the names to ask for, first wins.

    Atkinson Hyperlegible has no Greek and few symbols; what it lacks is drawn with the DejaVu
    Sans that matplotlib itself ships.
    """
    import matplotlib
    from matplotlib.font_manager import FontEntry, fontManager

    own = Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"
    shipped = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for family, path, weight in (
        (_TEXT, own / "AtkinsonHyperlegible-Regular.ttf", 400),
        (_TEXT, own / "AtkinsonHyperlegible-Bold.ttf", 700),
        (_OTHER_GLYPHS, shipped / "DejaVuSans.ttf", 400),
        (_OTHER_GLYPHS, shipped / "DejaVuSans-Bold.ttf", 700),
    ):
        entry = FontEntry(
            fname=str(path),
            name=family,
            style="normal",
            variant="normal",
            weight=weight,
            stretch="normal",
            size="scalable",
        )
        fontManager.ttflist.append(entry)
    return [_TEXT, _OTHER_GLYPHS]


@cache
def _properties(bold: bool) -> "FontProperties":
    from matplotlib.font_manager import FontProperties

    return FontProperties(
        family=font_families(), weight="bold" if bold else "normal", size=TEXT_SIZE
    )


@cache
def text_width(text: str, *, bold: bool = False) -> float:
    """The width in inches of the widest of the text's lines."""
    from matplotlib.textpath import text_to_path

    return max(
        text_to_path.get_text_width_height_descent(line, _properties(bold), ismath=False)[0] / 72
        for line in text.split("\n")
    )


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
