"""What programs leave in a folder by themselves is no part of a project."""

from pathlib import Path, PurePosixPath

import pytest

from sufficiency.sources import read_project
from sufficiency.sources.litter import is_passed_over
from tests.a_project import SOUND, write_project

LITTER = (
    ".DS_Store",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "~$strategy.qmd.j2",
    "style.css~",
    ".style.css.swp",
    "style.css.swp",
    "10-summary.docx.BAK",
    "~WRL0001.tmp",
    "10-summary.md - Shortcut.lnk",
    ".git/config.yml",
    ".ipynb_checkpoints/needs.yml",
)


class TestIsPassedOver:
    @pytest.mark.parametrize("path", LITTER)
    def test_litter_and_hidden_folders_are(self, path: str) -> None:
        assert is_passed_over(PurePosixPath(path))
        assert is_passed_over(PurePosixPath("formats/html", path))

    @pytest.mark.parametrize("path", ["formats/html/style.css", "a~b.md", "swp.yml", "thumbs.yml"])
    def test_files_that_somebody_wrote_are_not(self, path: str) -> None:
        assert not is_passed_over(PurePosixPath(path))


class TestReadProject:
    def test_litter_changes_nothing_that_a_build_reads(self, tmp_path: Path) -> None:
        sound, _ = read_project(write_project(tmp_path / ".hidden" / "sound"))
        littered: dict[str, str | bytes | None] = {
            f"{folder}/{path}": b"\xff"
            for folder in (
                "strategy",
                "strategy/sections",
                "strategy/priorities",
                "strategy/pictures",
                "data",
                "templates",
            )
            for path in LITTER
        }
        project, problems = read_project(write_project(tmp_path / "littered", littered))
        assert problems == []
        assert project == sound
        assert project.files.keys() == SOUND.keys()

    def test_a_template_of_the_projects_own_is_read(self, tmp_path: Path) -> None:
        changes: dict[str, str | bytes | None] = {"templates/formats/html/own.css": "p {}"}
        project, _ = read_project(write_project(tmp_path, changes))
        assert project.templates["formats/html/own.css"] == b"p {}"
