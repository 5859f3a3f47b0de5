"""What an extract calls its categories, in the council's words, where a figure prints them."""

from collections.abc import Sequence
from dataclasses import replace

from sufficiency.content import FigureEntry
from sufficiency.facts.terms import Terms, in_own_words, phrase
from sufficiency.sources import Text
from sufficiency.tables import ReleasedRow

_AXES = {"place": phrase("Council"), "period": phrase("Period")}


def word_categories(
    entry: FigureEntry, rows: Sequence[ReleasedRow], terms: Terms
) -> tuple[FigureEntry, list[ReleasedRow]]:
    """The selected rows with their categories worded, and the entry that brings one of them out.

    Places and periods keep their names. Authors go on selecting by the extract's own words.
    """
    if not terms:
        return entry, list(rows)
    found = {category for row in rows for category in row.breakdown.values()}
    own = {category: in_own_words(category, terms) for category in found}
    if entry.highlight in own:
        worded = Text(own[entry.highlight], entry.highlight.at)
        entry = entry.model_copy(update={"highlight": worded})
    return entry, [
        replace(row, breakdown={column: own[said] for column, said in row.breakdown.items()})
        for row in rows
    ]


def name_axis(axis: str | None, terms: Terms) -> str:
    """The heading of what a table goes across: "Council", "Period", "Kind of home"; "" for none."""
    if axis is None:
        return ""
    name = in_own_words(_AXES.get(axis, axis.replace("_", " ")), terms)
    return name[:1].upper() + name[1:]
