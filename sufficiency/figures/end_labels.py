"""Names at the ends of lines, moved apart where they would cover one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from sufficiency.figures.look import LINE_HEIGHT
from sufficiency.figures.typeface import line_count

_AIR = 0.03  # inches between two labels


@dataclass(frozen=True)
class EndLabel:
    """A line's name with its last value: which series, the wrapped text, whether it is bold."""

    series: int
    text: str
    bold: bool

    @property
    def height(self) -> float:
        """In inches, with the air that keeps it from its neighbour."""
        return line_count(self.text) * LINE_HEIGHT + _AIR


def needed_height(labels: Sequence[EndLabel]) -> float:
    """The height in inches that all the labels need, one above the other."""
    return sum(label.height for label in labels)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Middles for labels that want to stand at ``wanted``, none covering another.

    Labels keep their order, move as little as may be and stay between 0 and ``top`` (all in
    inches) if there is room. Those that would overlap form a block centred on the mean of what
    they want. The answer is in the order of ``wanted``.
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], -place))
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _bottom(blocks[-1], wanted, heights, top) < (
            _bottom(blocks[-2], wanted, heights, top) + _size(blocks[-2], heights)
        ):
            last = blocks.pop()
            blocks[-1] += last
    middles = [0.0] * len(wanted)
    for block in blocks:
        edge = _bottom(block, wanted, heights, top)
        for place in block:
            middles[place] = edge + heights[place] / 2
            edge += heights[place]
    return middles


def _size(block: list[int], heights: Sequence[float]) -> float:
    return sum(heights[place] for place in block)


def _bottom(
    block: list[int], wanted: Sequence[float], heights: Sequence[float], top: float
) -> float:
    """Where a block's lower edge stands so that its labels are nearest to what they want."""
    edges, below = [], 0.0
    for place in block:
        edges.append(wanted[place] - heights[place] / 2 - below)
        below += heights[place]
    return max(0.0, min(sum(edges) / len(edges), top - below))
