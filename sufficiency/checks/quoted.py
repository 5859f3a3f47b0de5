"""Rule of what is quoted from an extract: the extract holds it.

An extract is named as the source of a number where a fact would do as well, and then nothing ties
the two. Numbers are looked for among all figures that indicators read from it, however rounded.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from sufficiency.content import Content, Shelf
from sufficiency.facts import StatedFigure
from sufficiency.facts.wording import round_half_up
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose import BoundStrategy
from sufficiency.tables import ReleasedTable

QUOTED_NOT_THERE = Code(
    "QUOTED-NOT-THERE",
    "A number is quoted from an extract that does not hold it",
    "The annex names the extract as where the number comes from, and nobody would find it there.",
    "Correct the number, or name the publication that has it. Better still, print it as a fact: "
    "that changes as the extract does.",
    '[999 children]{source="children_in_care_extract"}   # which has 312',
    Severity.WARNING,
    mended="{{ children_now | with_noun }}",
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def check_quoted(
    content: Content, bound: BoundStrategy, tables: Shelf[ReleasedTable]
) -> Iterator[Problem]:
    """Each quoted number that no figure of its extract comes to."""
    for entry in bound.ledger:
        if not isinstance(entry.origin, StatedFigure):
            continue
        id = entry.origin.publication.id
        if id in content.references.entries or not _is_read_whole(id, content, tables):
            continue
        values = [
            row.value
            for table in tables.entries.values()
            if table.extract.id == id
            for row in table.rows
            if row.value is not None
        ]
        for number in _NUMBER.findall(entry.printed):
            if not any(_comes_to(value, number) for value in values):
                file = content.extracts.entries[id].file
                message = f"no figure that indicators read from data/{file} is {number}."
                yield Problem(QUOTED_NOT_THERE, entry.at, message, QUOTED_NOT_THERE.mend)


def _is_read_whole(id: str, content: Content, tables: Shelf[ReleasedTable]) -> bool:
    """Whether all that indicators take from the extract is there to be compared."""
    if content.indicators.broken or not content.indicators.complete:
        return False
    indicators = content.indicators.entries.items()
    readers = {name for name, one in indicators if str(one.extract) == id}
    return bool(readers) and readers <= tables.entries.keys()


def _comes_to(value: Decimal, number: str) -> bool:
    return abs(round_half_up(value, len(number.partition(".")[2]))) == Decimal(
        number.replace(",", "")
    )
