"""Trends: a change with every period between its two, "rose in 3 of the 4 years"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from sufficiency.content import TrendFact
from sufficiency.content.strategy import LittleChange, Strategy
from sufficiency.facts import wording
from sufficiency.facts.changes import Movement, Way, movement_between
from sufficiency.facts.fact import Fact, FactSource
from sufficiency.facts.select import visible_rows
from sufficiency.facts.selected import change_fact
from sufficiency.problems import Problem
from sufficiency.tables import ReleasedRow, ReleasedTable, Status, Unit
from sufficiency.tables.period import year_before


@dataclass(frozen=True)
class Run:
    """How often a figure rose and fell from one period to the next, by more than noise.

    ``is_yearly`` says whether each period ends a year after the one before it,
    ``is_level`` whether all figures are printed alike.
    """

    rises: int
    falls: int
    steps: int
    is_yearly: bool
    is_level: bool

    def say(self, overall: Decimal) -> str:
        """The run as a verb phrase; ``overall`` is the change from its first figure to its last,
        which is nothing or more than noise.

        What it says of single steps is always counted; where no more than half of them went the
        way of the whole, only the whole is said.
        """
        if self.steps == 1:
            return _verb(overall)
        one, many = ("every year", "years") if self.is_yearly else ("at every count", "counts")
        if overall == 0:
            return self._say_return()
        verb, going = ("rose", self.rises) if overall > 0 else ("fell", self.falls)
        if going == self.steps:
            return f"{verb} {one}"
        if going * 2 > self.steps:
            joint = "in" if self.is_yearly else "at"
            return f"{verb} {joint} {going} of the {self.steps} {many}"
        return f"{verb} overall"

    def _say_return(self) -> str:
        if self.rises and self.falls:
            return "went up and down, and ended where it began"
        return Way.STAYED.value if self.is_level else "changed little, and ended where it began"


def _verb(overall: Decimal) -> str:
    return Way.STAYED.value if overall == 0 else ("rose" if overall > 0 else "fell")


def run_of(rows: Sequence[ReleasedRow], unit: Unit, decimals: int, rule: LittleChange) -> Run:
    """The run of rows in the order of their periods, all of which have a figure."""
    ways = [
        movement_between(one, next, (one.period.label, next.period.label), unit, decimals, rule).way
        for one, next in pairwise(rows)
    ]
    ends = [row.period.end for row in rows]
    return Run(
        rises=ways.count(Way.ROSE),
        falls=ways.count(Way.FELL),
        steps=len(ways),
        is_yearly=all(year_before(later) == earlier for earlier, later in pairwise(ends)),
        is_level=set(ways) == {Way.STAYED},
    )


def trend_fact(
    name: str, entry: TrendFact, table: ReleasedTable, strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """The later figure less the earlier one, worded by the figures of all periods between.

    Where one of those is hidden or missing nobody knows how often it rose: the fact has its
    status and no value.
    """
    change, problems = change_fact(name, entry, table, strategy)
    if change is None or change.moved is None:
        return change, problems
    rows = _rows_between(change, table, strategy)
    fact = replace(
        change,
        sources=tuple(FactSource(table.extract, row.source) for row in rows),
        periods=tuple(row.period for row in rows),
    )
    hidden = next((row.status for row in rows if row.value is None), None)
    if hidden is not None:
        return _unknown(fact, hidden), []
    run = run_of(rows, table.unit, fact.decimals, strategy.little_change)
    first, last = rows[0].period, rows[-1].period
    assert rows[0].value is not None
    assert rows[-1].value is not None
    overall = wording.shown_difference(rows[0].value, rows[-1].value, fact.decimals)
    moved = change.moved
    said = _say_overall(moved) if moved.way.is_noise else run.say(overall)
    figures = [
        wording.say_number(row.value, table.unit, fact.decimals)
        for row in rows
        if row.value is not None
    ]
    return replace(
        fact,
        said=said,
        formula=", then ".join(figures),
        in_words=f"the figures from that of {first.label} to that of {last.label}, in order",
        forms={**fact.forms, "change": change.said, "overall": _say_overall(moved)},
    ), []


def _unknown(fact: Fact, status: Status) -> Fact:
    return replace(
        fact, value=None, status=status, said=status.value, forms={}, formula="", moved=None
    )


def _say_overall(moved: Movement) -> str:
    return "ended where it began" if moved.way is Way.STAYED else f"{moved.way.value} overall"


def _rows_between(change: Fact, table: ReleasedTable, strategy: Strategy) -> list[ReleasedRow]:
    """The rows of the change's place and breakdown from its first period to its last, in order."""
    lines = {source.row for source in change.sources}
    ends = [row for row in table.rows if row.source in lines and row.place == change.place]
    first, last = change.periods
    breakdown = next(row.breakdown for row in ends if row.period == first)
    rows = [
        row
        for row in visible_rows(table, strategy.as_at)
        if row.place == change.place
        and row.breakdown == breakdown
        and not (row.period < first or last < row.period)
    ]
    return sorted(rows, key=lambda row: row.period)
