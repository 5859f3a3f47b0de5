"""Released tables and facts made by hand, without files."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sufficiency.content import FactEntry, Shelf, Strategy
from sufficiency.content.binding import bind, bind_shelf
from sufficiency.facts import Fact, resolve_facts
from sufficiency.problems import Problem, refuses
from sufficiency.sources import parse_yaml
from sufficiency.tables import (
    Extract,
    Noun,
    Period,
    PeriodKind,
    ReleasedRow,
    ReleasedTable,
    RowSource,
    Status,
    Unit,
)
from tests.a_project import SOUND

CHILDREN = Extract(
    "children", "data/children.csv", "Children", "Examples", "Open", date(2019, 3, 31), "0" * 64
)
Figure = str | int | Decimal | Status


def row(
    place: str,
    year: int,
    figure: Figure,
    line: int = 2,
    breakdown: Mapping[str, str] | None = None,
    *,
    kind: PeriodKind = PeriodKind.POINT,
) -> ReleasedRow:
    """A figure on 31 March of a year, or of the year that ends then; a status stands where there
    is none."""
    period = Period.read(str(year), kind)
    assert period is not None
    status = figure if isinstance(figure, Status) else Status.PUBLISHED
    value = None if isinstance(figure, Status) else Decimal(figure)
    source = RowSource(CHILDREN.file, line)
    return ReleasedRow(period, place, breakdown or {}, value, status, source)


def table(
    *rows: ReleasedRow,
    id: str = "in_care",
    unit: Unit = Unit.COUNT,
    decimals: int | None = None,
    breakdowns: Sequence[str] = (),
) -> ReleasedTable:
    """An indicator's released table with these rows."""
    return ReleasedTable(
        indicator=id,
        label="Children in care",
        unit=unit,
        noun=Noun("child", "children") if unit is Unit.COUNT else None,
        decimals=unit.default_decimals if decimals is None else decimals,
        better=None,
        breakdowns=tuple(breakdowns),
        extract=CHILDREN,
        rows=rows,
    )


def a_strategy() -> Strategy:
    """The sound project's strategy: Ambleford, as at 31 March 2019."""
    tree, _ = parse_yaml(SOUND["strategy/strategy.yml"], "strategy/strategy.yml")
    assert tree is not None
    strategy, problems = bind(tree, Strategy)
    assert problems == []
    assert isinstance(strategy, Strategy)
    return strategy


def resolved(entries: str, *tables: ReleasedTable) -> tuple[Shelf[Fact], list[Problem]]:
    """The facts of a ``facts.yml`` whose entries are given, each on a line of its own."""
    lines = "\n".join(f"  {line.strip()}" for line in entries.strip().splitlines())
    tree, problems = parse_yaml(f"facts:\n{lines}\n", "strategy/facts.yml")
    shelf, found = bind_shelf(tree, "facts", FactEntry)
    facts, more = resolve_facts(
        shelf, Shelf({each.indicator: each for each in tables}), a_strategy()
    )
    return facts, [*problems, *found, *more]


def fact(entries: str, *tables: ReleasedTable) -> Fact:
    """The last of the facts, all of which must resolve; there may be warnings."""
    facts, problems = resolved(entries, *tables)
    assert not refuses(problems)
    return list(facts.entries.values())[-1]
