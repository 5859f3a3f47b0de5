"""Chapters for a strict content-management system, their pictures, and a sheet that lists them.

Each chapter is a page to be made there by hand: its title is typed in, its text pasted, and each
picture uploaded with its alternative text. The sheet says what goes where, in order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote

from sufficiency.engines.web.files import Files, is_beside
from sufficiency.engines.web.kept_tags import LinkTo, in_kept_tags
from sufficiency.engines.web.names import FIRST_PAGE, description_of, homes_of, page_names
from sufficiency.engines.web.single import Single
from sufficiency.engines.web.tree import Element, made, shift_headings, words_of, write_piece
from sufficiency.engines.web.upload_sheet import Page, Picture, write_sheet

SHEET = "upload-sheet.html"

ToPng = Callable[[str, bytes], bytes]
"""An SVG, by its name and content, as PNG."""


def cms_files(single: Single, to_png: Callable[[str, bytes], bytes]) -> dict[str, bytes]:
    """The upload sheet, a file for each page, and the pictures and documents they show or offer."""
    names = page_names(single.chapters)
    homes = homes_of(single.chapters, names)
    shift_headings([block for chapter in single.chapters for block in chapter.blocks], -1)
    bodies = {FIRST_PAGE: _first_page(single, names, homes)}
    for chapter in single.chapters:
        link_to = _links_from(names[chapter.id], homes)
        bodies[names[chapter.id]] = in_kept_tags(chapter.blocks, link_to)
    files = _take_along(bodies.values(), single.files, to_png)
    about = {FIRST_PAGE: (single.title, single.description)}
    for chapter in single.chapters:
        about[names[chapter.id]] = (chapter.title, description_of(chapter, ""))
    sheet = write_sheet([_page(name, bodies, about) for name in bodies])
    texts = {name: _text(body) for name, body in bodies.items()}
    return {SHEET: sheet} | texts | files


def _first_page(
    single: Single, names: Mapping[str, str], homes: Mapping[str, str]
) -> list[Element]:
    """What the cover says, the documents to download, and a link to each chapter."""
    about = [made("p", single.description)] if single.description else []
    around = [each for each in single.before_chapters() if each.tag != "nav"]
    for link in (link for each in around for link in each.iter("a")):
        link.attrib.pop("download", None)  # in a chapter these are left out, here they are wanted
    chapters = made("ul", "\n")
    for chapter in single.chapters:
        entry = made("li", "", made("a", chapter.title, href=names[chapter.id]))
        entry.tail = "\n"
        chapters.append(entry)
    return [
        *about,
        *in_kept_tags(around, _links_from(FIRST_PAGE, homes)),
        made("h2", "Contents"),
        chapters,
    ]


def _links_from(name: str, homes: Mapping[str, str]) -> LinkTo:
    """Where links on the page of that name lead: to other pages, since ids are not kept."""

    def link_to(address: str) -> str | None:
        if not address.startswith("#"):
            return address
        home = homes.get(unquote(address[1:]))
        return home if home != name else None

    return link_to


def _take_along(
    bodies: Iterable[Sequence[Element]], held: Mapping[str, bytes], to_png: ToPng
) -> dict[str, bytes]:
    """The pictures that the pages show, drawings as PNG, and the documents that they offer.

    Where a drawing as PNG would have another picture's name, the pages name it anew.
    """
    files = Files()
    for element in (each for body in bodies for block in body for each in block.iter("img", "a")):
        attribute = "src" if element.tag == "img" else "href"
        name = element.get(attribute)
        if name not in held:
            continue
        data = held[name]
        if element.tag == "img" and name.endswith(".svg"):
            name, data = str(PurePosixPath(name).with_suffix(".png")), to_png(name, data)
        element.set(attribute, files.keep(name, data))
    return files.all()


def _page(
    name: str, bodies: Mapping[str, Sequence[Element]], about: Mapping[str, tuple[str, str]]
) -> Page:
    """What the sheet says of a page."""
    title, summary = about[name]
    pictures, links, documents = [], [], []
    for place, block in enumerate(bodies[name]):
        below = words_of(bodies[name][place + 1]) if place + 1 < len(bodies[name]) else ""
        pictures += [Picture(one.get("src"), one.get("alt"), below) for one in block.iter("img")]
        for link in block.iter("a"):
            address = link.get("href")
            if address in about:
                links.append((words_of(link), about[address][0]))
            elif is_beside(address):
                documents.append(address)
    return Page(name, title, summary, tuple(pictures), tuple(links), tuple(documents))


def _text(body: Sequence[Element]) -> bytes:
    """A page's text in plain ASCII, which looks the same whatever program it is opened in."""
    lines = (write_piece(block).strip() for block in body)
    return "".join(f"{line}\n" for line in lines).encode("ascii", "xmlcharrefreplace")
