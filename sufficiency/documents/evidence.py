"""The evidence annex: what each section printed, in order, and where it came from."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from sufficiency.documents.numbered import entries
from sufficiency.facts import Commitment, Fact, LedgerEntry, Publication, in_own_words
from sufficiency.facts.cited import cite_file, cite_lines, say_lines
from sufficiency.facts.terms import phrase
from sufficiency.facts.wording import round_half_up, say_number, say_value
from sufficiency.prose import BoundStrategy, Markdown, escape_markdown
from sufficiency.prose.bound import CONTROL, COVER, EVIDENCE_GAPS, GLOSSARY, PLAN, THREAD
from sufficiency.tables import Extract, Unit

_PROMISE, _COMMITMENT = phrase("Promise"), phrase("The council")
_QUOTED, _SOURCE = phrase("Quoted"), phrase("Source")
_IS_SUM = re.compile(r" [-+×÷\N{MINUS SIGN}] ")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_MOST_UNBROKEN = 16  # characters; the column of a page has room for about 40

Say: TypeAlias = Callable[[str], str]
"""Words of the tool in those of the council."""


@dataclass(frozen=True)
class EvidenceRow:
    """What was printed, a number or a reference to a figure; what it is; where it came from.

    ``entries`` are the ledger's numbers of it, blank for a figure.
    The spaces of a short figure, a short formula and a line's number do not break: each would say
    nothing where it is torn apart.
    """

    printed: Markdown
    entries: Markdown
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

    A fact has one row however often and in whatever form it was printed. What was quoted or
    promised has a row for each of its wordings: only the wording says which number is meant.
    """
    say = partial(in_own_words, terms=bound.strategy.terms)
    titles = {COVER: escape_markdown(say("Cover"))}
    titles |= {part.section.id: part.title.markdown for part in bound.sections}
    titles[PLAN] = escape_markdown(bound.strategy.action_plan_title)
    titles[GLOSSARY] = escape_markdown(say("Glossary"))
    titles[EVIDENCE_GAPS] = escape_markdown(say("Evidence gaps"))
    titles[THREAD] = escape_markdown(say("The golden thread"))
    titles[CONTROL] = escape_markdown(say("Document control"))
    annex = Annex.of(bound)
    numbered = list(enumerate(bound.ledger, start=1))
    return tuple(
        SectionEvidence(
            section=id,
            title=title,
            rows=tuple(_gathered((one for one in numbered if one[1].section == id), annex)),
            figures=tuple(
                EvidenceRow(
                    Markdown(f"@{figure.anchor}"),
                    Markdown(),
                    escape_markdown(figure.caption),
                    annex.lines(figure.extract, figure.lines),
                )
                for figure in bound.figures
                if figure.section == id
            ),
        )
        for id, title in titles.items()
        if any(entry.section == id for entry in bound.ledger)
        or any(figure.section == id for figure in bound.figures)
    )


def cite_with_link(source: Extract | Publication) -> Markdown:
    """What was published, leading to where it was, if its entry says where; with its file."""
    if not isinstance(source, Publication):
        file = escape_markdown(cite_file(source))
        return Markdown(f"{cite_with_link(Publication.of(source))} ({file})")
    cited = escape_markdown(source.citation)
    return Markdown(f"[{cited}](<{source.url}>)") if source.url else cited


@dataclass(frozen=True)
class Annex:
    """How the annex says what an entry is; ``sources`` have their number and their anchor."""

    sources: Mapping[Publication, tuple[int, str]]
    say: Say

    @classmethod
    def of(cls, bound: BoundStrategy) -> "Annex":
        """The annex of a document that prints all that is bound."""
        say = partial(in_own_words, terms=bound.strategy.terms)
        return cls(_numbered_sources(bound), say)

    def described(self, entry: LedgerEntry) -> tuple[Markdown, Markdown]:
        """What an entry is, and where it came from."""
        origin = entry.origin
        if isinstance(origin, Commitment):
            return _escaped(self.say(_PROMISE)), _escaped(self.say(_COMMITMENT))
        if not isinstance(origin, Fact):
            return _escaped(self.say(_QUOTED)), self._source(origin.publication)
        worked_out = f": {_unbroken(_sum(origin))}" if origin.formula else ""
        place = "" if origin.place in origin.label else f", {origin.place}"
        meaning = f"{origin.label}{place}, {origin.period}{worked_out}"
        return _escaped(meaning), Markdown("; ".join(self._where(origin)))

    def _where(self, fact: Fact) -> Iterator[Markdown]:
        """Each extract behind a fact with the lines that were read."""
        for extract in dict.fromkeys(source.extract for source in fact.sources):
            lines = [source.row.line for source in fact.sources if source.extract == extract]
            yield self.lines(extract, lines)

    def lines(self, extract: Extract, lines: Sequence[int]) -> Markdown:
        """Lines of an extract; a run of them, and few of them together, do not break.

        One behind nothing that is printed has no number and goes by its file.
        """
        source = Publication.of(extract)
        if source not in self.sources:
            return escape_markdown(cite_lines(extract, lines))
        word, runs = say_lines(extract, lines)
        numbers = _unbroken(", ".join(run.replace(" ", _NO_BREAK) for run in runs.split(", ")))
        return Markdown(f"{self._source(source)}, {_escaped(word + _NO_BREAK + numbers)}")

    def _source(self, source: Publication) -> Markdown:
        """Its number, leading to the table of sources, which says more of it."""
        number, anchor = self.sources[source]
        name = escape_markdown(self.say(_SOURCE)) + f"{_NO_BREAK}{number}"
        return Markdown(f"[{name}](#{anchor})")


def _numbered_sources(bound: BoundStrategy) -> dict[Publication, tuple[int, str]]:
    """Extracts, then publications, each with its number and its anchor in the tables of sources.

    An extract that is quoted, too, is one source.
    """
    anchors = {Publication.of(extract): f"source-{extract.id}" for extract in bound.extracts}
    anchors |= {one: f"publication-{one.id}" for one in bound.publications}
    return {one: (number, anchors[one]) for number, one in enumerate(anchors, start=1)}


def _gathered(numbered: Iterable[tuple[int, LedgerEntry]], annex: Annex) -> Iterator[EvidenceRow]:
    alike: dict[tuple[Markdown, Markdown, str], list[tuple[int, LedgerEntry]]] = {}
    for number, entry in numbered:
        wording = "" if isinstance(entry.origin, Fact) else entry.printed
        alike.setdefault((*annex.described(entry), wording), []).append((number, entry))
    for (meaning, origin, _), found in alike.items():
        shown = "; ".join(map(_unbroken, dict.fromkeys(entry.printed for _, entry in found)))
        numbers = entries(number for number, _ in found)
        yield EvidenceRow(_escaped(shown), numbers, meaning, origin)


def _sum(fact: Fact) -> str:
    """A formula with what it comes to, one digit more than is printed where that is rounded."""
    if fact.value is None or not _IS_SUM.search(fact.formula):
        return fact.formula
    digits = fact.decimals + (fact.value != round_half_up(fact.value, fact.decimals))
    # Without "percentage points" a change of percentages would look like a percentage of them.
    say = say_value if fact.unit_of_value is Unit.PERCENTAGE_POINTS else say_number
    return f"{fact.formula} = {say(fact.value, fact.unit_of_value, digits)}"


def _unbroken(text: str) -> str:
    """What a line holds stays on one; what is longer may break."""
    return text.replace(" ", _NO_BREAK) if len(text) <= _MOST_UNBROKEN else text


def _escaped(text: str) -> Markdown:
    """As ``escape_markdown`` has it, but with the spaces that do not break."""
    return Markdown(_NO_BREAK.join(escape_markdown(part) for part in text.split(_NO_BREAK)))
