"""Reading a project's folder: what is read, in which encodings, and what is missing."""

from pathlib import Path

from sufficiency.problems import Location
from sufficiency.sources import read_project
from tests.a_project import SOUND, write_project


class TestReadProject:
    def test_it_holds_every_file_by_its_path_with_forward_slashes(self, tmp_path: Path) -> None:
        project, problems = read_project(write_project(tmp_path))
        assert problems == []
        assert project.files == {path: text.encode() for path, text in SOUND.items()}

    def test_hidden_files_and_those_of_an_open_program_are_passed_over(
        self, tmp_path: Path
    ) -> None:
        extra = {"strategy/.draft.yml": "a: '", "data/~lock.csv": "x", "strategy/notes.txt": "x"}
        project, problems = read_project(write_project(tmp_path, {**extra}))
        assert problems == []
        assert project.files.keys() == SOUND.keys()

    def test_front_matter_and_text_are_parted_and_keep_their_lines(self, tmp_path: Path) -> None:
        project, _ = read_project(write_project(tmp_path))
        section = project.markdown["strategy/sections/30-carers.md"]
        assert section.front == {"title": "Carers", "parent": "fostering"}
        assert section.body.startswith("## What carers say")
        assert section.body.at == Location("strategy/sections/30-carers.md", 5)

    def test_windows_files_are_read_like_any_other(self, tmp_path: Path) -> None:
        path = "strategy/sections/30-carers.md"
        windows = "\ufeff" + SOUND[path].replace("\n", "\r\n")
        project, problems = read_project(write_project(tmp_path, {path: windows}))
        assert problems == []
        assert project.markdown[path].body == SOUND[path].split("---\n", 2)[2]
        assert project.markdown[path].front == {"title": "Carers", "parent": "fostering"}

    def test_a_line_of_hyphens_in_the_text_does_not_end_the_front_matter(
        self, tmp_path: Path
    ) -> None:
        path = "strategy/sections/30-carers.md"
        project, _ = read_project(
            write_project(tmp_path, {path: "---\ntitle: A\n---\nB\n\n---\nC"})
        )
        assert project.markdown[path].body == "B\n\n---\nC"

    def test_needed_files_that_are_missing_are_all_told(self, tmp_path: Path) -> None:
        _, problems = read_project(tmp_path)
        assert [str(problem.at) for problem in problems] == [
            "strategy/strategy.yml:1:1",
            "data/catalogue.yml:1:1",
            "data/indicators.yml:1:1",
        ]

    def test_its_own_template_stands_before_the_packaged_one(self, tmp_path: Path) -> None:
        write_project(tmp_path, {"templates/partials/need-box.md.j2": "mine"})
        project, _ = read_project(tmp_path)
        assert project.templates["partials/need-box.md.j2"] == b"mine"
        assert "documents/strategy.qmd.j2" in project.templates
