"""What the data say, gathered; and what a second process prepares for a build."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.figures.look import NARROW, WIDE, Paper
from sufficiency.gathering import gather, prepare
from sufficiency.outputs import Cache
from tests.a_project import replaced, write_project


class Noted:
    """A first process that keeps what it is told."""

    def __init__(self) -> None:
        self.begun: set[str] = set()
        self.ended: set[str] = set()

    def begin(self, keys: Iterable[str]) -> None:
        self.begun.update(keys)

    def end(self, key: str) -> None:
        self.ended.add(key)

    def wait_for(self, key: str) -> None: ...


class TestGather:
    def test_tables_are_in_the_councils_words_and_those_released_are_not(
        self, tmp_path: Path
    ) -> None:
        terms = "terms: {foster homes: foster families}\nstrands:\n"
        root = write_project(tmp_path, replaced("strategy/strategy.yml", "strands:\n", terms))
        gathered, problems = gather(root, cache=Cache(tmp_path / "cache"))
        assert gathered is not None
        assert problems == []
        labels = [
            {table.label for table in tables.entries.values()}
            for tables in (gathered.released, gathered.tables)
        ]
        assert ["Children in foster homes" in each for each in labels] == [True, False]
        assert ["Children in foster families" in each for each in labels] == [False, True]

    def test_nothing_without_the_strategy_and_its_problems_are_told(self, tmp_path: Path) -> None:
        root = write_project(tmp_path, {"strategy/strategy.yml": "format: 2\n"})
        gathered, problems = gather(root, cache=Cache(tmp_path / "cache"))
        assert gathered is None
        assert problems


class TestPrepare:
    def test_a_build_releases_and_draws_nothing_that_was_prepared(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root, cache = write_project(tmp_path / "project"), Cache(tmp_path / "cache")
        prepare(root, cache)
        for made in ("disclosure.tables._compute", "figures.charts.draw"):
            monkeypatch.setattr(f"sufficiency.{made}", never)
        built = pipeline.build(root, output=tmp_path / "output", cache=cache)
        assert len(built.files) == 3

    def test_all_that_is_begun_is_ended(self, tmp_path: Path) -> None:
        told = Noted()
        prepare(write_project(tmp_path), Cache(tmp_path / "cache", told))
        assert told.begun == told.ended
        assert {key.partition("-")[0] for key in told.begun} >= {"tables", "chart"}

    def test_nothing_is_begun_that_is_kept(self, tmp_path: Path) -> None:
        root, told = write_project(tmp_path / "project"), Noted()
        prepare(root, Cache(tmp_path / "cache"))
        prepare(root, Cache(tmp_path / "cache", told))
        assert told.begun == set()

    def test_a_cache_that_keeps_nothing_is_left_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told = Noted()
        (tmp_path / "a file").touch()
        monkeypatch.setattr("sufficiency.disclosure.tables._compute", never)
        prepare(write_project(tmp_path / "project"), Cache(tmp_path / "a file", told))
        assert told.begun == set()

    def test_wide_charts_are_drawn_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        papers = []

        def drawn(chart: object, paper: Paper, fonts: object) -> bytes:
            papers.append(paper.width)
            return b"<svg/>"

        monkeypatch.setattr("sufficiency.figures.charts.draw", drawn)
        two = replaced("strategy/figures.yml", "kind: table", "kind: bar")
        prepare(write_project(tmp_path / "project", two), Cache(tmp_path / "cache"))
        assert papers == [*[WIDE.width] * 2, *[NARROW.width] * 2]

    def test_all_charts_are_begun_before_the_first_is_drawn(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told, begun = Noted(), []

        def drawn(*given: object) -> bytes:
            begun.append(sum(key.startswith("chart-") for key in told.begun))
            return b"<svg/>"

        monkeypatch.setattr("sufficiency.figures.charts.draw", drawn)
        prepare(write_project(tmp_path / "project"), Cache(tmp_path / "cache", told))
        assert begun == [2, 2]

    def test_a_strategy_that_cannot_be_used_is_left_to_the_build(self, tmp_path: Path) -> None:
        root, told = write_project(tmp_path, {"strategy/strategy.yml": None}), Noted()
        prepare(root, Cache(tmp_path / "cache", told))
        assert not any(key.startswith("chart-") for key in told.begun)

    def test_it_imports_nothing_that_binds_checks_composes_or_renders(self) -> None:
        code = "import sys; import sufficiency.gathering; print(*sys.modules)"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        imported = {name.partition("sufficiency.")[2] for name in run.stdout.split()}
        assert "gathering" in imported
        assert imported & {"prose", "checks", "documents", "engines", "model", "composing"} == set()


def never(*given: object) -> bytes:
    raise AssertionError("it was made again")
