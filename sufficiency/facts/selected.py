"""Facts that are read off an indicator: one figure, a change between two, a rank among places."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import TypeAlias

from sufficiency.content import ChangeFact, Comparator, FigureFact, RankFact, TrendFact
from sufficiency.content.strategy import Strategy
from sufficiency.facts import wording
from sufficiency.facts.changes import word_change
from sufficiency.facts.compared import stand_among
from sufficiency.facts.fact import Fact, FactSource
from sufficiency.facts.ratio import ratio_forms
from sufficiency.facts.select import find_row, unknown_members, visible_rows
from sufficiency.problems import Code, Problem
from sufficiency.sources import Text
from sufficiency.tables import Noun, ReleasedRow, ReleasedTable, Status, Unit

CHANGE_ORDER = Code(
    "CHANGE-ORDER",
    "A change does not go from an earlier period to a later one",
    "The wrong way round it would say that a number fell which rose.",
    "Name the earlier period behind `from` and the later one behind `to`.",
    "change: children_in_care\nfrom: 31 March 2019\nto: 31 March 2018",
    mended="change: children_in_care\nfrom: 31 March 2018\nto: 31 March 2019",
)
RANK_NONE = Code(
    "RANK-NONE",
    "A rank has nobody to rank",
    "A position says something only among places that have a figure for the same period.",
    "Choose a period for which the place and its comparators have figures.",
    "rank: children_in_care\n"
    "among: neighbours\n"
    "period: 31 March 2012     # no neighbour has a figure",
    mended="rank: children_in_care\namong: neighbours\nperiod: 31 March 2019",
)


Selection: TypeAlias = FigureFact | ChangeFact | TrendFact | RankFact


def _place(entry: Selection, strategy: Strategy) -> str:
    return str(entry.place or strategy.council)


def _find(
    entry: Selection, period: Text, table: ReleasedTable, strategy: Strategy
) -> tuple[ReleasedRow | None, list[Problem]]:
    """The row of the entry's place and breakdown for a period."""
    return find_row(
        table,
        place=_place(entry, strategy),
        period=period,
        where=entry.where,
        as_at=strategy.as_at,
        at=entry.location("place"),
    )


def label_of(table: ReleasedTable, row: ReleasedRow) -> str:
    """What a row is of: "Children by home, Foster homes", with the categories of its breakdown."""
    return ", ".join((table.label, *filter(None, row.breakdown.values())))


def groups_with(place: str, strategy: Strategy) -> frozenset[str]:
    """The ids of the groups of comparators that list a place."""
    return frozenset(id for id, group in strategy.comparators.items() if place in group.places)


def nouns_of(table: ReleasedTable) -> frozenset[Noun]:
    """What an indicator counts; nothing where it does not say, or counts nothing."""
    return frozenset({table.noun} if table.noun and table.unit is Unit.COUNT else ())


def figure_fact(
    name: str, entry: FigureFact, table: ReleasedTable, strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """One figure of an indicator, in the indicator's unit."""
    place = _place(entry, strategy)
    row, problems = _find(entry, entry.period, table, strategy)
    if row is None:
        return None, problems
    decimals = table.decimals if entry.decimals is None else entry.decimals
    said, forms = _say_figure(row, table, decimals)
    fact = Fact(
        name=name,
        label=str(entry.label or label_of(table, row)),
        value=row.value,
        unit=table.unit,
        decimals=decimals,
        status=row.status,
        period=row.period.label,
        place=place,
        formula="",
        said=said,
        sources=(FactSource(table.extract, row.source),),
        forms=forms,
        periods=(row.period,),
        indicators=frozenset({table.indicator}),
        numerator=row.numerator,
        denominator=row.denominator,
        places=frozenset({place}),
        groups=groups_with(place, strategy),
        nouns=nouns_of(table),
        series=frozenset({(table.indicator, place, *row.breakdown.values())}),
    )
    return fact, []


def _say_figure(
    row: ReleasedRow, table: ReleasedTable, decimals: int
) -> tuple[str, dict[str, str]]:
    if row.value is None:
        return row.status.value, {"amount": row.status.value, "with_noun": row.status.value}
    if table.unit is Unit.PERCENTAGE:
        said = wording.say_share(row.value, decimals)
        return said, {"amount": said} | ratio_forms(row.value, decimals)
    forms = {"amount": wording.say_number(row.value, table.unit, decimals)}
    if table.noun is not None and table.unit is Unit.COUNT:
        forms["with_noun"] = wording.say_count(row.value, table.noun, decimals)
    return wording.say_value(row.value, table.unit, decimals), forms


def change_fact(
    name: str, entry: ChangeFact | TrendFact, table: ReleasedTable, strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """The later figure less the earlier one, in the indicator's unit, worded as a change."""
    place = _place(entry, strategy)
    rows, problems = [], []
    for period in (entry.from_, entry.to):
        row, found = _find(entry, period, table, strategy)
        problems += found
        rows.append(row)
    before, after = rows
    if before is None or after is None:
        return None, problems
    if not before.period < after.period:
        return None, [_out_of_order(entry, before, after)]
    decimals = table.decimals if entry.decimals is None else entry.decimals
    known = before.value is not None and after.value is not None
    status = before.status if before.value is None else after.status
    moved, said = None, status.value
    forms: dict[str, str] = {}
    if known:
        moved, said, forms = word_change(
            before, after, table.unit, decimals, strategy.little_change
        )
    named = label_of(table, after)
    is_acronym = named[1:2].isupper()  # "EHCP holders"
    within = named if is_acronym else f"{named[0].lower()}{named[1:]}"
    label = str(entry.label or f"Change in {within}")
    fact = Fact(
        name=name,
        label=label,
        value=after.value - before.value if known else None,  # type: ignore[operator]
        unit=table.unit,
        decimals=decimals,
        status=Status.PUBLISHED if known else status,
        period=f"{before.period.label} and {after.period.label}",
        place=place,
        formula=_show_change(before, after, table, decimals) if known else "",
        said=said,
        sources=tuple(FactSource(table.extract, row.source) for row in (before, after)),
        forms=forms,
        periods=(before.period, after.period),
        indicators=frozenset({table.indicator}),
        in_words=f"the figure of {after.period.label} less that of {before.period.label}",
        places=frozenset({place}),
        groups=groups_with(place, strategy),
        nouns=nouns_of(table),
        moved=moved,
    )
    return fact, []


def _out_of_order(
    entry: ChangeFact | TrendFact, before: ReleasedRow, after: ReleasedRow
) -> Problem:
    message = f"{after.period.label} is not later than {before.period.label}."
    return Problem(CHANGE_ORDER, entry.from_.at, message, CHANGE_ORDER.mend)


def _show_change(
    before: ReleasedRow, after: ReleasedRow, table: ReleasedTable, decimals: int
) -> str:
    figures = [
        wording.say_number(row.value, table.unit, decimals)
        for row in (after, before)
        if row.value is not None
    ]
    return f"{figures[0]} {wording.MINUS} {figures[1]}"


def rank_fact(
    name: str, entry: RankFact, table: ReleasedTable, group: Comparator, strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """The place's position among the group's places with a figure, itself included."""
    place = _place(entry, strategy)
    own, problems = _find(entry, entry.period, table, strategy)
    if own is None:
        return None, problems
    problems = unknown_members(group, table, strategy.as_at)
    if problems:
        return None, problems
    names = {place, *map(str, group.places)}
    rivals, problems = _rivals(entry, own, names, visible_rows(table, strategy.as_at))
    if problems:
        return None, problems
    standing, forms = stand_among(
        {row.place: row.value for row in rivals if row.value is not None},
        place,
        entry.order,
        len(names) - 1,
        str(group.label),
    )
    # A place whose figure is hidden or missing could stand anywhere: the words must not deny it.
    counted = str(len(rivals)) if len(rivals) == len(names) else f"the {len(rivals)} with figures"
    fact = Fact(
        name=name,
        label=str(entry.label or f"Position among {group.label}: {label_of(table, own)}"),
        value=Decimal(standing.position),
        unit=Unit.NUMBER,
        decimals=0,
        status=Status.PUBLISHED,
        period=own.period.label,
        place=place,
        formula=f"position of {place} among {len(rivals)} places with figures, {entry.order} first",
        said=f"{forms['position']} of {counted}",
        sources=tuple(FactSource(table.extract, row.source) for row in rivals),
        forms=forms,
        periods=(own.period,),
        indicators=frozenset({table.indicator}),
        standing=standing,
    )
    return fact, []


def _rivals(
    entry: RankFact, own: ReleasedRow, names: Collection[str], rows: Iterable[ReleasedRow]
) -> tuple[list[ReleasedRow], list[Problem]]:
    """The rows with a figure to rank, one's own among them; none where there is no rank."""
    listed = [
        row
        for row in rows
        if row.place in names and row.period == own.period and row.breakdown == own.breakdown
    ]
    rivals = [row for row in listed if row.value is not None]
    message = ""
    if entry.order == "lowest" and any(row.status in _SMALL for row in listed):
        message = "nobody can be called lowest while a small figure is hidden."
    elif own.value is None or len(rivals) < 2:
        message = f"there is nobody to rank {own.place} among for {own.period.label}."
    if message:
        return [], [Problem(RANK_NONE, entry.rank.at, message, RANK_NONE.mend)]
    return rivals, []


# Figures are hidden because they are small.
_SMALL = (Status.SUPPRESSED, Status.LOW)
