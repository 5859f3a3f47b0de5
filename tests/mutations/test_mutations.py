"""A cell of an extract changes: what prints it changes, and cites its row; nothing else does."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.mutations.mutating import Cell, Example, read_example

BY_HAND = yaml.safe_load(Path(__file__).with_name("by_hand.yml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.xdist_group("mutations")  # the example is read once


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUFFICIENCY_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield read_example(patch)


class TestByHand:
    def test_they_are_of_twelve_kinds(self) -> None:
        assert len({chosen["kind"] for chosen in BY_HAND}) == 12

    @pytest.mark.parametrize("chosen", BY_HAND, ids=lambda chosen: chosen["kind"])
    def test_what_changes_is_what_was_written_down(
        self, example: Example, chosen: dict[str, Any]
    ) -> None:
        cell = next(one for one in example.cells() if str(one) == chosen["cell"])
        assert cell.text == chosen["from"]
        seen = example.changed(cell, chosen["to"])
        if "refused" in chosen:
            assert list(seen.told) == chosen["refused"]
            return
        assert seen.told == ()
        assert seen.printed_unlike(example.sound) == chosen.get("text", {})
        assert seen.worked_out_unlike(example.sound) == chosen.get("annex", {})
        assert seen.drawn_unlike(example.sound) == set(chosen.get("figures", []))
        assert example.sound.unlisted(seen, example.sound.cites(cell)) == []


def outcome(example: Example, cell: Cell) -> str:
    """What comes of changing a cell, to one text after another until all that cites it changed.

    "exact", "refused" where that is never so but some text breaks a rule; or what went wrong.
    """
    cited = example.sound.cites(cell)
    changed: set[str] = set()
    is_refused = False
    for text in cell.candidates:
        seen = example.changed(cell, text)
        if seen.told:
            is_refused = True
            continue
        differing = seen.differs_from(example.sound)
        if not differing <= cited:
            return f"as {text} it changes what does not cite it: {sorted(differing - cited)}"
        changed |= differing
        if changed == cited:
            unlisted = example.sound.unlisted(seen, cited)
            return f"as {text} it changes what is in no ledger: {unlisted}" if unlisted else "exact"
    return "refused" if is_refused else f"nothing changes of {sorted(cited - changed)}"


def at_fault(outcomes: dict[Cell, str]) -> dict[str, str]:
    sound = ("exact", "refused")
    return {f"{cell}": found for cell, found in outcomes.items() if found not in sound}


class TestEveryCell:
    """What cites a cell's row changes with it and nothing else does, or a rule is broken."""

    def test_of_every_sixth(self, example: Example) -> None:
        outcomes = {cell: outcome(example, cell) for cell in list(example.cells())[::6]}
        assert at_fault(outcomes) == {}
        assert Counter(outcomes.values())["exact"] > len(outcomes) * 3 / 4

    @pytest.mark.every_cell
    def test_of_all(self, example: Example) -> None:
        assert at_fault({cell: outcome(example, cell) for cell in example.cells()}) == {}
