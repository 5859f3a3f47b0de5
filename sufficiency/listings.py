"""What there is to write with: the indicators and the facts of a project, as text tables.

Takes the understood model, returns rows of words; printing them is the command line's.
"""

from collections.abc import Iterable, Iterator, Sequence

from sufficiency.facts import Fact
from sufficiency.facts.select import visible_rows
from sufficiency.facts.wording import say_value
from sufficiency.pipeline import Model
from sufficiency.tables import ReleasedRow, ReleasedTable

INDICATOR_HEADINGS = ("indicator", "label", "unit", "latest", "source")
FACT_HEADINGS = ("fact", "prints", "made from", "used in")


def list_indicators(model: Model) -> Iterator[tuple[str, ...]]:
    """A row an indicator: id, label, unit, the council's latest figure, its extract's file."""
    strategy = model.bound.strategy
    for id, table in sorted(model.tables.entries.items()):
        rows = visible_rows(table, strategy.as_at)
        own = [row for row in rows if row.place == strategy.council] or rows
        last = max((row.period.end for row in own), default=None)
        latest = "; ".join(_figure(table, row) for row in own if row.period.end == last)
        yield id, table.label, table.unit.value, _shortened(latest, 60), table.extract.file


def _figure(table: ReleasedTable, row: ReleasedRow) -> str:
    value = row.status.value
    if row.value is not None:
        value = say_value(row.value, table.unit, table.decimals)
    parts = [*row.breakdown.values(), value, f"({row.period.label})"]
    return " ".join(parts)


def list_facts(model: Model) -> Iterator[tuple[str, ...]]:
    """A row a fact: name, printed form, what it is made from, the places that print it."""
    for name, fact in sorted(model.facts.entries.items()):
        used = [
            f"{entry.at.path}:{entry.at.line}"
            for entry in model.bound.ledger
            if isinstance(entry.origin, Fact) and entry.origin.name == name
        ]
        yield name, fact.said, fact.formula or fact.label, ", ".join(dict.fromkeys(used)) or "-"


def only_with(words: str, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows that hold these words anywhere, in capital or small letters."""
    wanted = words.casefold()
    for row in rows:
        if any(wanted in cell.casefold() for cell in row):
            yield row


def as_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as lines of text with their columns aligned; the last column runs on."""
    listed = [tuple(headings), *map(tuple, rows)]
    widths = [max(len(row[column]) for row in listed) for column in range(len(headings) - 1)]
    for row in listed:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
