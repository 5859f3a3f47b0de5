"""Facts: named values with their trail, and the words that print them.

Draws from released tables alone. Rounding and wording live in ``wording``; nothing else turns
a value into text.
"""

from sufficiency.facts.differences import Difference, find_differences
from sufficiency.facts.fact import Fact, FactSource
from sufficiency.facts.ledger import (
    Commitment,
    FigureEvidence,
    LedgerEntry,
    Publication,
    StatedFigure,
)
from sufficiency.facts.resolve import resolve_facts
from sufficiency.facts.select import find_row, visible_rows
from sufficiency.facts.terms import in_own_words, word_tables

__all__ = [
    "Commitment",
    "Difference",
    "Fact",
    "FactSource",
    "FigureEvidence",
    "LedgerEntry",
    "Publication",
    "StatedFigure",
    "find_differences",
    "find_row",
    "in_own_words",
    "resolve_facts",
    "visible_rows",
    "word_tables",
]
