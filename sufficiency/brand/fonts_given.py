"""What ``_brand.yml`` says of fonts: each family found, or told why not."""

import re
from collections.abc import Mapping

from sufficiency.brand.typeface import (
    FontBroken,
    Typeface,
    brought,
    default_typeface,
    lacking,
    package_of,
    packaged,
)
from sufficiency.content.brand import BrandFont, BrandText, BrandTypography
from sufficiency.problems import Code, Problem, suggestion
from sufficiency.sources.shape import FONT_ENDINGS, FONTS

FONT_NONE = Code(
    "FONT-NONE",
    "A font is neither installed as a package nor given as files",
    "A font of one computer is not on another, and may not be put into a PDF. So fonts come with "
    "the tool, in packages, or with the project, as files.",
    "Put the font's files (TTF or OTF, regular and bold) into strategy/fonts and name them below "
    "`typography:` and `fonts:`; or ask whoever installed the tool for the package of the font, "
    "such as fontpkg-lato for Lato.",
    "typography:\n  base: Town Sans",
    mended="typography:\n"
    "  fonts:\n"
    "    - family: Town Sans\n"
    "      source: file\n"
    "      files:\n"
    "        - strategy/fonts/TownSans-Regular.ttf\n"
    "        - strategy/fonts/TownSans-Bold.ttf\n"
    "  base: Town Sans",
)
FONT_FILE = Code(
    "FONT-FILE",
    "A font's file cannot be used",
    "Web page, PDF and charts take fonts as TTF or OTF from the folder strategy/fonts.",
    "Put the file into strategy/fonts and write its place, such as "
    "strategy/fonts/TownSans-Bold.ttf.",
    "files:\n  - TownSans.woff2",
    mended="files:\n  - strategy/fonts/TownSans-Regular.ttf\n  - strategy/fonts/TownSans-Bold.ttf",
)
FONT_FACES = Code(
    "FONT-FACES",
    "A font lacks a face that documents need",
    "Headings and captions are bold and text is not; a face that is missing would be made up.",
    "Add the file of that face.",
    "files:\n  - strategy/fonts/TownSans-Regular.ttf",
    mended="files:\n  - strategy/fonts/TownSans-Regular.ttf\n  - strategy/fonts/TownSans-Bold.ttf",
)
FONT_NAME = Code(
    "FONT-NAME",
    "A font's name holds signs that no font's name has",
    "The name is copied into the web page, the PDF and the Word file, where such signs could be "
    "taken for something else.",
    "Write the name as the font's maker does: letters, digits, spaces, and of signs only "
    "hyphens, full stops, commas, underscores, apostrophes, brackets, + and &.",
    "family: Town Sans;",
    mended="family: Town Sans",
)

_NAME = re.compile(r"(?=.*[^\W_])[\w .,'’+&()-]+")
_AS_WIDE = {"Arial": "Arimo", "Helvetica": "Arimo"}
"""Fonts that may be printed from any computer, drawn as wide as those that may not."""


def read_typefaces(
    typography: BrandTypography, files: Mapping[str, bytes]
) -> tuple[Typeface, Typeface, list[Problem]]:
    """The typefaces of text and of headings; the default's where one cannot be had.

    ``files`` are the bytes of the project's font files by path.
    """
    problems: list[Problem] = []
    own: dict[str, Typeface | None] = {}
    for font in typography.fonts:
        if font.files:
            own[font.family], found = _of_files(font, files)
            problems += found
    base, found = _find(typography.base, own, default_typeface())
    problems += found
    headings, found = _find(typography.headings, own, base)
    return base, headings, [*problems, *found]


def _find(
    text: BrandText | None, own: Mapping[str, Typeface | None], otherwise: Typeface
) -> tuple[Typeface, list[Problem]]:
    """The typeface that is named, or the other where none is, or none can be had."""
    family = text.family if text is not None else None
    if family is None:
        return otherwise, []
    if family in own:
        return own[family] or otherwise, []
    found = packaged(family)
    if found is not None:
        return found, []
    message = f'the font "{family}" is not installed as a package, and no files are given for it.'
    mend = FONT_NONE.mend
    if family in _AS_WIDE:
        like = _AS_WIDE[family]
        mend = f'"{like}" is as wide and may be printed: the package {package_of(like)} has it. '
        mend += f'Or give the files of "{family}".'
    elif own:
        mend = suggestion(family, own, mend)
    return otherwise, [Problem(FONT_NONE, family.at, message, mend)]


def _of_files(font: BrandFont, files: Mapping[str, bytes]) -> tuple[Typeface | None, list[Problem]]:
    problems: list[Problem] = []
    if not _NAME.fullmatch(font.family):
        message = f'"{font.family}" is not the name of a font.'
        problems.append(Problem(FONT_NAME, font.family.at, message, FONT_NAME.mend))
    named: dict[str, bytes] = {}
    for file in font.files:
        path = file.path
        if path in files:
            named[path] = files[path]
            continue
        message = f'the font\'s file "{path}" is not there.'
        if not path.startswith(FONTS) or not path.lower().endswith(FONT_ENDINGS):
            message = f'"{path}" is no TTF or OTF file in {FONTS.rstrip("/")}.'
        mend = suggestion(path, files, FONT_FILE.mend)
        problems.append(Problem(FONT_FILE, path.at, message, mend))
    if problems:
        return None, problems
    try:
        typeface = brought(str(font.family), named)
    except FontBroken as error:
        at = next(file.path.at for file in font.files if file.path == str(error))
        message = f'the file "{error}" is no font, or was cut short.'
        return None, [Problem(FONT_FILE, at, message, "Copy it again from where it came from.")]
    for words in lacking(typeface):
        message = f'none of the files of "{font.family}" is its {words} face.'
        problems.append(Problem(FONT_FACES, font.location("files"), message, FONT_FACES.mend))
    return (None if problems else typeface), problems
