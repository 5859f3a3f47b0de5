"""Rules of sums: parts are no more than their whole and, where they are all of it, no less.

Which figures are parts of what, ``data/indicators.yml`` declares. A hidden part may be of any
size: with one of them the parts are at least what the others add up to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from sufficiency.content import IndicatorEntry, PartsEntry, Shelf
from sufficiency.facts import visible_rows
from sufficiency.facts.resolve import find_table
from sufficiency.facts.wording import digits_of, say_value
from sufficiency.problems import Code, Location, Problem, suggestion
from sufficiency.tables import Period, ReleasedRow, ReleasedTable, Status, Unit

PARTS_SUM = Code(
    "PARTS-SUM",
    "Parts do not add up to their whole",
    "A reader who adds them up finds out, and believes no other figure.",
    "Correct the extract; or what data/indicators.yml says of the parts: whether they are "
    "exhaustive, exclusive or overlapping, of what, and what the publisher rounds them to.",
    "breakdowns: [home]\n"
    "parts:\n"
    "  - across: home\n"
    "    are: exhaustive\n"
    "    of: children_in_care     # 312; the extract's homes add up to 294",
    mended="breakdowns: [home]\n"
    "parts:\n"
    "  - across: home\n"
    "    are: exclusive     # some live in homes that the extract leaves out\n"
    "    of: children_in_care",
)
PARTS_NONE = Code(
    "PARTS-NONE",
    "Parts have no whole to be compared with",
    "Nothing is checked, and somebody relies on it.",
    "Name the breakdown behind `across`; and the whole, behind `of` by its indicator, or behind "
    "`total` by its category.",
    "breakdowns: [home]\nparts:\n  - across: homes\n    are: exhaustive\n    total: All homes",
    mended="breakdowns: [home]\n"
    "parts:\n"
    "  - across: home\n"
    "    are: exhaustive\n"
    "    total: All homes",
)

_MOST_SHOWN = 8
_UNKNOWN = (Status.SUPPRESSED, Status.NOT_AVAILABLE)
_HUNDRED = Decimal(100)

_Key: TypeAlias = tuple[Period, str, tuple[str, ...]]
"""What parts and their whole have in common: period, place, categories of the other columns."""


@dataclass(frozen=True)
class _Sum:
    """Parts and the whole that they are of; ``step`` is what the figures are rounded to."""

    parts: list[ReleasedRow]
    whole: Decimal
    step: Decimal

    @property
    def total(self) -> Decimal:
        return sum((row.value for row in self.parts if row.value is not None), Decimal(0))

    @property
    def hidden(self) -> int:
        """How many parts may be of any size."""
        return sum(row.status in _UNKNOWN for row in self.parts)

    @property
    def margin(self) -> Decimal:
        """How far rounding alone may take the total from the whole: half a step for each figure."""
        return (len(self.parts) + (self.whole != _HUNDRED)) * self.step / 2


def check_sums(
    indicators: Shelf[IndicatorEntry], tables: Shelf[ReleasedTable], as_at: date
) -> Iterator[Problem]:
    """Every declaration of parts: that it can be checked, and that the figures bear it out."""
    for id, entry in indicators.entries.items():
        table = tables.entries.get(id)
        for parts in entry.parts if table else ():
            assert table is not None
            yield from _check(parts, table, tables, as_at)


def _check(
    parts: PartsEntry, table: ReleasedTable, tables: Shelf[ReleasedTable], as_at: date
) -> Iterator[Problem]:
    """One problem a declaration: the first sum that does not come out, and how many others."""
    other = None
    if parts.of is not None:
        other, problems = find_table(tables, parts.of)
        yield from problems
        if other is None:
            return
    if fault := _fault(parts, table, other):
        yield Problem(PARTS_NONE, *fault)
        return
    sums = _sums(parts, table, other, as_at)
    if not sums:
        message = f"no figure of the whole is of the place and period of any of {table.indicator}."
        yield Problem(PARTS_NONE, parts.location("of"), message, PARTS_NONE.mend)
    wrong = [(key, told) for key, each in sums if (told := _tell(each, parts, table))]
    if wrong:
        (period, place, others), told = wrong[0]
        thing = ", ".join(filter(None, (place, *others, period.label)))
        more = f" So it is with {len(wrong) - 1} more." if len(wrong) > 1 else ""
        message = f'"{table.indicator}" of {thing} ({table.extract.file}): {told}{more}'
        yield Problem(PARTS_SUM, parts.location("are"), message, PARTS_SUM.mend)


def _fault(
    parts: PartsEntry, table: ReleasedTable, other: ReleasedTable | None
) -> tuple[Location, str, str] | None:
    """Why a declaration cannot be checked: where, what, how to mend it."""
    name, columns = table.indicator, table.breakdowns
    if parts.across is not None and parts.across not in columns:
        message = f'the indicator "{name}" is not broken down by "{parts.across}".'
        begin = "Name it behind `breakdowns`, or leave `across` out."
        return parts.across.at, message, suggestion(parts.across, columns, begin)
    if parts.across is None and (columns or other is None):
        message = f'it is not said which figures of "{name}" are the parts.'
        return parts.location(), message, "Name the breakdown, behind `across`."
    if other is not None:
        return _fault_of_whole(parts, table, other)
    if parts.total is not None:
        known = {row.breakdown[str(parts.across)] for row in table.rows}
        if parts.total not in known:
            message = f'no row of "{name}" has "{parts.total}" under {parts.across}.'
            return parts.total.at, message, suggestion(parts.total, known, PARTS_NONE.mend)
    elif table.unit is not Unit.PERCENTAGE:
        return parts.location(), f'it is not said what "{name}" is part of.', PARTS_NONE.mend
    return None


def _fault_of_whole(
    parts: PartsEntry, table: ReleasedTable, other: ReleasedTable
) -> tuple[Location, str, str] | None:
    at = parts.location("of")
    if other.unit is not table.unit:
        units = f"{table.unit.value} and {other.unit.value}"
        message = f'"{table.indicator}" and "{other.indicator}" have different units, {units}.'
        return at, message, "Name a whole in the unit of its parts."
    extra = [name for name in other.breakdowns if name not in _others(parts, table)]
    if extra:
        message = f'"{other.indicator}" is broken down by "{extra[0]}", which its parts are not.'
        return at, message, "Name an indicator that gives the whole in one figure."
    return None


def _others(parts: PartsEntry, table: ReleasedTable) -> list[str]:
    """The columns that parts and whole have in common."""
    return [name for name in table.breakdowns if name != parts.across]


def _sums(
    parts: PartsEntry, table: ReleasedTable, other: ReleasedTable | None, as_at: date
) -> list[tuple[_Key, _Sum]]:
    """The parts of each place and period whose whole has a figure."""
    columns = _others(parts, table)
    groups: dict[tuple[_Key, str], list[ReleasedRow]] = {}
    wholes: dict[_Key, Decimal | None] = {}
    for row in visible_rows(table, as_at):
        key = (row.period, row.place, tuple(row.breakdown[name] for name in columns))
        category = row.breakdown[parts.across] if parts.across else ""
        if parts.total is not None and category == parts.total:
            wholes[key] = row.value
        else:
            alone = category if parts.are == "overlapping" else ""
            groups.setdefault((key, alone), []).append(row)
    keys = [key for key, _ in groups]
    if other is not None:
        wholes = _wholes(other, keys, columns)
    elif parts.total is None:
        wholes = dict.fromkeys(keys, _HUNDRED)
    return [
        (key, _Sum(rows, whole, _step(parts, table.unit, rows, whole)))
        for (key, _), rows in groups.items()
        if (whole := wholes.get(key)) is not None
    ]


def _wholes(
    other: ReleasedTable, keys: Iterable[_Key], columns: list[str]
) -> dict[_Key, Decimal | None]:
    """The other indicator's figure for each key; it may be broken down by fewer columns."""
    figures = {
        (row.period, row.place, tuple(row.breakdown[name] for name in other.breakdowns)): row.value
        for row in other.rows
    }
    shared = [columns.index(name) for name in other.breakdowns]
    return {
        (period, place, names): figures.get((period, place, tuple(names[at] for at in shared)))
        for period, place, names in keys
    }


def _step(parts: PartsEntry, unit: Unit, rows: list[ReleasedRow], whole: Decimal) -> Decimal:
    """What the figures are rounded to: as declared, else nothing for counts, which are exact, and
    the last digit that any of the figures has for others."""
    if parts.rounded_to is not None:
        return parts.rounded_to
    if unit is Unit.COUNT:
        return Decimal(0)
    values = [whole, *(row.value for row in rows if row.value is not None)]
    return Decimal(1).scaleb(-max(map(digits_of, values)))


def _tell(each: _Sum, parts: PartsEntry, table: ReleasedTable) -> str:
    """What is wrong with a sum, with its figures; blank where it comes out."""
    over = each.total - each.whole
    is_short = parts.are == "exhaustive" and not each.hidden and -over > each.margin
    if over <= each.margin and not is_short:
        return ""
    how = "more" if over > 0 else "less"
    margin = ""
    if each.margin:
        margin = f", and rounding explains {_exactly(each.margin, table)} at most"
    return (
        f"{_shown(each, parts, table)}, {_exactly(abs(over), table)} {how} than the whole, "
        f"{_exactly(each.whole, table)}{margin}."
    )


def _shown(each: _Sum, parts: PartsEntry, table: ReleasedTable) -> str:
    """The parts with their total: "Foster homes 210 + Parents 6 = at least 216 (1 is hidden)"."""
    total = _exactly(each.total, table)
    if each.hidden:
        hidden = "1 part has" if each.hidden == 1 else f"{each.hidden} parts have"
        total = f"at least {total} ({hidden} no figure)"
    if parts.across is None:
        return f"the part is {total}"
    if len(each.parts) > _MOST_SHOWN:
        return f"its {len(each.parts)} parts add up to {total}"
    shown = " + ".join(
        f"{row.breakdown[parts.across]} "
        f"{row.status.value if row.value is None else _exactly(row.value, table)}"
        for row in each.parts
    )
    return f"{shown} = {total}" if len(each.parts) > 1 else f"the part {shown}"


def _exactly(value: Decimal, table: ReleasedTable) -> str:
    """A figure with all the digits that it has, so that a reader's sum comes out."""
    return say_value(value, table.unit, digits_of(value))
