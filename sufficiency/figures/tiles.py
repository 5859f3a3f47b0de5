"""Tiles: a few facts at a glance, each with its label. A structure of text, never a picture."""

from dataclasses import dataclass

from sufficiency.content import Shelf, TilesEntry
from sufficiency.facts import Fact
from sufficiency.facts.resolve import REF_FACT
from sufficiency.problems import Location, Problem, suggestion
from sufficiency.tables import Extract, Status


@dataclass(frozen=True)
class Tile:
    """One fact as it is shown, and where it was asked for."""

    fact: Fact
    at: Location


@dataclass(frozen=True)
class PlannedTiles:
    """The tiles in order; the headline is still the author's own text in ``entry``."""

    id: str
    entry: TilesEntry
    tiles: tuple[Tile, ...]

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """What the facts were made from, in order of first use."""
        sources = (source for tile in self.tiles for source in tile.fact.sources)
        return tuple(dict.fromkeys(source.extract for source in sources))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The symbols that stand in place of figures."""
        found = {tile.fact.status for tile in self.tiles}
        return tuple(status for status in Status if status in found and status.value)


def plan_tiles(
    id: str, entry: TilesEntry, facts: Shelf[Fact]
) -> tuple[PlannedTiles | None, list[Problem]]:
    """The tiles of an entry; None where a fact is unknown, or could not be made."""
    problems = [
        Problem(
            REF_FACT,
            name.at,
            f'"{name}" is not defined.',
            suggestion(str(name), facts.names, REF_FACT.mend),
        )
        for name in entry.facts
        if not facts.may_hold(name)
    ]
    if not all(name in facts.entries for name in entry.facts):
        return None, problems
    tiles = tuple(Tile(facts.entries[name], name.at) for name in entry.facts)
    return PlannedTiles(id, entry, tiles), []
