"""Charts and their words: a chart's values become an SVG and a drafted alt text.

Everything here takes frozen values and returns bytes or text. Which figures a strategy has, and
which released rows they show, is planned in `plan`; files, captions, sources and formats other
than SVG belong to the rooms above. matplotlib is imported only when something is drawn.
"""

from sufficiency.figures.alt_text import describe
from sufficiency.figures.chart import Chart, Kind, Point, Series
from sufficiency.figures.draw import draw

__all__ = ["Chart", "Kind", "Point", "Series", "describe", "draw"]
