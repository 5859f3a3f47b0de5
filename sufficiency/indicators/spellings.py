"""One name in two spellings: rows that were meant to be selected are left out without a word.

But for capitals, spaces, hyphens and apostrophes two spellings are always one name. Two that one
slip parts (Barnet and Barnett) are so only where the extract itself says it: never do both have a
figure for one thing, and one goes on where the other leaves off, or is much rarer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from sufficiency.content import IndicatorEntry
from sufficiency.content.catalogue import PlaceEntry
from sufficiency.extracts import ExtractFrame
from sufficiency.problems import Code, Problem, Severity, slips_among

NAME_SPELT = Code(
    "NAME-SPELT",
    "A name is spelt in two ways in a column",
    "Only the rows of one spelling are found: an older figure may be printed as the newest, or a "
    "place be missing from a chart.",
    "Spell it one way in the whole column. If both are right, since they are names of two things, "
    "say so in data/catalogue.yml: `spelt_so` of the column lists the rarer.",
    "council,date,children\nBarnet,31 March 2018,203\nBarnett,31 March 2019,204",
    Severity.WARNING,
    mended="council,date,children\nBarnet,31 March 2018,203\nBarnet,31 March 2019,204",
)
_ALIKE = str.maketrans("\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`", "'''")
_DASHES = re.compile(r"\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}]\s*")
_MUCH_RARER = 3


class _Keys(NamedTuple):
    """What tells the rows of an extract apart, besides the column that is looked at.

    ``series`` are the columns that a series of figures is of, ``periods`` those along which it
    goes.
    """

    series: list[str]
    periods: list[str]


@dataclass
class _Name:
    """A name of a column: a cell that has it, its lines, and what it has figures for."""

    cell: str
    lines: list[int] = field(default_factory=list)
    figures: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=set)

    def may_be(self, common: _Name) -> bool:
        """Whether it may be the commoner name, misspelt: see the module."""
        if self.figures & common.figures:
            return False
        series = {of for of, _ in common.figures}
        goes_on = any(of in series for of, _ in self.figures)
        return goes_on or len(common.lines) >= _MUCH_RARER * len(self.lines)


def two_spellings(entries: Sequence[IndicatorEntry], extract: ExtractFrame) -> Iterator[Problem]:
    """What is spelt in two ways in the columns by which an extract's indicators select rows.

    Each name is told once, at the first cell that has it. The time is linear in the rows.
    """
    selecting = list(dict.fromkeys(column for entry in entries for column in _selecting(entry)))
    periods = {str(entry.period.column) for entry in entries if entry.period.column is not None}
    for column in selecting:
        yield from _written_apart(column, extract)
        series = [name for name in selecting if name not in {column, *periods}]
        yield from _misspelt(column, _Keys(series, sorted(periods - {column})), extract)


def _selecting(entry: IndicatorEntry) -> Iterator[str]:
    """The columns that an indicator selects its rows by, besides that of its periods."""
    yield from map(str, (*entry.where, *entry.breakdowns))
    if not isinstance(entry.place, PlaceEntry):
        yield str(entry.place)


def _written_apart(column: str, extract: ExtractFrame) -> Iterator[Problem]:
    """Each name that is another but for capitals, spaces, hyphens and apostrophes."""
    spelt: dict[str, str] = {}
    for line, cell in extract.frame[column].drop_duplicates().items():
        first = spelt.setdefault(_folded(cell), cell)
        if first == cell:
            continue
        message = f'{extract.shown(cell)} under "{column}" is {extract.shown(first)} above'
        if not extract.is_quoted:
            message = f'the name under "{column}" stands above'
        at = extract.table.place(int(str(line)), column)
        mend = "Spell it one way in the whole column."
        yield Problem(NAME_SPELT, at, f"{message}, spelt in another way.", mend)


def _misspelt(column: str, keys: _Keys, extract: ExtractFrame) -> Iterator[Problem]:
    """Each name that is probably another in the column, misspelt by one slip."""
    cells = extract.frame[column]
    folded = {cell: _folded(cell) for cell in cells.unique()}
    counts: Counter[str] = Counter()
    for cell, count in cells.value_counts(sort=False).items():
        counts[folded[str(cell)]] += count
    right = {_folded(name) for name in extract.columns[column].spelt_so}
    pairs = [(rare, common) for rare, common in slips_among(counts) if rare not in right]
    if not pairs:
        return
    wanted = {name for pair in pairs for name in pair}
    names = _read_names([cell for cell in folded if folded[cell] in wanted], column, keys, extract)
    for rare, common in pairs:
        if names[rare].may_be(names[common]):
            yield _misspelt_problem(column, names[rare], names[common], extract)


def _read_names(
    cells: Collection[str], column: str, keys: _Keys, extract: ExtractFrame
) -> dict[str, _Name]:
    """The names of some cells, as they are when folded."""
    rows = extract.frame[extract.frame[column].isin(cells)]
    names: dict[str, _Name] = {}
    series = rows[keys.series].itertuples(index=False, name=None)
    periods = rows[keys.periods].itertuples(index=False, name=None)
    for line, cell, *figure in zip(rows.index, rows[column], series, periods, strict=True):
        name = names.setdefault(_folded(cell), _Name(cell))
        name.lines.append(int(line))
        name.figures.add((figure[0], figure[1]))
    return names


def _misspelt_problem(column: str, rare: _Name, common: _Name, extract: ExtractFrame) -> Problem:
    at = extract.table.place(rare.lines[0], column)
    number = len(rare.lines)
    rows, left_out = ("1 row", "this row is") if number == 1 else (f"{number} rows", "these are")
    others = len(common.lines)
    if not extract.is_quoted:
        message = (
            f'the name under "{column}" stands in {rows}, and one that is like it but for a slip '
            f"of the finger in {others}."
        )
        return Problem(NAME_SPELT, at, message, NAME_SPELT.mend)
    message = (
        f'"{rare.cell}" under "{column}" stands in {rows}, "{common.cell}" in {others}: where '
        f'"{common.cell}" is asked for, {left_out} left out.'
    )
    mend = (
        f'Did you mean "{common.cell}"? If both are right, write `spelt_so: [{rare.cell}]` beside '
        f'`type` of the column "{column}" in data/catalogue.yml.'
    )
    return Problem(NAME_SPELT, at, message, mend)


def _folded(name: str) -> str:
    plain = normalize("NFKC", name).translate(_ALIKE).casefold()
    return " ".join(_DASHES.sub("-", plain).split())
