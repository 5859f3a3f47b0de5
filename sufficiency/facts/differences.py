"""One thing, one value: where two figures of the same thing differ, and which of them counts.

Two rows of one extract differ where one was revised; two indicators where
``data/indicators.yml`` says that they are of the same thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from sufficiency.content import IndicatorEntry, SameAsEntry, Shelf
from sufficiency.facts.resolve import find_table
from sufficiency.facts.select import visible_rows
from sufficiency.facts.wording import digits_of, round_half_up, say_value
from sufficiency.problems import Code, Problem
from sufficiency.tables import Period, ReleasedRow, ReleasedTable

ONE_VALUE = Code(
    "ONE-VALUE",
    "One thing has two values",
    "Whoever reads both, here and elsewhere, cannot tell which is right.",
    "Correct the extract that is wrong. Where neither is, say which counts, `prefer: this` or "
    "`prefer: other`, and why they differ, behind `because`: the evidence annex then tells it.",
    "same_as:\n  - indicator: children_in_care_dfe     # 328, where this one has 336",
    mended="same_as:\n"
    "  - indicator: children_in_care_dfe\n"
    "    prefer: this\n"
    "    because: The department counts on another day.",
)
SAME_UNLIKE = Code(
    "SAME-UNLIKE",
    "Two indicators said to be of one thing cannot be compared",
    "Nothing is checked, and somebody relies on it.",
    "Name an indicator with the same unit, breakdowns and kind of period.",
    "same_as:\n  - indicator: weekly_cost     # in pounds, where this one counts children",
    mended="same_as:\n  - indicator: children_in_care_dfe",
)


@dataclass(frozen=True)
class GivenFigure:
    """A figure as an indicator's extract gives it."""

    table: ReleasedTable
    row: ReleasedRow

    @property
    def said(self) -> str:
        """The figure with all its digits and its unit."""
        assert self.row.value is not None
        return say_value(self.row.value, self.table.unit, digits_of(self.row.value))

    @property
    def where(self) -> str:
        """Where it stands: "data/homes.csv, line 2"; in a workbook the sheet and row."""
        extract = self.table.extract
        sheet = f"sheet {extract.sheet}, row" if extract.sheet else "line"
        return f"{extract.file}, {sheet} {self.row.source.line}"


@dataclass(frozen=True)
class Difference:
    """Two figures of one thing: the one that counts, the other, and why they differ.

    ``because`` is the author's sentence, blank where there is none; ``is_revision`` says that one
    extract gives both.
    """

    counts: GivenFigure
    other: GivenFigure
    because: str = ""
    is_revision: bool = False

    @property
    def thing(self) -> str:
        """What both are of: "Children in care, Ambleford, 31 March 2019"."""
        row = self.counts.row
        parts = (self.counts.table.label, *row.breakdown.values(), row.place, row.period.label)
        return ", ".join(filter(None, parts))


def find_differences(
    indicators: Shelf[IndicatorEntry], tables: Shelf[ReleasedTable], as_at: date
) -> tuple[tuple[Difference, ...], list[Problem]]:
    """Every difference of which it is declared what counts; the others are problems.

    Rows later than ``as_at`` are not seen, and neither are hidden figures.
    """
    found: list[Difference] = []
    problems: list[Problem] = []
    for id, entry in indicators.entries.items():
        table = tables.entries.get(id)
        if table is None:
            continue
        found += _revised(table, as_at)
        for same in entry.same_as:
            other, more = _other(same, table, tables)
            problems += more
            if other is not None:
                rows = visible_rows(table, as_at)
                pairs = list(_differing(table, rows, other, other.rows, same.rounded_to))
                if same.prefer is None and pairs:
                    problems.append(_two_values(same, pairs))
                found += _declared(same, pairs)
    return tuple(found), problems


_Pair: TypeAlias = tuple[GivenFigure, GivenFigure]


def _revised(table: ReleasedTable, as_at: date) -> Iterator[Difference]:
    rows = visible_rows(table, as_at)
    for counts, other in _differing(table, rows, table, table.superseded):
        yield Difference(counts, other, is_revision=True)


def _declared(same: SameAsEntry, pairs: Sequence[_Pair]) -> Iterator[Difference]:
    for this, other in pairs if same.prefer else ():
        counts, passed_over = (this, other) if same.prefer == "this" else (other, this)
        yield Difference(counts, passed_over, str(same.because or ""))


def _differing(
    table: ReleasedTable,
    rows: Sequence[ReleasedRow],
    other: ReleasedTable,
    others: Sequence[ReleasedRow],
    step: Decimal | None = None,
) -> Iterator[_Pair]:
    """The figures of one period, place and breakdown that do not agree, one of them rounded to
    a ``step`` where there is one."""
    by_thing: dict[_Thing, list[ReleasedRow]] = {}
    for row in others:
        by_thing.setdefault(_thing(row), []).append(row)
    for row in rows:
        for one in by_thing.get(_thing(row), ()):
            if row.value is None or one.value is None or _agree(row.value, one.value, step):
                continue
            yield GivenFigure(table, row), GivenFigure(other, one)


_Thing: TypeAlias = tuple[Period, str, frozenset[tuple[str, str]]]


def _thing(row: ReleasedRow) -> _Thing:
    return row.period, row.place, frozenset(row.breakdown.items())


def _agree(one: Decimal, other: Decimal, step: Decimal | None) -> bool:
    """Whether two figures are the same, once the finer is rounded as the other is."""
    if step is not None and abs(one - other) <= step / 2:
        return True
    digits = min(digits_of(one), digits_of(other))
    return round_half_up(one, digits) == round_half_up(other, digits)


def _other(
    same: SameAsEntry, table: ReleasedTable, tables: Shelf[ReleasedTable]
) -> tuple[ReleasedTable | None, list[Problem]]:
    """The other indicator's table; None where it is unknown or cannot be compared."""
    other, problems = find_table(tables, same.indicator)
    if other is None:
        return None, problems
    fault = _unlike(table, other)
    if fault is None:
        return other, []
    return None, [Problem(SAME_UNLIKE, same.indicator.at, fault, SAME_UNLIKE.mend)]


def _unlike(table: ReleasedTable, other: ReleasedTable) -> str | None:
    both = f'"{table.indicator}" and "{other.indicator}"'
    if table.indicator == other.indicator:
        return f'"{table.indicator}" is this indicator itself.'
    if table.unit is not other.unit:
        return f"{both} have different units, {table.unit.value} and {other.unit.value}."
    if set(table.breakdowns) != set(other.breakdowns):
        return f"{both} are not broken down by the same columns."
    if not {row.period.kind for row in table.rows} & {row.period.kind for row in other.rows}:
        return f"{both} have different kinds of period."
    return None


def _two_values(same: SameAsEntry, pairs: Sequence[_Pair]) -> Problem:
    this, other = pairs[0]
    row = this.row
    thing = ", ".join(filter(None, (*row.breakdown.values(), row.place, row.period.label)))
    more = f" They differ in {len(pairs) - 1} more." if len(pairs) > 1 else ""
    message = (
        f'"{this.table.indicator}" and "{other.table.indicator}" have two values for {thing}: '
        f"{this.said} ({this.where}) and {other.said} ({other.where}).{more}"
    )
    return Problem(ONE_VALUE, same.indicator.at, message, ONE_VALUE.mend)
