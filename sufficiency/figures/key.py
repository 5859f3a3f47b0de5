"""The key: each series' name behind a sample of its colour, mark or line, flowing like words.

Lengths are inches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sufficiency.figures.chart import Chart
from sufficiency.figures.look import (
    EDGE,
    HEADING_HEIGHT,
    LINE_HEIGHT,
    MARKER_SIZE,
    MARKERS,
    Paper,
    line_style,
    series_colours,
)
from sufficiency.figures.typeface import line_count, text_width, wrap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Sample = Literal["square", "mark", "line"]

_SWATCH = 0.13
_LENGTHS: dict[Sample, float] = {"square": _SWATCH, "mark": _SWATCH, "line": 0.36}
_LEAD_GAP = 0.12
_NAME_GAP = 0.06
_ENTRY_GAP = 0.22


@dataclass(frozen=True)
class KeyEntry:
    """One series in the key: its place among the series, its name (wrapped where it is wider than
    the paper), and where it stands: the row it begins in and its left edge."""

    series: int
    name: str
    sample: Sample
    row: int
    left: float


def entries_of(chart: Chart, lead: str, sample: Sample, paper: Paper) -> list[KeyEntry]:
    """An entry for each series, in their order; the first row begins with the lead."""
    return list(_flow([series.name for series in chart.series], lead, sample, paper))


def _flow(names: Sequence[str], lead: str, sample: Sample, paper: Paper) -> Iterator[KeyEntry]:
    row, x, before = 0, EDGE + text_width(lead) + _LEAD_GAP, _LENGTHS[sample] + _NAME_GAP
    tallest = 1
    for place, name in enumerate(names):
        wrapped = wrap(name, paper.inner - before, bold=True)
        width = before + text_width(wrapped, bold=True)
        if x + width > paper.width - EDGE and x > EDGE:
            row, x, tallest = row + tallest, EDGE, 1
        yield KeyEntry(place, wrapped, sample, row, x)
        x += width + _ENTRY_GAP
        tallest = max(tallest, line_count(wrapped))


def key_rows(entries: Sequence[KeyEntry]) -> int:
    """How many rows of text the key takes."""
    return max(entry.row + line_count(entry.name) for entry in entries)


def write_key(
    figure: "Figure", chart: Chart, paper: Paper, entries: Sequence[KeyEntry], top: float
) -> None:
    """Writes the entries below ``top``, the highlighted series' name in bold."""
    for entry in entries:
        y = top - entry.row * HEADING_HEIGHT
        _draw_sample(figure, chart, paper, entry, y - LINE_HEIGHT * 0.5)
        is_highlighted = chart.series[entry.series].name == chart.highlighted_series
        figure.text(
            entry.left + _LENGTHS[entry.sample] + _NAME_GAP,
            y,
            entry.name,
            transform=figure.dpi_scale_trans,
            va="top",
            weight="bold" if is_highlighted else "normal",
            gid="key",
        )


def _draw_sample(figure: "Figure", chart: Chart, paper: Paper, entry: KeyEntry, y: float) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    colour = series_colours(chart, paper.colours)[entry.series]
    inches = figure.dpi_scale_trans
    if entry.sample == "square":
        corner = (entry.left, y - _SWATCH / 2)
        figure.add_artist(
            Rectangle(corner, _SWATCH, _SWATCH, facecolor=colour, transform=inches, gid="key")
        )
    elif entry.sample == "mark":
        figure.add_artist(
            Line2D(
                [entry.left + _SWATCH / 2],
                [y],
                color=colour,
                marker=MARKERS[entry.series],
                markersize=MARKER_SIZE,
                transform=inches,
                gid="key",
            )
        )
    else:
        length, style = _LENGTHS["line"], line_style(chart, paper.colours, entry.series)
        figure.add_artist(
            Line2D(
                [entry.left, entry.left + length / 2, entry.left + length],
                [y, y, y],
                color=style.colour,
                linewidth=style.width,
                linestyle=(0, style.dashes) if style.dashes else "solid",
                marker=style.marker,
                markevery=[1],
                markersize=style.marker_size,
                markeredgecolor="white",
                markeredgewidth=0.6,
                transform=inches,
                gid="key",
            )
        )
