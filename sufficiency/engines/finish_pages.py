"""Pages of a Word document: what each section has above and below its text, and what begins one.

What the reference document says, ours or a council's own template, holds for every section.
"""

from copy import deepcopy
from typing import Any

from sufficiency.engines.word_xml import (
    beside,
    has_property,
    name_of,
    set_property,
    style_of,
    tag,
)


def finish_sections(document: Any) -> None:
    """Gives inner sections the last one's paper, header, footer and margins; only page one has
    none."""
    sections = list(document.iter(tag("sectPr")))
    last = sections[-1]
    references = [
        child for child in last if name_of(child) in ("headerReference", "footerReference")
    ]
    paper, margins = last.find(tag("pgSz")), last.find(tag("pgMar"))
    first_page = last.find(tag("titlePg"))
    for section in sections[:-1]:
        is_turned = _set_paper(section.find(tag("pgSz")), paper)
        if section.find(tag("headerReference")) is None:
            for place, reference in enumerate(references):
                section.insert(place, deepcopy(reference))
        if section.find(tag("pgMar")) is None and margins is not None:
            section.find(tag("pgSz")).addnext(_turned(margins) if is_turned else deepcopy(margins))
    if len(sections) > 1 and first_page is not None:
        sections[0].append(first_page)  # which takes it from the last


def _set_paper(size: Any, paper: Any) -> bool:
    """Gives a section the document's paper, turned where it asks for that; says whether it is."""
    is_turned = size.get(tag("orient")) == "landscape"
    if paper is not None:
        sides = sorted((paper.get(tag("w")), paper.get(tag("h"))), key=int)
        width, height = reversed(sides) if is_turned else sides
        size.set(tag("w"), width)
        size.set(tag("h"), height)
    return bool(is_turned)


def _turned(margins: Any) -> Any:
    """The margins of a page that is turned: its sides change places."""
    turned = deepcopy(margins)
    sides = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}
    for side, was in sides.items():
        turned.set(tag(side), margins.get(tag(was)))
    return turned


def begin_pages(document: Any) -> None:
    """The first chapter on a page of its own. It and the first of a section stand at the top."""
    for heading in document.iter(tag("p")):
        before = next(beside(heading, backwards=True), None)
        if before is None or not style_of(heading).startswith("Heading1"):
            continue
        follows_contents = name_of(before) == "sdt" or style_of(before) == "TableofFigures"
        if follows_contents:
            set_property(heading, "pageBreakBefore")
        ends_section = before.find(f"{tag('pPr')}/{tag('sectPr')}") is not None
        if (follows_contents or ends_section) and not has_property(heading, "spacing"):
            set_property(heading, "spacing", before="0")
