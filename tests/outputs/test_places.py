"""Moving and deleting folders on systems that are slow to let go of a file."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sufficiency.outputs import OutputRefused, places
from sufficiency.outputs.places import Places, delete, move
from tests.example import ROOT
from tests.machine import without_privileges


class TestPlaces:
    def test_a_link_to_a_folder_has_its_places_beside_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "real")
        assert Places.beside(tmp_path / "link") == Places.beside(tmp_path / "real")

    def test_the_root_of_a_disk_has_none(self) -> None:
        with pytest.raises(OutputRefused, match="root of a disk"):
            Places.beside(Path(Path.cwd().anchor))

    def test_what_is_to_be_deleted_has_a_name_of_its_own(self, tmp_path: Path) -> None:
        at = Places.beside(tmp_path / "_output[1]")
        for _ in range(2):
            at.free_old().mkdir()
        assert [path.name for path in at.all_old()] == ["._output[1].old-0", "._output[1].old-1"]


class TestMove:
    def test_what_is_held_for_a_moment_is_waited_for(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "new").mkdir()
        rename, refusals = Path.rename, [PermissionError(), PermissionError()]

        def scanned(path: Path, target: Path) -> Path:
            if refusals:
                raise refusals.pop()
            return rename(path, target)

        monkeypatch.setattr(places, "_WAITS", (0.0, 0.0))
        monkeypatch.setattr(Path, "rename", scanned)
        move(tmp_path / "new", tmp_path / "here")
        assert (tmp_path / "here").is_dir()

    def test_what_stays_held_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def held(path: Path, target: Path) -> Path:
            raise PermissionError

        monkeypatch.setattr(places, "_WAITS", (0.0,))
        monkeypatch.setattr(Path, "rename", held)
        with pytest.raises(PermissionError):
            move(tmp_path / "new", tmp_path / "here")


class TestDelete:
    def test_no_folder_is_well_too(self, tmp_path: Path) -> None:
        delete(tmp_path / "none")

    def test_a_folder_that_may_be_read_only_goes(self, tmp_path: Path) -> None:
        inner = tmp_path / "folder" / "inner"
        inner.mkdir(parents=True)
        (inner / "file").touch()
        inner.chmod(0o500)
        program = "import sys; from pathlib import Path; from sufficiency.outputs.places import"
        program += " delete; delete(Path(sys.argv[1]))"
        command = [sys.executable, "-c", program, str(tmp_path / "folder")]
        subprocess.run(without_privileges(command), cwd=ROOT, check=True)
        assert list(tmp_path.iterdir()) == []

    def test_a_link_to_a_folder_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "file").touch()
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "link").symlink_to(tmp_path / "mine")
        delete(tmp_path / "folder")
        assert (tmp_path / "mine" / "file").exists()
        shutil.rmtree(tmp_path / "mine")
