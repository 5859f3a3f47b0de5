"""The numbers that stand on a drawn chart, held against the figure's data by where they stand.

In the finished files they are outlines, which nothing can read; here they are still text. A value
belongs to the row whose name is beside or under it and to the column whose colour its mark has.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text

from tests.audits.agreement import as_read
from tests.audits.figure_data import Cell, FigureData

DIGIT = re.compile(r"\d")
COUNTED = re.compile(r"(\d+) of (\d+) (\S+)")
NEAR = 1e-6


def number_faults(figure: Figure, data: FigureData) -> Iterator[str]:
    """Each text with a digit that the data do not have at that place, and bars that are not as
    long as the figures of their column, those without a number of their own too."""
    drawing = Drawing(figure, data)
    yield from _bar_faults(drawing)
    for text in drawing.all_texts:
        if DIGIT.search(text.get_text()):
            is_true = LOOK.get(str(text.get_gid()), _is_unknown)
            if not is_true(drawing, text):
                yield f'{text.get_gid()}: "{_words(text)}"'


@dataclass(frozen=True)
class Drawing:
    """A chart as it is drawn, and the data that it should show."""

    figure: Figure
    data: FigureData

    @cached_property
    def all_texts(self) -> list[Text]:
        return [one for one in self.figure.findobj(Text) if isinstance(one, Text)]

    def texts(self, gid: str, axes: Any = None) -> list[Text]:
        """The texts of a kind, all over the picture or of one plot."""
        found = [one for one in self.all_texts if one.get_gid() == gid]
        return [one for one in found if axes in (None, one.axes)]

    def row_at(self, text: Text) -> str:
        """The row beside or over whose name the text, or what it is bound to, stands."""
        names, (x, y) = self.texts("category", text.axes), _anchor(text)
        if is_upright(names):
            return self.data.rows[round(x)]
        over = [name for name in names if name.get_verticalalignment() == "top" and _y(name) <= y]
        nearest = min(over or names, key=lambda name: abs(_y(name) - y))
        return self.row_called(nearest)

    def row_called(self, text: Text) -> str:
        """The row of that name, which may begin with a capital; "" if there is none."""
        said = _words(text)
        return next((row for row in self.data.rows if said in (row, row[:1].upper() + row[1:])), "")

    def columns_at(self, axes: Any, colour: str) -> list[str]:
        """The columns that a mark of this colour in this plot may belong to."""
        if panels := self.texts("panel", axes):
            return [_words(panel) for panel in panels]
        keys = self.texts("key")
        if not keys:
            return list(self.data.columns)
        samples = [one for one in self.figure.artists if one.get_gid() == "key"]
        own = map(_colour, samples)
        return [_words(key) for key, one in zip(keys, own, strict=True) if one == colour]

    def cells_of(self, row: str) -> list[tuple[str, Cell]]:
        return [(column, self.data.cells[row, column]) for column in self.data.columns if row]


def is_upright(names: list[Text]) -> bool:
    """Whether the names stand under the plot and not beside it."""
    return all(_y(name) == 0 for name in names)


def _colour(sample: Any) -> str:
    return to_hex(sample.get_color() if isinstance(sample, Line2D) else sample.get_facecolor())


def _words(text: Text) -> str:
    return as_read(text.get_text())


def _anchor(text: Text) -> tuple[float, float]:
    """What the text is bound to, or else where it stands, in the plot's own units."""
    x, y = text.xy if isinstance(text, Annotation) else text.get_position()
    return float(x), float(y)


def _y(text: Text) -> float:
    return float(text.get_position()[1])


def _marks_at(text: Text, *, upright: bool) -> Iterator[tuple[str, float]]:
    """The colour and the length of each bar, or the value of each point, that the text is at."""
    axes: Any = text.axes
    x, y = _anchor(text)
    for bar in (bar for group in axes.containers for bar in group.patches):
        sides = sorted((bar.get_x(), bar.get_x() + bar.get_width()))
        ends = sorted((bar.get_y(), bar.get_y() + bar.get_height()))
        if sides[0] - NEAR <= x <= sides[1] + NEAR and ends[0] - NEAR <= y <= ends[1] + NEAR:
            yield to_hex(bar.get_facecolor()), bar.get_height() if upright else bar.get_width()
    for line in axes.lines:
        points = zip(*line.get_data(), strict=True)
        if line.get_gid() in (None, "mark") and any(
            abs(a - x) < NEAR and abs(b - y) < NEAR for a, b in points
        ):
            yield to_hex(line.get_color()), y if upright else x


def _bar_faults(drawing: Drawing) -> Iterator[str]:
    upright = is_upright(drawing.texts("category"))
    lengths: dict[str, list[float]] = {}
    plots: list[Any] = drawing.figure.axes
    for axes in plots:
        for bar in (bar for group in axes.containers for bar in group.patches):
            columns = ", ".join(drawing.columns_at(axes, to_hex(bar.get_facecolor())))
            length = bar.get_height() if upright else bar.get_width()
            lengths.setdefault(columns, []).append(abs(length))
    if not lengths:
        return
    for column in sorted({*lengths, *drawing.data.columns}):
        said = sorted(lengths.get(column, []))
        cells = drawing.data.column(column) if column in drawing.data.columns else []
        meant = sorted(abs(float(cell.value or 0)) for _, cell in cells)
        if len(said) != len(meant) or any(
            abs(one - other) >= NEAR for one, other in zip(said, meant, strict=True)
        ):
            yield f"bars of {column}: {said} for {meant}"


def _is_value(drawing: Drawing, text: Text) -> bool:
    """Whether the figure of that row and column is printed so, and its mark is as long."""
    row = drawing.row_at(text)
    upright = is_upright(drawing.texts("category", text.axes))
    for colour, length in _marks_at(text, upright=upright):
        for column in drawing.columns_at(text.axes, colour):
            cell = drawing.data.cells.get((row, column), Cell(None, ""))
            # The left half of a pyramid grows to the left.
            is_long = abs(abs(float(cell.value or 0)) - abs(length)) < NEAR
            if cell.printed == _words(text) and is_long:
                return True
    return False


def _is_end(drawing: Drawing, text: Text) -> bool:
    """Whether the ends of lines say, upwards, the columns' last figures from the smallest on."""
    has_key, last = bool(drawing.texts("key")), drawing.data.rows[-1]
    ends = []
    for place, column in enumerate(drawing.data.columns):
        shown = drawing.data.column(column)
        reaches = bool(shown) and shown[-1][0] == last
        if shown and (reaches or not has_key):
            printed = [shown[-1][1].printed] if reaches else []
            words = " ".join(printed if has_key else [column, *printed])
            ends.append((shown[-1][1].value or 0, -place, words))
    labels = sorted(drawing.texts("end-label"), key=_y)
    return [_words(label) for label in labels] == [words for *_, words in sorted(ends)]


def _is_named(drawing: Drawing, text: Text) -> bool:
    """Whether the text has nothing but figures of its row, each with its column's name, counts of
    what is not shown, and those that are shown without a name where others are not."""
    cells, rest = drawing.cells_of(drawing.row_at(text)), _words(text)
    for column, cell in sorted(cells, key=lambda pair: -len(pair[0])):
        rest = re.sub(rf"(?<!\w){re.escape(f'{column} {cell.printed}')}(?!\w)", "", rest)
    for count, all, symbol in COUNTED.findall(rest):
        hidden = sum(cell.printed == symbol for _, cell in cells)
        if (int(count), int(all)) == (hidden, len(cells)):
            rest = rest.replace(f"{count} of {all} {symbol}", "")
    alone = rest.strip(" ;")
    return not DIGIT.search(alone) or alone in [cell.printed for _, cell in cells]


def _is_category(drawing: Drawing, text: Text) -> bool:
    row = drawing.row_called(text)
    if not is_upright(drawing.texts("category", text.axes)):
        return bool(row)
    return drawing.data.rows[round(_anchor(text)[0])] == row


def _is_tick(drawing: Drawing, text: Text) -> bool:
    number = re.sub(r"[^\d.−]", "", text.get_text()).replace("−", "-")
    return abs(float(number) - _y(text)) < NEAR


def _is_column(drawing: Drawing, text: Text) -> bool:
    names = [_words(one) for one in drawing.texts(str(text.get_gid()))]
    return names == list(drawing.data.columns)


def _is_measure(drawing: Drawing, text: Text) -> bool:
    return _words(text) == drawing.data.label


def _is_unknown(drawing: Drawing, text: Text) -> bool:
    return False


LOOK: Mapping[str, Callable[[Drawing, Text], bool]] = {
    "beside": _is_named,
    "category": _is_category,
    "end-label": _is_end,
    "key": _is_column,
    "measure": _is_measure,
    "note": _is_named,
    "panel": _is_column,
    "scale": _is_tick,
    "symbol": _is_named,
    "value": _is_value,
}
