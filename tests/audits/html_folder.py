"""Pages of one folder as readers and search engines go through them: links, headings, titles."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

NAMING = ("href", "src", "srcset")
REFERRING = ("aria-labelledby", "aria-describedby", "headers", "for")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def audit(folder: Path) -> list[str]:
    """Faults of every page in the folder, which ought to be whole pages."""
    pages = {path.name: _read(path) for path in sorted(folder.glob("*.html"))}
    if not pages:
        return ["there is no page"]
    faults = [
        f"{name}: {fault}"
        for name, page in pages.items()
        for fault in (*_links(name, pages, folder), *_references(page), *_headings(page))
    ]
    return faults + _repeated(pages)


def links(folder: Path) -> list[str]:
    """Faults of the links alone, of pages that may be pieces."""
    pages = {path.name: _read(path) for path in sorted(folder.glob("*.html"))}
    return [f"{name}: {fault}" for name in pages for fault in _links(name, pages, folder)]


def _read(path: Path) -> Any:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(path.read_bytes(), parser=parser)


def _ids(page: Any) -> Counter[str]:
    return Counter(id for element in page.iter(etree.Element) if (id := element.get("id")))


def _links(name: str, pages: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Each address that is not of the web leads to a file of the folder, and to an id there."""
    for element in pages[name].iter(etree.Element):
        for attribute in NAMING:
            address = element.get(attribute)
            if address is None or urlsplit(address).scheme in ("http", "https", "mailto", "data"):
                continue
            parts = urlsplit(address)
            file, id = unquote(parts.path) or name, unquote(parts.fragment)
            path = folder / file
            if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
                yield f"{address} leads to no file of the folder"
            elif id and (file not in pages or not _ids(pages[file])[id]):
                yield f"{address} leads to an id that is not there"


def _references(page: Any) -> Iterator[str]:
    ids = _ids(page)
    yield from (f"the id {id} stands {count} times" for id, count in ids.items() if count > 1)
    for element in page.iter(etree.Element):
        for attribute in REFERRING:
            for id in (element.get(attribute) or "").split():
                if id not in ids:
                    yield f"{attribute} refers to {id}, which is not there"


def _headings(page: Any) -> Iterator[str]:
    levels = [HEADINGS.index(heading.tag) + 1 for heading in page.iter(*HEADINGS)]
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} headings of level 1"
    if levels[:1] != [1]:
        yield "the first heading is not of level 1"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _repeated(pages: Mapping[str, Any]) -> list[str]:
    """Pages that have the title or the description of another, or none."""
    faults = []
    for what, path in (
        ("title", "string(//title)"),
        ("description", "string(//meta[@name='description']/@content)"),
    ):
        said = Counter(" ".join(page.xpath(path).split()) for page in pages.values())
        faults += [
            f"{count} pages have the {what} “{text}”" for text, count in said.items() if count > 1
        ]
        if said[""]:
            faults.append(f"a page has no {what}")
    return faults
