"""Colours as numbers: contrast, and the nearest colour that can be read.

A colour is text, "#12436d". Lightness is changed in OKLCH, where steps of one size look alike and
a hue keeps its name. Sources: WCAG 2.2, "relative luminance" and "contrast ratio"; B. Ottosson,
"A perceptual color space for image processing" (2020), for OKLab.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from math import atan2, cos, degrees, dist, hypot, radians, sin

_STEPS = 250  # of lightness, from black to white


@cache
def luminance(colour: str) -> float:
    """WCAG's relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Lch:
    """A colour in OKLCH: lightness 0 to 1, chroma from 0 (grey), hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    @property
    def across(self) -> tuple[float, float]:
        """How red or green, and how yellow or blue; nothing of either for a grey."""
        angle = radians(self.hue)
        return self.chroma * cos(angle), self.chroma * sin(angle)

    def at_most(self, chroma: float) -> "Lch":
        """The same with less chroma, where it has more."""
        return replace(self, chroma=min(self.chroma, chroma))


def to_lch(colour: str) -> Lch:
    """A colour in OKLCH."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Lch(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)


@cache  # the colours of two grounds and of priorities are searched for along the same lines
def to_hex(colour: Lch) -> str:
    """A colour of OKLCH as text; one that no screen shows, with as much chroma as it can have."""
    angle = radians(colour.hue)
    red, yellow = cos(angle), sin(angle)

    def channels_at(chroma: float) -> tuple[float, float, float]:
        return _channels(colour.lightness, chroma * red, chroma * yellow)

    channels = channels_at(colour.chroma)
    if not _is_shown(channels):
        least, most = 0.0, colour.chroma
        for _ in range(12):
            middle = (least + most) / 2
            is_shown = _is_shown(channels_at(middle))
            least, most = (middle, most) if is_shown else (least, middle)
        channels = channels_at(least)
    return "#" + "".join(f"{round(255 * _encoded(channel)):02x}" for channel in channels)


def nearest_that_passes(colour: str, *grounds: tuple[str, float]) -> str | None:
    """The colour, or that of its hue whose lightness is nearest, with enough contrast.

    ``grounds`` are what it stands on or beside, each with the least ratio. None where no
    lightness has enough with all.
    """
    if passes(colour, *grounds):
        return colour
    begun = to_lch(colour)
    for step in range(1, _STEPS + 1):
        for lightness in (begun.lightness - step / _STEPS, begun.lightness + step / _STEPS):
            if 0 <= lightness <= 1:
                other = to_hex(replace(begun, lightness=lightness))
                if passes(other, *grounds):
                    return other
    return None


def passes(colour: str, *grounds: tuple[str, float]) -> bool:
    """Whether the colour has at least the ratio with each ground."""
    return all(contrast(colour, ground) >= ratio for ground, ratio in grounds)


def turned(colour: str, by: float) -> str:
    """The colour with its hue turned by so many degrees, as light as it was to WCAG's formula.

    Rounding never makes it lighter: what had just enough contrast with white keeps it.
    """
    begun = to_lch(colour)
    wanted, darkest, lightest = luminance(colour), 0.0, 1.0
    hue = begun.hue + by
    found = colour
    for _ in range(20):
        middle = (darkest + lightest) / 2
        tried = to_hex(Lch(middle, begun.chroma, hue))
        if luminance(tried) > wanted:
            lightest = middle
        else:
            darkest, found = middle, tried
    return found


def most_unlike(colour: str, others: Iterable[str]) -> str:
    """The one of the others that is furthest from the colour but for lightness."""
    here = to_lch(colour).across
    return max(others, key=lambda other: dist(here, to_lch(other).across))


def _linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light, from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    light = min(max(light, 0), 1)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _channels(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light; beyond 0 and 1 where no screen shows the colour."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _is_shown(channels: tuple[float, ...]) -> bool:
    return min(channels) >= -0.0005 and max(channels) <= 1.0005
