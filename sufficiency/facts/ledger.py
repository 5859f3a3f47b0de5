"""The ledger: every fact and stated figure that a document printed, in order, with where."""

from dataclasses import dataclass

from sufficiency.facts.cited import cite
from sufficiency.facts.fact import Fact
from sufficiency.problems import Location
from sufficiency.tables import Extract


@dataclass(frozen=True)
class Publication:
    """What figures are quoted from: its id, how it is cited, its web address and its licence.

    An address or a licence that nobody gave is blank.
    """

    id: str
    citation: str
    url: str = ""
    licence: str = ""

    @classmethod
    def of(cls, extract: Extract) -> "Publication":
        """An extract as what was published."""
        return cls(extract.id, cite(extract), extract.url, extract.licence)


@dataclass(frozen=True)
class StatedFigure:
    """A number quoted in prose with the publication that it is quoted from."""

    text: str
    publication: Publication


@dataclass(frozen=True)
class Commitment:
    """A promise with a number in it: the council's own word, which needs no source."""

    text: str


@dataclass(frozen=True)
class LedgerEntry:
    """One printed number: what stood there, in which section, from where in the files.

    ``section`` is the id of the section or other part that printed it. ``is_marked`` says whether
    the text knows its place; an address, for one, holds no marks.
    """

    printed: str
    origin: Fact | StatedFigure | Commitment
    section: str
    at: Location
    is_marked: bool = True


@dataclass(frozen=True)
class FigureEvidence:
    """A chart or table that a document printed, and the rows of the extract behind it.

    ``anchor`` is what cross-references name; ``caption`` is as printed; ``lines`` are those of the
    extract's file, in order.
    """

    id: str
    anchor: str
    caption: str
    indicator: str
    extract: Extract
    lines: tuple[int, ...]
    section: str
