"""Whether two engines made the same document: what a reader of each format is told, compared.

Bytes may differ (another pandoc, another order of attributes), and with them the sizes of the
files that a page offers; text, headings, captions and their numbers, alt texts, links, header
cells and PDF standards may not.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pikepdf
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree, html

from tests.audits import agreement

Told = Mapping[str, Sequence[str]]
"""What a document tells, in reading order, by what it is: headings, captions, alt texts."""

SIZE = re.compile(r"\b[\d.]+\s(?:kB|MB)\b", re.IGNORECASE)
STANDARD = re.compile(r"<(pdf\w+id:(?:part|conformance))>(\w+)<")


def differences(one: Path, other: Path) -> list[str]:
    """The first difference of each kind between two files of one format; none if they agree."""
    told, also = told_by(one), told_by(other)
    found = []
    for kind in told:
        lines = ([SIZE.sub("(size)", line) for line in each[kind]] for each in (told, also))
        pairs = zip_longest(*lines, fillvalue="(nothing)")
        first = next((pair for pair in pairs if pair[0] != pair[1]), None)
        if first is not None:
            found.append(f'{one.suffix} {kind}: "{first[0]}" and "{first[1]}"')
    return found


def told_by(path: Path) -> Told:
    """What a finished file tells; its ending (.html, .pdf, .docx) says how it is read."""
    lines = [agreement.normalised(line) for line in agreement.text_of(path).splitlines()]
    read = {".html": _page, ".pdf": _pdf, ".docx": _word}[path.suffix]
    return {"text": [line for line in lines if line], **read(path)}


def _page(path: Path) -> Told:
    page: Any = html.document_fromstring(path.read_bytes())

    def texts(expression: str) -> list[str]:
        return [_plain("".join(found.itertext())) for found in page.xpath(expression)]

    return {
        "title": texts("//title"),
        "language": page.xpath("/html/@lang"),
        "headings": [
            f"{found.tag} {found.get('id')} {_plain(''.join(found.itertext()))}"
            for found in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        ],
        "captions of figures": texts("//figcaption"),
        "captions of tables": texts("//caption"),
        "alt texts": [found.get("alt", "(none)") for found in page.xpath("//img")],
        "links": [
            f"{_plain(''.join(found.itertext()))} {found.get('href', '').partition(',')[0]}"
            for found in page.xpath("//a")
        ],
        "header cells": [
            f"{found.get('scope')} {_plain(''.join(found.itertext()))}"
            for found in page.xpath("//th")
        ],
    }


def _pdf(path: Path) -> Told:
    with pikepdf.open(path) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        roles = [str(element.S).removeprefix("/") for element in elements]
        with pdf.open_outline() as outline:
            bookmarks = list(_bookmarks(outline.root, 1))
        return {
            "title": [str(pdf.docinfo.get("/Title"))],
            "language": [str(pdf.Root.get("/Lang"))],
            "headings": [role for role in roles if re.fullmatch(r"H\d", role)],
            "bookmarks": bookmarks,
            "captions": [role for role in roles if role == "Caption"],
            "figures and tables": [role for role in roles if role in ("Figure", "Table")],
            "alt texts": [str(element.Alt) for element in elements if "/Alt" in element],
            "links": [role for role in roles if role == "Link"],
            "header cells": [
                f"{element.S} {_scope(element)}" for element in elements if element.S == "/TH"
            ],
            "standards": sorted(
                " ".join(found)
                for found in STANDARD.findall(pdf.Root.Metadata.read_bytes().decode())
            ),
        }


def _word(path: Path) -> Told:
    with zipfile.ZipFile(path) as package:
        document: Any = parse_xml(package.read("word/document.xml"))
        related = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        core = etree.fromstring(package.read("docProps/core.xml"))
    targets = {one.get("Id"): one.get("Target") for one in related}
    paragraphs = [(_style(one), _words(one)) for one in document.iter(qn("w:p"))]
    return {
        "properties": sorted(f"{etree.QName(one).localname} {one.text}" for one in core),
        "headings": [f"{style} {words}" for style, words in paragraphs if "Heading" in style],
        "captions": [f"{style} {words}" for style, words in paragraphs if "Caption" in style],
        "styles": [style for style, _ in paragraphs],
        "alt texts": [one.get("descr", "(none)") for one in document.iter(qn("wp:docPr"))],
        "links": [
            f"{_words(one)} {one.get(qn('w:anchor')) or targets.get(one.get(qn('r:id')))}"
            for one in document.iter(qn("w:hyperlink"))
        ],
        "header cells": [
            _words(one.getparent().getparent()) for one in document.iter(qn("w:tblHeader"))
        ],
        "sections": [
            one.find(qn("w:pgSz")).get(qn("w:orient"), "upright")
            for one in document.iter(qn("w:sectPr"))
        ],
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _elements(element: Any) -> Iterator[Any]:
    """Every structure element below, in reading order."""
    below = element.get("/K", pikepdf.Array())
    for child in list(below) if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _bookmarks(items: Sequence[Any], level: int) -> Iterator[str]:
    for item in items:
        yield f"{level} {item.title}"
        yield from _bookmarks(item.children, level + 1)


def _scope(cell: Any) -> str:
    attributes = cell.get("/A", pikepdf.Array())
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return " ".join(str(one["/Scope"]) for one in listed if "/Scope" in one)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val")))


def _words(element: Any) -> str:
    return _plain("".join(one.text or "" for one in element.iter(qn("w:t"))))
