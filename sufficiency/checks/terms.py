"""Rules of the terms: each must stand for a word that the tool prints somewhere."""

import re
from collections.abc import Iterator, Mapping

from sufficiency.content import Content, FormulaFact, Shelf
from sufficiency.content.gaps import GAP_WORDS
from sufficiency.facts.terms import all_phrases, says_term
from sufficiency.problems import Code, Problem, Severity, nearest
from sufficiency.tables import ReleasedTable, Status

TERM_UNUSED = Code(
    "TERM-UNUSED",
    "A term stands for a word that nothing prints",
    "Terms change what the tool and the data say, never what authors wrote. A misspelt one would "
    "change nothing, without a word.",
    "Correct the spelling, or delete the term. Each form needs a term: placement and placements.",
    "terms:\n  placment: home",
    mended="terms:\n  placement: home",
    severity=Severity.WARNING,
)


def check_terms(
    content: Content, tables: Shelf[ReleasedTable], templates: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Each term of the strategy that is in no label, noun, category, name or template.

    ``tables`` are those before the terms were put into them. Where a table could not be made no
    term can be called unused.
    """
    terms = content.strategy.terms if content.strategy is not None else {}
    if not terms or tables.broken or not tables.complete:
        return
    said = [*_of_the_data(content, tables), *_of_the_tool(templates)]
    words = {word for text in said for word in re.findall(r"\w+", text.casefold())}
    for term, own in terms.items():
        if not any(says_term(text, term) for text in said):
            near = nearest(term, words)
            message = f'nothing that the tool prints says "{term}".'
            mend = f'Did you mean "{near}"?' if near else TERM_UNUSED.mend
            yield Problem(TERM_UNUSED, own.at, message, mend)


def _of_the_data(content: Content, tables: Shelf[ReleasedTable]) -> Iterator[str]:
    for table in tables.entries.values():
        yield table.label
        if table.noun is not None:
            yield from (table.noun.one, table.noun.many)
        yield from (column.replace("_", " ") for column in table.breakdowns)
        yield from {category for row in table.rows for category in row.breakdown.values()}
    for name, fact in content.facts.entries.items():
        if isinstance(fact, FormulaFact):
            yield name.replace("_", " ")


def _of_the_tool(templates: Mapping[str, bytes]) -> Iterator[str]:
    yield from all_phrases()
    yield from GAP_WORDS
    yield from (status.meaning for status in Status)
    for name, template in templates.items():
        if name.endswith(".j2"):
            yield from re.findall(r'"([^"]+)"[^|{}"]*\|\s*worded', template.decode())
