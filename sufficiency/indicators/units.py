"""The unit of an indicator beside the type of its column: the two say what the same cells hold."""

from collections.abc import Mapping

from sufficiency.content import IndicatorEntry
from sufficiency.content.catalogue import ColumnType
from sufficiency.extracts import ExtractFrame
from sufficiency.problems import Code, Problem
from sufficiency.tables import Unit

UNIT_COLUMN = Code(
    "UNIT-COLUMN",
    "An indicator's unit contradicts its column's type",
    'One of the two is wrong, and with it every figure that is printed: "We look after 204%", or '
    '"66 children" for 66%.',
    "Correct `unit` in data/indicators.yml, or the column's `type` in data/catalogue.yml. A column "
    "of different measures is of `type: number`, which says nothing of the unit.",
    "# data/catalogue.yml\n"
    "children: {type: count}\n"
    "# data/indicators.yml\n"
    "value: children\n"
    "unit: percentage",
    mended="# data/catalogue.yml\n"
    "children: {type: count}\n"
    "# data/indicators.yml\n"
    "value: children\n"
    "unit: count",
)
_UNITS: Mapping[ColumnType, tuple[Unit, ...]] = {
    "count": (Unit.COUNT,),
    "percentage": (Unit.PERCENTAGE, Unit.PERCENTAGE_POINTS),
    "money": (Unit.POUNDS, Unit.POUNDS_A_WEEK),
    "rate": (Unit.RATE_PER_10000,),
}
"""What a column of each type may be measured in, besides numbers of anything."""


def unlike_units(entry: IndicatorEntry, extract: ExtractFrame) -> list[Problem]:
    """The problem of a unit that the column of the values cannot be in, as the catalogue has it."""
    column = extract.columns[entry.value]
    units = _UNITS.get(column.type)
    if units is None or entry.unit in (*units, Unit.NUMBER):
        return []
    types = [type for type, allowed in _UNITS.items() if entry.unit in allowed]
    message = (
        f'the unit is "{entry.unit.value}", but data/catalogue.yml says that the column '
        f'"{entry.value}" is of the type "{column.type}".'
    )
    here = " or ".join(f"`unit: {unit.value}`" for unit in units)
    mend = f"Write {here} here, or `type: {types[0]}` of the column there."
    return [Problem(UNIT_COLUMN, entry.location("unit"), message, mend)]
