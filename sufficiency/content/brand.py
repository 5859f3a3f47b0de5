"""``_brand.yml``: a council's colours, logo and fonts, as the brand.yml convention has them.

Every key of the convention is known here. Those that change nothing in these documents are
``Unused``, and said to be so.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sufficiency.content.entry import Entry, Filled, WordKey
from sufficiency.sources import Text, YamlList, YamlMapping


class _ChangesNothing:
    """Marks a key of the convention that nothing here is made from."""


Unused = Annotated[Any, _ChangesNothing()]
_NOTHING = "A key of brand.yml that changes nothing here."
_UNUSED = Field(default=None, description=_NOTHING)


def _under(key: str, model: type[Entry]) -> BeforeValidator:
    """Lets a text stand for keys and values of which it is one."""

    def spread(value: Any) -> Any:
        if not isinstance(value, Text):
            return value
        spread = YamlMapping(value.at)
        spread[key] = value
        spread.keys_at[key] = spread.values_at[key] = value.at
        return spread

    return BeforeValidator(spread, json_schema_input_type=str | model)


def _as_sizes(value: Any) -> Any:
    """Lets a file with its alt text stand for a logo by day, as brand.yml has it."""
    if not isinstance(value, YamlMapping) or not {"path", "alt"} & value.keys():
        return value
    spread = YamlMapping(value.at)
    spread["light"] = value
    spread.keys_at["light"] = spread.values_at["light"] = value.at
    return spread


def _listed(value: Any) -> Any:
    """Lets one thing stand for a list of it."""
    if isinstance(value, YamlList) or not isinstance(value, Text | YamlMapping):
        return value
    alone = YamlList(value.at)
    alone.append(value)
    alone.items_at.append(value.at)
    return alone


class BrandImage(Entry):
    """A logo's file."""

    path: Filled = Field(description="The picture's file: strategy/pictures/logo.svg.")
    alt: Text | None = Field(
        default=None, description="What the logo says, for people who cannot see it."
    )


class BrandLogos(Entry):
    """A logo by day and in the dark; both stand on a light ground here."""

    light: Annotated[BrandImage, _under("path", BrandImage)] = Field(
        description="The name of one of the images, or its file."
    )
    dark: Unused = _UNUSED


LogoOfASize = Annotated[
    BrandLogos,
    _under("light", BrandLogos),
    BeforeValidator(_as_sizes, json_schema_input_type=str | BrandImage | BrandLogos),
]
"""The name of an image, its file, its file with alt text, or these by day and in the dark."""


class BrandLogo(Entry):
    """The logo on the cover: ``medium``, else ``large``, else ``small``."""

    images: dict[WordKey, Annotated[BrandImage, _under("path", BrandImage)]] = Field(
        default={}, description="Logos by name, each a file with its alt text."
    )
    medium: LogoOfASize | None = Field(
        default=None, description="The logo on the cover: the name of an image, or its file."
    )
    large: LogoOfASize | None = Field(
        default=None, description="The logo on the cover, where there is no medium one."
    )
    small: LogoOfASize | None = Field(
        default=None, description="The logo on the cover, where there is no other."
    )
    path: Filled | None = Field(default=None, description="The file of the only logo.")
    alt: Text | None = Field(
        default=None, description="What the logo says, where it is not said beside its file."
    )


class BrandColours(Entry):
    """Colours: "#12436d" in quotation marks, or the name of one in the palette."""

    palette: dict[WordKey, Text] = Field(
        default={},
        description="The brand's colours by name. chart-1, chart-2 and so on are those of charts "
        "in their order, rule that of thin lines, focus that of where the keyboard is.",
    )
    foreground: Text | None = Field(default=None, description="Text.")
    background: Text | None = Field(default=None, description="The web page's ground.")
    primary: Text | None = Field(
        default=None, description="The brand's own colour: headings, links, bars, the cover."
    )
    secondary: Text | None = Field(default=None, description="Quieter text: notes, page headers.")
    light: Text | None = Field(default=None, description="The ground of boxes and table headings.")
    tertiary: Unused = _UNUSED
    success: Unused = _UNUSED
    info: Unused = _UNUSED
    warning: Unused = _UNUSED
    danger: Unused = _UNUSED
    dark: Unused = _UNUSED


class BrandFontFile(Entry):
    """One face of a family."""

    path: Filled = Field(description="The file: strategy/fonts/Family-Bold.ttf.")
    weight: Any = Field(default=None, description="The file itself says it.")
    style: Any = Field(default=None, description="The file itself says it.")


class BrandFont(Entry):
    """A family of fonts that the council brings, or one that an installed package has."""

    family: Filled = Field(description="The family's name.")
    source: Literal["file", "google", "bunny", "system"] | None = Field(
        default=None,
        description="file, with its files; any other means a family that an installed package "
        "has: nothing is fetched while building.",
    )
    files: list[Annotated[BrandFontFile, _under("path", BrandFontFile)]] = Field(
        default=[], description="The files of its faces, regular and bold at least."
    )
    weight: Unused = _UNUSED
    style: Unused = _UNUSED
    display: Unused = _UNUSED


class BrandText(Entry):
    """How text is set."""

    family: Filled | None = Field(default=None, description="The name of the family of fonts.")
    size: Unused = _UNUSED
    weight: Unused = _UNUSED
    line_height: Unused = Field(default=None, alias="line-height", description=_NOTHING)


class BrandHeadings(BrandText):
    """How headings are set."""

    style: Unused = _UNUSED
    color: Unused = _UNUSED


class BrandTypography(Entry):
    """Fonts."""

    fonts: Annotated[
        list[BrandFont],
        BeforeValidator(_listed, json_schema_input_type=BrandFont | list[BrandFont]),
    ] = Field(default=[], description="The families that the council brings as files.")
    base: Annotated[BrandText, _under("family", BrandText)] | None = Field(
        default=None, description="The family of text, by its name."
    )
    headings: Annotated[BrandHeadings, _under("family", BrandHeadings)] | None = Field(
        default=None, description="The family of headings; that of text where left out."
    )
    monospace: Unused = _UNUSED
    monospace_inline: Unused = Field(default=None, alias="monospace-inline", description=_NOTHING)
    monospace_block: Unused = Field(default=None, alias="monospace-block", description=_NOTHING)
    link: Unused = _UNUSED


class BrandFile(Entry):
    """A council's brand, in the form of brand.yml."""

    meta: Any = Field(default=None, description="Whose brand it is. It is not printed.")
    logo: Annotated[BrandLogo, _under("path", BrandLogo)] | None = Field(
        default=None, description="The logo on the cover, unless strategy.yml names one."
    )
    color: BrandColours | None = Field(default=None, description="Colours.")
    typography: BrandTypography | None = Field(default=None, description="Fonts.")
    defaults: Unused = _UNUSED


def unused_keys(entry: Entry) -> Iterator[tuple[Entry, str]]:
    """Each key that is written and changes nothing, with the entry that it stands in."""
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        is_unused = any(isinstance(mark, _ChangesNothing) for mark in field.metadata)
        if is_unused and value is not None:
            yield entry, field.alias or name
        for below in value.values() if isinstance(value, dict) else _several(value):
            if isinstance(below, Entry):
                yield from unused_keys(below)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
