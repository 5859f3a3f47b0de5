"""The council's own words: its `terms` in every text that the tool makes, in no author's.

Two ways lead here. Labels and nouns of indicators are the analysts' words: they are worded once,
on the released tables, before facts, charts and the annex print them. What the tool says of
itself (headings, notes, categories of an extract on a chart) is worded where it is printed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from sufficiency.content import Shelf
from sufficiency.tables import Noun, ReleasedTable

Terms: TypeAlias = Mapping[str, str]
"""The council's words by those that they stand for: ``{"placement": "home"}``."""

NO_TERMS: Terms = MappingProxyType({})

# Filled once, while modules load; only the rule that looks for unused terms reads it.
_PHRASES: dict[str, None] = {}


def phrase(text: str) -> str:
    """A text that code prints and terms may change; it is kept, so that each can be found."""
    _PHRASES[text] = None
    return text


def all_phrases() -> tuple[str, ...]:
    """Every phrase of the modules loaded so far."""
    return tuple(_PHRASES)


def in_own_words(text: str, terms: Terms) -> str:
    """The text with each whole word or phrase of the terms as the council says it.

    Letters' case does not matter to what is found; where the found word begins with a capital,
    so does the council's. A term with a capital of its own, such as UASC, gets one only where
    the text begins. Of two terms that begin alike the longer one holds, and what one puts in no
    other one changes.
    """
    if not terms:
        return text
    own = {" ".join(term.casefold().split()): term for term in terms}

    def say(found: re.Match[str]) -> str:
        term = own.get(" ".join(found[0].casefold().split()))
        if term is None:
            return found[0]
        said = terms[term]
        is_capital = found[0][:1].isupper() and (not term[:1].isupper() or found.start() == 0)
        return said[:1].upper() + said[1:] if is_capital else said

    return _pattern(terms).sub(say, text)


def says_term(text: str, term: str) -> bool:
    """Whether the text has the term's whole word or phrase."""
    return _pattern([term]).search(text) is not None


def _pattern(terms: Iterable[str]) -> re.Pattern[str]:
    phrases = sorted(terms, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def word_tables(tables: Shelf[ReleasedTable], terms: Terms) -> Shelf[ReleasedTable]:
    """The tables with labels and nouns in the council's words. No figure is touched.

    Categories stay as the extract has them, since authors select by them.
    """
    if not terms:
        return tables
    worded = {id: _word_table(table, terms) for id, table in tables.entries.items()}
    return replace(tables, entries=worded)


def _word_table(table: ReleasedTable, terms: Terms) -> ReleasedTable:
    noun = table.noun
    if noun is not None:
        noun = Noun(in_own_words(noun.one, terms), in_own_words(noun.many, terms))
    return replace(table, label=in_own_words(table.label, terms), noun=noun)
