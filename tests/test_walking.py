"""The golden thread on a terminal."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from sufficiency.outputs import Cache, cache_folder
from sufficiency.pipeline import Model, understand
from sufficiency.problems import Location
from sufficiency.prose import Knot, Step, Thread
from sufficiency.prose.bind import BoundText
from sufficiency.prose.markdown import escape_markdown
from sufficiency.prose.thread import Key
from sufficiency.walking import count, walk
from tests.a_project import replaced, write_project
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"


def with_loose_ends(folder: Path) -> Model:
    changes = replaced(PRIORITY, "    needs: [weekend_carers]\n", "")
    model, _ = understand(write_project(folder, changes), cache=Cache(cache_folder()))
    assert model is not None
    return model


def alone(*keys: Key) -> Model:
    """A model of one entry of each of some steps, each tied to the next."""
    knots = {
        (step, id): Knot(step, id, BoundText(escape_markdown(id)), Location("a.yml"))
        for step, id in keys
    }
    thread = Thread(knots, {one: (next,) for one, next in pairwise(keys)})
    return cast(Model, SimpleNamespace(bound=SimpleNamespace(thread=thread)))


class TestWalk:
    def test_from_the_middle_it_goes_both_ways(self, tmp_path: Path) -> None:
        assert list(walk(understood(tmp_path), "recruit")) == [
            "action recruit: Recruit carers for the 60 children.",
            f"{PRIORITY}:7",
            "",
            "Back:",
            "  need local_carers: more carers near home",
            "",
            "Onward:",
            "  priority fostering: Grow fostering",
            "    measure fostering-measure-1: More children live with our own carers.",
            "      indicator fostered: Children in foster homes",
            "        extract children: Children in care, Department of Examples",
        ]

    def test_what_lay_on_the_way_before_is_not_gone_again(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "needs: [weekend_carers]", "needs: [local_carers]")
        changes["strategy/needs.yml"] = (
            "boxes:\n  carers:\n    needs:\n      - {id: local_carers, text: more carers}\n"
        )
        lines = list(walk(understood(tmp_path, changes), "local_carers"))
        assert "    priority fostering: Grow fostering (as above)" in lines
        assert sum("extract children" in line for line in lines) == 1

    def test_where_it_ends_too_soon_it_says_so(self, tmp_path: Path) -> None:
        lines = list(walk(with_loose_ends(tmp_path), "weekend_carers"))
        assert lines[-2:] == ["Onward:", "  No action answers it."]

    def test_evidence_stands_below_its_measure(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "indicator: fostered", "evidence: A survey")
        lines = list(walk(understood(tmp_path, changes), "fostering-measure-1"))
        assert lines[1] == "  evidence: A survey"
        assert "Onward:" not in lines

    def test_every_entry_of_an_id_is_walked(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "id: recruit", "id: local_carers")
        lines = list(walk(understood(tmp_path, changes), "local_carers"))
        assert lines[0].startswith("need local_carers")
        assert "action local_carers: Recruit carers for the 60 children." in lines


class TestCount:
    def test_each_step_is_counted(self, tmp_path: Path) -> None:
        assert list(count(understood(tmp_path))) == [
            "2 needs",
            "2 actions",
            "1 priority",
            "1 measure of success",
            "3 indicators, 1 of them behind a measure",
            "2 extracts, 1 of them behind a measure",
            "",
            "No loose ends.",
        ]

    def test_what_there_is_one_of_is_no_plural(self) -> None:
        tied = alone((Step.MEASURE, "a"), (Step.INDICATOR, "a"), (Step.EXTRACT, "a"))
        assert list(count(tied))[:3] == [
            "1 measure of success",
            "1 indicator, behind a measure",
            "1 extract, behind a measure",
        ]
        apart = alone((Step.SECTION, "a"), (Step.EXTRACT, "a"))
        assert list(count(apart))[:2] == [
            "1 section with measures",
            "1 extract, behind no measure",
        ]

    def test_each_loose_end_has_its_place(self, tmp_path: Path) -> None:
        lines = list(count(with_loose_ends(tmp_path)))
        assert lines[-5:] == [
            "Loose ends:",
            "  need weekend_carers: carers for weekends",
            "    No action answers it. strategy/needs.yml:7",
            "  action fostering-action-2: Offer weekends.",
            f"    It answers no need, and does not say why. {PRIORITY}:12",
        ]
