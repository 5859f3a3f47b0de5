"""A chapter in the few tags that a strict content-management system keeps.

What such a system drops, it drops with all that it meant: a box's frame, a figure's caption, an
id, the scope of a header cell. So here each is said by what is kept: a heading, a paragraph, a
list, a table whose headers are header cells; a list that counts from 3, or in letters, by
paragraphs with these. Of attributes there are the address of a link, the source and alternative
text of a picture, and how many rows or columns a cell spans.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sufficiency.engines.web.marks import mark_of
from sufficiency.engines.web.tree import HEADINGS, Element, made, notes_in, said_in_signs, words_of

LinkTo = Callable[[str], str | None]
"""Where a link leads, by its address in the single page; None where only its words are to stay."""

_AS_KEPT = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em"}
_BROUGHT_OUT = "tile-value"
_WORDS_ONLY = "entry"
"""The class of links to a number of the text, which is nowhere without its id."""
_INLINE = set(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark picture q s samp small"
    " source span strong sub sup time u var wbr".split()
)
_LEFT_OUT = set("script style template button hr col colgroup svg nav".split())
_SPANS = ("rowspan", "colspan")
_BREAKS = re.compile(r"[ \t\r\n]+")  # no-break spaces do not
_NARROW = 300
"""Pixels that a table may take on a telephone, where no kept tag makes a wider one scroll."""
_LETTER, _EDGES = 8.5, 10
"""Pixels of a letter of a long word, and of a cell's padding and borders, in a plain style."""


def in_kept_tags(blocks: Iterable[Element], link_to: LinkTo) -> list[Element]:
    """The blocks anew: headings, paragraphs, lists and tables, one below the other.

    Links to files that are offered for download are left out: what they hold is in the tables.
    """
    return [anew for block in blocks for anew in _blocks(block, link_to)]


def _blocks(element: Element, link_to: LinkTo) -> Iterator[Element]:
    tag = element.tag
    if not isinstance(tag, str) or tag in _LEFT_OUT or _is_all_downloads(element):
        return
    if element.get("role") == "doc-endnotes":
        yield from _notes(element, link_to)
    elif tag in HEADINGS:
        yield _said(tag, element, link_to)
    elif tag == "ol" and _is_marked(element):
        yield from _marked_list(element, link_to)
    elif tag in ("ul", "ol"):
        yield _list(element, link_to)
    elif tag == "dl":
        yield _definitions(element, link_to)
    elif tag == "table":
        yield _table(element, link_to)
    elif tag == "blockquote":
        yield from _quotation(element, link_to)
    elif tag == "figcaption":
        yield _caption(element, link_to)
    elif tag == "summary":
        # A table below says the same in its caption.
        if next(element.getparent().iter("caption"), None) is None:
            yield made("p", "", _said("strong", element, link_to))
    else:
        yield from _held(element, link_to)


def _held(element: Element, link_to: LinkTo) -> Iterator[Element]:
    """The blocks in an element; words and pictures between them become paragraphs."""
    loose = made("p")
    _say(loose, element.text)
    for child in element:
        if child.tag in _INLINE:
            _add_inline(loose, child, link_to)
        else:
            yield from _if_any(loose)
            loose = made("p")
            yield from _blocks(child, link_to)
        _say(loose, child.tail)
    yield from _if_any(loose)


def _if_any(paragraph: Element) -> Iterator[Element]:
    if words_of(paragraph) or next(paragraph.iter("img"), None) is not None:
        paragraph.text = (paragraph.text or "").lstrip() or None
        yield paragraph


def _said(tag: str, element: Element, link_to: LinkTo) -> Element:
    """A new element with the words of another, and the links and pictures among them."""
    anew = made(tag)
    _add_content(anew, element, link_to)
    return anew


def _add_content(into: Element, element: Element, link_to: LinkTo) -> None:
    _say(into, element.text)
    for child in element:
        is_block = child.tag not in _INLINE
        if is_block and words_of(into):
            _say(into, " ")
        _add_inline(into, child, link_to)
        if is_block and (child.tail or "").strip():
            _say(into, " ")
        _say(into, child.tail)


def _add_inline(into: Element, element: Element, link_to: LinkTo) -> None:
    tag, address = element.tag, element.get("href")
    if element.get("role") == "doc-backlink" or tag in ("source", "wbr"):
        return
    if element.get("role") == "doc-noteref":
        _say(into, f" (note {element.text_content().strip()})")
    elif tag == "br":
        _say(into, " ")
    elif tag == "img":
        into.append(made("img", src=element.get("src"), alt=element.get("alt", "")))
    elif tag in ("sup", "sub"):
        _add_raised_or_lowered(into, element, link_to)
    elif tag == "q":
        _say(into, "“")
        _add_content(into, element, link_to)
        _say(into, "”")
    elif (
        tag == "a" and address and _WORDS_ONLY not in element.classes and (end := link_to(address))
    ):
        link = _said("a", element, link_to)
        link.set("href", end)
        into.append(link)
    elif kept := _AS_KEPT.get(tag) or (_BROUGHT_OUT in element.classes and "strong"):
        into.append(_said(kept, element, link_to))
    else:
        _add_content(into, element, link_to)


def _add_raised_or_lowered(into: Element, element: Element, link_to: LinkTo) -> None:
    """Says in signs what no kept tag says: 10³, CO₂, a^b; 103 would be another number."""
    if not len(element):
        _say(into, said_in_signs(element.tag, element.text_content()))
        return
    _say(into, ("^" if element.tag == "sup" else "_") + "(")
    _add_content(into, element, link_to)
    _say(into, ")")


def _say(into: Element, words: str | None) -> None:
    """Adds words at the end of what an element holds."""
    if not words:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words


def _fill(into: Element, blocks: Iterable[Element]) -> None:
    """Adds blocks to a list's item or a cell; the first, a paragraph, without its frame."""
    for place, block in enumerate(blocks):
        if place == 0 and block.tag == "p":
            _say(into, block.text)
            into.extend(block)
        else:
            into.append(block)


def _list(element: Element, link_to: LinkTo) -> Element:
    anew = made(element.tag, "\n")
    for item in element.iterchildren("li"):
        entry = made("li")
        _fill(entry, _held(item, link_to))
        entry.tail = "\n"
        anew.append(entry)
    return anew


def _is_marked(element: Element) -> bool:
    """Whether an ordered list counts otherwise than 1, 2, 3, which none of what is kept says."""
    return (
        element.get("start", "1") != "1"
        or element.get("type", "1") != "1"
        or any(item.get("value") for item in element.iterchildren("li"))
    )


def _marked_list(element: Element, link_to: LinkTo) -> Iterator[Element]:
    """Paragraphs that begin with the numbers or letters of the list's items."""
    number = int(element.get("start", "1"))
    for item in element.iterchildren("li"):
        number = int(item.get("value", number))
        yield from _led(f"{mark_of(number, element.get('type', '1'))}. ", _held(item, link_to))
        number += 1


def _definitions(element: Element, link_to: LinkTo) -> Element:
    """A list of terms, each with what it means."""
    anew = made("ul", "\n")
    for part in element.xpath("dt | dd | div/dt | div/dd"):
        if part.tag == "dt" or not len(anew):
            entry = made("li")
            entry.tail = "\n"
            anew.append(entry)
        if part.tag == "dt":
            entry.append(_said("strong", part, link_to))
            _say(entry, ": ")
        elif part.getprevious() is not None and part.getprevious().tag == "dd":
            entry.extend(_held(part, link_to))
        else:
            _fill(entry, _held(part, link_to))
    return anew


def _quotation(element: Element, link_to: LinkTo) -> Iterator[Element]:
    """What somebody said, between quotation marks."""
    blocks = list(_held(element, link_to))
    if blocks and not words_of(blocks[0]).startswith(("“", '"', "‘")):
        blocks[0].text = f"“{blocks[0].text or ''}"
        _say(blocks[-1], "”")
    yield from blocks


def _caption(element: Element, link_to: LinkTo) -> Element:
    """A caption as a paragraph of its own; who is quoted stands in no bolder letters."""
    if next(element.getparent().iter("blockquote"), None) is not None:
        return _said("p", element, link_to)
    return made("p", "", _said("strong", element, link_to))


def _notes(element: Element, link_to: LinkTo) -> Iterator[Element]:
    """The notes written out, since a link to one would need an id."""
    yield made("h2", "Notes")
    for note in notes_in(element):
        yield from _led(f"Note {note.get('value')}: ", _held(note, link_to))


def _led(words: str, blocks: Iterable[Element]) -> Iterator[Element]:
    """The blocks with these words before the first, in a paragraph of their own if it is none."""
    for place, block in enumerate(blocks):
        if place == 0 and block.tag == "p":
            block.text = words + (block.text or "")
        elif place == 0:
            yield made("p", words.strip())
        yield block


def _table(element: Element, link_to: LinkTo) -> Element:
    """The table with its caption and its header cells."""
    columns = _columns_that_fit(element)
    anew = made("table", "\n")
    for part in element.iterchildren("caption", "thead", "tbody", "tfoot"):
        if part.tag == "caption":
            anew.append(_said("caption", part, link_to))
        else:
            rows = made("thead" if part.tag == "thead" else "tbody", "\n")
            rows.extend(_row(row, link_to, columns) for row in part.iterchildren("tr"))
            anew.append(rows)
        anew[-1].tail = "\n"
    return anew


def _columns_that_fit(table: Element) -> int | None:
    """How many columns a narrow screen has room for; what the others say goes below the last.

    None where all stay: where they fit, where rows have not the same cells, and from the last
    column of figures to the left, since figures are read down the column.
    """
    rows = [list(row.iterchildren("th", "td")) for row in table.iter("tr")]
    spans = any(cell.get(name) for row in rows for cell in row for name in _SPANS)
    if spans or len({len(row) for row in rows}) != 1:
        return None
    columns = [["".join(cell.itertext()) for cell in column] for column in zip(*rows, strict=True)]
    kept = len(columns)
    while kept > 2 and _width(columns[:kept]) > _NARROW and not _is_of_figures(columns[kept - 1]):
        kept -= 1
    return kept if kept < len(columns) else None


def _width(columns: list[list[str]]) -> float:
    """Pixels of a table of which every column is as narrow as what does not break allows."""
    longest = (
        max(len(word) for cell in column for word in _BREAKS.split(cell)) for column in columns
    )
    return sum(_LETTER * letters + _EDGES for letters in longest)


def _is_of_figures(column: list[str]) -> bool:
    """Whether most of what stands below the heading has fewer letters than other signs."""
    cells = [cell for cell in column[1:] if cell]
    figures = [cell for cell in cells if 2 * sum(map(str.isalpha, cell)) < len(cell)]
    return 2 * len(figures) > len(cells)


def _row(row: Element, link_to: LinkTo, columns: int | None) -> Element:
    anew = made("tr")
    cells = list(row.iterchildren("th", "td"))
    held = [list(_held(cell, link_to)) for cell in cells]
    if columns is not None:
        held = [*held[: columns - 1], list(chain.from_iterable(held[columns - 1 :]))]
    for cell, blocks in zip(cells, held, strict=False):
        spans = {name: cell.get(name) for name in _SPANS if cell.get(name)}
        entry = made(cell.tag, **spans)
        _fill(entry, blocks)
        anew.append(entry)
    anew.tail = "\n"
    return anew


def _is_all_downloads(element: Element) -> bool:
    """Whether all that an element says are links to files that it offers."""
    if element.tag not in ("p", "ul", "div"):
        return False
    links = [words_of(link) for link in element.iter("a") if link.get("download") is not None]
    return bool(links) and _solid("".join(links)) == _solid(words_of(element))


def _solid(words: str) -> str:
    return "".join(words.split())
