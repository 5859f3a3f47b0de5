"""Rules of the sections: parents exist, and every cross-reference leads somewhere."""

import re
from collections.abc import Collection, Container, Iterator

from sufficiency.content import Content, Section
from sufficiency.content.binding import ID_TWICE
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose import (
    BoundFigure,
    BoundMissing,
    BoundPicture,
    BoundStrategy,
    BoundTiles,
)
from sufficiency.prose.bound import (
    ACCESSIBILITY,
    CONTROL,
    COVER,
    EVIDENCE,
    EVIDENCE_GAPS,
    GLOSSARY,
    PLAN,
    PROBLEMS,
    THREAD,
)
from sufficiency.prose.markdown import hide_code

REF_SECTION = Code(
    "REF-SECTION",
    "A section is part of one that is not defined",
    "It would have no place in the contents.",
    "Use the id of a chapter: its file's name without the number and the ending.",
    "parent: fosterng",
    mended="parent: fostering",
)
REF_CROSS = Code(
    "REF-CROSS",
    "A cross-reference leads nowhere",
    "A reader would be sent to a figure, table or section that the document does not hold.",
    "Correct the name, or place the figure or table in a section.",
    'See @fig-weekly-cost.\n\n{{ table("weekly-cost") }}',
    mended='See @tbl-weekly-cost.\n\n{{ table("weekly-cost") }}',
)

HEADING_LEVEL = Code(
    "HEADING-LEVEL",
    "A heading inside a section is of the section's own level",
    "The section's heading comes from its front matter; those below it begin with ##.",
    "Begin it with two hashes, or give it a file of its own.",
    "# Who the children are",
    mended="## Who the children are",
)
HEADING_UNDERLINED = Code(
    "HEADING-UNDERLINED",
    "A line of = or - stands under a line of text",
    "It would make a heading of the wrong level, or be printed as it stands.",
    "For a heading begin the line above with ## and delete this line; for a line across the page "
    "leave a blank line and write * * *; in a table put | between the columns.",
    "What carers say\n---------------",
    mended="## What carers say",
)
HEADING_JOINED = Code(
    "HEADING-JOINED",
    "A heading stands right below a line of text",
    "It would be printed as a part of that text, its hashes and all.",
    "Leave an empty line above the heading.",
    "We spoke to twelve carers.\n## What carers say",
    mended="We spoke to twelve carers.\n\n## What carers say",
)
_DEEPEST = 4
"""The lowest level of a heading: the lowest that has a number and a style in every format."""
HEADING_DEEP = Code(
    "HEADING-DEEP",
    "A heading is of too low a level",
    "No document has a number and a style for it, and no reader keeps count of so many levels.",
    "Take hashes away, or make paragraphs of what stands below it.",
    "###### What carers say",
    mended="### What carers say",
)
_ADDS = {
    f"sec-{PLAN}": "add a priority to strategy/priorities",
    f"sec-{GLOSSARY}": "add an entry to strategy/glossary.yml",
    f"sec-{EVIDENCE_GAPS}": "add an entry to strategy/gaps.yml",
    f"sec-{THREAD}": "add needs, priorities and, where it says false, `golden_thread: true`",
    f"sec-{EVIDENCE}": "print a number or a figure that has a source",
    f"sec-{CONTROL}": "add `control` to strategy/strategy.yml",
}
"""The parts that the document's template may add and prose refer to, and what makes it do so."""
_RESERVED = {*_ADDS, f"sec-{PROBLEMS}", f"sec-{ACCESSIBILITY}"}

_REFERENCE = re.compile(r"(?<![\w\\])@((?:fig|tbl|sec)-[\w-]*\w)", re.IGNORECASE)
_UNDERLINE = re.compile(
    r"^(?!#|[-= \t]+$)(?=.*\S).*\n(?P<line> {0,3}(?:=+|-+)[ \t]*)$", re.MULTILINE
)
# Behind a heading, a fence, a table, code (hidden as c's) or a line across the page a heading
# needs no empty line.
_PRINTED_AS_TEXT = (
    "a heading stands right below a line of text, and would be printed as part of it."
)
_PARTS = re.compile(r" *(?:#|:::|[|+]|c+$|(?:[*_-][ \t]*){3,}$)")
_SUBHEADING = re.compile(r"^##+[ \t]+\S", re.MULTILINE)
_HEADING_ID = re.compile(r"^#+[ \t].*\{[^{}\n]*#(?P<id>[^\s{}]+)[^{}\n]*\}[ \t]*$", re.MULTILINE)
# An author's own table: a caption with an id.
_OWN_TABLE = re.compile(r"^(?:Table)?:[ \t].*\{#(tbl-[\w-]+)\}[ \t]*$", re.MULTILINE)


def check_sections(
    content: Content, bound: BoundStrategy, headings: Collection[str] = ()
) -> Iterator[Problem]:
    """Parents, headings and cross-references of every section; there must be one.

    ``headings`` are ids that the project's own templates may print.
    """
    if not content.sections.names:
        message = "the strategy has no section."
        mend = "Put a file such as 10-executive-summary.md into strategy/sections."
        yield Problem(REF_SECTION, Location("strategy/sections"), message, mend)
    known = {
        block.content.anchor
        for section in bound.sections
        for block in section.blocks
        if isinstance(block.content, BoundFigure | BoundTiles | BoundPicture | BoundMissing)
        and block.content.anchor is not None
    }
    yield from _own_tables(content, known)
    plan = set(_plan_parts(bound))
    parts = _RESERVED | plan
    known |= plan | {f"sec-{id}" for id in (*content.sections.entries, *bound.parts)}
    yield from _reserved_tables(bound)
    yield from _own_headings(content, {*known, *parts, "plan-open"})
    known |= set(headings) | {
        id for _, id, _ in _heading_ids(content) if id.startswith(("sec-", "fig-", "tbl-"))
    }
    chapter = None
    for section in content.sections.entries.values():
        if section.front.parent is None:
            chapter = section.id
        yield from _parent(content, section, chapter)
        yield from _reserved(section, parts)
        yield from _top_headings(section)
        yield from _underlined_headings(section)
        yield from _joined_headings(section)
        yield from _deep_headings(section)
        yield from _references(content, bound, section, known)


def _plan_parts(bound: BoundStrategy) -> Iterator[str]:
    """What the action plan's headings are called."""
    yield from (f"sec-theme-{theme.id}" for theme in bound.themes if theme.id is not None)
    yield from (f"sec-priority-{priority.id}" for priority in bound.priorities)


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
    return anchor in ("tbl-control", "tbl-sources") or anchor.startswith(
        ("tbl-evidence-", "tbl-priority-", "tbl-section-", "tbl-thread-")
    )


def _top_headings(section: Section) -> Iterator[Problem]:
    for found in re.finditer(r"^#(?!#)[ \t]+\S", section.body, re.MULTILINE):
        message = "a heading with one # would begin a new chapter."
        yield Problem(
            HEADING_LEVEL, section.body.place_at(found.start()), message, HEADING_LEVEL.mend
        )


def _underlined_headings(section: Section) -> Iterator[Problem]:
    for found in _UNDERLINE.finditer(hide_code(section.body)):
        message = "a line of = or - under a line of text makes a heading of it."
        is_empty_item = found["line"].strip() == "-" and found[0].startswith("- ")
        if found["line"].strip() == "---" or is_empty_item:
            continue  # three hyphens are refused wherever they stand
        at = section.body.place_at(found.start("line"))
        yield Problem(HEADING_UNDERLINED, at, message, HEADING_UNDERLINED.mend)


def _joined_headings(section: Section) -> Iterator[Problem]:
    text = hide_code(section.body)
    for found in _SUBHEADING.finditer(text):
        end = max(found.start() - 1, 0)
        above = text[text.rfind("\n", 0, end) + 1 : end]
        if above.strip() and not _PARTS.match(above):
            at = section.body.place_at(found.start())
            yield Problem(HEADING_JOINED, at, _PRINTED_AS_TEXT, HEADING_JOINED.mend)


def _deep_headings(section: Section) -> Iterator[Problem]:
    """In a part of a chapter, one level lower than its chapter, so is each heading."""
    most = _DEEPEST if section.front.parent is None else _DEEPEST - 1
    for found in _SUBHEADING.finditer(hide_code(section.body)):
        hashes = found[0].split()[0]
        if len(hashes) > most:
            message = f"a heading here may have {most} hashes at most; this one has {len(hashes)}."
            at = section.body.place_at(found.start())
            yield Problem(HEADING_DEEP, at, message, HEADING_DEEP.mend)


def _own_headings(content: Content, taken: set[str]) -> Iterator[Problem]:
    """The id of an author's own heading must be the only one, of whatever the document holds."""
    for section, id, offset in _heading_ids(content):
        if id in taken or _is_reserved_table(id):
            message = f'the id "{id}" belongs to another part of the document.'
            mend = "Give the heading another id, or none."
            yield Problem(ID_TWICE, section.body.place_at(offset), message, mend)
        taken.add(id)


def _heading_ids(content: Content) -> Iterator[tuple[Section, str, int]]:
    """The ids of authors' own headings, with the section of each and its place in the text."""
    for section in content.sections.entries.values():
        for found in _HEADING_ID.finditer(hide_code(section.body)):
            yield section, found["id"], found.start("id")


def _own_tables(content: Content, known: set[str]) -> Iterator[Problem]:
    """Adds the ids of authors' own tables to those that are known; each must be the only one."""
    for section in content.sections.entries.values():
        for found in _OWN_TABLE.finditer(hide_code(section.body)):
            if found[1] in known or _is_reserved_table(found[1]):
                at = section.body.place_at(found.start(1))
                message = f'another table has the id "{found[1]}" already.'
                yield Problem(ID_TWICE, at, message, ID_TWICE.mend)
            known.add(found[1])


def _reserved(section: Section, parts: Container[str]) -> Iterator[Problem]:
    if f"sec-{section.id}" in parts or section.id == COVER:
        message = f'the id "{section.id}" belongs to a part that every document has.'
        yield Problem(ID_TWICE, section.at, message, "Give the file another name.")


def _parent(content: Content, section: Section, chapter: str | None) -> Iterator[Problem]:
    parent = section.front.parent
    if parent is None or (
        parent not in content.sections.entries and content.sections.may_hold(parent)
    ):
        return
    chapters = [id for id, other in content.sections.entries.items() if not other.front.parent]
    if parent == section.id:
        message = "a section cannot be a part of itself."
        mend = "Name its chapter, or delete `parent` if it is a chapter of its own."
        yield Problem(REF_SECTION, parent.at, message, mend)
    elif parent in content.sections.entries and parent not in chapters:
        above = content.sections.entries[parent].front.parent
        message = f'"{parent}" is no chapter, but a part of "{above}" itself.'
        mend = "Name a chapter, or delete `parent` here or there: only chapters have parts."
        yield Problem(REF_SECTION, parent.at, message, mend)
    elif parent not in chapters:
        message = f'chapter "{parent}" is not defined.'
        yield Problem(
            REF_SECTION, parent.at, message, suggestion(parent, chapters, REF_SECTION.mend)
        )
    elif parent != chapter:
        where = f'under the chapter "{chapter}"' if chapter else "before every chapter"
        message = f"by its number this section stands {where}."
        mend = f'Give its file a number between those of "{parent}" and the next chapter.'
        yield Problem(REF_SECTION, parent.at, message, mend)


def _references(
    content: Content, bound: BoundStrategy, section: Section, known: set[str]
) -> Iterator[Problem]:
    for found in _REFERENCE.finditer(section.body):
        # A capital first letter opens a sentence: "Section 3", "Figure 2".
        name = found[1][0].lower() + found[1][1:]
        if name not in known and not _is_told_already(content, bound, name, known):
            at = section.body.place_at(found.start())
            message = f'the cross-reference "@{found[1]}" leads nowhere.'
            yield Problem(REF_CROSS, at, message, _mend_reference(content, name, known))


def _mend_reference(content: Content, name: str, known: Collection[str]) -> str:
    id = name.partition("-")[2]
    if name in _ADDS:
        return f"Delete the reference, or {_ADDS[name]}: the document has this part only then."
    picture = content.pictures.entries.get(id)
    if picture is not None and picture.caption is None:
        return "Give the picture a caption in strategy/pictures.yml, and it is numbered."
    figure = content.figures.entries.get(id)
    kind = "picture" if figure is None else "table" if figure.kind == "table" else "figure"
    if picture is not None or (figure and name == f"{'tbl' if kind == 'table' else 'fig'}-{id}"):
        call = f'{{{{ {kind}("{id}") }}}}'
        return f"No section shows this {kind}: place it with {call} on a line by itself."
    return suggestion(name, known, REF_CROSS.mend)


def _is_told_already(content: Content, bound: BoundStrategy, name: str, known: set[str]) -> bool:
    """Whether what a reference names is missing for a problem told where it stands."""
    kind, _, id = name.partition("-")
    if kind == "sec":
        return _is_section_told_already(content, id)
    picture = content.pictures.entries.get(id)
    if picture is not None:
        return picture.caption is not None and not bound.shows_all
    if id in content.figures.entries:
        return not bound.shows_all and not {f"fig-{id}", f"tbl-{id}"} & known
    return content.figures.may_hold(id) or content.pictures.may_hold(id)


def _is_section_told_already(content: Content, id: str) -> bool:
    of_the_plan, _, priority = id.partition("priority-")
    shelves = {
        PLAN: (content.priorities,),
        GLOSSARY: (content.glossary,),
        THREAD: (content.boxes, content.priorities),
        EVIDENCE_GAPS: (content.evidence_gaps,),
        EVIDENCE: (content.facts, content.figures, content.references, content.extracts),
    }
    return (
        id in content.sections.broken
        or not content.sections.complete
        or (not of_the_plan and content.priorities.may_hold(priority))
        or any(shelf.broken or not shelf.complete for shelf in shelves.get(id, ()))
    )
