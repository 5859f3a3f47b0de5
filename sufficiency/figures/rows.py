"""The rows of charts that lie on their side: one a category, its name at the left or above.

Lengths are inches. Nothing here draws but the names, the notes and the line at zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from sufficiency.brand.palette import BASELINE
from sufficiency.figures.frame import draw_baseline, write_beside
from sufficiency.figures.look import EDGE, LINE_HEIGHT, Paper
from sufficiency.figures.typeface import line_count, widest, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TALLEST = 7.5  # inches that a page has for the rows, beside caption, source and notes
_NAME_GAP = 0.08  # between the names at the left and the marks
_MOST_LINES_BESIDE = 2  # of a name at the left, on narrow paper
_UNDER_NAME = 0.02  # between a name above its bars and the bars
_OVER_NOTE = 0.03


@dataclass(frozen=True)
class Rows:
    """How the rows stand: their names and notes, wrapped, the thickness of one bar and the air
    between two rows.

    Each row has ``bars`` bars. Its name is at the left of them or, where ``names_above``, over
    them; its note, "" where there is none, stands under them.
    """

    categories: Sequence[str]
    names: list[str]
    notes: list[str]
    bars: int
    bar: float
    air: float
    names_above: bool

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(map(self._height, range(len(self.names))))

    @property
    def tops(self) -> list[float]:
        """The upper edge of each row, downwards from the top of the first."""
        heights = map(self._height, range(len(self.names)))
        return list(accumulate(heights, initial=0))[:-1]

    @property
    def middles(self) -> list[float]:
        """The middle of each row's bars, downwards from the top of the first row."""
        return [
            top + self.air / 2 + self._over(row) + self._core(row) / 2
            for row, top in enumerate(self.tops)
        ]

    @property
    def left(self) -> float:
        """The margin that the names need."""
        if self.names_above:
            return EDGE
        return EDGE + widest(self.names, bold=True) + _NAME_GAP

    def note_top(self, row: int) -> float:
        """The upper edge of a row's note."""
        return self.middles[row] + self._core(row) / 2 + _OVER_NOTE

    def extent(self, row: int) -> tuple[float, float]:
        """The upper and the lower edge of a row's bars."""
        half = self.bar * self.bars / 2 + _UNDER_NAME
        return self.middles[row] - half, self.middles[row] + half

    def _height(self, row: int) -> float:
        under = line_count(self.notes[row]) * LINE_HEIGHT + _OVER_NOTE if self.notes[row] else 0
        return self._over(row) + self._core(row) + under + self.air

    def _over(self, row: int) -> float:
        if not self.names_above:
            return 0
        return line_count(self.names[row]) * LINE_HEIGHT + _UNDER_NAME

    def _core(self, row: int) -> float:
        """The bars' height, or that of a name beside them where it is taller."""
        beside = 0 if self.names_above else line_count(self.names[row]) * LINE_HEIGHT
        return max(self.bar * self.bars, beside)


def rows_of(
    categories: Sequence[str], paper: Paper, *, bars: int = 1, notes: Sequence[str] = ()
) -> Rows:
    """A row for each category, in their order; ``notes`` holds one a row, or nothing.

    Airy, or tight with names on longer lines where the rows would not fit on a page. On narrow
    paper names that need more than two lines at the left stand above their bars instead.
    """
    notes = notes or [""] * len(categories)
    between = 0.06 if bars > 1 else 0
    airy = _rows_beside(categories, paper, bars, 0.2, 0.11 + between, share=1 / 3)
    if paper.is_narrow and max(map(line_count, airy.names)) > _MOST_LINES_BESIDE:
        airy = _rows_above(categories, paper, bars)
    elif airy.height > TALLEST and not paper.is_narrow:
        airy = _rows_beside(categories, paper, bars, 0.16, 0.06 + between, share=1 / 2)
    width = paper.width - airy.left - EDGE
    return replace(airy, notes=[wrap(note, width) if note else "" for note in notes])


def _rows_beside(
    categories: Sequence[str], paper: Paper, bars: int, bar: float, air: float, *, share: float
) -> Rows:
    """Rows whose names take at most that share of the paper's width at the left."""
    names = [wrap(name, paper.width * share, bold=True) for name in categories]
    return Rows(categories, names, [""] * len(names), bars, bar, air, names_above=False)


def _rows_above(categories: Sequence[str], paper: Paper, bars: int) -> Rows:
    names = [wrap(name, paper.inner, bold=True) for name in categories]
    return Rows(categories, names, [""] * len(names), bars, 0.2, 0.17, names_above=True)


def write_names(axes: "Axes", rows: Rows, highlighted: str | None) -> None:
    """Makes the upright axis inches downwards, with the names and notes of all rows.

    ``highlighted`` is the category whose name is bold.
    """
    axes.set_ylim(rows.height, 0)
    for row, (category, name) in enumerate(zip(rows.categories, rows.names, strict=True)):
        weight = "bold" if category == highlighted else "normal"
        if rows.names_above:
            _write(axes, rows.tops[row] + rows.air / 2, name, weight=weight, gid="category")
        else:
            write_beside(axes, rows.middles[row], name, weight=weight)
        if rows.notes[row]:
            _write(axes, rows.note_top(row), rows.notes[row], weight="normal", gid="note")


def draw_rows_baseline(axes: "Axes", rows: Rows) -> None:
    """The line at zero: one for all rows, or one a row where words stand between them."""
    if not rows.names_above and not any(rows.notes):
        draw_baseline(axes, upright=False)
        return
    upper, lower = zip(*map(rows.extent, range(len(rows.names))), strict=True)
    axes.vlines(
        [0] * len(upper), upper, lower, color=BASELINE, linewidth=1, zorder=2.5, gid="baseline"
    )


def _write(axes: "Axes", y: float, words: str, *, weight: str, gid: str) -> None:
    """Words at the left edge of the plotting area, their top at ``y``."""
    axes.text(0, y, words, transform=axes.get_yaxis_transform(), va="top", weight=weight, gid=gid)
