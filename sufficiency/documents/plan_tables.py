"""The plan as tables: which columns there are, and which actions share a row.

A column is there only where some entry has something to say in it. What would be a table of one
column is a list instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from sufficiency.documents.sourced import sourced
from sufficiency.facts.terms import Terms, in_own_words, phrase
from sufficiency.prose import Markdown, escape_markdown
from sufficiency.prose.bound import BoundAction, BoundMeasure, BoundPriority
from sufficiency.prose.printed import without_marks

_STRAND, _OTHER = phrase("Strand"), phrase("Other")
_ACTIONS, _STARTS, _OWNER, _DUE = map(phrase, ("What we will do", "starts", "Owner", "By when"))
_MEASURES, _SHOWN_BY = phrase("What will have changed"), phrase("Shown by")
_BASELINE, _TARGET, _TO_BE_AGREED = map(phrase, ("Baseline", "Target", "To be agreed"))

Cell: TypeAlias = tuple[Markdown, ...]
"""What stands in a cell, an entry or several."""
OwnerAndDue: TypeAlias = tuple[Markdown | None, Markdown | None]


@dataclass(frozen=True)
class PlanColumn:
    """A column with its share of the width, and a cell for each row; None says nothing there."""

    heading: str
    width: int
    cells: tuple[Cell | None, ...]
    where_none: str = _TO_BE_AGREED

    @property
    def has_bullets(self) -> bool:
        """Whether its entries are bullets: where some cell holds several, in every cell."""
        return any(len(cell) > 1 for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class PlanTable:
    """The columns in which some row has something, row headers first."""

    columns: tuple[PlanColumn, ...]
    terms: Terms

    @property
    def is_list(self) -> bool:
        """Whether there is nothing to set side by side."""
        return len(self.columns) == 1

    @property
    def is_headed_by_sentences(self) -> bool:
        """Whether its row headers are too long for a narrow column."""
        return self.columns[0].heading != _STRAND

    @property
    def entries(self) -> Cell:
        """What its first column says, in order."""
        return tuple(entry for cell in self.columns[0].cells for entry in cell or ())

    @property
    def widths(self) -> str:
        """The columns' shares, as the filters read them."""
        return ",".join(str(column.width) for column in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns' headings in the council's words."""
        return tuple(in_own_words(column.heading, self.terms) for column in self.columns)

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells row by row, none of them empty."""
        filled = [
            [cell or (self._none_in(column),) for cell in column.cells] for column in self.columns
        ]
        return tuple(zip(*filled, strict=True))

    def _none_in(self, column: PlanColumn) -> Markdown:
        return escape_markdown(in_own_words(column.where_none, self.terms))


def lay_out_actions(priority: BoundPriority, terms: Terms) -> PlanTable:
    """A priority's actions by strand. Neighbours with one owner and one date share a row."""
    rows = [
        (strand.label, owner, due, tuple(_with_start(action, terms) for action in actions))
        for strand in priority.strands
        for (owner, due), actions in _alike(strand.actions)
    ]
    strands = tuple(_cell(escape_markdown(row[0]) if row[0] else None) for row in rows)
    return table_of(
        PlanColumn(_STRAND, 2, strands, _OTHER),
        PlanColumn(_ACTIONS, 9, tuple(texts for *_, texts in rows)),
        PlanColumn(_OWNER, 3, tuple(_cell(row[1]) for row in rows)),
        PlanColumn(_DUE, 2, tuple(_cell(row[2]) for row in rows)),
        terms=terms,
    )


def _alike(actions: Sequence[BoundAction]) -> Iterator[tuple[OwnerAndDue, list[BoundAction]]]:
    """Neighbours that read the same in both; the first one's numbers are shown for all."""

    def read(one: BoundAction) -> list[str]:
        return [without_marks(text or "") for text in (one.owner, one.due)]

    for _, group in groupby(actions, read):
        alike = list(group)
        yield (alike[0].owner, alike[0].due), alike


def lay_out_measures(measures: Sequence[BoundMeasure], terms: Terms) -> PlanTable:
    """Measures of success, a row each."""
    return table_of(
        PlanColumn(_MEASURES, 6, tuple((sourced(one.text),) for one in measures)),
        PlanColumn(_SHOWN_BY, 6, tuple(_cell(one.shown_by) for one in measures)),
        PlanColumn(_BASELINE, 3, tuple(_cell(one.baseline) for one in measures)),
        PlanColumn(_TARGET, 3, tuple(_cell(one.target) for one in measures)),
        terms=terms,
    )


def table_of(*columns: PlanColumn, terms: Terms) -> PlanTable:
    """The table of those columns in which some row has something."""
    return PlanTable(tuple(column for column in columns if any(column.cells)), terms)


def _cell(text: Markdown | None) -> Cell | None:
    return None if text is None else (text,)


def _with_start(action: BoundAction, terms: Terms) -> Markdown:
    if action.start is None:
        return sourced(action.text)
    starts = escape_markdown(f"{in_own_words(_STARTS, terms)} {action.start}")
    return Markdown(f"{sourced(action.text)} ({starts})")


def list_rows(table: PlanTable) -> Markdown:
    """The rows of a list table, its headings first: a list of lists of cells."""
    headings: list[str] = [escape_markdown(heading) for heading in table.headings]
    rows = [list(map(_list_cell, row, table.columns)) for row in table.rows]
    return Markdown("\n".join("- - " + "\n  - ".join(row) for row in [headings, *rows]))


def _list_cell(cell: Cell, column: PlanColumn) -> str:
    """What stands in a cell: an entry, or bullets that are indented below the cell's own."""
    return "\n    ".join(f"- {entry}" for entry in cell) if column.has_bullets else cell[0]
