"""Outputs are put in place whole; what an interruption left is finished or undone."""

import errno
from pathlib import Path
from typing import Any

import pytest

from sufficiency.outputs import OutputFailed, OutputHeld, OutputRefused, newest, places, publish
from sufficiency.outputs.stage import recover
from tests.outputs.publishing import outputs


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def names_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def page(folder: Path) -> bytes:
    return (folder / "strategy.html").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the first build in it."""
    publish(outputs("first"), tmp_path / "_output")
    return tmp_path / "_output"


class TestPublish:
    def test_the_folder_holds_exactly_the_outputs(self, folder: Path) -> None:
        publish(outputs("second"), folder)
        assert files(folder) == {output.path: output.data for output in outputs("second")}

    def test_a_document_that_somebody_changed_since_is_not_overwritten(self, folder: Path) -> None:
        (folder / "strategy.html").write_bytes(b"with my remarks")
        with pytest.raises(OutputRefused, match=r"strategy\.html.* was changed after it was built"):
            publish(outputs("second"), folder)
        assert page(folder) == b"with my remarks"

    def test_a_document_that_somebody_deleted_is_made_anew(self, folder: Path) -> None:
        (folder / "strategy.html").unlink()
        publish(outputs("second"), folder)
        assert page(folder) == b"second"

    @pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$rategy.docx", ".~lock.x.docx#"])
    def test_what_desktops_leave_behind_is_no_obstacle(self, folder: Path, name: str) -> None:
        (folder / name).write_bytes(b"")
        publish(outputs("second"), folder)
        assert page(folder) == b"second"

    def test_nothing_is_left_beside_it(self, folder: Path) -> None:
        publish(outputs("second"), folder)
        assert names_beside(folder) == ["_output"]

    def test_what_is_no_longer_made_goes(self, folder: Path) -> None:
        publish(outputs(), folder)
        assert files(folder).keys() == {"manifest.json"}

    def test_a_folder_with_somebody_elses_file_is_refused_and_untouched(self, folder: Path) -> None:
        (folder / "notes.docx").write_bytes(b"mine")
        before = files(folder)
        with pytest.raises(OutputRefused, match=r"\(notes.docx\)"):
            publish(outputs("second"), folder)
        assert files(folder) == before

    def test_a_folder_without_our_manifest_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "a.jpg").touch()
        (tmp_path / "photos" / "b.jpg").touch()
        with pytest.raises(OutputRefused, match=r"a\.jpg and more"):
            publish(outputs("first"), tmp_path / "photos")

    def test_an_empty_folder_is_taken(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        publish(outputs("first"), tmp_path / "empty")
        assert page(tmp_path / "empty") == b"first"

    def test_a_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(OutputRefused, match="is a file"):
            publish(outputs("first"), tmp_path / "file")

    def test_a_folder_below_a_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(OutputFailed, match="a part of its path is a file, not a folder"):
            publish(outputs("first"), tmp_path / "file" / "below")

    def test_the_folder_one_stands_in_is_refused_by_its_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "project").mkdir()
        (tmp_path / "project" / "mine.txt").touch()
        monkeypatch.chdir(tmp_path / "project")
        with pytest.raises(OutputRefused, match='"project" holds files'):
            publish(outputs("first"), Path())

    def test_the_root_of_a_disk_is_refused(self) -> None:
        with pytest.raises(OutputRefused, match="root of a disk"):
            publish(outputs("first"), Path(Path.cwd().anchor))


class TestAnInterruptedSwap:
    """Cut short at each of its steps in test_interruptions.py; here, what is left is taken up."""

    def test_with_the_new_outputs_whole_it_is_finished(self, folder: Path) -> None:
        folder.rename(folder.with_name("_output.previous"))
        publish(outputs("second"), folder.with_name("other"))
        folder.with_name("other").rename(folder.with_name("._output.new"))
        recover(folder)
        assert page(folder) == b"second"
        assert names_beside(folder) == ["_output"]

    def test_with_the_new_outputs_damaged_it_is_undone(self, folder: Path) -> None:
        folder.rename(folder.with_name("_output.previous"))
        publish(outputs("second"), folder.with_name("other"))
        (folder.with_name("other") / "strategy.html").write_bytes(b"")
        folder.with_name("other").rename(folder.with_name("._output.new"))
        recover(folder)
        assert page(folder) == b"first"
        assert names_beside(folder) == ["_output"]

    def test_what_was_being_deleted_goes(self, folder: Path) -> None:
        hidden = folder.with_name("._output.old-0")
        hidden.mkdir()
        (hidden / "strategy.html").write_bytes(b"old")
        publish(outputs("second"), folder)
        assert names_beside(folder) == ["_output"]

    def test_a_whole_previous_stays_until_the_new_stands(self, folder: Path) -> None:
        previous = folder.with_name("_output.previous")
        folder.rename(previous)
        folder.mkdir()  # empty: somebody made it
        recover(folder)
        assert page(previous) == b"first"
        publish(outputs("second"), folder)
        assert page(folder) == b"second"
        assert names_beside(folder) == ["_output"]

    def test_a_previous_that_was_edited_meanwhile_is_not_deleted(self, folder: Path) -> None:
        previous = folder.with_name("_output.previous")
        publish(outputs("old"), folder.with_name("other"))
        folder.with_name("other").rename(previous)
        (previous / "strategy.html").write_bytes(b"with my remarks")
        with pytest.raises(OutputRefused, match=r'"_output\.previous/strategy\.html" was changed'):
            publish(outputs("second"), folder)
        assert page(previous) == b"with my remarks"
        assert page(folder) == b"first"

    def test_a_folder_of_somebody_elses_is_not_put_out_of_the_way(self, folder: Path) -> None:
        theirs = folder.with_name("_output.previous")
        theirs.mkdir()
        (theirs / "mine.docx").write_bytes(b"mine")
        with pytest.raises(OutputRefused, match=r'"_output\.previous" holds files .*mine\.docx'):
            publish(outputs("second"), folder)
        assert (theirs / "mine.docx").read_bytes() == b"mine"
        assert page(folder) == b"first"


@pytest.fixture
def held_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page, as Windows keeps a file that another program has open.

    It can be read. It cannot be written to or renamed, and nor can a folder that it is in. (What
    Linux itself refuses is tried in test_machine.py.)
    """
    held = folder / "strategy.html"
    rename, open_file = Path.rename, Path.open

    def refuse(path: Path) -> None:
        raise PermissionError(13, "The process cannot access the file", str(path))

    def renamed(path: Path, target: Path) -> Path:
        if path == held or path in held.parents:
            refuse(path)
        return rename(path, target)

    def opened(path: Path, mode: str = "r", *more: Any, **options: Any) -> Any:
        if path == held and mode != "r" and mode != "rb":
            refuse(path)
        return open_file(path, mode, *more, **options)

    monkeypatch.setattr(places, "_WAITS", ())
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(Path, "open", opened)
    return held


class TestAFileHeldOpen:
    def test_the_outputs_stand_beside_it_and_both_folders_are_whole(
        self, folder: Path, held_open: Path
    ) -> None:
        with pytest.raises(OutputHeld):
            publish(outputs("second"), folder)
        assert files(folder) == {output.path: output.data for output in outputs("first")}
        beside = folder.with_name("_output.new")
        assert files(beside) == {output.path: output.data for output in outputs("second")}
        assert names_beside(folder) == ["_output", "_output.new"]

    def test_the_message_names_it_and_says_what_to_do(self, folder: Path, held_open: Path) -> None:
        with pytest.raises(OutputHeld) as told:
            publish(outputs("second"), folder)
        assert str(told.value) == (
            '"_output/strategy.html" is open in another program, or may not be changed by you. The '
            'new files are all in "_output.new" beside it; "_output" still has those of the last '
            "build. Close it and build again: the new files then take their place, and "
            '"_output.new" goes.'
        )

    def test_a_second_build_replaces_the_outputs_beside(
        self, folder: Path, held_open: Path
    ) -> None:
        for text in ("second", "third"):
            with pytest.raises(OutputHeld):
                publish(outputs(text), folder)
        assert page(folder.with_name("_output.new")) == b"third"

    def test_what_a_build_keeps_of_the_last_is_taken_from_beside(
        self, folder: Path, held_open: Path
    ) -> None:
        with pytest.raises(OutputHeld):
            publish(outputs("second"), folder)
        assert newest(folder) == folder.with_name("_output.new")

    def test_once_it_is_closed_the_next_build_takes_its_place(
        self, folder: Path, held_open: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(OutputHeld):
            publish(outputs("second"), folder)
        monkeypatch.undo()
        publish(outputs("third"), folder)
        assert page(folder) == b"third"
        assert names_beside(folder) == ["_output"]

    def test_outputs_beside_that_somebody_edited_are_kept(
        self, folder: Path, held_open: Path
    ) -> None:
        with pytest.raises(OutputHeld):
            publish(outputs("second"), folder)
        (folder.with_name("_output.new") / "strategy.html").write_bytes(b"with my remarks")
        with pytest.raises(OutputRefused, match=r'"_output\.new/strategy\.html" was changed'):
            publish(outputs("third"), folder)
        assert page(folder.with_name("_output.new")) == b"with my remarks"

    def test_where_the_program_is_unknown_the_folder_is_named(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def renamed(path: Path, target: Path) -> Path:
            if path == folder:
                raise OSError(errno.EBUSY, "Device or resource busy")
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", renamed)
        with pytest.raises(OutputHeld, match=r'^"_output", or a file in it, is open in'):
            publish(outputs("second"), folder)
