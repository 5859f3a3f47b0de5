"""Outputs are put in place whole; what an interruption left is finished or undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sufficiency.outputs import Edition, Output, OutputRefused, publish, write_manifest
from sufficiency.outputs.stage import read_previous, recover

EDITION = Edition("Ambleford Council", "Strategy", "2019 to 2022", "1 May 2019")


def outputs(text: str) -> list[Output]:
    """A page, a ledger and their manifest."""
    made = [
        Output("strategy.html", text.encode(), "strategy", "html"),
        Output("evidence/ledger.json", b"{}"),
    ]
    return [*made, write_manifest(EDITION, made, {})]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


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
        assert [path.name for path in folder.parent.iterdir()] == ["_output"]

    def test_what_is_no_longer_made_goes(self, folder: Path) -> None:
        publish([write_manifest(EDITION, [], {})], folder)
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
        with pytest.raises(OutputRefused, match="could not be replaced"):
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


class Stopped(Exception):
    """Stands in for a power cut: nothing after it is done."""


def stop_at_rename(number: int) -> Callable[[Path, Path], Path]:
    """A rename that works until the nth call, which does not happen."""
    calls = 0
    rename = Path.rename

    def stopping(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == number:
            raise Stopped
        return rename(path, target)

    return stopping


class TestInterruptedPublish:
    @pytest.mark.parametrize(("rename", "kept"), [(1, b"first"), (2, b"second")])
    def test_a_swap_cut_short_is_finished_or_undone_by_the_next_run(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, rename: int, kept: bytes
    ) -> None:
        with monkeypatch.context() as patched, pytest.raises(Stopped):
            patched.setattr(Path, "rename", stop_at_rename(rename))
            publish(outputs("second"), folder)
        recover(folder)
        assert page(folder) == kept
        publish(outputs("third"), folder)
        assert page(folder) == b"third"
        assert [path.name for path in folder.parent.iterdir()] == ["_output"]

    def test_writing_cut_short_leaves_the_folder_as_it_was(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopping(path: Path, data: bytes) -> int:
            raise Stopped

        with monkeypatch.context() as patched, pytest.raises(Stopped):
            patched.setattr(Path, "write_bytes", stopping)
            publish(outputs("second"), folder)
        assert page(folder) == b"first"
        publish(outputs("third"), folder)
        assert page(folder) == b"third"

    def test_clearing_up_cut_short_is_done_by_the_next_run(self, folder: Path) -> None:
        hidden = folder.with_name("._output.previous.old")
        hidden.mkdir()
        (hidden / "strategy.html").write_bytes(b"old")
        publish(outputs("second"), folder)
        assert [path.name for path in folder.parent.iterdir()] == ["_output"]

    def test_a_folder_of_somebody_elses_is_not_put_out_of_the_way(self, folder: Path) -> None:
        theirs = folder.with_name("_output.previous")
        theirs.mkdir()
        (theirs / "mine.docx").write_bytes(b"mine")
        with pytest.raises(OutputRefused, match="was not made by this tool"):
            publish(outputs("second"), folder)
        assert (theirs / "mine.docx").read_bytes() == b"mine"
        assert page(folder) == b"first"

    def test_a_first_build_with_half_a_manifest_is_not_taken_for_whole(
        self, tmp_path: Path
    ) -> None:
        staging = tmp_path / "._output.new"
        staging.mkdir()
        (staging / "strategy.html").write_bytes(b"first")
        (staging / "manifest.json").write_bytes(b'{"manifest": 1, "docu')
        publish(outputs("second"), tmp_path / "_output")
        assert page(tmp_path / "_output") == b"second"

    def test_a_rename_that_is_not_allowed_is_told_and_what_stood_there_stays(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def locked(path: Path, target: Path) -> Path:
            if path.name == "._output.new":
                raise PermissionError(13, "Permission denied")
            return rename(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", locked)
            with pytest.raises(OutputRefused, match="Permission denied"):
                publish(outputs("second"), folder)
        assert page(folder) == b"first"


class TestReadPrevious:
    def test_documents_are_found_by_document_and_format(self, folder: Path) -> None:
        assert read_previous(folder) == {("strategy", "html"): ("strategy.html", b"first")}

    @pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"documents": 1}', "{"])
    def test_without_a_usable_manifest_there_are_none(self, folder: Path, manifest: str) -> None:
        (folder / "manifest.json").write_text(manifest)
        assert read_previous(folder) == {}
