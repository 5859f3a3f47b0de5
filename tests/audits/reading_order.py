"""The PDF is read in the order of the web page, from the first chapter to the last word.

The PDF's words come from its structure tree, in the order that a screen reader speaks them. What
one of the two alone has is left out: covers, contents, lists of figures and of tables, and the data
and downloads below a figure. A caption is read before what it captions, as a screen reader names a
figure.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf
from lxml import html

from tests.audits.agreement import normalised, read_html, spoken, structure_lines

WORDS_SHOWN = 8  # of a difference, and around it
PAGE_ALONE = ("nav", "details")
PAGE_ALONE_BY_ROLE = ("doc-backlink", "doc-noteref")
PAGE_ALONE_BY_CLASS = "downloads"


def audit(pdf: Path, page: Path) -> list[str]:
    """The first difference between the two, in words; none where they are read alike."""
    spoken_words, page_words = words_of_pdf(pdf), words_of_html(page)
    return list(_first_difference(page_words, spoken_words))


def audit_bookmarks(pdf: Path, page: Path) -> list[str]:
    """The first difference between the PDF's bookmarks and the headings that the page lists."""
    headings = [
        f"{int(element.tag[1]) - 1} {normalised(''.join(element.itertext()))}"
        for element in _main(page).iter("h2", "h3", "h4", "h5", "h6")
        if "unlisted" not in element.get("class", "").split()
    ]
    return list(_first_difference(headings, list(_bookmarks(pdf))))


def _bookmarks(path: Path) -> Iterator[str]:
    """Each bookmark with its level, from 1, as ``headings`` has it."""

    def walk(items: list[pikepdf.OutlineItem], level: int) -> Iterator[str]:
        for item in items:
            yield f"{level} {normalised(item.title)}"
            yield from walk(item.children, level + 1)

    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        yield from walk(outline.root, 1)


def words_of_html(path: Path) -> list[str]:
    main = _main(path)
    for element in list(main.iter()):
        if _is_of_the_page_alone(element):
            element.drop_tree()
    for caption in list(main.iter("figcaption")):
        figure = caption.getparent()
        assert figure is not None
        figure.insert(0, caption)
    return normalised(read_html(main)).split()


def _is_of_the_page_alone(element: html.HtmlElement) -> bool:
    if element.tag in PAGE_ALONE or element.get("role") in PAGE_ALONE_BY_ROLE:
        return True
    return PAGE_ALONE_BY_CLASS in element.get("class", "").split()


def _main(page: Path) -> html.HtmlElement:
    main = html.document_fromstring(page.read_bytes()).find(".//main")
    assert main is not None
    return main


def words_of_pdf(path: Path) -> list[str]:
    return normalised(spoken(_behind_contents(structure_lines(path)))).split()


def _behind_contents(lines: list[str]) -> list[str]:
    """The lines of the structure tree that follow the last contents and all that is in them."""
    depths = [len(line) - len(line.lstrip()) for line in lines]
    contents = [place for place, line in enumerate(lines) if line.strip() == "TOC"]
    if not contents:
        return lines
    following = range(contents[-1] + 1, len(lines))
    return lines[next(place for place in following if depths[place] <= depths[contents[-1]]) :]


def _first_difference(wanted: list[str], said: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(a=wanted, b=said, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(wanted[max(0, start - WORDS_SHOWN) : start])
            here = " ".join(wanted[start:end][:WORDS_SHOWN])
            there = " ".join(said[from_:to][:WORDS_SHOWN])
            yield f'after "{before}" the page says "{here}", the PDF "{there}"'
            return
