"""Binds the whole strategy in reading order: sections with what they place, then the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sufficiency.content import Content, NeedBox, NumberRules, Section, Shelf
from sufficiency.content.gaps import find_gaps
from sufficiency.content.lists import ListItem, NamedList
from sufficiency.content.read import SHELF_FILES
from sufficiency.content.strategy import Strategy
from sufficiency.facts import Fact, FigureEvidence, LedgerEntry
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.pictures import Picture
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose.bind import (
    PLACEMENT_INLINE,
    TODO_OPEN,
    BoundText,
    BoundVoice,
    bind_section,
    bind_text,
)
from sufficiency.prose.bound import (
    CONTROL,
    COVER,
    EVIDENCE_GAPS,
    GLOSSARY,
    THREAD,
    BoundBlock,
    BoundBox,
    BoundEntry,
    BoundFigure,
    BoundGroup,
    BoundItem,
    BoundList,
    BoundMissing,
    BoundPicture,
    BoundSection,
    BoundStrategy,
    BoundTiles,
    Placed,
)
from sufficiency.prose.claims import check_claims, headlines_of
from sufficiency.prose.expressions import Placement
from sufficiency.prose.markdown import escape_markdown
from sufficiency.prose.marks import keys_of_marks, mark_at, mark_of
from sufficiency.prose.places import Places
from sufficiency.prose.plan import PlanBinder
from sufficiency.prose.printed import mark, number_marks
from sufficiency.prose.printer import Printer, publications
from sufficiency.prose.thread import tie_thread
from sufficiency.sources import Text

REF_PLACED = Code(
    "REF-PLACED",
    "Something is placed that is not defined",
    "There is no figure, table, picture or box of this name to put here.",
    "Correct the name, or define it in strategy/figures.yml, pictures.yml or needs.yml.",
    '{{ figure("weekly-cots") }}',
    mended='{{ figure("weekly-cost") }}',
)
PLACED_TWICE = Code(
    "PLACED-TWICE",
    "A figure, table, picture or box is placed twice",
    "It would have two numbers, and a reference to it could mean either.",
    "Place it once and refer to it elsewhere: @fig-…, @tbl-….",
    '{{ figure("in-care") }}\n\nThe same again:\n\n{{ figure("in-care") }}',
    mended='{{ figure("in-care") }}\n\nAs @fig-in-care shows, the number rose.',
)
_LEFT_OUT = (REF_PLACED, PLACEMENT_INLINE)


def bind_strategy(
    content: Content,
    strategy: Strategy,
    facts: Shelf[Fact],
    figures: Shelf[Planned],
    pictures: Shelf[Picture],
    places: frozenset[str] = frozenset(),
) -> tuple[BoundStrategy, list[Problem]]:
    """All texts bound to the facts, with every unknown name and misplaced thing.

    ``places`` are those that the extracts have figures of.
    """
    binder = _StrategyBinder(content, strategy, facts, figures, pictures, places)
    logo, notice = binder.logo(), binder.optional(strategy.notice, COVER)
    titles = [entry.title for entry in strategy.documents.values() if entry.title is not None]
    unbound = [strategy.title, strategy.council_name, strategy.description, *titles]
    binder.note_what_is_to_do(*unbound)
    sections = tuple(binder.section(section) for section in content.sections.entries.values())
    themes = binder.plan.themes()
    gaps = tuple(binder.plan.gap(gap) for gap in find_gaps(content))
    glossary, evidence_gaps = binder.glossary(), binder.evidence_gaps()
    thread = tie_thread(content, binder.thread_text, strategy.terms)
    control = binder.control()
    bound = BoundStrategy(
        strategy=strategy,
        sections=sections,
        themes=themes,
        ledger=tuple(binder.ledger),
        figures=tuple(binder.evidence),
        gaps=gaps,
        glossary=glossary,
        evidence_gaps=evidence_gaps,
        notice=notice,
        control=control,
        logo=logo,
        shows_all=not any(problem.code in _LEFT_OUT for problem in binder.problems)
        and all(shelf.complete and not shelf.broken for shelf in (figures, pictures)),
        marked=frozenset(binder.marked),
        thread=thread,
        shows_thread=binder.shows_thread,
    )
    return bound, binder.problems


@dataclass
class _StrategyBinder:
    """Walks the strategy once, in the order in which a reader meets it."""

    content: Content
    strategy: Strategy
    facts: Shelf[Fact]
    figures: Shelf[Planned]
    pictures: Shelf[Picture]
    places: frozenset[str]
    ledger: list[LedgerEntry] = field(default_factory=list)
    evidence: list[FigureEvidence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    placed: set[Placement] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        files = {id: str(entry.file) for id, entry in self.content.pictures.entries.items()}
        self.printer = Printer(
            facts=self.facts,
            publications=publications(self.content),
            pictures=files,
            numbers=self.strategy.numbers,
            places=Places(self.places, own=str(self.strategy.council)),
            as_at=self.strategy.as_at,
            little_change=self.strategy.little_change,
        )
        promised = self.typed if self.strategy.numbers.commitments else self.text
        self.plan = PlanBinder(self.content, self.strategy, self.text, promised)

    def text(self, text: Text, section: str) -> BoundText:
        return self._bound(text, section, self.strategy.numbers)

    def typed(self, text: Text, section: str) -> BoundText:
        """A text in which any number may be typed."""
        return self._bound(text, section, None)

    def seen(self, text: Text, section: str) -> BoundText:
        """A text that says what a picture shows: "two carers" claims nothing of the council's."""
        return self._bound(text, section, self.strategy.numbers.model_copy(update={"words": True}))

    def _bound(self, text: Text, section: str, numbers: NumberRules | None) -> BoundText:
        bound, found = bind_text(text, replace(self.printer, numbers=numbers), section)
        self.problems += found
        return self.note(bound)

    def note(self, bound: BoundText) -> BoundText:
        """Keeps what a bound text printed and what it marked, and numbers what it printed."""
        self.marked.update(keys_of_marks(bound.markdown))
        if not bound.printed:
            return bound
        return replace(bound, markdown=number_marks(bound.markdown, self.keep(*bound.printed)))

    def keep(self, *printed: LedgerEntry) -> Iterator[int]:
        """Keeps what was printed; gives the numbers of the entries that the text marks."""
        first = len(self.ledger) + 1
        self.ledger += printed
        return (number for number, one in enumerate(printed, first) if one.is_marked)

    def optional(self, text: Text | None, section: str) -> BoundText | None:
        return self.text(text, section) if text is not None else None

    @property
    def shows_thread(self) -> bool:
        """Whether an annex prints the golden thread: there is one, and nobody leaves it out."""
        has_ends = self.content.boxes.entries and self.content.priorities.entries
        return self.strategy.has_golden_thread and bool(has_ends)

    def thread_text(self, text: Text, is_printed: bool) -> BoundText:
        """A text of the golden thread, noted where the annex prints it."""
        if self.shows_thread and is_printed:
            return self.text(text, THREAD)
        return bind_text(text, self.printer, THREAD)[0]

    def note_what_is_to_do(self, *texts: Text) -> None:
        """Looks for notes in texts that are printed as they are typed."""
        for text in texts:
            _, found = bind_text(text, self.printer, COVER)
            self.problems += [problem for problem in found if problem.code is TODO_OPEN]

    def section(self, section: Section) -> BoundSection:
        level = 1 if section.front.parent is None else 2
        title = self.text(section.front.title, section.id)
        blocks, found = bind_section(section, self.printer, level=level)
        self.problems += found
        placed = [block.content.id for block in blocks if isinstance(block.content, Placement)]
        headlines = headlines_of(placed, self.content.figures)
        self.problems += check_claims(section, self.facts, self.strategy.little_change, headlines)
        bound = []
        for block in blocks:
            content: BoundText | BoundVoice | Placed | None
            if isinstance(block.content, BoundText):
                content = self.note(block.content)
            elif isinstance(block.content, BoundVoice):
                content = self.voice(block.content)
            else:
                content = self.place(block.content, block.at, section.id)
            if content is not None:
                bound.append(BoundBlock(content, block.at))
        measures = tuple(self.plan.measure(*item, section.id) for item in section.measures)
        return BoundSection(section, level, title, tuple(bound), measures)

    def voice(self, voice: BoundVoice) -> BoundVoice:
        paragraphs = tuple(map(self.note, voice.paragraphs))
        return BoundVoice(paragraphs, self.note(voice.by) if voice.by else None)

    def place(self, placement: Placement, at: Location, section: str) -> Placed | None:
        if self._is_placed_above(placement, at):
            return None
        self.placed.add(placement)
        if placement.kind == "box":
            box = self.content.boxes.entries.get(placement.id)
            if box is None:
                return self._missing(placement, at, self.content.boxes, "boxes")
            return self.box(placement.id, box, section)
        if placement.kind == "list":
            named = self.content.lists.entries.get(placement.id)
            if named is None:
                return self._missing(placement, at, self.content.lists, "lists")
            return self.list(placement.id, named, section)
        if self._is_of_another_kind(placement, at):
            return None
        if placement.kind == "picture":
            picture = self.pictures.entries.get(placement.id)
            if picture is None:
                return self._missing(placement, at, self.pictures, "pictures")
            # A figure of the same name, which is told, would have the same anchor.
            if placement.id in self.figures.names:
                return None
            return self.picture(picture, section)
        figure = self.figures.entries.get(placement.id)
        if figure is None:
            return self._missing(placement, at, self.figures, "figures")
        if isinstance(figure, PlannedTiles):
            return self.tiles(figure, section)
        return self.figure(figure, section)

    def _is_placed_above(self, placement: Placement, at: Location) -> bool:
        """Whether something is placed a second time, which is told."""
        if placement not in self.placed:
            return False
        message = f'the {placement.kind} "{placement.id}" is placed above already.'
        has_no_number = placement.kind in ("box", "list")
        mend = "Delete one of the two." if has_no_number else PLACED_TWICE.mend
        self._note(PLACED_TWICE, at, message, mend)
        return True

    def _is_of_another_kind(self, placement: Placement, at: Location) -> bool:
        """Whether a figure, table or picture is placed as one of the other two, which is told."""
        figure, is_picture = self.figures.entries.get(placement.id), placement.kind == "picture"
        kind = placement.kind
        if figure is not None and not (is_picture and placement.id in self.pictures.names):
            is_table = isinstance(figure, PlannedFigure) and figure.table is not None
            kind = "table" if is_table else "figure"
        elif placement.id in self.pictures.names and placement.id not in self.figures.names:
            kind = "picture"
        if kind == placement.kind:
            return False
        mend = f'Write {{{{ {kind}("{placement.id}") }}}}.'
        self._note(REF_PLACED, at, f'"{placement.id}" is a {kind}.', mend)
        return True

    def logo(self) -> BoundPicture | None:
        """The picture on the cover, where strategy.yml names one."""
        id = self.strategy.logo
        if id is None:
            return None
        if not self.pictures.may_hold(id):
            begin = f"Correct the name, or define it in {SHELF_FILES['pictures'].path}."
            mend = suggestion(id, self.pictures.names, begin)
            self._note(REF_PLACED, id.at, f'picture "{id}" is not defined.', mend)
        picture = self.pictures.entries.get(id)
        return self.picture(picture, COVER) if picture is not None else None

    def picture(self, picture: Picture, section: str) -> BoundPicture:
        entry = picture.entry
        return BoundPicture(
            picture,
            self.optional(entry.caption, section),
            self.optional(entry.credit, section),
            "" if entry.decorative or entry.alt is None else self.seen(entry.alt, section).plain,
        )

    def tiles(self, planned: PlannedTiles, section: str) -> BoundTiles:
        """Every tile is a printed number; the ledger holds it where the tiles stand."""
        values = [
            number_marks(
                mark(escape_markdown(tile.fact.said)),
                self.keep(LedgerEntry(tile.fact.said, tile.fact, section, tile.at)),
            )
            for tile in planned.tiles
        ]
        caption = self.text(planned.entry.headline, section)
        note = self.optional(planned.entry.note, section)
        return BoundTiles(planned, tuple(values), caption, note)

    def figure(self, figure: PlannedFigure, section: str) -> BoundFigure:
        caption = self.text(figure.entry.headline, section)
        note = self.optional(figure.entry.note, section)
        placed = BoundFigure(figure, caption, note, self._alt(figure, section))
        self.evidence.append(
            FigureEvidence(
                figure.id,
                placed.anchor,
                caption.plain,
                figure.indicator,
                figure.extract,
                figure.lines,
                section,
            )
        )
        return placed

    def _alt(self, figure: PlannedFigure, section: str) -> str:
        """The author's alt text, else the one drafted from the data."""
        if figure.entry.alt is None:
            return figure.alt
        return self.text(figure.entry.alt, section).plain

    def box(self, id: str, box: NeedBox, section: str) -> BoundBox:
        heading = self.text(box.heading or self.strategy.needs_heading, section)
        needs = tuple((str(need.id), self.text(need.text, section)) for need in box.needs)
        return BoundBox(id, heading, needs)

    def list(self, id: str, named: NamedList, section: str) -> BoundList:
        groups = [BoundGroup(None, None, self._items(named.items, section))] if named.items else []
        for group in named.groups:
            title = self.text(group.title, section)
            name = str(group.id) if group.id else None
            groups.append(BoundGroup(name, title, self._items(group.items, section)))
        return BoundList(id, tuple(groups))

    def _items(self, items: Sequence[ListItem], section: str) -> tuple[BoundItem, ...]:
        return tuple(
            BoundItem(
                str(item.id) if item.id else None,
                self.optional(item.title, section),
                self.text(item.text, section),
            )
            for item in items
        )

    def glossary(self) -> tuple[BoundEntry, ...]:
        """The terms in the order of the alphabet."""
        terms = self.content.glossary.entries.items()
        return tuple(
            self.entry(id, entry.term, entry.meaning, GLOSSARY)
            for id, entry in sorted(terms, key=lambda item: item[1].term.casefold())
        )

    def evidence_gaps(self) -> tuple[BoundEntry, ...]:
        return tuple(
            self.entry(id, gap.title, gap.why, EVIDENCE_GAPS)
            for id, gap in self.content.evidence_gaps.entries.items()
        )

    def control(self) -> tuple[tuple[BoundText, BoundText], ...]:
        """The lines of document control, whose versions and dates may be typed."""
        return tuple(
            (self.text(line.item, CONTROL), self.typed(line.entry, CONTROL))
            for line in self.strategy.control
        )

    def entry(self, id: str, title: Text, text: Text, part: str) -> BoundEntry:
        return BoundEntry(id, self.text(title, part), self.text(text, part))

    def _missing(
        self, placement: Placement, at: Location, shelf: Shelf[object], field: str
    ) -> BoundMissing:
        """What stands for an entry of that field of the content that is not there."""
        mark = mark_of(SHELF_FILES[field].path, placement.id)
        if not shelf.may_hold(placement.id):
            message = f'{placement.kind} "{placement.id}" is not defined.'
            begin = f"Correct the name, or define it in {SHELF_FILES[field].path}."
            mend = suggestion(placement.id, shelf.names, begin)
            self._note(REF_PLACED, at, message, mend)
            mark = mark_at(at)
        prefix = {"figure": "fig", "table": "tbl"}.get(placement.kind)
        return BoundMissing(placement, f"{prefix}-{placement.id}" if prefix else None, mark)

    def _note(self, code: Code, at: Location, message: str, mend: str) -> None:
        self.problems.append(Problem(code, at, message, mend))
