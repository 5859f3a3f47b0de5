"""Binds the whole strategy in reading order: sections with what they place, then the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sufficiency.content import (
    Action,
    Content,
    NeedBox,
    Priority,
    Section,
    Shelf,
    SuccessMeasure,
)
from sufficiency.content.lists import ListItem, NamedList
from sufficiency.content.plan import count_gaps
from sufficiency.content.read import SHELF_FILES
from sufficiency.content.strategy import Strategy
from sufficiency.facts import Fact, FigureEvidence, LedgerEntry
from sufficiency.figures.plan import Planned, PlannedFigure
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.prose.bind import PLACEMENT_INLINE, BoundText, Printer, bind_section, bind_text
from sufficiency.prose.bound import (
    EVIDENCE_GAPS,
    GLOSSARY,
    PLAN,
    BoundAction,
    BoundBlock,
    BoundBox,
    BoundEntry,
    BoundFigure,
    BoundGroup,
    BoundItem,
    BoundList,
    BoundMeasure,
    BoundMissing,
    BoundPriority,
    BoundSection,
    BoundStrand,
    BoundStrategy,
    BoundTiles,
    Placed,
)
from sufficiency.prose.expressions import Placement
from sufficiency.prose.markdown import Markdown, escape_markdown
from sufficiency.prose.marks import keys_of_marks, mark_at, mark_of
from sufficiency.sources import Text
from sufficiency.tables.period import print_date

REF_PLACED = Code(
    "REF-PLACED",
    "Something is placed that is not defined",
    "There is no figure, table or box of this name to put here.",
    "Correct the name, or define it in strategy/figures.yml or strategy/needs.yml.",
    '{{ figure("weekly-cost") }}',
)
PLACED_TWICE = Code(
    "PLACED-TWICE",
    "A figure, table or box is placed twice",
    "It would have two numbers, and a reference to it could mean either.",
    "Place it once and refer to it elsewhere: @fig-…, @tbl-….",
)
_LEFT_OUT = (REF_PLACED, PLACEMENT_INLINE)


def bind_strategy(
    content: Content, strategy: Strategy, facts: Shelf[Fact], figures: Shelf[Planned]
) -> tuple[BoundStrategy, list[Problem]]:
    """All texts bound to the facts, with every unknown name and misplaced thing."""
    binder = _StrategyBinder(content, strategy, facts, figures)
    sections = tuple(binder.section(section) for section in content.sections.entries.values())
    priorities = tuple(binder.priority(*item) for item in content.priorities.entries.items())
    glossary = tuple(
        binder.entry(id, entry.term, entry.meaning, GLOSSARY)
        for id, entry in sorted(
            content.glossary.entries.items(), key=lambda item: item[1].term.casefold()
        )
    )
    evidence_gaps = tuple(
        binder.entry(id, gap.title, gap.why, EVIDENCE_GAPS)
        for id, gap in content.evidence_gaps.entries.items()
    )
    bound = BoundStrategy(
        strategy=strategy,
        sections=sections,
        priorities=priorities,
        ledger=tuple(binder.ledger),
        figures=tuple(binder.evidence),
        gaps=tuple(count_gaps(content.priorities.entries.values())),
        glossary=glossary,
        evidence_gaps=evidence_gaps,
        shows_all=not any(problem.code in _LEFT_OUT for problem in binder.problems)
        and figures.complete
        and not figures.broken,
        marked=frozenset(binder.marked),
    )
    return bound, binder.problems


def _citations(content: Content) -> Shelf[str]:
    """What stated figures may name: publications, and extracts by their title and publisher."""
    extracts = {
        id: f"{entry.title}, {entry.publisher}" for id, entry in content.extracts.entries.items()
    }
    references = {id: entry.citation for id, entry in content.references.entries.items()}
    return Shelf(
        extracts | references,
        content.extracts.broken | content.references.broken,
        content.extracts.complete and content.references.complete,
    )


@dataclass
class _StrategyBinder:
    """Walks the strategy once, in the order in which a reader meets it."""

    content: Content
    strategy: Strategy
    facts: Shelf[Fact]
    figures: Shelf[Planned]
    ledger: list[LedgerEntry] = field(default_factory=list)
    evidence: list[FigureEvidence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    placed: set[Placement] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.printer = Printer(self.facts, _citations(self.content))

    def text(self, text: Text, section: str) -> BoundText:
        bound, found = bind_text(text, self.printer, section)
        self.problems += found
        return self.note(bound)

    def note(self, bound: BoundText) -> BoundText:
        """Keeps what a bound text printed and what it marked."""
        self.ledger += bound.printed
        self.marked.update(keys_of_marks(bound.markdown))
        return bound

    def optional(self, text: Text | None, section: str) -> BoundText | None:
        return self.text(text, section) if text is not None else None

    def section(self, section: Section) -> BoundSection:
        level = 1 if section.front.parent is None else 2
        title = self.text(section.front.title, section.id)
        blocks, found = bind_section(section, self.printer, level=level)
        self.problems += found
        bound = []
        for block in blocks:
            content: BoundText | Placed | None
            if isinstance(block.content, BoundText):
                content = self.note(block.content)
            else:
                content = self.place(block.content, block.at, section.id)
            if content is not None:
                bound.append(BoundBlock(content, block.at))
        return BoundSection(section, level, title, tuple(bound))

    def place(self, placement: Placement, at: Location, section: str) -> Placed | None:
        if placement in self.placed:
            message = f'the {placement.kind} "{placement.id}" is placed above already.'
            self._note(PLACED_TWICE, at, message, PLACED_TWICE.mend)
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
        figure = self.figures.entries.get(placement.id)
        if figure is None:
            return self._missing(placement, at, self.figures, "figures")
        is_table = isinstance(figure, PlannedFigure) and figure.table is not None
        kind = "table" if is_table else "figure"
        if placement.kind != kind:
            mend = f'Write {{{{ {kind}("{figure.id}") }}}}.'
            self._note(REF_PLACED, at, f'"{figure.id}" is a {kind}.', mend)
        if isinstance(figure, PlannedTiles):
            return self.tiles(figure, section)
        return self.figure(figure, section)

    def tiles(self, planned: PlannedTiles, section: str) -> BoundTiles:
        """Every tile is a printed number; the ledger holds it where the tiles stand."""
        self.ledger += [
            LedgerEntry(tile.fact.said, tile.fact, section, tile.at) for tile in planned.tiles
        ]
        caption = self.text(planned.entry.headline, section)
        return BoundTiles(planned, caption, self.optional(planned.entry.note, section))

    def figure(self, figure: PlannedFigure, section: str) -> BoundFigure:
        caption = self.text(figure.entry.headline, section)
        note = self.optional(figure.entry.note, section)
        self.evidence.append(
            FigureEvidence(
                figure.id,
                caption.plain,
                figure.indicator,
                figure.extract,
                figure.lines,
                section,
            )
        )
        return BoundFigure(figure, caption, note, self._alt(figure, section))

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

    def entry(self, id: str, title: Text, text: Text, part: str) -> BoundEntry:
        return BoundEntry(id, self.text(title, part), self.text(text, part))

    def priority(self, id: str, priority: Priority) -> BoundPriority:
        return BoundPriority(
            id=id,
            path=priority.location().path,
            number=priority.number,
            title=self.text(priority.title, PLAN),
            why=self.optional(priority.why, PLAN),
            strands=tuple(self._strands(id, priority)),
            measures=tuple(
                BoundMeasure(
                    str(measure.id or f"{id}-measure-{number}"),
                    self.text(measure.text, PLAN),
                    tuple(self._measure_details(measure)),
                )
                for number, measure in enumerate(priority.success_measures, start=1)
            ),
        )

    def _measure_details(self, measure: SuccessMeasure) -> Iterator[Markdown]:
        indicator = self.content.indicators.entries.get(measure.indicator or "")
        if indicator is not None:
            yield escape_markdown(f"Measured by: {indicator.label}")
        yield from self._detail("Shown by", measure.evidence)
        yield from self._detail("Baseline", measure.baseline)
        day = f" by {print_date(measure.by)}" if measure.by else ""
        yield from self._detail("Target", measure.target, day)
        if measure.by is not None and measure.target is None:
            yield escape_markdown(f"By: {print_date(measure.by)}")

    def _action_details(self, action: Action) -> Iterator[Markdown]:
        yield from self._detail("Owner", action.owner)
        if action.start is not None:
            yield escape_markdown(f"Starts: {print_date(action.start)}")
        yield from self._detail("Due", action.due)

    def _detail(self, label: str, text: Text | None, behind: str = "") -> Iterator[Markdown]:
        if text is not None:
            yield Markdown(f"{label}: {self.text(text, PLAN).markdown}{behind}")

    def _strands(self, id: str, priority: Priority) -> Iterator[BoundStrand]:
        """The strands that the priority has actions for, in the strategy's order."""
        numbered = list(enumerate(priority.actions, start=1))
        labels: dict[str | None, str | None] = {
            key: str(label) for key, label in self.strategy.strands.items()
        }
        for strand, label in {**labels, None: None}.items():
            actions = tuple(
                BoundAction(
                    str(action.id or f"{id}-action-{number}"),
                    self.text(action.text, PLAN),
                    tuple(self._action_details(action)),
                )
                for number, action in numbered
                if action.strand == strand
            )
            if actions:
                yield BoundStrand(label, actions)

    def _missing(
        self, placement: Placement, at: Location, shelf: Shelf[object], field: str
    ) -> BoundMissing:
        """What stands for an entry of that field of the content that is not there."""
        mark = mark_of(SHELF_FILES[field].path, placement.id)
        if not shelf.may_hold(placement.id):
            message = f'{placement.kind} "{placement.id}" is not defined.'
            self._note(REF_PLACED, at, message, suggestion(placement.id, shelf.names))
            mark = mark_at(at)
        prefix = {"figure": "fig", "table": "tbl"}.get(placement.kind)
        return BoundMissing(placement, f"{prefix}-{placement.id}" if prefix else None, mark)

    def _note(self, code: Code, at: Location, message: str, mend: str) -> None:
        self.problems.append(Problem(code, at, message, mend))
