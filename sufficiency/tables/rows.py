"""Released tables: what facts, figures and downloads may draw from. Only disclosure/ makes one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sufficiency.tables.period import Period
from sufficiency.tables.status import Status
from sufficiency.tables.unit import Noun, Unit


@dataclass(frozen=True)
class Extract:
    """The file that figures came from, as its catalogue entry describes it.

    ``sheet`` is the workbook's sheet that was read, "" of a CSV file; ``url`` where it was
    published, "" where the entry does not say.
    """

    id: str
    file: str
    title: str
    publisher: str
    licence: str
    as_at: date
    sha256: str
    sheet: str = ""
    url: str = ""


@dataclass(frozen=True)
class RowSource:
    """One row of an extract: ``line`` is the line in the file, or the row in the workbook's sheet,
    from 1, the header's included."""

    file: str
    line: int


@dataclass(frozen=True)
class ReleasedRow:
    """One figure of an indicator: a period, a place and a breakdown.

    ``value`` is None unless ``status`` is published. ``breakdown`` maps each declared
    breakdown column to its category.
    """

    period: Period
    place: str
    breakdown: Mapping[str, str]
    value: Decimal | None
    status: Status
    source: RowSource
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    level: Decimal | None = None


@dataclass(frozen=True)
class ReleasedTable:
    """An indicator after disclosure control, rows in the extract's order.

    ``extract_to`` is the last period of all the extract's rows, of this indicator or not;
    ``superseded`` are rows that a revised one of ``rows`` took the place of.
    """

    indicator: str
    label: str
    unit: Unit
    noun: Noun | None
    decimals: int
    better: str | None
    breakdowns: tuple[str, ...]
    extract: Extract
    rows: tuple[ReleasedRow, ...]
    extract_to: Period | None = None
    superseded: tuple[ReleasedRow, ...] = ()
