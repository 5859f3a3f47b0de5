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
_NO_BREAK = "\N{NO-BREAK SPACE}"
_MOST_UNBROKEN = 16  # characters; the column of a page has room for about 40

Say: TypeAlias = Callable[[str], str]
"""Words of the tool in those of the council."""


@dataclass(frozen=True)
class EvidenceRow:
    """What was printed, a number or a reference to a figure; what it is; where it came from.

    The spaces of a short figure, a short formula and a line's number do not break: each would say
    nothing where it is torn apart.
    """

    printed: Markdown
    meaning: Markdown
    origin: Markdown


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
                    escape_markdown(figure.caption),
                    _escaped(_lines(figure.extract, figure.lines)),
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
    for entry in entries:
        printed.setdefault(_described(entry, say), {})[entry.printed] = None
    for (meaning, origin), forms in printed.items():
        shown = "; ".join(map(_unbroken, forms))
        yield EvidenceRow(_escaped(shown), _escaped(meaning), _escaped(origin))


def _described(entry: LedgerEntry, say: Say) -> tuple[str, str]:
    """What an entry is, and where it came from."""
    origin = entry.origin
    if isinstance(origin, Commitment):
        return say(_PROMISE), say(_COMMITMENT)
    if not isinstance(origin, Fact):
        return say(_QUOTED), origin.citation
    worked_out = f": {_unbroken(origin.formula)}" if origin.formula else ""
    place = "" if origin.place in origin.label else f", {origin.place}"
    meaning = f"{origin.label}{place}, {origin.period}{worked_out}"
    return meaning, "; ".join(_where(origin))


def _unbroken(text: str) -> str:
    """What a line holds stays on one; what is longer may break."""
    return text.replace(" ", _NO_BREAK) if len(text) <= _MOST_UNBROKEN else text


def _escaped(text: str) -> Markdown:
    """As ``escape_markdown`` has it, but with the spaces that do not break."""
    return Markdown(_NO_BREAK.join(escape_markdown(part) for part in text.split(_NO_BREAK)))


def _where(fact: Fact) -> Iterator[str]:
    """Each extract behind a fact with the lines that were read."""
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [source.row.line for source in fact.sources if source.extract == extract]
        yield _lines(extract, lines)


def _lines(extract: Extract, lines: Sequence[int]) -> str:
    """Lines of an extract's file: "data/homes.csv, lines 2, 5 to 9"; of a workbook, rows."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    numbers = _unbroken(", ".join(run.replace(" ", _NO_BREAK) for run in shown))
    sheet = f"sheet {extract.sheet}, " if extract.sheet else ""
    word = f"{'row' if extract.sheet else 'line'}{'s' if len(set(lines)) > 1 else ''}"
    return f"{extract.file}, {sheet}{word}{_NO_BREAK}{numbers}"
