"""The worked example with one cell of an extract changed, and where its documents then differ.

All goes through the real reader of extracts and the whole model. What a cell of figures cannot
change is read once: the files of ``strategy/``, the brand, and every extract but the changed one.
"""

import csv
import io
import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest

from sufficiency.brand import settle_brand
from sufficiency.composing import compose_documents
from sufficiency.content import read_content
from sufficiency.disclosure.release import release
from sufficiency.extracts import read_extract
from sufficiency.extracts.cells import read_decimal
from sufficiency.facts import Fact, LedgerEntry
from sufficiency.figures.data_files import write_data_files
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.indicators import compute_indicator
from sufficiency.model import Model, understand
from sufficiency.outputs import Cache, cache_folder
from sufficiency.prose.numbers import find_unbound
from sufficiency.sources import read_project
from tests.example import ROOT

FIGURES = ("count", "number", "money", "percentage")
"""The types of columns that hold figures."""
Shown = tuple[str, ...]
"""What an entry prints, how it was worked out and its exact value; of what is quoted, the first."""
ANNEX = "{#sec-evidence"
_MARKED = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\{\.n(\d+)\}")
_FIGURE = re.compile(r"#(?:fig|tbl)-([\w-]+)")


@dataclass(frozen=True)
class Cell:
    """A cell of figures: its file, the line and the column in it, and what it holds."""

    file: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def candidates(self) -> Iterator[str]:
        """What it is changed to, one after another: the smallest change first."""
        value = read_decimal(self.text)
        assert value is not None
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        for other in (value + step, value - step, value * 10, value // 2, value * 0):
            if other >= 0 and other != value:
                yield f"{other:f}"


@dataclass(frozen=True)
class Seen:
    """What a reader sees of a model: its entries and figures, and in which of them it says what.

    ``told`` are the problems and warnings.
    """

    model: Model
    told: tuple[str, ...]

    @cached_property
    def entries(self) -> list[Shown]:
        """What each entry of the ledger prints, in the text and in the annex."""
        return [_shown(entry) for entry in self.model.bound.ledger]

    @cached_property
    def figures(self) -> dict[str, bytes]:
        """The data of each chart, table and set of tiles."""
        return dict(write_data_files(self.model.figures))

    @cached_property
    def body(self) -> list[str]:
        """The composed lines up to the annex, with a sign in place of each number of the ledger."""
        (document,) = compose_documents(self.model, cache=Cache(cache_folder()))
        text, annex, _ = document.qmd.partition(ANNEX)
        assert annex
        lines = [line for line in text.splitlines() if not line.startswith("ledger-values:")]
        return [_MARKED.sub(r"[·]{.n\2}", line) for line in lines]

    def cites(self, cell: Cell) -> set[str]:
        """The places whose evidence names the cell's row."""
        found = {
            place_of(number, entry)
            for number, entry in enumerate(self.model.bound.ledger)
            if isinstance(entry.origin, Fact) and _is_from(entry.origin, cell)
        }
        for evidence in self.model.bound.figures:
            if evidence.extract.file == cell.file and cell.line in evidence.lines:
                found.add(evidence.id)
        return found | {
            id
            for id, planned in self.model.figures.entries.items()
            if isinstance(planned, PlannedTiles)
            and any(_is_from(tile.fact, cell) for tile in planned.tiles)
        }

    def differs_from(self, other: "Seen") -> set[str]:
        """The places at which the two show something else, in the text or in the annex."""
        return {name for name, _, _ in self._unlike(other)} | self.drawn_unlike(other)

    def printed_unlike(self, other: "Seen") -> dict[str, list[str]]:
        """By file and line what this one prints there that the other does not."""
        found: dict[str, list[str]] = {}
        for name, mine, theirs in self._unlike(other):
            if mine[0] != theirs[0]:
                found.setdefault(name.partition(" ")[0], []).append(mine[0])
        return found

    def worked_out_unlike(self, other: "Seen") -> dict[str, list[str]]:
        """By file and line what both print there, of different figures."""
        found: dict[str, list[str]] = {}
        for name, mine, theirs in self._unlike(other):
            if mine[0] == theirs[0]:
                found.setdefault(name.partition(" ")[0], []).append(mine[0])
        return found

    def drawn_unlike(self, other: "Seen") -> set[str]:
        """The figures whose data differ."""
        return {id for id, data in self.figures.items() if data != other.figures[id]}

    def _unlike(self, other: "Seen") -> Iterator[tuple[str, Shown, Shown]]:
        """The entries that differ, with what they are here and there; both print as many."""
        pairs = zip(self.model.bound.ledger, self.entries, other.entries, strict=True)
        for number, (entry, mine, theirs) in enumerate(pairs):
            if mine != theirs:
                yield place_of(number, entry), mine, theirs

    def unlisted(self, other: "Seen", places: set[str]) -> list[str]:
        """The lines of the text that differ beside the ledger's numbers and those figures."""
        assert len(self.body) == len(other.body)
        figure = ""
        found = []
        for mine, theirs in zip(self.body, other.body, strict=True):
            if named := _FIGURE.search(mine):
                figure = named[1]
            if mine != theirs and figure not in places:
                found.append(mine)
        return found


def place_of(number: int, entry: LedgerEntry) -> str:
    """An entry's place as a person reads it, with its number to tell those of one place apart."""
    return f"{entry.at.path.removeprefix('strategy/')}:{entry.at.line} #{number + 1}"


def _shown(entry: LedgerEntry) -> Shown:
    origin = entry.origin
    if not isinstance(origin, Fact):
        return (entry.printed,)
    return (entry.printed, origin.formula, str(origin.value))


def _is_from(fact: Fact, cell: Cell) -> bool:
    return any(one.row.file == cell.file and one.row.line == cell.line for one in fact.sources)


@dataclass(frozen=True)
class Example:
    """The worked example, read once."""

    project: Any
    content: Any
    sound: Seen

    def cells(self) -> Iterator[Cell]:
        """Every cell that holds a number in a column of figures."""
        for entry in self.content.extracts.entries.values():
            file = f"data/{entry.file}"
            rows = csv.reader(io.StringIO(self.project.tables[file].decode("utf-8-sig")))
            header = next(rows)
            columns = [
                place
                for place, name in enumerate(header)
                if name in entry.columns and entry.columns[name].type in FIGURES
            ]
            for line, row in enumerate(rows, start=2):
                for column in columns:
                    if read_decimal(row[column]) is not None:
                        yield Cell(file, line, column, row[column])

    def changed(self, cell: Cell, text: str) -> Seen:
        """The example with another text in the cell."""
        lines = self.project.tables[cell.file].decode("utf-8-sig").splitlines(keepends=True)
        (row,) = csv.reader([lines[cell.line - 1]])
        row[cell.column] = text
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerow(row)
        lines[cell.line - 1] = written.getvalue()
        return see({cell.file: "".join(lines).encode()})


def see(instead: dict[str, bytes]) -> Seen:
    """The example with these files in place of its own."""

    model, problems = understand(ROOT, cache=Cache(cache_folder()), instead=instead)
    assert model is not None
    return Seen(model, tuple(map(str, problems)))


def read_example(monkeypatch: pytest.MonkeyPatch) -> Example:
    """Reads the example; from then on only what a cell may change is worked out anew."""
    project, problems = read_project(ROOT)
    content, more = read_content(project)
    assert [*problems, *more] == []

    def read(root: object, instead: dict[str, bytes] | None) -> Any:
        return (replace(project, tables={**project.tables, **(instead or {})}), content), []

    def once(name: str, make: Callable[..., Any], key: Callable[..., Hashable]) -> None:
        monkeypatch.setattr(f"sufficiency.{name}", _once(make, key))

    monkeypatch.setattr("sufficiency.gathering._read", read)
    monkeypatch.setattr("sufficiency.model.check_characters", lambda *_: [])
    once("gathering.settle_brand", settle_brand, lambda *_: "the brand")
    releasing = "disclosure.tables"
    once(f"{releasing}.read_extract", read_extract, lambda extract, _, data: (extract, data))
    once(f"{releasing}.compute_indicator", compute_indicator, lambda *given: tuple(map(id, given)))
    once(f"{releasing}.release", release, lambda indicator, *given: (indicator, id(given[2])))
    once("prose.unbound.find_unbound", find_unbound, lambda text, _: str(text))
    sound = see({})
    assert sound.told == ()
    return Example(project, content, sound)


def _once(make: Callable[..., Any], key: Callable[..., Hashable]) -> Callable[..., Any]:
    """The function, which works out once for each key; what it was given is kept alive by it."""
    kept: dict[Hashable, Any] = {}

    def made(*given: Any) -> Any:
        name = key(*given)
        if name not in kept:
            kept[name] = (make(*given), given)
        return kept[name][0]

    return made
