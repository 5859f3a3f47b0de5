"""Publishing cut short or refused at each of its steps leaves a whole output, every time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sufficiency.outputs import publish
from tests.example import ROOT
from tests.outputs.interrupted import FAILED, HELD, STOPPED, WHOLE
from tests.outputs.publishing import faults, outputs, standing_whole

KILLED = -9


def interrupt(folder: Path, start: str, act: str) -> dict[Path, int]:
    """Publishes once for each step, interrupted there; how each ended, by the output folder."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.outputs.interrupted", folder, start, act],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    ends = [line.split() for line in said.stdout.splitlines()]
    assert len(ends) > 5
    return {folder / step / "_output": int(ended) for step, ended in ends}


@pytest.fixture(autouse=True)
def no_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here, and writing through to the disk takes long."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def page(folder: Path) -> str:
    return (folder / "strategy.html").read_text(encoding="utf-8")


def the_next_build_is_as_any_other(output: Path) -> None:
    """Publishes once more, undisturbed: the new stands, and nothing else."""
    publish(outputs("fourth"), output)
    assert page(output) == "fourth"
    assert faults(output) == []
    assert [path.name for path in output.parent.iterdir()] == ["_output"]


class TestKilled:
    @pytest.mark.parametrize("start", ["first", "halfway", "beside"])
    def test_the_output_or_the_previous_is_whole(self, tmp_path: Path, start: str) -> None:
        for output, ended in interrupt(tmp_path, start, "kill").items():
            assert ended == KILLED
            assert page(standing_whole(output)) in ("first", "second", "third")
            the_next_build_is_as_any_other(output)

    def test_a_first_build_is_there_whole_or_not_at_all(self, tmp_path: Path) -> None:
        for output, ended in interrupt(tmp_path, "nothing", "kill").items():
            assert ended == KILLED
            assert not output.exists() or faults(output) == []
            the_next_build_is_as_any_other(output)


class TestStopped:
    def test_the_output_is_whole_in_its_own_place(self, tmp_path: Path) -> None:
        ends = interrupt(tmp_path, "first", "stop")
        assert set(ends.values()) == {STOPPED}
        for output in ends:
            assert faults(output) == []
            the_next_build_is_as_any_other(output)


class TestRefused:
    """The system refuses one step, once: a virus scanner had the file, say."""

    @pytest.mark.parametrize("start", ["first", "beside"])
    def test_the_output_is_whole_and_new_unless_told_otherwise(
        self, tmp_path: Path, start: str
    ) -> None:
        ends = interrupt(tmp_path, start, "refuse")
        assert set(ends.values()) == {WHOLE, FAILED, HELD}
        for output, ended in ends.items():
            assert faults(output) == []
            assert page(output) == "third" if ended == WHOLE else page(output) == "first"
            the_next_build_is_as_any_other(output)


class TestFull:
    """The disk is full from one step on."""

    def test_the_last_build_stays_and_what_was_begun_goes(self, tmp_path: Path) -> None:
        ends = interrupt(tmp_path, "first", "full")
        assert set(ends.values()) == {WHOLE, FAILED}
        for output, ended in ends.items():
            assert page(output) == ("third" if ended == WHOLE else "first")
            assert faults(output) == []
            assert [path.name for path in output.parent.iterdir()] == ["_output"]
