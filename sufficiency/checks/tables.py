"""Rules of the tables: what a page is too narrow for."""

import re
from collections.abc import Iterator

from sufficiency.content import Content
from sufficiency.problems import Code, Problem
from sufficiency.prose import BoundFigure, BoundStrategy
from sufficiency.prose.markdown import hide_code

_MOST_COLUMNS = 14  # what the rows are called, twelve months and their sum
TABLE_WIDE = Code(
    "TABLE-WIDE",
    "A table has more columns than fit on a page",
    "On paper its words would run into each other, and nobody can read along a row so long.",
    "Make two tables of it, or turn it: what is across goes down.",
    "| Home | April | May | June | …     # 24 months",
    mended="| Month | Homes |      # a row a month",
)
# The line below a pipe table's headings: |:--|--:|
_RULER = re.compile(
    r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
)


def check_tables(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """Tables that are too wide: authors' own, where their columns are ruled, and figures."""
    for section in content.sections.entries.values():
        for ruler in _RULER.finditer(hide_code(section.body)):
            columns = len(ruler[0].strip(" \t|").split("|"))
            if columns > _MOST_COLUMNS:
                at = section.body.place_at(ruler.start())
                yield Problem(TABLE_WIDE, at, _message(columns), TABLE_WIDE.mend)
    shown = {
        block.content.planned.id: block.content.planned
        for section in bound.sections
        for block in section.blocks
        if isinstance(block.content, BoundFigure)
    }
    for figure in shown.values():
        if figure.table is not None and len(figure.table.columns) > _MOST_COLUMNS:
            mend = (
                "Select fewer with `periods`, `places` or `where`, or swap `across` and `series`."
            )
            at = figure.entry.location("series")
            yield Problem(TABLE_WIDE, at, _message(len(figure.table.columns)), mend)


def _message(columns: int) -> str:
    return f"the table has {columns} columns; {_MOST_COLUMNS} are the most that fit on a page."
