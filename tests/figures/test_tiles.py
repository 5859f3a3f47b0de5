"""Tiles: facts at a glance, planned from facts.yml and printed into the ledger."""

from pathlib import Path

from sufficiency.content import AnyFigureEntry, Shelf
from sufficiency.content.binding import bind_shelf
from sufficiency.facts import Fact
from sufficiency.figures.plan import plan_figures
from sufficiency.figures.tiles import PlannedTiles
from sufficiency.prose import BoundTiles
from sufficiency.sources import parse_yaml
from tests.a_project import replaced
from tests.models import understood
from tests.released import a_strategy, resolved, row, table

NUMBERS = table(row("Ambleford", 2018, 50), row("Ambleford", 2019, 60))
ENTRIES = "now: {indicator: in_care, label: Children in care}\n"


def planned(facts: str, shelf: Shelf[Fact] | None = None) -> tuple[PlannedTiles | None, list[str]]:
    text = f"figures:\n  glance:\n    kind: tiles\n    headline: H\n    facts: [{facts}]\n"
    tree, _ = parse_yaml(text, "strategy/figures.yml")
    entries, found = bind_shelf(tree, "figures", AnyFigureEntry)
    assert found == []
    known = shelf or resolved(ENTRIES, NUMBERS)[0]
    figures, found = plan_figures(entries, Shelf({}), known, a_strategy())
    figure = figures.entries.get("glance")
    assert figure is None or isinstance(figure, PlannedTiles)
    return figure, [str(problem) for problem in found]


class TestPlanTiles:
    def test_a_tile_is_a_fact_with_its_label_and_its_extract(self) -> None:
        figure, problems = planned("now")
        assert problems == []
        assert figure is not None
        assert [(tile.fact.said, tile.fact.label) for tile in figure.tiles] == [
            ("60", "Children in care")
        ]
        assert [extract.id for extract in figure.extracts] == [NUMBERS.extract.id]

    def test_an_unknown_fact_is_told_where_it_stands(self) -> None:
        figure, problems = planned("noww")
        assert figure is None
        assert len(problems) == 1
        told = 'strategy/figures.yml:5:13 "noww" is not defined. Did you mean "now"?'
        assert problems[0].startswith(told)

    def test_a_fact_that_is_broken_is_not_told_again(self) -> None:
        assert planned("now", Shelf({}, frozenset({"now"}))) == (None, [])


class TestBoundTiles:
    def test_every_tile_goes_into_the_ledger(self, tmp_path: Path) -> None:
        changes = replaced(
            "strategy/figures.yml",
            "figures:\n",
            "figures:\n  glance:\n    kind: tiles\n    headline: At a glance\n"
            "    facts: [cic_now, fostered_share]\n",
        )
        changes |= replaced(
            "strategy/sections/20-fostering.md",
            '{{ figure("in-care") }}',
            '{{ figure("in-care") }}\n\n@fig-glance.\n\n{{ figure("glance") }}',
        )
        bound = understood(tmp_path, changes).bound
        tiles = [
            block.content
            for section in bound.sections
            for block in section.blocks
            if isinstance(block.content, BoundTiles)
        ]
        assert [one.anchor for one in tiles] == ["fig-glance"]
        at = {tile.at for tile in tiles[0].planned.tiles}
        assert [entry.printed for entry in bound.ledger if entry.at in at] == ["60", "75%"]
