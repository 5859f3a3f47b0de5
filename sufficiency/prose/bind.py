"""Binds text to facts: every expression replaced by what it prints, and noted in the ledger."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sufficiency.content import Section
from sufficiency.content.read import SHELF_FILES
from sufficiency.facts import Commitment, Fact, LedgerEntry, StatedFigure
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose.almost import QUOTED, find_almost
from sufficiency.prose.boxes import VOICE_SHAPE, Stretch, part_boxes
from sufficiency.prose.expressions import (
    Fault,
    HeldBack,
    Placement,
    Printed,
    evaluate,
)
from sufficiency.prose.guards import untrue_claims
from sufficiency.prose.languages import (
    escape_around_languages,
    in_language,
    tell_languages,
    without_languages,
)
from sufficiency.prose.markdown import (
    COMMENT,
    Chunk,
    Markdown,
    escape_markdown,
    name_footnotes,
    rename_repeated_notes,
    shift_heading,
    split_chunks,
)
from sufficiency.prose.marks import IN_PLAIN_TEXT, mark_at, mark_of, replace_marks
from sufficiency.prose.pairs import tell_pairs
from sufficiency.prose.periods import tell_periods
from sufficiency.prose.places import tell_places
from sufficiency.prose.printed import has_room, mark, without_marks
from sufficiency.prose.printer import Printer
from sufficiency.prose.promises import tell_promises
from sufficiency.prose.refused import MARKUP_REFUSED, refused_markup
from sufficiency.prose.typed_references import tell_typed_references
from sufficiency.prose.unbound import tell_unbound
from sufficiency.prose.withheld import hide_comments
from sufficiency.sources import Text

REF_SOURCE = Code(
    "REF-SOURCE",
    "A stated figure names a source that is not listed",
    "A number that is quoted needs a publication that a reader can find.",
    "Correct the id, or add the publication to strategy/references.yml.",
    'We had [196 enquiries]{source="fostering-registr"}.',
    mended='We had [196 enquiries]{source="fostering-register"}.',
)
PLACEMENT_INLINE = Code(
    "PLACEMENT-INLINE",
    "A figure, table or box is placed in the middle of a paragraph",
    "It is a block of its own and cannot stand in a sentence.",
    "Put it on a line by itself with a blank line above and below.",
    'As {{ figure("in-care") }} shows, the number rose.',
    mended='As @fig-in-care shows, the number rose.\n\n{{ figure("in-care") }}',
)
TODO_OPEN = Code(
    "TODO-OPEN",
    "Something is still to be done",
    "An author left a note; the strategy is not finished while it stands.",
    "Do it, then delete the note, its brackets and {.todo}, or put your text in their place.",
    "We have [ask the registrar for the figure]{.todo}.",
    mended='We have [196 homes]{source="register"}.',
)

_MOST_BLOCKS = 1_000
"""Paragraphs, headings and what is placed in one section: more keep pandoc at work for minutes."""
_MOST_SHOWN = 2_000
"""Characters that a draft shows of a block whose markup is refused."""

_TODO = r"\[(?P<todo>[^\[\]]+)\]\{\.todo\}"
_INSIDE = r"\{\{(?!<)(?P<inside>(?:(?!\{\{).)*?)\}\}"
_EXPRESSION = re.compile(f"{COMMENT}|{_TODO}|{_INSIDE}", re.DOTALL)
# What a note prints, in words and not by colour alone, and a pattern that finds it again.
_TO_DO = (r"[\[To do: ", r"\]]{.todo}")
_PRINTED_TO_DO = re.compile(r"\[(\\\[To do: .*?\\\])\]\{\.todo\}", re.DOTALL)


@dataclass(frozen=True)
class BoundText:
    """Text with nothing left to evaluate, and what it printed, in order.

    ``at`` is where a text of the YAML stands; a block of a section has its place beside it.
    """

    markdown: Markdown
    printed: tuple[LedgerEntry, ...] = ()
    at: Location | None = field(default=None, compare=False)

    @property
    def plain(self) -> str:
        """The text of a YAML value as it reads, for where Markdown has no meaning."""
        text = replace_marks(without_marks(self.markdown), lambda key: IN_PLAIN_TEXT)
        return re.sub(r"\\(.)", r"\1", without_languages(_PRINTED_TO_DO.sub(r"\1", text)))


@dataclass(frozen=True)
class BoundVoice:
    """What somebody said, a paragraph each, and who: a role. The consent is kept elsewhere."""

    paragraphs: tuple[BoundText, ...]
    by: BoundText | None

    @property
    def printed(self) -> tuple[LedgerEntry, ...]:
        """What all of it printed, in order."""
        return tuple(entry for text in self.texts for entry in text.printed)

    @property
    def texts(self) -> tuple[BoundText, ...]:
        """All of it, in order."""
        return (*self.paragraphs, *([self.by] if self.by else []))


@dataclass(frozen=True)
class ProseBlock:
    """A block of a section's narrative: Markdown with its place, a voice, or something placed."""

    content: BoundText | BoundVoice | Placement
    at: Location


def bind_text(text: Text, printer: Printer, section: str) -> tuple[BoundText, list[Problem]]:
    """A text of the YAML, shown as typed but for its expressions. It can place nothing."""
    binder = _Binder(printer, section, lambda offset, fragment: _place_in(text, offset, fragment))
    markdown = Markdown(binder.bind(text, escape_around_languages).strip())
    for placement, at in binder.placed:
        message = f"a {placement.kind} cannot be placed in this text."
        binder.problems.append(Problem(PLACEMENT_INLINE, at, message, "Place it in a section."))
    return BoundText(markdown, tuple(binder.printed), text.at), binder.problems


def bind_section(
    section: Section, printer: Printer, *, level: int
) -> tuple[list[ProseBlock], list[Problem]]:
    """A section's blocks. ``level`` is its heading's level: 1 for a chapter."""
    blocks: list[ProseBlock] = []
    problems = refused_markup(section.body, printer.pictures)
    refused = {problem.at.line for problem in problems}
    # Comments may hold blank lines: they are hidden while the text is parted.
    hidden = hide_comments(section.body)
    stretches, faults = part_boxes(hidden)
    for fault in faults:
        at = section.body.place_at(fault.offset)
        problems.append(Problem(fault.code, at, fault.message, fault.mend))
    for stretch in stretches:
        within: list[ProseBlock] = []
        own = printer if stretch.voice is None else printer.of_voices
        for part in split_chunks(hidden[stretch.start : stretch.end]):
            start = stretch.start + part.offset
            chunk = Chunk(str(section.body[start : start + len(part.text)]), start)
            block, found = _bind_chunk(section, chunk, own, level, stretch.language)
            first = section.body.place_at(start).line
            if refused.intersection(range(first, first + chunk.text.count("\n") + 1)):
                block = [_as_typed(section, chunk)]
            within += block
            problems += found
        if not stretch.may_be_shown:
            continue
        if stretch.voice is not None:
            voice, found = _bind_voice(section, stretch, stretch.voice, within, printer)
            within = [voice]
            problems += found
        blocks += within
    if len(blocks) > _MOST_BLOCKS:
        at = blocks[_MOST_BLOCKS].at
        message = f"the section has {len(blocks):,} paragraphs; {_MOST_BLOCKS:,} are the most."
        problems.append(Problem(MARKUP_REFUSED, at, message, "Part it into several sections."))
    return _with_notes_apart(blocks[:_MOST_BLOCKS]), problems


def _with_notes_apart(blocks: list[ProseBlock]) -> list[ProseBlock]:
    texts = [
        block.content.markdown if isinstance(block.content, BoundText) else "" for block in blocks
    ]
    return [
        replace(block, content=replace(block.content, markdown=Markdown(text)))
        if isinstance(block.content, BoundText)
        else block
        for block, text in zip(blocks, rename_repeated_notes(texts), strict=True)
    ]


def _as_typed(section: Section, chunk: Chunk) -> ProseBlock:
    """A block whose markup is refused: a draft shows its signs and gives them no meaning."""
    at = section.body.place_at(chunk.offset)
    shown = chunk.text if len(chunk.text) <= _MOST_SHOWN else f"{chunk.text[:_MOST_SHOWN]}…"
    return ProseBlock(BoundText(escape_markdown(shown)), at)


_NO_PARAGRAPH = re.compile(r"#|[-*+]\s|\d+[.)]\s|[|>]|`{3}|~{3}|\[\^[^\]]+\]:")


def _bind_voice(
    section: Section, stretch: Stretch, line: int, within: list[ProseBlock], printer: Printer
) -> tuple[ProseBlock, list[Problem]]:
    """A voice box of the blocks that stand in it, which may only be paragraphs."""
    at = section.body.place_at(line)
    problems: list[Problem] = []
    paragraphs: list[BoundText] = []
    for block in within:
        if isinstance(block.content, BoundText) and not _NO_PARAGRAPH.match(block.content.markdown):
            paragraphs.append(block.content)
        else:
            message = "only paragraphs can stand in a voice box."
            mend = "Move it out of the box; give each person's words a box of their own."
            problems.append(Problem(VOICE_SHAPE, block.at, message, mend))
    if not within:
        message = "nothing is said in this voice box."
        problems.append(Problem(VOICE_SHAPE, at, message, VOICE_SHAPE.mend))
    by = None
    if stretch.by and stretch.by[0].strip():
        text, start = stretch.by
        binder = _Binder(
            printer.of_voices, section.id, lambda offset, _: section.body.place_at(start + offset)
        )
        by = BoundText(Markdown(binder.bind(text, escape_around_languages)), tuple(binder.printed))
        problems += binder.problems
    return ProseBlock(BoundVoice(tuple(paragraphs), by), at), problems


def _bind_chunk(
    section: Section, chunk: Chunk, printer: Printer, level: int, language: str | None
) -> tuple[list[ProseBlock], list[Problem]]:
    at = section.body.place_at(chunk.offset)
    binder = _Binder(
        printer,
        section.id,
        lambda offset, fragment: section.body.place_at(chunk.offset + offset),
    )
    text = binder.bind(chunk.text, Markdown)
    if binder.placed and not text.strip():
        return [ProseBlock(placement, place) for placement, place in binder.placed], binder.problems
    for placement, place in binder.placed:
        message = f'the {placement.kind} "{placement.id}" stands in the middle of a paragraph.'
        binder.problems.append(Problem(PLACEMENT_INLINE, place, message, PLACEMENT_INLINE.mend))
    if not text.strip():
        return [], binder.problems
    within = name_footnotes(shift_heading(text, level - 1), section.id)
    markdown = in_language(within, language)
    return [ProseBlock(BoundText(markdown, tuple(binder.printed)), at)], binder.problems


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _place_in(text: Text, offset: int, fragment: str) -> Location:
    """The place of a fragment of a YAML text, whose quotation marks and folds are in the file."""
    # Counted as place_of counts: "11" stands twice in 111.
    return text.place_of(fragment, len(re.findall(f"(?={re.escape(fragment)})", text[:offset])))


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
        self.problems += tell_languages(text, self.place)
        self.problems += tell_periods(text, self.printer.facts, self.place, self.printer.as_at)
        self.problems += tell_places(text, self.printer.facts, self.printer.places, self.place)
        self.problems += tell_pairs(
            text, self.printer.facts, self.printer.little_change, self.place
        )
        if self.printer.numbers is not None:
            rules = dict(self.printer.numbers)
            self.problems += tell_unbound(text, rules, self.printer.facts, self.place)
            self.problems += tell_typed_references(text, self.place)
            self.problems += tell_promises(text, self.place)
        return Markdown("".join(self._bind(text, 0, len(text), plain)))

    def _bind(
        self, text: str, first: int, last: int, plain: Callable[[str], Markdown]
    ) -> Iterator[str]:
        """The pieces of a stretch of the text: plain ones, expressions, notes of what is to do."""
        end = first
        for found in _EXPRESSION.finditer(text, first, last):
            yield plain(self._plain(text, end, found.start()))
            end = found.end()
            if found["inside"] is not None:
                yield self._evaluate(text, found)
            elif found["todo"] is not None:
                at = self.place(found.start(), found[0])
                message = f'this is still to be done: "{_one_line(found["todo"])}".'
                self._note(TODO_OPEN, at, message, TODO_OPEN.mend)
                note = "".join(self._bind(text, *found.span("todo"), plain))
                yield f"{_TO_DO[0]}{note.strip()}{_TO_DO[1]}"
        yield plain(self._plain(text, end, last))

    def _plain(self, text: str, start: int, end: int) -> str:
        """A stretch without expressions; its stated figures and promises are noted, unmarked."""
        piece = text[start:end]
        for almost in find_almost(piece, self.printer.facts):
            at = self.place(start + almost.start, almost.signs)
            self._note(almost.code, at, almost.message, almost.mend)
        return QUOTED.sub(lambda found: self._quote(start, found), piece)

    def _quote(self, start: int, found: re.Match[str]) -> str:
        """A stated figure or a commitment as it is printed, marked where the ledger has it."""
        at = self.place(start + found.start(), found[0])
        text, source = found["text"], found["source"]
        if source is None:
            return self._print(text, text, Commitment(text), at)
        publications = self.printer.publications
        if source in publications.entries:
            return self._print(text, text, StatedFigure(text, publications.entries[source]), at)
        if not publications.may_hold(source):
            mend = suggestion(source, publications.names, REF_SOURCE.mend)
            self._note(REF_SOURCE, at, f'the source "{source}" is not listed.', mend)
        return text

    def _print(
        self,
        text: str,
        shown: str,
        origin: Fact | StatedFigure | Commitment,
        at: Location,
        before: str = "",
    ) -> Markdown:
        """Notes a printed number, and marks it where there is room for a mark."""
        is_marked = has_room(before)
        self.printed.append(LedgerEntry(text, origin, self.section, at, is_marked))
        return mark(shown) if is_marked else Markdown(shown)

    def _evaluate(self, text: str, found: re.Match[str]) -> Markdown:
        offset, whole = found.start(), found[0]
        at = self.place(offset, whole)
        result = evaluate(found["inside"], self.printer.facts)
        if isinstance(result, Printed):
            for fault in untrue_claims(result, text, found.span(), self.printer.facts):
                self._note(fault.code, at, fault.message, fault.mend)
            shown = escape_markdown(result.text)
            return self._print(result.text, shown, result.fact, at, text[:offset])
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
