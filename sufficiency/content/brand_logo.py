"""The logo that ``_brand.yml`` names, as the picture that the cover shows."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from sufficiency.content.binding import bind
from sufficiency.content.brand import BrandImage, BrandLogo
from sufficiency.content.pictures import PictureEntry
from sufficiency.problems import Cause, Code, Problem, nearest, suggestion
from sufficiency.sources import Text, YamlList, YamlMapping
from sufficiency.sources.shape import PICTURES

LOGO_FILE = Code(
    "LOGO-FILE",
    "The brand's logo is not there",
    "Pictures are kept with the strategy, so that it can be built on any computer.",
    "Save the logo in strategy/pictures and write its place, such as strategy/pictures/logo.svg.",
    "logo:\n  path: logo.svg\n  alt: Ambleford Council",
    mended="logo:\n  path: strategy/pictures/logo.svg\n  alt: Ambleford Council",
    cause=Cause.ENTRY,
)
LOGO_ALT = Code(
    "LOGO-ALT",
    "The brand's logo has no alt text",
    "Somebody who cannot see the cover would not learn whose it is, and the law asks for it.",
    "Write what the logo says, most often the council's name.",
    "logo: strategy/pictures/logo.svg",
    mended="logo:\n  path: strategy/pictures/logo.svg\n  alt: Ambleford Council",
    cause=Cause.ENTRY,
)
ID = "_logo"
"""The id of the picture; authors' own begin with a letter."""


def brand_logo(
    logo: BrandLogo, there: Collection[str]
) -> tuple[PictureEntry | None, list[Problem]]:
    """The picture of a brand's logo, None where it has none or cannot be used.

    ``there`` are the paths of the project's pictures.
    """
    chosen = _chosen(logo)
    if chosen is None:
        return None, []
    path, alt = chosen.path, chosen.alt
    if not path.startswith(PICTURES) or path not in there:
        message = f'the logo "{path}" is not there.'
        if not path.startswith(PICTURES):
            message = f'"{path}" is no file in {PICTURES.rstrip("/")}, and no name of an image.'
        mend = suggestion(path, [*there, *logo.images], LOGO_FILE.mend)
        return None, [Problem(LOGO_FILE, path.at, message, mend)]
    if alt is None or not alt.strip():
        return None, [_without_alt(logo, path, alt)]
    tree = YamlMapping(path.at)
    for key, value in (
        ("file", Text(path.removeprefix(PICTURES), path.at)),
        ("kind", Text("logo", path.at)),
        ("alt", alt),
    ):
        tree[key] = value
        tree.keys_at[key] = tree.values_at[key] = value.at
    return bind(tree, PictureEntry)


def logo_files(tree: YamlMapping | None, there: Collection[str]) -> set[str]:
    """The pictures that ``logo`` of the brand's ``tree`` names, whether it can be used or not.

    One whose name is misspelt is named all the same, by the offer of its right name.
    """
    by_name = {PurePosixPath(path).name: path for path in there}
    words = set(_words(tree.get("logo"))) if tree is not None else set()
    near = {nearest(PurePosixPath(word).name, by_name) for word in words.difference(there)}
    return words.intersection(there) | {by_name[name] for name in near if name is not None}


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, Text):
        yield str(node)
    elif isinstance(node, YamlMapping | YamlList):
        for below in node.values() if isinstance(node, YamlMapping) else node:
            yield from _words(below)


def _without_alt(logo: BrandLogo, path: Text, alt: Text | None) -> Problem:
    """Says the lines to write, by how the logo is written."""
    example = "most often the council's name: `alt: Ambleford Council`."
    if alt is not None:
        mend = f"Write after `alt:` what the logo says, {example}"
    elif logo.location() == path.at:
        mend = (
            f"Write `logo:` alone on its line; below it, indented by two spaces, `path: {path}`; "
        )
        mend += f"and on a line below that, indented alike, what the logo says, {example}"
    else:
        mend = "Write on a line of its own below `logo:`, indented by two spaces (or within its "
        mend += f"curly brackets, after a comma), what the logo says, {example}"
    at = path.at if alt is None else alt.at
    return Problem(LOGO_ALT, at, "the logo has no alt text.", mend)


def _chosen(logo: BrandLogo) -> BrandImage | None:
    """The image of the first size there is, or the only one, with the alt text that is nearest."""
    size = logo.medium or logo.large or logo.small
    if size is not None:
        image = logo.images.get(size.light.path, size.light)
        alts = (size.light.alt, image.alt, logo.alt)
        return BrandImage(path=image.path, alt=next((a for a in alts if a is not None), None))
    return BrandImage(path=logo.path, alt=logo.alt) if logo.path is not None else None
