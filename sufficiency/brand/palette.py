"""A brand's colours: those of pages, light and dark, and those of charts.

What a brand does not say is made from what it says: same hue, a lightness that passes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from sufficiency.brand.colour import (
    Lch,
    contrast,
    most_unlike,
    nearest_that_passes,
    passes,
    to_hex,
    to_lch,
    turned,
)

TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of text, and of what carries meaning otherwise (WCAG 2.2, 1.4.3, 1.4.11)."""

WHITE, BLACK = "#ffffff", "#000000"

# The same in every brand: drafts look like drafts, and where a keyboard is shows in any colour.
DRAFTS = {
    "draft-ink": "#3d2c00",
    "draft-edge": "#6b4e00",
    "draft-tint": "#fff3cd",
    "note-tint": "#fff3bf",
}
DRAFTS_IN_THE_DARK = {
    "draft-ink": "#ffe9a8",
    "draft-edge": "#d8b54a",
    "draft-tint": "#3a2e05",
    "note-tint": "#3a2e05",
}
DRAFT_GHOST = "#eef1f4"  # the word behind a draft's pages
FOCUS, ON_FOCUS = "#ffdd00", "#0b0c0c"

# Greys that say nothing of themselves. The Analysis Function's own grey for what is not
# highlighted, #bfbfbf, has 1.84 to 1 on white; this one has 3.23.
REST = "#8f8f8f"
_GREY = 0.02  # chroma up to which a hue is none that anybody would name
GRID, BASELINE = "#d6d6d6", "#3d3d3d"

ANALYSIS_FUNCTION = ("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1")
"""The Government Analysis Function's colours for charts, in its order ("Data visualisation:
colours in charts"): each has 3 to 1 with white and with its neighbours."""


@dataclass(frozen=True)
class Palette:
    """The colours of a page, each "#12436d".

    ``brand`` is a ground or a bar and ``on_brand`` the text on it; ``link`` is text in the brand's
    colour on ``paper`` or ``tint``, as ``ink`` and ``quiet`` are text. ``plate`` is the light
    ground of charts and logos. ``priorities`` are text or grounds for it, taken in turn.
    """

    brand: str
    on_brand: str
    ink: str
    quiet: str
    rule: str
    tint: str
    paper: str
    focus: str
    on_focus: str
    link: str
    plate: str
    priorities: tuple[str, ...]

    def priority(self, number: int) -> str:
        """The colour of the priority of that number, from 1; they come again after the last."""
        return self.priorities[(number - 1) % len(self.priorities)]


@dataclass(frozen=True)
class ChartColours:
    """The colours of charts on white: ``series`` in their order, ``two`` for two alone."""

    series: tuple[str, ...]
    two: tuple[str, str]
    ink: str

    @property
    def focus(self) -> str:
        """What is highlighted, or stands alone."""
        return self.series[0]

    def text_on(self, colour: str) -> str:
        """What can be read on a colour: white, ink, or black where neither can."""
        grounds = (colour, TEXT)
        return next((text for text in (WHITE, self.ink) if passes(text, grounds)), BLACK)


DEFAULT_CHARTS = ChartColours(
    ANALYSIS_FUNCTION, (ANALYSIS_FUNCTION[0], ANALYSIS_FUNCTION[3]), ON_FOCUS
)
"""Those of a chart that no brand is given for."""


@dataclass(frozen=True)
class Given:
    """The colours that a brand says, names resolved."""

    primary: str = ANALYSIS_FUNCTION[0]
    foreground: str | None = None
    background: str | None = None
    secondary: str | None = None
    light: str | None = None
    rule: str | None = None
    focus: str | None = None
    charts: tuple[str, ...] = ()


@cache
def light_palette(given: Given) -> Palette:
    """The colours of print, and of the web page by day. What is given is taken as it is."""
    tinged = partial(_tinged, to_lch(given.primary))
    paper, tint = given.background or WHITE, given.light or tinged(0.952, 0.011)
    grounds = ((paper, TEXT), (tint, TEXT), (WHITE, TEXT))
    ink = given.foreground or _sure(tinged(0.269, 0.027), *grounds)
    focus = given.focus or FOCUS
    return Palette(
        brand=given.primary,
        on_brand=_text_on(given.primary, WHITE, ink),
        ink=ink,
        quiet=given.secondary or _sure(tinged(0.403, 0.027), *grounds),
        rule=given.rule or tinged(0.802, 0.02),
        tint=tint,
        paper=paper,
        focus=focus,
        on_focus=_text_on(focus, ON_FOCUS, WHITE),
        link=given.primary,
        plate=WHITE,
        priorities=_of_priorities(given, *grounds),
    )


@cache
def dark_palette(given: Given) -> Palette:
    """The colours of the web page in the dark: the brand's hue, each pair with contrast enough."""
    tinged = partial(_tinged, to_lch(given.primary))
    paper, tint = tinged(0.19, 0.02), tinged(0.26, 0.03)
    grounds = ((paper, TEXT), (tint, TEXT))
    ground = _sure(given.primary, (paper, GRAPHICS), (WHITE, TEXT))
    focus = _sure(given.focus or FOCUS, (paper, GRAPHICS))
    return Palette(
        brand=ground,
        on_brand=WHITE,
        ink=_sure(tinged(0.93, 0.01), *grounds),
        quiet=_sure(tinged(0.8, 0.02), *grounds),
        rule=tinged(0.45, 0.03),
        tint=tint,
        paper=paper,
        focus=focus,
        on_focus=_text_on(focus, ON_FOCUS, WHITE),
        link=_sure(tinged(0.82, 0.1), *grounds),
        plate=WHITE,
        priorities=_of_priorities(given, *grounds),
    )


def _tinged(brand: Lch, lightness: float, chroma: float) -> str:
    """A colour of the brand's hue, no stronger than the brand's own."""
    return to_hex(replace(brand.at_most(chroma), lightness=lightness))


def chart_colours(given: Given, ink: str) -> ChartColours:
    """Those that the brand says, or the Analysis Function's, turned to the brand's hue.

    Turning keeps what WCAG measures: a turned palette passes as theirs does. The first is the
    brand's own colour where that is dark enough beside the second and beside grey.
    """
    series = given.charts or _turned_to(given.primary)
    others = [other for other in series[1:] if passes(other, (series[0], GRAPHICS))]
    second = most_unlike(series[0], others or series[1:] or (REST,))
    return ChartColours(series, (series[0], second), ink)


@cache
def _turned_to(primary: str) -> tuple[str, ...]:
    wanted, begun = to_lch(primary), to_lch(ANALYSIS_FUNCTION[0])
    by = (wanted.hue - begun.hue) if wanted.chroma > _GREY else 0
    series = [turned(colour, by) for colour in ANALYSIS_FUNCTION] if abs(by) > 1 else None
    first, *rest = series or ANALYSIS_FUNCTION
    beside = [(ground, GRAPHICS) for ground in (WHITE, rest[0], REST)]
    return (primary if passes(primary, *beside) else first, *rest)


def _of_priorities(given: Given, *grounds: tuple[str, float]) -> tuple[str, ...]:
    """Six of the chart colours, darker or lighter where text could not be read.

    A brand of fewer has those that would have been made for it behind its own; of a grey brand
    they are greys, as light as its charts' colours, which have to be told apart and stay.
    """
    made, brand = _turned_to(given.primary), to_lch(given.primary)
    if brand.chroma <= _GREY:
        made = tuple(_tinged(brand, to_lch(colour).lightness, _GREY) for colour in made)
    series = (*given.charts, *made[len(given.charts) :])[:6]
    return tuple(_sure(colour, *grounds) for colour in series)


def _text_on(ground: str, *texts: str) -> str:
    """The first of the texts that can be read on the ground, or the one that is nearest to it."""
    readable = [text for text in texts if passes(text, (ground, TEXT))]
    return readable[0] if readable else _best(ground, texts)


def _best(ground: str, texts: Sequence[str]) -> str:
    return max(texts, key=lambda text: contrast(text, ground))


def _sure(colour: str, *grounds: tuple[str, float]) -> str:
    """The nearest that passes; where grounds that are refused leave none, the colour itself."""
    return nearest_that_passes(colour, *grounds) or colour
