"""The bound strategy: what documents are composed from, with nothing left to evaluate."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from sufficiency.content import Section, SuccessMeasure
from sufficiency.content.gaps import Gap
from sufficiency.content.strategy import Strategy
from sufficiency.facts import Fact, FigureEvidence, LedgerEntry, Publication, StatedFigure
from sufficiency.figures.plan import PlannedFigure
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.pictures import Picture
from sufficiency.problems import Location
from sufficiency.prose.bind import BoundText, BoundVoice
from sufficiency.prose.expressions import Placement
from sufficiency.prose.markdown import Markdown
from sufficiency.prose.thread import NO_THREAD, Thread
from sufficiency.tables import Extract

PLAN = "action-plan"
"""The id of the part of a document that prints the action plan."""
GLOSSARY = "glossary"
COVER = "cover"
CONTROL = "control"
EVIDENCE_GAPS = "evidence-gaps"
THREAD = "golden-thread"
EVIDENCE = "evidence"
ACCESSIBILITY = "accessibility-tests"
PROBLEMS = "problems"


@dataclass(frozen=True)
class BoundFigure:
    """A chart or table where it is placed, with its caption, note and alt text bound."""

    planned: PlannedFigure
    caption: BoundText
    note: BoundText | None
    alt: str

    @property
    def anchor(self) -> str:
        """What cross-references name: ``fig-…`` or ``tbl-…``."""
        return f"{'fig' if self.planned.chart else 'tbl'}-{self.planned.id}"


@dataclass(frozen=True)
class BoundTiles:
    """Facts at a glance where they are placed, as they are printed; caption and note bound."""

    planned: PlannedTiles
    values: tuple[Markdown, ...]
    caption: BoundText
    note: BoundText | None

    @property
    def anchor(self) -> str:
        """What cross-references name."""
        return f"fig-{self.planned.id}"


@dataclass(frozen=True)
class BoundPicture:
    """An author's picture where it is placed; ``alt`` is empty for a decorative one."""

    picture: Picture
    caption: BoundText | None
    credit: BoundText | None
    alt: str

    @property
    def anchor(self) -> str | None:
        """What cross-references name; a picture without a caption has no number."""
        return f"fig-{self.picture.id}" if self.caption else None


@dataclass(frozen=True)
class BoundBox:
    """A box of needs where it is placed."""

    id: str
    heading: BoundText
    needs: tuple[tuple[str, BoundText], ...]


@dataclass(frozen=True)
class BoundItem:
    """An item of a list; ``id`` is None where nothing names it."""

    id: str | None
    title: BoundText | None
    text: BoundText


@dataclass(frozen=True)
class BoundGroup:
    """A group of a list with its heading; a list without groups is one group without a title."""

    id: str | None
    title: BoundText | None
    items: tuple[BoundItem, ...]


@dataclass(frozen=True)
class BoundList:
    """A named list where it is placed."""

    id: str
    groups: tuple[BoundGroup, ...]


@dataclass(frozen=True)
class BoundMissing:
    """What cannot be shown where it is placed, for a problem told elsewhere.

    It keeps its place, so that what is sound keeps its number. ``anchor`` is what
    cross-references name, None for a box or a list.
    """

    placement: Placement
    anchor: str | None
    mark: Markdown


@dataclass(frozen=True)
class BoundAction:
    """An action; ``id`` is the author's or made from the priority's and its place in the list.

    ``start`` is a date in words. What is not given is None.
    """

    id: str
    text: BoundText
    start: str | None
    owner: Markdown | None
    due: Markdown | None


@dataclass(frozen=True)
class BoundMeasure:
    """A success measure; ``shown_by`` is its indicator's label, or the evidence that is named.

    ``target`` holds its date, too. What is not given is None.
    """

    id: str
    entry: SuccessMeasure
    text: BoundText
    shown_by: Markdown | None
    baseline: Markdown | None
    target: Markdown | None


Placed: TypeAlias = BoundFigure | BoundTiles | BoundPicture | BoundBox | BoundList | BoundMissing


@dataclass(frozen=True)
class BoundBlock:
    """A block of a section and the line that it came from."""

    content: BoundText | BoundVoice | Placed
    at: Location


@dataclass(frozen=True)
class BoundSection:
    """A section with its heading's level (1 for a chapter), blocks and measures of success."""

    section: Section
    level: int
    title: BoundText
    blocks: tuple[BoundBlock, ...]
    measures: tuple[BoundMeasure, ...] = ()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The lines at which its blocks begin."""
        return tuple(block.at.line for block in self.blocks)


@dataclass(frozen=True)
class BoundStrand:
    """The actions of one strand; ``label`` is None for those without one."""

    label: str | None
    actions: tuple[BoundAction, ...]


@dataclass(frozen=True)
class BoundPriority:
    """A priority as the action plan prints it.

    ``name`` is what it is called for short: the council's noun and its number, or its title.
    ``heading`` is both; ``at`` is where its title stands.
    """

    id: str
    at: Location
    name: Markdown
    heading: Markdown
    why: BoundText | None
    strands: tuple[BoundStrand, ...]
    measures: tuple[BoundMeasure, ...]


@dataclass(frozen=True)
class BoundTheme:
    """Priorities under one heading; id and label are None for those without a theme.

    ``at`` is where the label stands, or else the first priority.
    """

    id: str | None
    label: str | None
    text: BoundText | None
    priorities: tuple[BoundPriority, ...]
    at: Location


@dataclass(frozen=True)
class BoundGap:
    """Something that the plan leaves open, with the words of what is loose in it."""

    gap: Gap
    loose_ends: tuple[BoundText, ...]


@dataclass(frozen=True)
class BoundEntry:
    """An entry of the glossary or of the evidence gaps: what it is about and what it says."""

    id: str
    title: BoundText
    text: BoundText


@dataclass(frozen=True)
class BoundStrategy:
    """The strategy with every text bound, its ledger in order, and the figures it shows.

    ``themes`` hold the priorities in the order of the action plan; ``gaps`` say what it leaves
    open, ``thread`` how all of it is tied, which an annex prints where ``shows_thread``.
    ``shows_all`` is False where a figure, table or picture is left out for a problem already
    told. ``marked`` are what marks in the text stand for.
    """

    strategy: Strategy
    sections: tuple[BoundSection, ...]
    themes: tuple[BoundTheme, ...]
    ledger: tuple[LedgerEntry, ...]
    figures: tuple[FigureEvidence, ...]
    gaps: tuple[BoundGap, ...]
    glossary: tuple[BoundEntry, ...]
    evidence_gaps: tuple[BoundEntry, ...]
    notice: BoundText | None = None
    control: tuple[tuple[BoundText, BoundText], ...] = ()
    logo: BoundPicture | None = None
    shows_all: bool = True
    marked: frozenset[str] = frozenset()
    thread: Thread = NO_THREAD
    shows_thread: bool = False

    @property
    def priorities(self) -> tuple[BoundPriority, ...]:
        """Every priority, theme by theme."""
        return tuple(priority for theme in self.themes for priority in theme.priorities)

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """Every extract behind a printed fact or figure, in order of first use."""
        origins = [entry.origin for entry in self.ledger]
        facts = [origin for origin in origins if isinstance(origin, Fact)]
        behind = [source.extract for fact in facts for source in fact.sources]
        return tuple(dict.fromkeys([*behind, *(figure.extract for figure in self.figures)]))

    @property
    def publications(self) -> tuple[Publication, ...]:
        """What figures are quoted from, in order of first use; ``extracts`` are not again in it."""
        stated = [each.origin for each in self.ledger if isinstance(each.origin, StatedFigure)]
        known = {Publication.of(extract) for extract in self.extracts}
        return tuple(dict.fromkeys(p for one in stated if (p := one.publication) not in known))

    @property
    def parts(self) -> frozenset[str]:
        """The ids of the parts, besides the sections, that the document of it has."""
        holds = {
            PLAN: self.themes,
            GLOSSARY: self.glossary,
            EVIDENCE_GAPS: self.evidence_gaps,
            THREAD: self.shows_thread,
            EVIDENCE: (*self.ledger, *self.figures),
            CONTROL: self.control,
            ACCESSIBILITY: True,
        }
        return frozenset(id for id, held in holds.items() if held)
