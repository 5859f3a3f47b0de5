"""Where a printed number stands and where it came from, in lines of text.

Takes the understood model and what somebody asks for: an entry's number, a fact's name, a number as
it is printed, or a value. Printing the lines is the command line's.
"""

import re
from collections.abc import Iterator

from sufficiency.content.read import SHELF_FILES
from sufficiency.facts import Commitment, Fact, LedgerEntry
from sufficiency.facts.cited import cite, cite_lines
from sufficiency.model import Model
from sufficiency.problems import suggestion
from sufficiency.prose.printed import plain_number, value_of
from sufficiency.tables import Extract
from sufficiency.tables.period import print_date

Numbered = tuple[int, LedgerEntry]


class NotPrinted(Exception):
    """Nothing of that number, name or wording is printed; the argument says what is near."""


def trace(model: Model, asked: str) -> list[str]:
    """What there is to say of an entry or of a fact, and of all that is printed so or has that
    value; a number may be both an entry's and a printed one.

    Raises NotPrinted.
    """
    numbered = list(enumerate(model.bound.ledger, start=1))
    named = list(_named(model, asked, numbered))
    known = {number for number, entry in numbered if asked in (str(number), _fact_of(entry))}
    printed = [one for one in numbered if one[0] not in known and _is_so(one[1], asked)]
    known |= {number for number, _ in printed}
    within = [one for one in numbered if one[0] not in known and _holds(one[1], asked)]
    parts = [named] if named else []
    if named:
        parts.append(_list(f"{asked} itself", printed))
    else:
        parts += _by_origin(model, printed)
    parts.append(_list("within", within))
    if not named and not printed:
        parts += [list(_fact_printed(fact, numbered)) for fact in _would(model, asked)]
    lines = [line for part in parts if part for line in (*part, "")]
    if not lines:
        raise NotPrinted(_near(model, asked, len(numbered)))
    return lines[:-1]


def _named(model: Model, asked: str, numbered: list[Numbered]) -> Iterator[str]:
    """What there is to say of the entry of that number, or of the fact of that name."""
    if asked.isdecimal() and 0 < int(asked) <= len(numbered):
        number, entry = numbered[int(asked) - 1]
        yield from _entry_lines(model, number, entry)
        if isinstance(entry.origin, Fact):
            others = [one for one in _of(entry.origin, numbered) if one[0] != number]
            yield from _list("printed also", others)
    fact = model.facts.entries.get(asked)
    if fact is not None:
        yield from _fact_printed(fact, numbered)


def _fact_printed(fact: Fact, numbered: list[Numbered]) -> Iterator[str]:
    yield from _fact_lines(fact)
    yield from _list("printed", _of(fact, numbered)) or ["printed:      nowhere"]


def _by_origin(model: Model, printed: list[Numbered]) -> Iterator[list[str]]:
    """The lines of entries that are printed alike: those of one fact are told once."""
    alike: dict[object, list[Numbered]] = {}
    for one in printed:
        alike.setdefault(_fact_of(one[1]) or one[0], []).append(one)
    for first, *others in alike.values():
        yield [*_entry_lines(model, *first), *_list("printed also", others)]


def _of(fact: Fact, numbered: list[Numbered]) -> list[Numbered]:
    return [one for one in numbered if _fact_of(one[1]) == fact.name]


def _is_so(entry: LedgerEntry, asked: str) -> bool:
    """Whether an entry is printed so, or it or its fact has that value: 1234.5 or 1,234.5."""
    values = [value_of(entry)]
    if isinstance(entry.origin, Fact) and entry.origin.value is not None:
        values.append(plain_number(entry.origin.value))
    return _plain(asked) in map(_plain, (entry.printed, *values))


def _holds(entry: LedgerEntry, asked: str) -> bool:
    """Whether the words are some of those that an entry prints: 58 of "rose from 39 to 58"."""
    whole = rf"(?<![\w.-]){re.escape(_plain(asked))}(?!\w|[.-]\w)"
    return re.search(whole, _plain(entry.printed)) is not None


def _would(model: Model, asked: str) -> list[Fact]:
    """The facts that have that value or would print these words in some form, printed or not."""
    return [
        fact
        for fact in model.facts.entries.values()
        if _plain(asked) in map(_plain, (fact.said, *fact.forms.values()))
        or (fact.value is not None and _plain(asked) == plain_number(fact.value))
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
        yield f"quoted from:  {origin.publication.citation} ({origin.publication.id})"


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
    yield f"              {cite(extract)}"
    yield f"              figures as at {print_date(extract.as_at)}; {extract.licence}"
    yield f"              SHA-256 {extract.sha256}"


def _list(words: str, entries: list[Numbered]) -> list[str]:
    shown = [f"entry {number} ({entry.printed}), {entry.at}" for number, entry in entries]
    return [f"{f'{words}:' if place == 0 else '':13} {one}" for place, one in enumerate(shown)]


def _fact_of(entry: LedgerEntry) -> str:
    """The name of the fact that an entry prints, blank where it prints none."""
    return entry.origin.name if isinstance(entry.origin, Fact) else ""


def _plain(words: str) -> str:
    """Words as they are compared: without the commas of thousands, in any case."""
    said = " ".join(words.replace("\N{MINUS SIGN}", "-").split()).casefold()
    return re.sub(r"(?<=\d),(?=\d{3})", "", said)


def _near(model: Model, asked: str, last: int) -> str:
    if re.fullmatch(r"\D?[\d.,]+%?", asked):
        return f"The ledger has {last:,} entries, and none of them prints {asked}."
    otherwise = "`sufficiency facts` lists them."
    near = suggestion(asked, model.facts.names, otherwise)
    return f'There is no fact "{asked}", and nothing is printed so. {near}'
