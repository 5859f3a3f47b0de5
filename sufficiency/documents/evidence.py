"""The evidence annex: what each section printed, in order, and where it came from."""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.facts import Fact, LedgerEntry
from sufficiency.prose import BoundStrategy, Markdown, escape_markdown
from sufficiency.prose.strategy import PLAN
from sufficiency.tables import Extract


@dataclass(frozen=True)
class EvidenceRow:
    """One printed number: what was printed, what it is, and where it came from."""

    printed: str
    meaning: str
    origin: str


@dataclass(frozen=True)
class SectionEvidence:
    """All that one section printed; ``figures`` are captions with the extracts behind them."""

    section: str
    title: Markdown
    rows: tuple[EvidenceRow, ...]
    figures: tuple[tuple[Markdown, str], ...]


def gather_evidence(bound: BoundStrategy) -> tuple[SectionEvidence, ...]:
    """The sections that printed anything, in reading order; each number once a section."""
    titles = {part.section.id: part.title.markdown for part in bound.sections}
    titles[PLAN] = escape_markdown("Action plan")
    return tuple(
        SectionEvidence(
            section=id,
            title=title,
            rows=tuple(dict.fromkeys(_row(entry) for entry in bound.ledger if entry.section == id)),
            figures=tuple(
                (Markdown(figure.caption), cite(figure.extract))
                for figure in bound.figures
                if figure.section == id
            ),
        )
        for id, title in titles.items()
        if any(entry.section == id for entry in bound.ledger)
        or any(figure.section == id for figure in bound.figures)
    )


def used_extracts(bound: BoundStrategy) -> tuple[Extract, ...]:
    """Every extract behind a printed fact or figure, in order of first use."""
    return tuple(dict.fromkeys(_extracts(bound)))


def _extracts(bound: BoundStrategy) -> Iterator[Extract]:
    for entry in bound.ledger:
        if isinstance(entry.origin, Fact):
            yield from (source.extract for source in entry.origin.sources)
    yield from (figure.extract for figure in bound.figures)


def cite(extract: Extract) -> str:
    """An extract as a reader can find it: title and publisher."""
    return f"{extract.title}, {extract.publisher}"


def _row(entry: LedgerEntry) -> EvidenceRow:
    origin = entry.origin
    if not isinstance(origin, Fact):
        return EvidenceRow(entry.printed, "Quoted", origin.citation)
    worked_out = f": {origin.formula}" if origin.formula else ""
    place = "" if origin.place in origin.label else f", {origin.place}"
    meaning = f"{origin.label}{place}, {origin.period}{worked_out}"
    return EvidenceRow(entry.printed, meaning, "; ".join(_where(origin)))


def _where(fact: Fact) -> Iterator[str]:
    """Each extract behind a fact with the lines that were read."""
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [str(source.row.line) for source in fact.sources if source.extract == extract]
        yield f"{extract.file}, line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"
