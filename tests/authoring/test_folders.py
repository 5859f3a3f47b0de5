"""Where a new project may stand."""

from pathlib import Path

import pytest

from sufficiency.authoring import Refused, refuse_unsuitable
from sufficiency.authoring.folders import name_fault
from tests.a_project import write_project


class TestNames:
    @pytest.mark.parametrize(
        "name", ["our strategy (2026) & more", "Llŷn", "مجلس", "con-plan", "a.b"]
    )
    def test_windows_takes(self, name: str) -> None:
        assert name_fault(name) == ""

    @pytest.mark.parametrize(
        "name",
        [
            "2026: plan",
            "a/b",
            "why?",
            'the "plan"',
            "a|b",
            "plan.",
            "plan ",
            "con",
            "NUL.txt",
            "Lpt1",
        ],
    )
    def test_windows_refuses(self, name: str) -> None:
        assert name_fault(name) != ""


class TestRefuseUnsuitable:
    @pytest.mark.parametrize("name", ["new", "new/and deeper"])
    def test_a_new_folder_will_do(self, tmp_path: Path, name: str) -> None:
        refuse_unsuitable(tmp_path / name)

    def test_an_empty_folder_will_do(self, tmp_path: Path) -> None:
        refuse_unsuitable(tmp_path)

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("2026: plan", 'Windows cannot have a folder called "2026: plan"'),
            ("aux/plan", 'Windows cannot have a folder called "aux"'),
            ("full", "is not empty"),
            ("full/file.txt", "is a file"),
            ("full/file.txt/plan", "is a file, so no folder can stand in it"),
            ("project", "holds a project already"),
            ("project/strategy/next", "would stand among the files of the project"),
            ("project/data/a/next", "would stand among the files of the project"),
            ("project/_output.new/next", "would stand among the files of the project"),
            ("n" * 300, "cannot be used: its path is longer than the system allows."),
        ],
    )
    def test_others_are_refused(self, tmp_path: Path, name: str, words: str) -> None:
        write_project(tmp_path / "project")
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "file.txt").touch()
        with pytest.raises(Refused) as refusal:
            refuse_unsuitable(tmp_path / name)
        assert words in str(refusal.value)

    def test_beside_the_files_of_another_will_do(self, tmp_path: Path) -> None:
        """The tool's own folder holds a project, and is where its commands are typed."""
        write_project(tmp_path)
        refuse_unsuitable(tmp_path / "my-strategy")

    def test_a_name_that_is_there_already_is_the_computers_own_affair(self, tmp_path: Path) -> None:
        (tmp_path / "2026: plan").mkdir()
        refuse_unsuitable(tmp_path / "2026: plan" / "strategy")
