"""Releases an indicator's table, or refuses to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufficiency.content import ExtractEntry, IndicatorEntry
from sufficiency.indicators import SUPERSEDED
from sufficiency.problems import Cause, Code, Problem
from sufficiency.tables import Extract, Noun, Period, ReleasedRow, ReleasedTable, RowSource

if TYPE_CHECKING:
    import pandas as pd

RELEASE_PROTECT = Code(
    "RELEASE-PROTECT",
    "An extract needs disclosure control, which is not built yet",
    "An extract marked `protect` counts children in figures that are not public. Small numbers "
    "in it could point to a child: they must be hidden, with enough others that nobody can work "
    "them out, before anything is printed.",
    "Use published figures for now, with `release: published`. Never mark an extract as published "
    "that is not already public.",
    "file: our-case-records.csv\nrelease: protect",
    mended="file: published-by-the-department.csv\nrelease: published",
    cause=Cause.ENTRY,
)


def refuse_protected(id: str, entry: ExtractEntry) -> list[Problem]:
    """The problem of an extract that may not be used before small numbers can be hidden."""
    if entry.release == "published":
        return []
    message = (
        f'the extract "{id}" is marked `protect`: hiding small numbers (suppression, with '
        "secondary cells and linked tables) is not built yet, so nothing of it can be released."
    )
    return [Problem(RELEASE_PROTECT, entry.location("release"), message, RELEASE_PROTECT.mend)]


def release(
    id: str,
    entry: IndicatorEntry,
    extract: Extract,
    table: pd.DataFrame,
    extract_to: Period | None = None,
) -> ReleasedTable:
    """The released table of a published extract's indicator; ``table`` as indicators computes it.

    ``extract`` must have passed ``refuse_protected``; ``extract_to`` is its last period.
    """
    noun = Noun(str(entry.noun.one), str(entry.noun.many)) if entry.noun else None
    decimals = entry.unit.default_decimals if entry.decimals is None else entry.decimals
    rows: tuple[list[ReleasedRow], list[ReleasedRow]] = ([], [])
    for row in table.to_dict("records"):
        rows[bool(row.get(SUPERSEDED))].append(
            ReleasedRow(
                period=row["period"],
                place=row["place"],
                breakdown={name: row[name] for name in entry.breakdowns},
                value=row["value"],
                status=row["status"],
                source=RowSource(extract.file, int(row["line"])),
                numerator=row.get("numerator"),
                denominator=row.get("denominator"),
            )
        )
    return ReleasedTable(
        indicator=id,
        label=str(entry.label),
        unit=entry.unit,
        noun=noun,
        decimals=decimals,
        better=entry.better,
        breakdowns=tuple(str(name) for name in entry.breakdowns),
        extract=extract,
        rows=tuple(rows[False]),
        extract_to=extract_to,
        superseded=tuple(rows[True]),
    )
