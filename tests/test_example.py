"""Building the worked example once: what workers share, and how a failure reaches them all."""

from pathlib import Path

import pytest

from tests import example


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stands in for the build: writes one file of each format, and counts the calls."""
    calls: list[Path] = []

    def build(lock: Path) -> None:
        calls.append(lock)
        (lock / "output").mkdir()
        for kind in example.FORMATS:
            (lock / "output" / f"a-strategy.{kind}").touch()
        (lock / "built").touch()

    monkeypatch.setattr(example, "_build", build)
    return calls


class TestBuildOnce:
    def test_two_workers_share_one_build(self, tmp_path: Path, builds: list[Path]) -> None:
        first = example.build_once(tmp_path / "shared")
        second = example.build_once(tmp_path / "shared")
        assert first == second
        assert len(builds) == 1
        assert first.pdf.name == "a-strategy.pdf"

    def test_a_failure_is_told_to_each_worker(self, tmp_path: Path) -> None:
        lock = tmp_path / "build"
        lock.mkdir()
        (lock / "failed").write_text("pandoc was not found", encoding="utf-8")
        with pytest.raises(AssertionError, match="pandoc was not found"):
            example.build_once(tmp_path)

    def test_a_format_that_is_missing_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a-strategy.html").touch()
        with pytest.raises(AssertionError, match="'pdf': \\[\\]"):
            example.outputs_in(tmp_path)
