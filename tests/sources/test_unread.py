"""Files that nothing reads: which are told, and which may stand where they are."""

from pathlib import Path

import pytest

from sufficiency.sources import read_project
from tests.a_project import SOUND, write_project


def told(folder: Path, path: str, text: str = "x") -> list[str]:
    """The codes of what is told of a project with one more file."""
    project, problems = read_project(write_project(folder, {path: text}))
    assert project.texts.keys() <= SOUND.keys()
    assert path not in project.tables
    assert {problem.at.path for problem in problems} <= {path}
    return [problem.code.id for problem in problems]


class TestTellUnread:
    @pytest.mark.parametrize(
        "path",
        [
            "strategy/sections/40-homes.docx",
            "strategy/sections/40-homes",
            "strategy/sections/old/notes.txt",
            "strategy/sections/town.JPG",
            "strategy/sections/homes.CSV",
            "strategy/priorities/2-homes.md",
            "strategy/priorities/2-homes.docx",
            "strategy/homes.csv",
            "strategy/pictures/homes.xlsx",
        ],
    )
    def test_what_stands_where_it_is_not_read_is_a_warning(self, tmp_path: Path, path: str) -> None:
        assert told(tmp_path, path) == ["FILE-UNREAD"]

    @pytest.mark.parametrize("path", ["strategy/40-homes.md", "strategy/section/40-homes.md"])
    def test_so_is_a_section_in_another_folder(self, tmp_path: Path, path: str) -> None:
        assert told(tmp_path, path, "\ufeff---\r\ntitle: Homes\r\n---\r\n") == ["FILE-UNREAD"]

    @pytest.mark.parametrize(
        "path",
        [
            "strategy/README.md",
            "strategy/notes.txt",
            "strategy/pictures/where from.txt",
            "strategy/pictures/town.psd",
            "data/README.md",
            "data/definitions.pdf",
            "README.md",
        ],
    )
    def test_what_stands_beside_them_may_be_kept_there(self, tmp_path: Path, path: str) -> None:
        assert told(tmp_path, path) == []
