"""The evidence annex: what each section printed, in order, and where it came from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sufficiency.facts import Commitment, Fact, LedgerEntry
from sufficiency.prose import BoundStrategy, Markdown, escape_markdown
from sufficiency.prose.bound import EVIDENCE_GAPS, GLOSSARY, PLAN
from sufficiency.tables import Extract


@dataclass(frozen=True)
class EvidenceRow:
    """One printed number: what was printed, what it is, and where it came from."""

    printed: str
    meaning: str
    origin: str


@dataclass(frozen=True)
class SectionEvidence:
    """All that one section printed; ``figures`` are the charts and tables."""

    section: str
    title: Markdown
    rows: tuple[EvidenceRow, ...]
    figures: tuple[EvidenceRow, ...]


def gather_evidence(bound: BoundStrategy) -> tuple[SectionEvidence, ...]:
    """The sections that printed anything, in reading order.

    What is the same and comes from the same place shares a row, however it was printed.
    """
    titles = {part.section.id: part.title.markdown for part in bound.sections}
    titles[PLAN] = escape_markdown("Action plan")
    titles[GLOSSARY] = escape_markdown("Glossary")
    titles[EVIDENCE_GAPS] = escape_markdown("Evidence gaps")
    return tuple(
        SectionEvidence(
            section=id,
            title=title,
            rows=tuple(_gathered(entry for entry in bound.ledger if entry.section == id)),
            figures=tuple(
                EvidenceRow("Figure or table", figure.caption, _lines(figure.extract, figure.lines))
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


def _gathered(entries: Iterable[LedgerEntry]) -> Iterator[EvidenceRow]:
    printed: dict[tuple[str, str], dict[str, None]] = {}
    for row in map(_row, entries):
        printed.setdefault((row.meaning, row.origin), {})[row.printed] = None
    for (meaning, origin), forms in printed.items():
        yield EvidenceRow("; ".join(forms), meaning, origin)


def _row(entry: LedgerEntry) -> EvidenceRow:
    origin = entry.origin
    if isinstance(origin, Commitment):
        return EvidenceRow(entry.printed, "Promise", "The council's own commitment")
    if not isinstance(origin, Fact):
        return EvidenceRow(entry.printed, "Quoted", origin.citation)
    worked_out = f": {origin.formula}" if origin.formula else ""
    place = "" if origin.place in origin.label else f", {origin.place}"
    meaning = f"{origin.label}{place}, {origin.period}{worked_out}"
    return EvidenceRow(entry.printed, meaning, "; ".join(_where(origin)))


def _where(fact: Fact) -> Iterator[str]:
    """Each extract behind a fact with the lines that were read."""
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [source.row.line for source in fact.sources if source.extract == extract]
        yield _lines(extract, lines)


def _lines(extract: Extract, lines: Sequence[int]) -> str:
    """Lines of an extract's file: "data/homes.csv, lines 2, 5 to 9"."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"{extract.file}, line{'s' if len(set(lines)) > 1 else ''} {', '.join(shown)}"
