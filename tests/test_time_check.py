"""The large project of the benchmark: as large as it says, sound, and held to its budgets."""

from pathlib import Path

from benchmarks.large_project import ACTIONS, FACTS, write_large_project
from benchmarks.time_check import table
from sufficiency.model import understand
from sufficiency.outputs import Cache, cache_folder


class TestWriteLargeProject:
    def test_it_is_sound_and_as_large_as_was_asked(self, tmp_path: Path) -> None:
        root = write_large_project(tmp_path, 3)
        model, problems = understand(root, cache=Cache(cache_folder()))
        assert [str(problem) for problem in problems] == []
        assert model is not None
        assert len(model.bound.sections) == 3
        assert len(model.facts.entries) == 3 * FACTS
        plans = [strand for plan in model.bound.priorities for strand in plan.strands]
        assert sum(len(strand.actions) for strand in plans) == 3 * ACTIONS

    def test_every_fact_is_printed(self, tmp_path: Path) -> None:
        root = write_large_project(tmp_path, 2)
        model, _ = understand(root, cache=Cache(cache_folder()))
        assert model is not None
        printed = {getattr(entry.origin, "name", "") for entry in model.bound.ledger}
        assert set(model.facts.entries) - printed == set()


class TestTable:
    def test_sixty_sections_make_six_hundred_facts(self) -> None:
        names = [line.name for line in table(1.0, 2.0)]
        assert names == ["check of 60 sections, 600 facts", "600 actions in place of 300"]

    def test_seconds_and_growth_have_budgets(self) -> None:
        assert [line.kept for line in table(1.9, 3.7)] == [True, True]
        assert [line.kept for line in table(2.1, 4.4)] == [False, False]
