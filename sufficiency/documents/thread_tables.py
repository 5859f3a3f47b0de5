"""The golden thread as an annex prints it: from needs to priorities, from these to the data.

Two tables, joined by the priority: whatever answers a need is measured by all that its priority
is, so one table would say each measure again for each need.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from sufficiency.documents.plan_tables import Cell, PlanColumn, PlanTable, table_of
from sufficiency.documents.sourced import sourced
from sufficiency.facts.terms import phrase
from sufficiency.prose import BoundStrategy, BoundText, Knot, Markdown, Step, Thread
from sufficiency.prose.thread import Key

_NEED, _ANSWER = phrase("What is needed"), phrase("What we will do")
_PRIORITY, _ON = phrase("Part of"), phrase("Measured on")
_MEASURE, _SHOWN_BY = phrase("How we will know"), phrase("Shown by")
_SOURCE = phrase("Source of the figures")
_NOTHING_YET, _OTHERWISE = phrase("Nothing yet"), phrase("Other evidence")
_NO_FILE, _TO_BE_AGREED = phrase("Not in the data files"), phrase("To be agreed")

Names: TypeAlias = Mapping[Key, Markdown]
_NO_NAMES: Names = MappingProxyType({})


@dataclass(frozen=True)
class ThreadTables:
    """The two tables, ``measures`` None without any; actions that answer no need, with reasons."""

    needs: PlanTable
    measures: PlanTable | None
    unneeded: tuple[tuple[BoundText, BoundText], ...]


def tabulate_thread(bound: BoundStrategy) -> ThreadTables:
    """The thread of the whole strategy, its needs and measures in the order of the files."""
    thread = bound.thread
    names: Names = {(Step.PRIORITY, priority.id): priority.name for priority in bound.priorities}
    measures = thread.of(Step.MEASURE)
    return ThreadTables(
        _needs(bound, names),
        _measures(bound, measures, names) if measures else None,
        tuple(
            (action.text, action.instead)
            for action in thread.of(Step.ACTION)
            if action.instead is not None
        ),
    )


def _needs(bound: BoundStrategy, names: Names) -> PlanTable:
    """A need a row: what answers it, of which priority, on which indicators that is measured."""
    thread = bound.thread
    needs = thread.of(Step.NEED)
    return table_of(
        PlanColumn(_NEED, 6, tuple((sourced(need.text),) for need in needs)),
        PlanColumn(_ANSWER, 8, tuple(map(_words, map(thread.after, needs))), _NOTHING_YET),
        PlanColumn(_PRIORITY, 3, _reached(thread, needs, Step.PRIORITY, names), _NOTHING_YET),
        PlanColumn(_ON, 5, _reached(thread, needs, Step.INDICATOR), _OTHERWISE),
        terms=bound.strategy.terms,
    )


def _measures(bound: BoundStrategy, measures: Sequence[Knot], names: Names) -> PlanTable:
    """A measure a row: of which priority or section, what shows it, and the extract of that."""
    thread = bound.thread
    whose = tuple(_in_a_row(_words(thread.before(one), names)) for one in measures)
    return table_of(
        PlanColumn(_MEASURE, 7, tuple((sourced(one.text),) for one in measures)),
        PlanColumn(_PRIORITY, 3, whose),
        PlanColumn(_SHOWN_BY, 7, tuple(_shown_by(thread, one) for one in measures), _TO_BE_AGREED),
        PlanColumn(_SOURCE, 5, _reached(thread, measures, Step.EXTRACT), _NO_FILE),
        terms=bound.strategy.terms,
    )


def _shown_by(thread: Thread, measure: Knot) -> Cell:
    return _words(thread.after(measure) or filter(None, [measure.instead]))


def _reached(
    thread: Thread, rows: Iterable[Knot], step: Step, names: Names = _NO_NAMES
) -> tuple[Cell, ...]:
    """What of a step each row leads to, on one line: bullets are for what is as long as actions."""
    return tuple(_in_a_row(_words(thread.reached(row, step), names)) for row in rows)


def _words(knots: Iterable[Knot | BoundText], names: Names = _NO_NAMES) -> Cell:
    """What entries say; of a priority the short name."""
    return tuple(
        names.get(knot.key, sourced(knot.text)) if isinstance(knot, Knot) else sourced(knot)
        for knot in knots
    )


def _in_a_row(words: Cell) -> Cell:
    return (Markdown("; ".join(words)),) if words else ()
