"""Binds text to facts: every expression replaced by what it prints, and noted in the ledger."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sufficiency.content import Section, Shelf
from sufficiency.content.read import SHELF_FILES
from sufficiency.facts import Commitment, Fact, LedgerEntry, StatedFigure
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose.expressions import (
    EXPRESSION_SYNTAX,
    Fault,
    HeldBack,
    Placement,
    Printed,
    evaluate,
)
from sufficiency.prose.markdown import (
    Chunk,
    Markdown,
    escape_markdown,
    name_footnotes,
    shift_heading,
    split_chunks,
)
from sufficiency.prose.marks import IN_PLAIN_TEXT, mark_at, mark_of, replace_marks
from sufficiency.prose.refused import refused_markup
from sufficiency.sources import Text

REF_SOURCE = Code(
    "REF-SOURCE",
    "A stated figure names a source that is not listed",
    "A number that is quoted needs a publication that a reader can find.",
    "Correct the id, or add the publication to strategy/references.yml.",
    '[196 children]{source="fostering-registr"}',
)
STATED_SHAPE = Code(
    "STATED-SHAPE",
    "A stated figure is not written as one",
    "The number would be printed and its source be lost.",
    'Write it like [196 children]{source="id"}, with straight quotation marks and no {{ }} between '
    "the square brackets; a commitment like [every 6 weeks]{.commitment}.",
    "[196 children]{source=“register”}",
)
PLACEMENT_INLINE = Code(
    "PLACEMENT-INLINE",
    "A figure, table or box is placed in the middle of a paragraph",
    "It is a block of its own and cannot stand in a sentence.",
    "Put it on a line by itself with a blank line above and below.",
)

_COMMENT = re.compile(r"\{##.*?##\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{##.*?##\}|\{\{(?!<)(?P<inside>.*?)\}\}", re.DOTALL)
_STRAY = re.compile(r"\{%.*?%\}|\{%|%\}|\{\{(?!<)|(?<!>)\}\}", re.DOTALL)
_STATED = re.compile(r"\[(?P<text>[^\[\]]+)\]\{source=\"(?P<source>[^\"}]*)\"\}")
_COMMITMENT = re.compile(r"\[(?P<text>[^\[\]]+)\]\{\.commitment\}")
# Brackets with an attribute have no other meaning here: a misspelt one would lose its source.
_MEANT = re.compile(r"\]\{[^}\n]*\}")


@dataclass(frozen=True)
class Printer:
    """What text is bound to: the facts, and the citations of publications by id."""

    facts: Shelf[Fact]
    citations: Shelf[str]


@dataclass(frozen=True)
class BoundText:
    """Text with nothing left to evaluate, and what it printed, in order."""

    markdown: Markdown
    printed: tuple[LedgerEntry, ...] = ()

    @property
    def plain(self) -> str:
        """The text of a YAML value as it reads, for where Markdown has no meaning."""
        text = replace_marks(self.markdown, lambda key: IN_PLAIN_TEXT)
        return re.sub(r"\\(.)", r"\1", text)


@dataclass(frozen=True)
class ProseBlock:
    """A block of a section's narrative: Markdown with its place, or something placed."""

    content: BoundText | Placement
    at: Location


def bind_text(text: Text, printer: Printer, section: str) -> tuple[BoundText, list[Problem]]:
    """A text of the YAML, shown as typed but for its expressions. It can place nothing."""
    binder = _Binder(printer, section, lambda offset, fragment: _place_in(text, offset, fragment))
    markdown = Markdown(binder.bind(text, escape_markdown).strip())
    for placement, at in binder.placed:
        message = f"a {placement.kind} cannot be placed in this text."
        binder.problems.append(Problem(PLACEMENT_INLINE, at, message, "Place it in a section."))
    return BoundText(markdown, tuple(binder.printed)), binder.problems


def bind_section(
    section: Section, printer: Printer, *, level: int
) -> tuple[list[ProseBlock], list[Problem]]:
    """A section's blocks. ``level`` is its heading's level: 1 for a chapter."""
    blocks: list[ProseBlock] = []
    problems = refused_markup(section.body)
    refused = {problem.at.line for problem in problems}
    # Comments may hold blank lines: they are hidden while the text is parted.
    hidden = _COMMENT.sub(lambda comment: "c" * len(comment[0]), section.body)
    for part in split_chunks(hidden):
        end = part.offset + len(part.text)
        chunk = Chunk(str(section.body[part.offset : end]), part.offset)
        first = place_of_offset(section.body, part.offset).line
        block, found = _bind_chunk(section, chunk, printer, level)
        if refused.intersection(range(first, first + chunk.text.count("\n") + 1)):
            block = [_as_typed(section, chunk)]
        blocks += block
        problems += found
    return blocks, problems


def _as_typed(section: Section, chunk: Chunk) -> ProseBlock:
    """A block whose markup is refused: a draft shows its signs and gives them no meaning."""
    at = place_of_offset(section.body, chunk.offset)
    return ProseBlock(BoundText(escape_markdown(chunk.text)), at)


def _bind_chunk(
    section: Section, chunk: Chunk, printer: Printer, level: int
) -> tuple[list[ProseBlock], list[Problem]]:
    at = place_of_offset(section.body, chunk.offset)
    binder = _Binder(
        printer,
        section.id,
        lambda offset, fragment: place_of_offset(section.body, chunk.offset + offset),
    )
    text = binder.bind(chunk.text, Markdown)
    if binder.placed and not text.strip():
        return [ProseBlock(placement, place) for placement, place in binder.placed], binder.problems
    for placement, place in binder.placed:
        message = f'the {placement.kind} "{placement.id}" stands in the middle of a paragraph.'
        binder.problems.append(Problem(PLACEMENT_INLINE, place, message, PLACEMENT_INLINE.mend))
    if not text.strip():
        return [], binder.problems
    markdown = Markdown(name_footnotes(shift_heading(text, level - 1), section.id))
    return [ProseBlock(BoundText(markdown, tuple(binder.printed)), at)], binder.problems


def place_of_offset(text: Text, offset: int) -> Location:
    """The place of a character of a text that stands in its file unchanged."""
    before = text[:offset]
    line = before.count("\n")
    column = offset - (before.rfind("\n") + 1) + (1 if line else text.at.column)
    return Location(text.at.path, text.at.line + line, column)


def _place_in(text: Text, offset: int, fragment: str) -> Location:
    """The place of a fragment of a YAML text, whose quotation marks and folds are in the file."""
    return text.place_of(fragment, text[:offset].count(fragment))


class _Binder:
    """Binds one text; collects what it printed, what it placed, and its problems."""

    def __init__(
        self, printer: Printer, section: str, place: Callable[[int, str], Location]
    ) -> None:
        self.printer, self.section, self.place = printer, section, place
        self.printed: list[LedgerEntry] = []
        self.placed: list[tuple[Placement, Location]] = []
        self.problems: list[Problem] = []

    def bind(self, text: str, plain: Callable[[str], Markdown]) -> Markdown:
        """The text with its expressions replaced; the rest goes through ``plain``."""
        bound = ""
        for offset, piece, inside in self._pieces(text):
            bound += plain(piece) if inside is None else self._evaluate(offset, piece, inside)
        return Markdown(bound)

    def _pieces(self, text: str) -> Iterator[tuple[int, str, str | None]]:
        """Plain pieces, and expressions with what is inside their braces."""
        end = 0
        for found in _EXPRESSION.finditer(text):
            yield from self._plain(text, end, found.start())
            if found["inside"] is not None:
                yield found.start(), found[0], found["inside"]
            end = found.end()
        yield from self._plain(text, end, len(text))

    def _plain(self, text: str, start: int, end: int) -> Iterator[tuple[int, str, None]]:
        piece = text[start:end]
        for stray in _STRAY.finditer(piece):
            message = f'"{stray[0]}" stands alone.'
            if "%" in stray[0]:
                message = "statements between {% and %} cannot be used."
            at = self.place(start + stray.start(), stray[0])
            self._note(EXPRESSION_SYNTAX, at, message, EXPRESSION_SYNTAX.mend)
        read = {found.end() for form in (_STATED, _COMMITMENT) for found in form.finditer(piece)}
        for meant in _MEANT.finditer(piece):
            if meant.end() not in read:
                at = self.place(start + meant.start(), meant[0])
                message = "this stated figure or commitment cannot be read."
                self._note(STATED_SHAPE, at, message, STATED_SHAPE.mend)
        piece = _STATED.sub(lambda found: self._state(start, found), piece)
        yield start, _COMMITMENT.sub(lambda found: self._promise(start, found), piece), None

    def _state(self, start: int, found: re.Match[str]) -> str:
        at = self.place(start + found.start(), found[0])
        source = found["source"]
        citation = self.printer.citations.entries.get(source)
        if citation is not None:
            stated = StatedFigure(found["text"], source, citation)
            self.printed.append(LedgerEntry(found["text"], stated, self.section, at))
        elif not self.printer.citations.may_hold(source):
            mend = suggestion(source, self.printer.citations.names)
            self._note(REF_SOURCE, at, f'the source "{source}" is not listed.', mend)
        return found["text"]

    def _promise(self, start: int, found: re.Match[str]) -> str:
        at = self.place(start + found.start(), found[0])
        self.printed.append(LedgerEntry(found["text"], Commitment(found["text"]), self.section, at))
        return found["text"]

    def _evaluate(self, offset: int, whole: str, inside: str) -> Markdown:
        at = self.place(offset, whole)
        result = evaluate(inside, self.printer.facts)
        if isinstance(result, Printed):
            self.printed.append(LedgerEntry(result.text, result.fact, self.section, at))
            return escape_markdown(result.text)
        if isinstance(result, Placement):
            self.placed.append((result, at))
        if isinstance(result, HeldBack):
            return mark_of(SHELF_FILES["facts"].path, result.name)
        if isinstance(result, Fault):
            within = whole.find(result.name) if result.name else 0
            exact = self.place(offset + within, whole)
            if exact == at and within:
                exact = Location(at.path, at.line, at.column + within)
            self._note(result.code, exact, result.message, result.mend)
            return mark_at(exact)
        return Markdown("")

    def _note(self, code: Code, at: Location, message: str, mend: str) -> None:
        self.problems.append(Problem(code, at, message, mend))
