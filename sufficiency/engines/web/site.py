"""A page a chapter: a first page with cover, contents and downloads, and what all pages share.

Nothing on a page is inline, so that any policy that allows the site's own files lets it work.
"""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from urllib.parse import unquote, urlsplit

from sufficiency.engines.web.names import FIRST_PAGE, description_of, homes_of, page_names
from sufficiency.engines.web.single import Chapter, Single, contents_of, main_of
from sufficiency.engines.web.tree import (
    Element,
    ids_in,
    made,
    shift_headings,
    words_of,
    write_page,
)

_OLD_ADDRESSES = """
// An address of the single page, as index.html#sec-costs, leads to where that is now.
(function () {
  "use strict";
  const pages = %s;
  function go() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; } // cut short, as #%%E0%%A4
    const page = Object.keys(pages).find(name => pages[name].includes(id));
    if (page) location.replace(page + location.hash);
  }
  window.addEventListener("hashchange", go);
  go();
})();
"""


_LEADING = {"a": "href", "data": "data-entry"}
"""What leads somewhere, and the attribute that says where; of a number the script makes a link."""


def site_files(single: Single, own_style: str) -> dict[str, bytes]:
    """Every file of the site by its name, the first page first."""
    names = page_names(single.chapters)
    homes = homes_of(single.chapters, names)
    pages = {FIRST_PAGE: _first_page(single, names, homes)}
    for place, chapter in enumerate(single.chapters):
        pages[names[chapter.id]] = _chapter_page(single, place, names, homes)
    style = f"{single.style}\n{own_style}"
    shared = {"style.css": style.encode(), "addresses.js": _old_addresses(homes)}
    if single.script:
        shared["script.js"] = single.script.encode()
    written = {name: write_page(page) for name, page in pages.items()}
    return written | shared | dict(single.files)


def _first_page(single: Single, names: Mapping[str, str], homes: Mapping[str, str]) -> Element:
    """Cover and contents; each line of these has the id of what it leads to.

    An address of the single page so leads to the line, and the script goes on from there.
    """
    page = deepcopy(single.shell)
    main, contents = main_of(page), contents_of(page)
    if single.description:
        main.append(made("p", single.description, class_="lead"))
    main.extend(deepcopy(single.front))
    _link_to_pages(page, homes)
    if contents is not None:
        contents.getparent().classes.discard("columns")
        _lay_open(contents)
        main.append(contents)
        for entry in contents.iter("li"):
            link = entry.find("a")
            id = "" if link is None else link.get("href").rpartition("#")[2]
            if id in homes:
                entry.set("id", id)
        _lead_to_tops(contents, names)
    _share(page, single, scripts=("addresses.js",))
    return page


def _chapter_page(
    single: Single, place: int, names: Mapping[str, str], homes: Mapping[str, str]
) -> Element:
    chapter = single.chapters[place]
    page = deepcopy(single.shell)
    main, contents = main_of(page), contents_of(page)
    heading = deepcopy(chapter.heading)
    main.append(chapter.section(*(deepcopy(block) for block in chapter.blocks)))
    shift_headings([heading, main], -1)
    _head_chapter(page, single.title, heading)
    _link_to_pages(page, homes)
    if contents is not None:
        _lead_to_tops(contents, names)
        _mark_current(contents, names[chapter.id])
    main.append(_neighbours(single.chapters, place, names))
    _describe(page, single, chapter)
    _say_address(page, names[chapter.id])
    _share(page, single)
    return page


def _lay_open(contents: Element) -> None:
    """Has contents that could be folded stand open, below a heading."""
    for folded in list(contents.iter("details")):
        for title in folded.iterchildren("summary"):
            title.tag = "h2"
        folded.drop_tag()


def _head_chapter(page: Element, title: str, heading: Element) -> None:
    """Puts the chapter's heading in the cover's place, below the title, which is now a link."""
    cover_title = next(page.iter("h1"))
    for after in list(cover_title.itersiblings()):
        after.drop_tree()
    link = made("a", title, href=FIRST_PAGE)
    cover_title.addprevious(made("p", "", link, class_="document-title"))
    cover_title.addnext(heading)
    cover_title.drop_tree()
    for around in heading.iterancestors("header"):
        around.classes.add("of-chapter")


def _link_to_pages(page: Element, homes: Mapping[str, str]) -> None:
    """Sends each link to the page on which its end stands now, unless that is this one."""
    here = set(ids_in(page))
    for link in page.iter(*_LEADING):
        name = _LEADING[link.tag]
        address = link.get(name, "")
        id = unquote(address[1:])
        if address.startswith("#") and id not in here and id in homes:
            link.set(name, homes[id] + address)


def _lead_to_tops(contents: Element, names: Mapping[str, str]) -> None:
    """Has the contents lead to a chapter's page, and not to the heading at its top."""
    for link in contents.iter("a"):
        link.attrib.pop("id", None)
        id = unquote(link.get("href").rpartition("#")[2])
        if id in names:
            link.set("href", names[id])


def _mark_current(contents: Element, name: str) -> None:
    """Marks a chapter as the one that is read; of the others only the titles stay."""
    for entry in list(contents.iter("li")):
        link, below = entry.find("a"), entry.find("ul")
        if link is not None and link.get("href") == name:
            link.set("aria-current", "page")
        elif below is not None:
            below.drop_tree()


def _neighbours(chapters: Sequence[Chapter], place: int, names: Mapping[str, str]) -> Element:
    """Links to the chapters before and after; before the first are the contents."""
    links = made("nav", class_="neighbours", aria_label="Previous and next chapters")
    before = chapters[place - 1] if place else None
    title, address = (before.title, names[before.id]) if before else ("Contents", FIRST_PAGE)
    links.append(_neighbour("Previous", title, href=address, rel="prev"))
    if place + 1 < len(chapters):
        after = chapters[place + 1]
        links.append(_neighbour("Next", after.title, href=names[after.id], rel="next"))
    links.tail = "\n"
    return links


def _neighbour(which: str, title: str, **attributes: str) -> Element:
    way = made("span", f"{which}: ", class_="way")
    way.tail = title
    return made("p", "", made("a", "", way, **attributes), class_=which.lower())


def _describe(page: Element, single: Single, chapter: Chapter) -> None:
    """Gives a chapter's page a title and a description of its own."""
    title = next(page.iter("title"))
    title.text = f"{chapter.title} – {words_of(title)}"
    said = description_of(chapter, f"{chapter.title}: a chapter of {single.title}.")
    own = {"description": said, "og:description": said, "og:title": chapter.title}
    for meta in page.iter("meta"):
        name = meta.get("name") or meta.get("property")
        if name in own:
            meta.set("content", own.pop(name))
    if "description" in own:
        title.addnext(made("meta", name="description", content=said))
    for data in list(page.iter("script")):  # for search engines, about the document as a whole
        data.drop_tree()


def _say_address(page: Element, name: str) -> None:
    """Has a chapter's page that says the strategy's address say its own, in the same folder."""
    for link in page.xpath("//head/link[@rel='canonical']"):
        parts = urlsplit(link.get("href"))
        before, _, last = parts.path.rpartition("/")
        folder = before if not last or "." in last else parts.path
        address = parts._replace(path=f"{folder}/{name}", query="").geturl()
        link.set("href", address)
        for meta in page.xpath("//head/meta[@property='og:url']"):
            meta.set("content", address)


def _share(page: Element, single: Single, scripts: Sequence[str] = ()) -> None:
    """Has the page take the style sheet, and the scripts, that lie beside it."""
    head = page.find("head")
    head.append(made("link", rel="stylesheet", href="style.css"))
    for name in (*(["script.js"] if single.script else []), *scripts):
        head.append(made("script", src=name, defer="defer"))
    for element in head:
        element.tail = "\n"


def _old_addresses(homes: Mapping[str, str]) -> bytes:
    pages: dict[str, list[str]] = {}
    for id, name in homes.items():
        pages.setdefault(name, []).append(id)
    return (_OLD_ADDRESSES.lstrip() % json.dumps(pages, ensure_ascii=True, indent=1)).encode()
