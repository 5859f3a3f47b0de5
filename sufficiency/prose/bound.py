"""The bound strategy: what documents are composed from, with nothing left to evaluate."""

from dataclasses import dataclass
from typing import TypeAlias

from sufficiency.content import Section
from sufficiency.content.strategy import Strategy
from sufficiency.facts import FigureEvidence, LedgerEntry
from sufficiency.figures.plan import PlannedFigure
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.problems import Location
from sufficiency.prose.bind import BoundText
from sufficiency.prose.expressions import Placement
from sufficiency.prose.markdown import Markdown

PLAN = "action-plan"
"""The id of the part of a document that prints the action plan."""
GLOSSARY = "glossary"
EVIDENCE_GAPS = "evidence-gaps"


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
    """Facts at a glance where they are placed, with their caption and note bound."""

    planned: PlannedTiles
    caption: BoundText
    note: BoundText | None

    @property
    def anchor(self) -> str:
        """What cross-references name."""
        return f"fig-{self.planned.id}"


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


Placed: TypeAlias = BoundFigure | BoundTiles | BoundBox | BoundList | BoundMissing


@dataclass(frozen=True)
class BoundBlock:
    """A block of a section and the line that it came from."""

    content: BoundText | Placed
    at: Location


@dataclass(frozen=True)
class BoundSection:
    """A section with its heading's level (1 for a chapter) and its blocks."""

    section: Section
    level: int
    title: BoundText
    blocks: tuple[BoundBlock, ...]


@dataclass(frozen=True)
class BoundAction:
    """An action; ``id`` is the author's or made from the priority's and its place in the list.

    ``details`` are its owner and dates in words, those that are given.
    """

    id: str
    text: BoundText
    details: tuple[Markdown, ...]


@dataclass(frozen=True)
class BoundMeasure:
    """A success measure; ``details`` are what shows it, its baseline and target, as given."""

    id: str
    text: BoundText
    details: tuple[Markdown, ...]


@dataclass(frozen=True)
class BoundStrand:
    """The actions of one strand; ``label`` is None for those without one."""

    label: str | None
    actions: tuple[BoundAction, ...]


@dataclass(frozen=True)
class BoundPriority:
    """A priority as the action plan prints it."""

    id: str
    path: str
    number: int
    title: BoundText
    why: BoundText | None
    strands: tuple[BoundStrand, ...]
    measures: tuple[BoundMeasure, ...]


@dataclass(frozen=True)
class BoundEntry:
    """An entry of the glossary or of the evidence gaps: what it is about and what it says."""

    id: str
    title: BoundText
    text: BoundText


@dataclass(frozen=True)
class BoundStrategy:
    """The strategy with every text bound, its ledger in order, and the figures it shows.

    ``gaps`` say in words what the plan leaves open: owners, dates, baselines, targets.
    ``shows_all`` is False where a figure or table is left out for a problem already told.
    ``marked`` are what marks in the text stand for.
    """

    strategy: Strategy
    sections: tuple[BoundSection, ...]
    priorities: tuple[BoundPriority, ...]
    ledger: tuple[LedgerEntry, ...]
    figures: tuple[FigureEvidence, ...]
    gaps: tuple[str, ...]
    glossary: tuple[BoundEntry, ...]
    evidence_gaps: tuple[BoundEntry, ...]
    shows_all: bool = True
    marked: frozenset[str] = frozenset()
