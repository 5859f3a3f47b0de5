"""An output folder taken for one build, with room to work that is given back."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from sufficiency.outputs import OutputFailed, OutputRefused, claim, publish
from sufficiency.outputs.lock import locked
from tests.outputs.publishing import outputs


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files that is this test's alone."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


class TestClaim:
    def test_the_scratch_folder_is_empty_and_goes(self, tmp_path: Path, temporary: Path) -> None:
        with claim(tmp_path / "_output") as scratch:
            assert list(scratch.iterdir()) == []
            assert scratch.parent == temporary
            (scratch / "page.html").touch()
        assert list(temporary.iterdir()) == []
        assert list(tmp_path.iterdir()) == []

    def test_so_it_does_when_the_build_fails(self, tmp_path: Path, temporary: Path) -> None:
        with pytest.raises(ZeroDivisionError), claim(tmp_path / "_output"):
            raise ZeroDivisionError
        assert list(temporary.iterdir()) == []
        assert list(tmp_path.iterdir()) == []

    def test_what_a_killed_build_left_goes_and_nobody_elses(
        self, tmp_path: Path, temporary: Path
    ) -> None:
        with claim(tmp_path / "_output") as scratch:
            left_behind = scratch.with_name(scratch.name + "-killed")
        (left_behind / "figures").mkdir(parents=True)
        with claim(tmp_path / "other") as others, claim(tmp_path / "_output"):
            assert not left_behind.exists()
            assert others.exists()

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
    def test_a_folder_may_have_a_name_that_is_no_utf_8(self, tmp_path: Path) -> None:
        with claim(tmp_path / os.fsdecode(b"caf\xe9") / "_output") as scratch:
            assert scratch.is_dir()

    def test_a_swap_that_was_interrupted_is_finished_first(self, tmp_path: Path) -> None:
        publish(outputs("first"), tmp_path / "_output.previous")
        publish(outputs("second"), tmp_path / "._output.new")
        with claim(tmp_path / "_output"):
            assert (tmp_path / "_output" / "strategy.html").read_bytes() == b"second"
        assert [path.name for path in tmp_path.iterdir()] == ["_output"]

    def test_a_folder_with_somebody_elses_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "mine.docx").touch()
        with pytest.raises(OutputRefused, match=r"mine\.docx"), claim(tmp_path):
            pass

    def test_while_another_build_is_at_work_one_is_told_and_touches_nothing(
        self, tmp_path: Path, temporary: Path
    ) -> None:
        with locked(tmp_path / "._output.lock"):
            with pytest.raises(OutputFailed) as told, claim(tmp_path / "_output"):
                pass
            assert [path.name for path in tmp_path.iterdir()] == ["._output.lock"]
        assert list(temporary.iterdir()) == []
        text = str(told.value)
        assert text.startswith('"_output" is being built by ')
        assert text.endswith(
            f" (process {os.getpid()}). Wait until that build has ended, then build again."
        )
