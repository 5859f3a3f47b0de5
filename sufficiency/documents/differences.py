"""Where two sources give one thing two values: the annex's table of what the document prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sufficiency.documents.evidence import Annex
from sufficiency.facts import Difference, Fact
from sufficiency.facts.differences import GivenFigure
from sufficiency.facts.terms import phrase
from sufficiency.prose import BoundStrategy, Markdown, escape_markdown

_REVISED = phrase("The figure was revised.")


@dataclass(frozen=True)
class DifferenceRow:
    """One thing, the figure of it that counts, and the other with why it differs."""

    thing: Markdown
    counts: Markdown
    other: Markdown


def printed_differences(
    differences: Iterable[Difference], bound: BoundStrategy
) -> tuple[DifferenceRow, ...]:
    """A row for each difference of which the document prints one figure or both."""
    printed = set(_printed(bound))
    annex = Annex.of(bound)
    return tuple(
        DifferenceRow(
            escape_markdown(each.thing),
            _given(each.counts, annex),
            Markdown(
                _given(each.other, annex)
                + (f". {escape_markdown(annex.say(_REVISED))}" if each.is_revision else "")
                + (f". {escape_markdown(each.because)}" if each.because else "")
            ),
        )
        for each in differences
        if {_row(each.counts), _row(each.other)} & printed
    )


def _given(figure: GivenFigure, annex: Annex) -> Markdown:
    where = annex.lines(figure.table.extract, [figure.row.source.line])
    return Markdown(f"{escape_markdown(figure.said)} ({where})")


def _row(figure: GivenFigure) -> tuple[str, int]:
    return figure.table.extract.id, figure.row.source.line


def _printed(bound: BoundStrategy) -> Iterator[tuple[str, int]]:
    """The rows of extracts behind what is printed: each extract's id and line."""
    for entry in bound.ledger:
        if isinstance(entry.origin, Fact):
            for source in entry.origin.sources:
                yield source.extract.id, source.row.line
    for figure in bound.figures:
        for line in figure.lines:
            yield figure.extract.id, line
