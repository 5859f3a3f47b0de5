"""Where a printed number stands and where it came from, in lines of text.

Takes the understood model and what somebody asks for: an entry's number, a fact's name, or a number
as it is printed. Printing the lines is the command line's.
"""

from collections.abc import Iterator

from sufficiency.content.read import SHELF_FILES
from sufficiency.facts import Commitment, Fact, LedgerEntry
from sufficiency.facts.cited import cite_lines
from sufficiency.model import Model
from sufficiency.problems import suggestion
from sufficiency.prose.printed import plain_number, value_of
from sufficiency.tables import Extract
from sufficiency.tables.period import print_date

Numbered = tuple[int, LedgerEntry]


class NotPrinted(Exception):
    """Nothing of that number, name or wording is printed; the argument says what is near."""


def trace(model: Model, asked: str) -> list[str]:
    """What there is to say of an entry, of a fact, or of all that is printed so.

    Raises NotPrinted.
    """
    numbered = list(enumerate(model.bound.ledger, start=1))
    if asked.isdecimal() and 0 < int(asked) <= len(numbered):
        number, entry = numbered[int(asked) - 1]
        name = _fact_of(entry)
        alike = [one for one in numbered if name and _fact_of(one[1]) == name and one[0] != number]
        return [*_entry_lines(model, number, entry), *_list("printed also", alike)]
    fact = model.facts.entries.get(asked)
    if fact is not None:
        places = [one for one in numbered if _fact_of(one[1]) == fact.name]
        return [*_fact_lines(fact), *(_list("printed", places) or ["printed:      nowhere"])]
    found = [one for one in numbered if _plain(one[1].printed) == _plain(asked)]
    if not found:
        raise NotPrinted(_near(model, asked, len(numbered)))
    return [line for number, entry in found for line in [*_entry_lines(model, number, entry), ""]][
        :-1
    ]


def _entry_lines(model: Model, number: int, entry: LedgerEntry) -> Iterator[str]:
    titles = {part.section.id: part.title.plain for part in model.bound.sections}
    yield f"entry {number}: {entry.printed}"
    yield f"printed in:   {titles.get(entry.section, entry.section)}, {entry.at}"
    yield f"documents:    {', '.join(model.bound.strategy.documents)}"
    origin = entry.origin
    if isinstance(origin, Fact):
        yield from _fact_lines(origin)
        return
    yield f"value:        {value_of(entry)}"
    if isinstance(origin, Commitment):
        yield "what it is:   a promise, which is the council's own word"
    else:
        yield f"quoted from:  {origin.citation} ({origin.source})"


def _fact_lines(fact: Fact) -> Iterator[str]:
    yield f"fact:         {fact.name} ({SHELF_FILES['facts'].path})"
    yield f"what it is:   {fact.label}, {fact.place}, {fact.period}"
    value = fact.status.meaning if fact.value is None else plain_number(fact.value)
    yield f"value:        {value} ({fact.unit.value})"
    if fact.formula:
        yield f"worked out:   {fact.formula}"
        if fact.in_words:
            yield f"              {fact.in_words}"
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [source.row.line for source in fact.sources if source.extract == extract]
        yield from _source_lines(extract, lines)


def _source_lines(extract: Extract, lines: list[int]) -> Iterator[str]:
    yield f"from:         {cite_lines(extract, lines)}"
    yield f"              {extract.title}, {extract.publisher}"
    yield f"              figures as at {print_date(extract.as_at)}; {extract.licence}"
    yield f"              SHA-256 {extract.sha256}"


def _list(words: str, entries: list[Numbered]) -> list[str]:
    shown = [f"entry {number} ({entry.printed}), {entry.at}" for number, entry in entries]
    return [f"{f'{words}:' if place == 0 else '':13} {one}" for place, one in enumerate(shown)]


def _fact_of(entry: LedgerEntry) -> str:
    """The name of the fact that an entry prints, blank where it prints none."""
    return entry.origin.name if isinstance(entry.origin, Fact) else ""


def _plain(words: str) -> str:
    return " ".join(words.replace("\N{MINUS SIGN}", "-").split()).casefold()


def _near(model: Model, asked: str, last: int) -> str:
    if asked.isdecimal():
        return f"The ledger has {last:,} entries, and none of them prints {asked}."
    otherwise = "`sufficiency facts` lists them."
    near = suggestion(asked, model.facts.names, otherwise)
    return f'There is no fact "{asked}", and nothing is printed so. {near}'
