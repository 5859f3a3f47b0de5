"""Small composed documents, and their outputs read back as trees and text."""

import zipfile
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree, html

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines import pandoc_arguments, render, write_composed, written_name
from sufficiency.engines.pandoc import run_pandoc
from sufficiency.engines.word_xml import style_of, tag, text_of

ROOT = Path(__file__).parents[2] / "templates"
TEMPLATES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for folder in ("filters", "formats")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file()
}
PUBLISHED = date(2026, 11, 20)
FRONT = """---
title: "Placement sufficiency strategy"
subtitle: "2019 to 2023"
author: "Norton & Sutton Council"
date: "20 November 2026"
date-iso: "2026-11-20"
as-at: "31 March 2019"
edition: "2019 to 2023"
lang: en-GB
description: "How we will make sure that there are enough good homes."
keywords: [children in care, sufficiency]
notice: "An unofficial worked example."
engine: markdown
number-sections: true
toc-depth: 2
---

"""
DRAFT = FRONT.replace("engine:", 'draft: "DRAFT"\nengine:')
BAR = b"""<svg xmlns="http://www.w3.org/2000/svg" width="400pt" height="100pt"
viewBox="0 0 400 100"><rect width="300" height="60" fill="#12436d"/></svg>"""
CHARTS = {"figures/weekly-costs.svg": BAR}

NARROW = BAR.replace(b"400", b"200")
DATA = b"\xef\xbb\xbfHome,Value\r\nIn-house,675\r\n"
NARROW_CHARTS = {"figures/narrow/weekly-costs.svg": NARROW}
DATA_FILES = {"figures/weekly-costs.csv": DATA}

FIGURE = '![Homes cost more](figures/weekly-costs){#fig-costs fig-alt="Bar chart: £675."}\n'
TABLE = """::: {#tbl-costs tbl-colwidths="[50,25,25]"}
| Home | 2018 | 2019 |
|:--|--:|--:|
| In-house | 650 | 675 |
| Agency | 900 | 936 |

What homes cost
:::
"""
LIST_TABLE = """::: {.list-table #tbl-plan header-rows=1 header-cols=1 widths="2,5,3"}
- - Priority
  - What we will do
  - How we will know
- - []{rowspan=2} **Grow fostering**
  - **Strategic**

    - Recruit
  - []{rowspan=2}

    - More homes
- - **Operational**

    - Assess

The plan
:::
"""
BOX = """::: {.we-need #need-homes title="We need…"}
- more homes
- nearer homes
:::
"""

_kept: dict[str, bytes] = {}


def remember(key: str, make: Callable[[], bytes]) -> bytes:
    """Keeps what is made for as long as the tests run."""
    if key not in _kept:
        _kept[key] = make()
    return _kept[key]


def composed(body: str, *, front: str = FRONT) -> ComposedDocument:
    """A document of the body, with the one picture that tests use and what belongs to it."""
    return ComposedDocument(
        "strategy",
        "sufficiency-strategy",
        front + body,
        PUBLISHED,
        charts=CHARTS,
        narrow_charts=NARROW_CHARTS,
        data_files=DATA_FILES,
    )


def rendered(
    body: str,
    folder: Path,
    formats: Collection[str],
    *,
    front: str = FRONT,
    templates: Mapping[str, bytes] = TEMPLATES,
) -> dict[str, Path]:
    """The finished files of the body."""
    return render(
        composed(body, front=front),
        formats=formats,
        folder=folder,
        templates=templates,
        remember=remember,
    )


def page_of(body: str, folder: Path, *, front: str = FRONT) -> Any:
    """The web page's tree."""
    path = rendered(body, folder, ["html"], front=front)["html"]
    return html.document_fromstring(path.read_bytes())


def main_of(body: str, folder: Path, *, front: str = FRONT) -> Any:
    """The web page's main part, without title and contents: its blocks one after another.

    The elements that chapters and their parts have are taken away, their names left to headings.
    """
    main = page_of(body, folder, front=front).get_element_by_id("main")
    own = 'contains(@class, "we-need") or contains(@class, "priority")'
    for section in main.xpath(f'.//section[starts-with(@class, "level")][not({own})]'):
        section[0].set("id", section.get("id", ""))
        section.drop_tag()
    return main


def typst_of(body: str, folder: Path, *, front: str = FRONT) -> str:
    """What pandoc writes for typst, after the templates."""
    document = composed(body, front=front)
    write_composed(document, folder, TEMPLATES, remember, formats=["pdf"])
    run_pandoc(pandoc_arguments(document, ["pdf"]), making="the PDF", folder=folder)
    text = (folder / written_name(document, "pdf")).read_text(encoding="utf-8")
    return text.partition("\n  document,\n)\n")[2].strip()


def word_of(body: str, folder: Path, *, front: str = FRONT) -> Any:
    """The Word document's main part."""
    return word_part(rendered(body, folder, ["docx"], front=front)["docx"], "word/document.xml")


def word_part(path: Path, name: str) -> Any:
    """A part of a Word file as a tree."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def word_paragraphs(document: Any) -> list[tuple[str, str]]:
    """Style and text of every paragraph that has text, in order."""
    return [
        (style_of(paragraph), text_of(paragraph))
        for paragraph in document.iter(tag("p"))
        if text_of(paragraph)
    ]


def text(element: Any) -> str:
    """An HTML element's text with single spaces."""
    return " ".join("".join(element.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())
