"""The evidence annex: what each section printed, in order, and where it came from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from sufficiency.facts import Commitment, Fact, LedgerEntry, in_own_words
from sufficiency.facts.terms import phrase
from sufficiency.prose import BoundStrategy, Markdown, escape_markdown
from sufficiency.prose.bound import CONTROL, COVER, EVIDENCE_GAPS, GLOSSARY, PLAN
from sufficiency.tables import Extract

_PROMISE, _COMMITMENT = phrase("Promise"), phrase("The council's own commitment")
_QUOTED = phrase("Quoted")

Say: TypeAlias = Callable[[str], str]
"""Words of the tool in those of the council."""


@dataclass(frozen=True)
class EvidenceRow:
    """What was printed, a number or a reference to a figure; what it is; where it came from."""

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
    say = partial(in_own_words, terms=bound.strategy.terms)
    titles = {COVER: escape_markdown(say("Cover"))}
    titles |= {part.section.id: part.title.markdown for part in bound.sections}
    titles[PLAN] = escape_markdown(bound.strategy.action_plan_title)
    titles[GLOSSARY] = escape_markdown(say("Glossary"))
    titles[EVIDENCE_GAPS] = escape_markdown(say("Evidence gaps"))
    titles[CONTROL] = escape_markdown(say("Document control"))
    return tuple(
        SectionEvidence(
            section=id,
            title=title,
            rows=tuple(_gathered((one for one in bound.ledger if one.section == id), say)),
            figures=tuple(
                EvidenceRow(
                    Markdown(f"@{figure.anchor}"),
                    figure.caption,
                    _lines(figure.extract, figure.lines),
                )
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


def _gathered(entries: Iterable[LedgerEntry], say: Say) -> Iterator[EvidenceRow]:
    printed: dict[tuple[str, str], dict[str, None]] = {}
    for row in (_row(entry, say) for entry in entries):
        printed.setdefault((row.meaning, row.origin), {})[row.printed] = None
    for (meaning, origin), forms in printed.items():
        yield EvidenceRow("; ".join(forms), meaning, origin)


def _row(entry: LedgerEntry, say: Say) -> EvidenceRow:
    origin = entry.origin
    if isinstance(origin, Commitment):
        return EvidenceRow(entry.printed, say(_PROMISE), say(_COMMITMENT))
    if not isinstance(origin, Fact):
        return EvidenceRow(entry.printed, say(_QUOTED), origin.citation)
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
    """Lines of an extract's file: "data/homes.csv, lines 2, 5 to 9"; of a workbook, rows.

    Spaces that do not break keep a number beside its word: alone it would say nothing.
    """
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    numbers = ", ".join(run.replace(" ", "\N{NO-BREAK SPACE}") for run in shown)
    sheet = f"sheet {extract.sheet}, " if extract.sheet else ""
    word = f"{'row' if extract.sheet else 'line'}{'s' if len(set(lines)) > 1 else ''}"
    return f"{extract.file}, {sheet}{word}\N{NO-BREAK SPACE}{numbers}"
