"""Rules of the sections: parents exist, and every cross-reference leads somewhere."""

import re
from collections.abc import Iterator

from sufficiency.content import Content, Section
from sufficiency.content.binding import ID_TWICE
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose import BoundFigure, BoundMissing, BoundStrategy, BoundTiles
from sufficiency.prose.bind import place_of_offset

REF_SECTION = Code(
    "REF-SECTION",
    "A section is part of one that is not defined",
    "It would have no place in the contents.",
    "Use the id of a chapter: its file's name without the number and the ending.",
    "parent: fosterng",
)
REF_CROSS = Code(
    "REF-CROSS",
    "A cross-reference leads nowhere",
    "A reader would be sent to a figure, table or section that the document does not hold.",
    "Correct the name, or place the figure or table in a section.",
    "See @fig-weekly-cost.",
)

HEADING_LEVEL = Code(
    "HEADING-LEVEL",
    "A heading inside a section is of the section's own level",
    "The section's heading comes from its front matter; those below it begin with ##.",
    "Begin it with two hashes, or give it a file of its own.",
    "# Who the children are",
)
DOCUMENT_PARTS = (
    "sec-glossary",
    "sec-evidence-gaps",
    "sec-action-plan",
    "sec-evidence",
    "sec-control",
    "tbl-action-plan",
)
"""What the document's template adds and prose may refer to."""

_REFERENCE = re.compile(r"(?<![\w\\])@((?:fig|tbl|sec)-[\w-]*\w)")


def check_sections(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """Parents, headings and cross-references of every section; there must be one."""
    if not content.sections.names:
        message = "the strategy has no section."
        mend = "Put a file such as 10-executive-summary.md into strategy/sections."
        yield Problem(REF_SECTION, Location("strategy/sections"), message, mend)
    known = {
        block.content.anchor
        for section in bound.sections
        for block in section.blocks
        if isinstance(block.content, BoundFigure | BoundTiles | BoundMissing)
        and block.content.anchor is not None
    }
    known |= {f"sec-{id}" for id in content.sections.entries} | set(DOCUMENT_PARTS)
    yield from _reserved_tables(bound)
    chapter = None
    for section in content.sections.entries.values():
        if section.front.parent is None:
            chapter = section.id
        yield from _parent(content, section, chapter)
        yield from _reserved(section)
        yield from _top_headings(section)
        yield from _references(content, bound, section, known)


def _reserved_tables(bound: BoundStrategy) -> Iterator[Problem]:
    for section in bound.sections:
        for block in section.blocks:
            figure = block.content
            if isinstance(figure, BoundFigure) and _is_reserved_table(figure.anchor):
                message = (
                    f'the id "{figure.planned.id}" belongs to a table that every document has.'
                )
                yield Problem(ID_TWICE, block.at, message, "Give the table another name.")


def _is_reserved_table(anchor: str) -> bool:
    return anchor in ("tbl-action-plan", "tbl-control", "tbl-sources") or anchor.startswith(
        "tbl-evidence-"
    )


def _top_headings(section: Section) -> Iterator[Problem]:
    for found in re.finditer(r"^#(?!#)[ \t]+\S", section.body, re.MULTILINE):
        message = "a heading with one # would begin a new chapter."
        yield Problem(
            HEADING_LEVEL, place_of_offset(section.body, found.start()), message, HEADING_LEVEL.mend
        )


def _reserved(section: Section) -> Iterator[Problem]:
    if f"sec-{section.id}" in DOCUMENT_PARTS:
        message = f'the id "{section.id}" belongs to a part that every document has.'
        yield Problem(ID_TWICE, section.at, message, "Give the file another name.")


def _parent(content: Content, section: Section, chapter: str | None) -> Iterator[Problem]:
    parent = section.front.parent
    if parent is None or (
        parent not in content.sections.entries and content.sections.may_hold(parent)
    ):
        return
    chapters = [id for id, other in content.sections.entries.items() if not other.front.parent]
    if parent not in chapters or parent == section.id:
        message = f'chapter "{parent}" is not defined.'
        yield Problem(REF_SECTION, parent.at, message, suggestion(parent, chapters))
    elif parent != chapter:
        where = f'under the chapter "{chapter}"' if chapter else "before every chapter"
        message = f"by its number this section stands {where}."
        mend = f'Give its file a number between those of "{parent}" and the next chapter.'
        yield Problem(REF_SECTION, parent.at, message, mend)


def _references(
    content: Content, bound: BoundStrategy, section: Section, known: set[str]
) -> Iterator[Problem]:
    for found in _REFERENCE.finditer(section.body):
        name = found[1]
        if name not in known and not _is_told_already(content, bound, name, known):
            at = place_of_offset(section.body, found.start())
            message = f'the cross-reference "@{name}" leads nowhere.'
            yield Problem(REF_CROSS, at, message, suggestion(name, known))


def _is_told_already(content: Content, bound: BoundStrategy, name: str, known: set[str]) -> bool:
    """Whether what a reference names is missing for a problem told where it stands."""
    kind, _, id = name.partition("-")
    if kind == "sec":
        return id in content.sections.broken or not content.sections.complete
    if id in content.figures.entries:
        return not bound.shows_all and not {f"fig-{id}", f"tbl-{id}"} & known
    return content.figures.may_hold(id)
