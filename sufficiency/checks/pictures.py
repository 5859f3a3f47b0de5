"""Rules of authors' pictures: good words for those who cannot see them."""

import re
from collections.abc import Iterator

from sufficiency.content import Content, PictureEntry
from sufficiency.content.binding import ID_TWICE
from sufficiency.problems import Code, Problem, suggestion

PICTURE_ALT_CAPTION = Code(
    "PICTURE-ALT-CAPTION",
    "A picture's alt text repeats its caption",
    "A screen reader reads both, one after the other.",
    "Let the alt text say what is to be seen, and the caption what it means.",
    "alt: The town hall\ncaption: The town hall",
    mended="alt: A brick house with a clock tower on a market square\ncaption: The town hall",
)
PICTURE_ALT_OPENING = Code(
    "PICTURE-ALT-OPENING",
    "A picture's alt text says that it is a picture",
    "A screen reader says so by itself.",
    "Begin with what is to be seen.",
    "alt: Picture of a house",
    mended="alt: A house with a blue door and a garden",
)
PICTURE_ALT_LONG = Code(
    "PICTURE-ALT-LONG",
    "A picture's alt text is long",
    "A screen reader reads it in one go, with no way to go back a sentence.",
    "Say the most important in two sentences, and the rest in the text beside the picture.",
    "alt: A house, and then three hundred letters more about its garden …",
    mended="alt: A house with a blue door and a garden",
)
PICTURE_DECORATIVE = Code(
    "PICTURE-DECORATIVE",
    "A picture is called decorative and has words of its own",
    "A decorative picture is left out for people who listen; a caption or alt text would be lost "
    "or stand alone.",
    "Delete decorative: true, or the alt text and the caption.",
    "decorative: true\nalt: A row of leaves",
    mended="decorative: true",
)
LOGO_KIND = Code(
    "LOGO-KIND",
    "The picture on the cover is no logo",
    "The cover has room for a small logo, in which a photograph could not be made out.",
    "Name a picture of kind: logo, or place this one in a section.",
    "logo: town            # a photograph of pictures.yml",
    mended="logo: crest           # with kind: logo in pictures.yml",
)
_LONGEST_ALT = 250
_OPENING = re.compile(
    r"(?:an?|the|this)?\s*(?:image|picture|photo|photograph|graphic)\s+(?:of|show(?:s|ing))\b",
    re.IGNORECASE,
)


def check_pictures(content: Content) -> Iterator[Problem]:
    """Every rule of every entry, used or not, and the logo's kind."""
    for id, entry in content.pictures.entries.items():
        yield from _alt(entry)
        if id in content.figures.names:
            message = f'a figure has the id "{id}" already.'
            yield Problem(ID_TWICE, entry.location(), message, ID_TWICE.mend)
    yield from _logo(content)


def _alt(entry: PictureEntry) -> Iterator[Problem]:
    alt = (entry.alt or "").strip()
    at = entry.location("alt")
    if entry.decorative:
        if alt or entry.caption:
            field = "alt" if alt else "caption"
            message = f"the picture is decorative and has {'an alt text' if alt else 'a caption'}."
            mend = PICTURE_DECORATIVE.mend
            yield Problem(PICTURE_DECORATIVE, entry.location(field), message, mend)
        return
    if not alt:
        return  # there is no such picture, which is told where it is made
    if opening := _OPENING.match(alt):
        message = f'the alt text begins with "{opening[0]}".'
        yield Problem(PICTURE_ALT_OPENING, at, message, PICTURE_ALT_OPENING.mend)
    if entry.caption and _plain(alt) == _plain(entry.caption):
        message = "the alt text is the caption again."
        yield Problem(PICTURE_ALT_CAPTION, at, message, PICTURE_ALT_CAPTION.mend)
    if len(alt) > _LONGEST_ALT:
        message = f"the alt text has {len(alt)} letters; {_LONGEST_ALT} are enough."
        yield Problem(PICTURE_ALT_LONG, at, message, PICTURE_ALT_LONG.mend)


def _plain(text: str) -> str:
    """The words alone, to compare by."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _logo(content: Content) -> Iterator[Problem]:
    logo = content.strategy.logo if content.strategy else None
    entry = content.pictures.entries.get(logo) if logo else None
    if logo is not None and entry is not None and entry.kind != "logo":
        message = f'the picture "{logo}" is a {entry.kind}, not a logo.'
        logos = [id for id, other in content.pictures.entries.items() if other.kind == "logo"]
        mend = suggestion(logo, logos, LOGO_KIND.mend)
        yield Problem(LOGO_KIND, logo.at, message, mend)
