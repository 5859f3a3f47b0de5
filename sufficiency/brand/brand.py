"""A council's brand as every output takes it, and how it comes of ``_brand.yml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sufficiency.brand.colours_given import read_colours, settle_contrast
from sufficiency.brand.fonts_given import read_typefaces
from sufficiency.brand.palette import (
    ChartColours,
    Given,
    Palette,
    chart_colours,
    dark_palette,
    light_palette,
)
from sufficiency.brand.typeface import Typeface, default_typeface
from sufficiency.content.brand import BrandColours, BrandFile, BrandTypography, unused_keys
from sufficiency.problems import Code, Problem, Severity

BRAND_UNUSED = Code(
    "BRAND-UNUSED",
    "A key of the brand changes nothing here",
    "The brand.yml convention has it, and other programs may use it; in these documents nothing "
    "is made from it.",
    "Leave it for other programs, or delete it.",
    "color:\n  danger: red",
    Severity.WARNING,
    mended='color:\n  primary: "#12436d"',
)


@dataclass(frozen=True)
class Brand:
    """Colours of pages, by day and in the dark, and of charts; fonts of text and of headings.

    Its ``repr`` names all of it, for the keys of what is remembered.
    """

    light: Palette
    dark: Palette
    charts: ChartColours
    base: Typeface
    headings: Typeface


@cache
def default_brand() -> Brand:
    """The brand where none is given, in which the templates were audited.

    The file that comes with the tool says the same.
    """
    typeface = default_typeface()
    return _make(Given(), typeface, typeface)


def settle_brand(
    file: BrandFile | None, fonts: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Brand, list[Problem]]:
    """The brand that a file says, and what is wrong with it; the default brand where there is none.

    What cannot be used is told and made from the rest; in the place of a colour of too little
    contrast stands the nearest that passes, so that a draft can be read. ``fonts`` are the
    project's font files by path.
    """
    if file is None:
        return default_brand(), []
    read, written, problems = read_colours(file.color or BrandColours())
    given, found = settle_contrast(read, written)
    problems += found
    base, headings, found = read_typefaces(file.typography or BrandTypography(), fonts)
    problems += [*found, *_unused(file)]
    return _make(given, base, headings), problems


def _make(given: Given, base: Typeface, headings: Typeface) -> Brand:
    light = light_palette(given)
    charts = chart_colours(given, light.ink)
    return Brand(light, dark_palette(given), charts, base, headings)


def _unused(file: BrandFile) -> Iterator[Problem]:
    for entry, key in unused_keys(file):
        message = f'the key "{key}" is one of brand.yml and changes nothing here.'
        yield Problem(BRAND_UNUSED, entry.location(key), message, BRAND_UNUSED.mend)
