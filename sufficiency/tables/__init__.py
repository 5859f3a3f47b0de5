"""The shape that figures have everywhere: units, periods, statuses and released tables' rows.

No files and no frames: values only. Rooms from the extracts upwards speak in these.
"""

from sufficiency.tables.period import Period, PeriodKind
from sufficiency.tables.rows import Extract, ReleasedRow, ReleasedTable, RowSource
from sufficiency.tables.status import Status
from sufficiency.tables.unit import Noun, Unit

__all__ = [
    "Extract",
    "Noun",
    "Period",
    "PeriodKind",
    "ReleasedRow",
    "ReleasedTable",
    "RowSource",
    "Status",
    "Unit",
]
