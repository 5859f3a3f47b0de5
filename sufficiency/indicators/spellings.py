"""One name in two spellings: rows that were meant to be selected are left out without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from sufficiency.content import IndicatorEntry
from sufficiency.content.catalogue import PlaceEntry
from sufficiency.extracts import ExtractFrame
from sufficiency.problems import Code, Problem, Severity

NAME_SPELT = Code(
    "NAME-SPELT",
    "A name is spelt in two ways in a column",
    "Only the rows of one spelling are found: an older figure may be printed as the newest.",
    "Spell it one way in the whole column.",
    "home,date,children\nAll homes,31 March 2018,203\nall homes,31 March 2019,204",
    Severity.WARNING,
    mended="home,date,children\nAll homes,31 March 2018,203\nAll homes,31 March 2019,204",
)
_ALIKE = str.maketrans("\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`", "'''")
_DASHES = re.compile(r"\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}]\s*")


def two_spellings(entry: IndicatorEntry, extract: ExtractFrame) -> Iterator[Problem]:
    """Of each column that rows are selected by, each name that another in it is only like: but for
    capitals, spaces, hyphens and apostrophes they are one."""
    columns = [*entry.where, *entry.breakdowns]
    if not isinstance(entry.place, PlaceEntry):
        columns.append(entry.place)
    for column in dict.fromkeys(map(str, columns)):
        spelt: dict[str, str] = {}
        for line, cell in extract.frame[column].drop_duplicates().items():
            first = spelt.setdefault(_folded(cell), cell)
            if first == cell:
                continue
            message = f'{extract.shown(cell)} under "{column}" is {extract.shown(first)} above'
            if not extract.is_quoted:
                message = f'the name under "{column}" stands above'
            at = extract.table.place(int(str(line)), column)
            yield Problem(NAME_SPELT, at, f"{message}, spelt in another way.", NAME_SPELT.mend)


def _folded(name: str) -> str:
    plain = normalize("NFKC", name).translate(_ALIKE).casefold()
    return " ".join(_DASHES.sub("-", plain).split())
