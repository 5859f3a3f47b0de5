"""Revised figures: of several rows for one thing, which counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufficiency.content.catalogue import RevisionsEntry
from sufficiency.problems import Code, Problem

if TYPE_CHECKING:
    import pandas as pd

REVISION_UNKNOWN = Code(
    "REVISION-UNKNOWN",
    "It is not said whether a figure is revised",
    "Of two figures for one thing nobody could say which counts.",
    "Name everything that the column holds behind `order`, what counts first.",
    "revisions: {column: state, order: [revised]}     # there is provisional, too",
    mended="revisions: {column: state, order: [revised, provisional]}",
)

SUPERSEDED = "superseded"
"""The column that says of a row whether another for the same thing counts in its place."""


def mark_superseded(
    revisions: RevisionsEntry, rows: pd.DataFrame, table: pd.DataFrame, breakdowns: Sequence[str]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The table with the column SUPERSEDED (bool): of each thing all rows but those that come
    first in the order.

    ``rows`` are the extract's, in the table's order; a thing is a period, place and breakdown.
    """
    rank = {str(word): place for place, word in enumerate(revisions.order)}
    words = list(rows[revisions.column])
    unknown = sorted({word for word in words if word not in rank})
    if unknown:
        message = f'the column "{revisions.column}" holds "{unknown[0]}", too.'
        at = revisions.location("order")
        return table, [Problem(REVISION_UNKNOWN, at, message, REVISION_UNKNOWN.mend)]
    keys = list(table[["period", "place", *breakdowns]].itertuples(index=False, name=None))
    first: dict[tuple[object, ...], int] = {}
    for key, word in zip(keys, words, strict=True):
        first[key] = min(rank[word], first.get(key, rank[word]))
    superseded = [rank[word] > first[key] for key, word in zip(keys, words, strict=True)]
    return table.assign(**{SUPERSEDED: superseded}), []
