"""``sufficiency review list``."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run, run_well
from tests.review.reviewed import came_back, deleted, run_of


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    path = tmp_path / "plan.docx"
    path.write_bytes(came_back(tmp_path / "build", {run_of("more homes"): deleted("more homes")}))
    return path


class TestReviewList:
    def test_tells_what_changed_where(self, reviewed: Path, project: Path) -> None:
        told = run_well("review", "list", reviewed, "--project", project)
        assert "strategy/needs.yml:4 deleted, AB, 5 January 2026: “more homes”" in told.stdout
        assert told.stderr == ""

    def test_tells_a_program(self, reviewed: Path, project: Path) -> None:
        told = run_well("review", "list", reviewed, "--project", project, "--format", "json")
        assert json.loads(told.stdout)["files"][0]["remarks"][0]["kind"] == "deleted"

    def test_without_a_strategy_says_that_files_are_guessed(
        self, reviewed: Path, tmp_path: Path
    ) -> None:
        told = run_well("review", "list", reviewed, "--project", tmp_path / "nowhere")
        assert "strategy/needs.yml:4" in told.stdout
        assert "files are named as they may be called" in told.stderr

    def test_a_file_that_is_not_there_ends_with_2(self, tmp_path: Path) -> None:
        told = run("review", "list", tmp_path / "none.docx")
        assert told.exit_code == 2
        assert "There is no file" in told.stderr

    def test_a_file_that_is_no_document_ends_with_2(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.docx"
        path.write_bytes(b"Dear all")
        told = run("review", "list", path)
        assert told.exit_code == 2
        assert told.stderr.startswith('"plan.docx" is no Word document, or is damaged. ')
