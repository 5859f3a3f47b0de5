"""The names by which a finished file can be gone to, so that an item is found by its id.

Ids in HTML, bookmarks in Word, named destinations in the PDF (which has them for headings alone).
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import html


def names_in(path: Path) -> set[str]:
    """Every name in the file; its ending (.html, .pdf, .docx) says how it is read."""
    return {".html": _html, ".pdf": _pdf, ".docx": _docx}[path.suffix](path)


def _html(path: Path) -> set[str]:
    page = html.document_fromstring(path.read_bytes())
    return {id for element in page.iter() if (id := element.get("id"))}


def _docx(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as package:
        document = parse_xml(package.read("word/document.xml"))
    return {mark.get(qn("w:name"), "") for mark in document.iter(qn("w:bookmarkStart"))}


def _pdf(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf:
        return set(_destinations(pdf.Root.Names.Dests))


def _destinations(node: Any) -> Iterator[str]:
    """The names of a name tree: pairs of a name and where it leads, or further nodes."""
    yield from map(str, list(node.get("/Names", []))[::2])
    for kid in node.get("/Kids", []):
        yield from _destinations(kid)
