"""What stands in an output folder, held against its manifest."""

import json
from pathlib import Path
from typing import Any

import pytest

from sufficiency.outputs import Output, publish, read_previous, write_manifest
from sufficiency.outputs.standing import Standing, look_at
from tests.outputs.publishing import IMPRINT, outputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(outputs("first"), tmp_path / "_output")
    return tmp_path / "_output"


def rewrite_manifest(folder: Path, path: str) -> None:
    """Has the manifest say that the page stands at ``path``."""
    manifest: Any = json.loads((folder / "manifest.json").read_bytes())
    manifest["documents"]["strategy"]["files"]["html"]["path"] = path
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


class TestLookAt:
    def test_what_one_build_made_is_whole(self, folder: Path) -> None:
        standing = look_at(folder)
        assert standing.is_whole
        assert sorted(standing.listed) == ["evidence/ledger.json", "manifest.json", "strategy.html"]

    @pytest.mark.parametrize("name", [".DS_Store", "~$rategy.docx", ".~lock.strategy.docx#"])
    def test_what_desktops_and_word_leave_there_does_not_count(
        self, folder: Path, name: str
    ) -> None:
        (folder / name).touch()
        assert look_at(folder).is_whole

    def test_a_changed_file_is_told(self, folder: Path) -> None:
        (folder / "strategy.html").write_bytes(b"other")
        assert look_at(folder).changed == ("strategy.html",)
        assert not look_at(folder).is_whole

    def test_a_missing_file_is_told(self, folder: Path) -> None:
        (folder / "evidence" / "ledger.json").unlink()
        assert look_at(folder).missing == ("evidence/ledger.json",)
        assert not look_at(folder).is_whole

    def test_a_file_of_somebody_elses_is_told(self, folder: Path) -> None:
        (folder / "evidence" / "mine.txt").touch()
        assert look_at(folder).foreign == ("evidence/mine.txt",)
        assert not look_at(folder).is_whole

    def test_a_link_that_leads_nowhere_is_somebody_elses(self, folder: Path) -> None:
        (folder / "link").symlink_to("nowhere")
        assert look_at(folder).foreign == ("link",)

    def test_without_a_folder_there_is_nothing(self, tmp_path: Path) -> None:
        assert look_at(tmp_path / "none") == Standing((), (), (), ())
        assert not look_at(tmp_path / "none").is_whole

    @pytest.mark.parametrize(
        "manifest",
        [
            "",
            "[]",
            "{}",
            '{"documents": 1, "evidence": []}',
            "{",
            pytest.param("[" * 100_000, id="deep"),
            "\xff",
        ],
    )
    def test_without_a_manifest_of_ours_everything_is_somebody_elses(
        self, folder: Path, manifest: str
    ) -> None:
        (folder / "manifest.json").write_text(manifest, encoding="latin-1")
        assert look_at(folder).listed == ()
        assert look_at(folder).foreign == (
            "evidence/ledger.json",
            "manifest.json",
            "strategy.html",
        )

    @pytest.mark.parametrize("path", ["../strategy.html", "/etc/passwd", "C:x", "..\\x"])
    def test_a_manifest_that_leads_out_of_the_folder_is_not_ours(
        self, folder: Path, path: str
    ) -> None:
        rewrite_manifest(folder, path)
        assert look_at(folder).listed == ()
        assert read_previous(folder) == {}


class TestReadPrevious:
    def test_documents_are_found_by_document_and_format(self, folder: Path) -> None:
        page = Output("strategy.html", b"first", "strategy", "html")
        assert read_previous(folder) == {("strategy", "html"): [page]}

    def test_what_lies_beside_a_page_is_found_with_it(self, tmp_path: Path) -> None:
        style = Output("site/a.css", b"a", "strategy", "html", is_beside=True)
        page = Output("site/index.html", b"page", "strategy", "html")
        publish([page, style, write_manifest(IMPRINT, [page, style], {})], tmp_path / "_output")
        assert look_at(tmp_path / "_output").is_whole
        assert read_previous(tmp_path / "_output") == {("strategy", "html"): [page, style]}
        (tmp_path / "_output" / page.path).unlink()
        assert read_previous(tmp_path / "_output") == {}

    def test_one_that_somebody_deleted_is_left_out(self, folder: Path) -> None:
        (folder / "strategy.html").unlink()
        assert read_previous(folder) == {}

    def test_without_a_folder_there_are_none(self, tmp_path: Path) -> None:
        assert read_previous(tmp_path / "none") == {}
