"""Rules of footnotes: every mark has its note, every note its mark, in the same section."""

import re
from collections.abc import Iterator

from sufficiency.content import Content, Section
from sufficiency.content.binding import ID_TWICE
from sufficiency.problems import Code, Problem, suggestion
from sufficiency.prose.markdown import PARAGRAPH, hide_code

FOOTNOTE_NONE = Code(
    "FOOTNOTE-NONE",
    "A footnote's mark has no note",
    "The mark would be printed as it was typed.",
    "Write the note in the same section, with a blank line above it: [^1]: The note.",
    "See the register.[^9]",
    mended="See the register.[^9]\n\n[^9]: The register of enquiries, March 2019.",
)
FOOTNOTE_UNUSED = Code(
    "FOOTNOTE-UNUSED",
    "A footnote has no mark in the text",
    "Nobody would see the note: it is printed where its mark stands.",
    "Put the mark where the note belongs, in the same section, as [^1].",
    "[^1]: The note.",
    mended="We visit homes.[^1]\n\n[^1]: The note.",
)
FOOTNOTE_RUN_ON = Code(
    "FOOTNOTE-RUN-ON",
    "A footnote stands in a paragraph",
    "It would be printed as a part of the paragraph above it.",
    "Leave a blank line above the note.",
    "We visit homes.[^1]\n[^1]: Every month.",
    mended="We visit homes.[^1]\n\n[^1]: Every month.",
)
_MARK = re.compile(r"(?<!\\)\[\^(?P<name>[^\[\]\s]+)\]")
_NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\[\]\s]+)\]:", re.MULTILINE)
_Named = tuple[str, int]
"""A mark's or note's name with its place in the text."""


def check_footnotes(content: Content) -> Iterator[Problem]:
    """Marks without notes and notes without marks, of every section."""
    for section in content.sections.entries.values():
        yield from _check(section)


def _check(section: Section) -> Iterator[Problem]:
    def told(code: Code, offset: int, message: str, mend: str = "") -> Problem:
        return Problem(code, section.body.place_at(offset), message, mend or code.mend)

    body = hide_code(section.body)
    notes, run_on = _notes(body)
    marks = _marks(body)
    for name, offset in run_on:
        message = f'the note "{name}" stands in the paragraph above it.'
        yield told(FOOTNOTE_RUN_ON, offset, message)
    names = {name for name, _ in [*notes, *run_on]}
    used = {name for name, _ in marks}
    seen: set[str] = set()
    for name, offset in marks:
        if name not in names:
            message = f'the footnote "{name}" has no note in this section.'
            yield told(FOOTNOTE_NONE, offset, message, suggestion(name, names, FOOTNOTE_NONE.mend))
    for name, offset in notes:
        if name in seen:
            message = f'another note of this section is called "{name}".'
            yield told(ID_TWICE, offset, message)
        elif name not in used:
            message = f'no mark in this section leads to the note "{name}".'
            yield told(FOOTNOTE_UNUSED, offset, message)
        seen.add(name)


def _marks(body: str) -> list[_Named]:
    notes = {found.start("name") for found in _NOTE.finditer(body)}
    return [
        (found["name"], found.start())
        for found in _MARK.finditer(body)
        if found.start("name") not in notes
    ]


def _notes(body: str) -> tuple[list[_Named], list[_Named]]:
    """The notes that stand alone, and those that run on from the paragraph above them."""
    alone: list[_Named] = []
    run_on: list[_Named] = []
    for paragraph in PARAGRAPH.finditer(body):
        begins_with_note = _NOTE.match(body, paragraph.start()) is not None
        for found in _NOTE.finditer(body, paragraph.start(), paragraph.end()):
            above = body[paragraph.start() : found.start()].rstrip("\n").rpartition("\n")[2]
            is_alone = begins_with_note or not above or above.startswith(("#", ":::"))
            (alone if is_alone else run_on).append((found["name"], found.start("name") - 2))
    return alone, run_on
