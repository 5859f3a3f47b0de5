"""The brand as the templates take it: custom properties for the web page, names for typst.

The files are made for each build and stand among the templates, so that Quarto sees the same.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from unicodedata import normalize

from sufficiency.brand import Brand, Palette, Typeface
from sufficiency.brand.palette import DRAFT_GHOST, DRAFTS, DRAFTS_IN_THE_DARK
from sufficiency.brand.typeface import REGULAR
from sufficiency.engines.fonts import OTHER, css_string, font_key, font_rules, letters_lacking
from sufficiency.engines.typst_pdf import family_in, typst_version
from sufficiency.remember import Remember

STYLE = "formats/html/brand.css"
_TYPST = "formats/typst/typst-template.typ"
_SANS_SERIF = 'Verdana, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
_SERIF = 'Georgia, Cambria, "Times New Roman", serif'


def branded(
    templates: Mapping[str, bytes], brand: Brand, text: str, remember: Remember
) -> dict[str, bytes]:
    """The templates with the one that says the brand, for a document of the ``text``, to typst.

    Raises ToolMissing where a family is not installed.
    """
    letters = frozenset(normalize("NFC", text))
    # Only what the text has: typst looks at each word for them, which takes a tenth of its time.
    lacking = "".join(each for each in letters_lacking(brand, remember) if each in letters)
    known = [_known_to_typst(typeface, remember) for typeface in (brand.base, brand.headings)]
    names = _names(brand, known, lacking)
    return {**templates, _TYPST: names.encode() + templates[_TYPST]}


def style_sheet(brand: Brand, text: str, remember: Remember) -> bytes:
    """The style sheet that says the brand, and brings its fonts with the characters of a text."""
    return (_style(brand) + font_rules(brand, text, remember)).encode()


def _style(brand: Brand) -> str:
    """Custom properties, by day and in the dark; what is printed is printed by day."""
    fonts = {"font": _family(brand.base), "heading-font": _family(brand.headings)}
    light = _properties({**_named(brand.light), **DRAFTS, **fonts})
    dark = _properties({**_named(brand.dark), **DRAFTS_IN_THE_DARK})
    return (
        "/* Made from _brand.yml: change the colours there. */\n"
        f":root {{\n  color-scheme: light;\n{light}}}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f":root {{\n  color-scheme: dark;\n{dark}}}\n}}\n"
    )


def _properties(values: Mapping[str, str]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in values.items())


def _family(typeface: Typeface) -> str:
    """The family with what takes its place where a reader's browser refuses fonts."""
    return f"{css_string(typeface.family)}, {_SERIF if typeface.is_serif else _SANS_SERIF}"


def _known_to_typst(typeface: Typeface, remember: Remember) -> str:
    """The family's name in its files, by which typst goes whatever a council calls it."""
    if not typeface.is_brought:
        return typeface.family
    face = typeface.face(REGULAR)
    key = font_key("family", [face], typst_version())
    return remember(key, lambda: family_in(face.data).encode()).decode()


def _names(brand: Brand, families: Sequence[str], lacking: str) -> str:
    """typst's names for the colours and fonts of print, which go before all that uses them.

    ``families`` are those of text and of headings, as typst knows them. Words with one of the
    letters that are ``lacking`` are set in the font that has all.

    They stand in the template itself: Quarto takes it as a part of its own, from wherever.
    """
    named = {**_named(brand.light), **DRAFTS, "draft-ghost": DRAFT_GHOST}
    del named["link"]  # typst's own; in print it is the brand's colour
    lets = "".join(f'#let {name} = rgb("{value}")\n' for name, value in named.items())
    numbered = ", ".join(f'rgb("{colour}")' for colour in brand.light.priorities)
    lets += f"#let priority-colours = ({numbered},)\n"
    wide = f'(name: "{OTHER}", covers: regex("[{lacking}]")), ' if lacking else ""
    for name, family in zip(("fonts", "heading-fonts"), families, strict=True):
        lets += f'#let {name} = ({wide}{_typst_string(family)}, "{OTHER}")\n'
    return f"{lets}\n"


def _typst_string(text: str) -> str:
    """A text in quotation marks that does not end them."""
    return '"' + re.sub(r'[\x00-\x1f\x7f"\\]', lambda sign: f"\\u{{{ord(sign[0]):x}}}", text) + '"'


def _named(palette: Palette) -> dict[str, str]:
    """A palette's colours by the names that templates use; priorities are numbered from 1."""
    named = {
        field.name.replace("_", "-"): getattr(palette, field.name)
        for field in fields(palette)
        if field.name != "priorities"
    }
    numbered = {f"priority-{place}": one for place, one in enumerate(palette.priorities, start=1)}
    return named | numbered
