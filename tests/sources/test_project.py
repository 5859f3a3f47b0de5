"""Reading a project's folder: what is read, in which encodings, and what is missing."""

from pathlib import Path

import pytest

from sufficiency.problems import Location
from sufficiency.sources import read_lines, read_project
from tests.a_project import SOUND, replaced, write_project


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

    def test_pictures_are_read_as_bytes_and_are_no_texts(self, tmp_path: Path) -> None:
        pictures: dict[str, str | bytes | None] = {
            "strategy/pictures/a.png": b"\x89PNG\xff",
            "strategy/pictures/people/B.JPG": b"\xff\xd8",
            "strategy/pictures/old.gif": b"GIF89a",
        }
        passed_over: dict[str, str | bytes | None] = {
            "strategy/pictures/notes.txt": "x",
            "strategy/pictures/Thumbs.db": b"x",
            "strategy/pictures/._a.png": b"x",
            "strategy/a.png": b"x",
            "data/b.png": b"x",
        }
        project, problems = read_project(write_project(tmp_path, {**pictures, **passed_over}))
        assert problems == []
        assert project.pictures == pictures
        assert project.files.keys() == SOUND.keys() | pictures.keys()
        assert project.texts.keys().isdisjoint(pictures)

    @pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
    def test_a_character_that_is_not_utf_8_is_told_at_its_line(
        self, tmp_path: Path, line_end: bytes
    ) -> None:
        data = line_end.join([b"---", b"title: Old", b"---", b"A caf\xe9"])
        path = "strategy/sections/40-old.md"
        _, (problem,) = read_project(write_project(tmp_path, {path: data}))
        assert str(problem).startswith(f"{path}:4:6 this line holds a character that is not UTF-8")

    def test_the_texts_are_those_of_the_files_that_mean_something_and_can_be_read(
        self, tmp_path: Path
    ) -> None:
        changes: dict[str, str | bytes | None] = {
            "strategy/sections/30-carers.md": b"---\r\ntitle: Carers\r\n---\r\nCaf\xc3\xa9\r",
            "strategy/sections/40-old.md": b"---\ntitle: Old\n---\nCaf\xe9\n",
            "strategy/notes.md": "kept apart",
            "strategy/note.yml": "kept: apart",
            "strategy/gaps.yml": "a: b: c",
        }
        project, _ = read_project(write_project(tmp_path, changes))
        words = {path for path in SOUND if not path.endswith(".csv")}
        assert project.texts.keys() == words | {"strategy/sections/30-carers.md"}
        assert project.texts["strategy/sections/30-carers.md"] == "---\ntitle: Carers\n---\nCafé\n"

    def test_a_picture_of_many_bytes_is_not_read_and_is_told_where_an_entry_names_it(
        self, tmp_path: Path
    ) -> None:
        write_project(tmp_path, {"strategy/pictures/film.png": b""})
        with (tmp_path / "strategy/pictures/film.png").open("wb") as film:
            film.truncate(51_000_000)
        project, problems = read_project(tmp_path)
        assert problems == []
        assert str(project.large_pictures["strategy/pictures/film.png"]).startswith(
            "strategy/pictures/film.png:1:1 the picture's file has 51 MB; 50 MB is the most."
        )
        assert project.pictures == {}
        assert project.unreadable == {"strategy/pictures/film.png"}

    @pytest.mark.parametrize("name", ["costs.csv", "costs.xlsx"])
    def test_an_extract_of_many_bytes_is_not_read_and_is_told_where_an_entry_names_it(
        self, tmp_path: Path, name: str
    ) -> None:
        write_project(tmp_path, {"data/costs.csv": None})
        with (tmp_path / "data" / name).open("wb") as costs:
            costs.truncate(21_000_000)
        project, problems = read_project(tmp_path)
        assert problems == []
        assert str(project.large_tables[f"data/{name}"]) == (
            f"data/{name}:1:1 the file has 21 MB; 20 MB is the most. Export it again with only "
            "the years, places and columns that are needed; or open it in Excel, delete the other "
            "rows and columns, and save it."
        )
        assert f"data/{name}" not in project.tables
        assert project.unreadable == {f"data/{name}"}

    @pytest.mark.parametrize("size", [250_000, 250_001])
    def test_a_text_of_many_bytes_is_told_and_not_read(self, tmp_path: Path, size: int) -> None:
        path = "strategy/sections/30-carers.md"
        front = "---\ntitle: Carers\n---\n"
        project, problems = read_project(
            write_project(tmp_path, {path: front + "x" * (size - len(front))})
        )
        assert [problem.code.id for problem in problems] == ["FILE-LARGE"] * (size > 250_000)
        assert (path in project.unreadable) == (size > 250_000)
        assert path in project.markdown

    @pytest.mark.parametrize(
        "path",
        [
            "strategy/sections/30-carers.md",
            "strategy/needs.yml",
            "strategy/pictures/home.png",
            "data/costs.csv",
            "templates/partials/actions.j2",
        ],
    )
    def test_a_link_out_of_the_project_is_told_and_not_read(
        self, tmp_path: Path, path: str
    ) -> None:
        root = write_project(tmp_path / "project", {path: None})
        (tmp_path / "secret").write_text("KEPT-ELSEWHERE", encoding="utf-8")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(tmp_path / "secret")
        project, problems = read_project(root)
        assert [(problem.at.path, problem.code.id) for problem in problems] == [(path, "FILE-LINK")]
        assert path in project.unreadable or path.startswith("templates")
        read = [*project.files.values(), *project.templates.values()]
        assert b"KEPT-ELSEWHERE" not in read
        assert read_lines(root, [path]) == {}

    @pytest.mark.parametrize("path", ["strategy/pictures", "data/open", "templates"])
    def test_a_link_to_a_folder_is_told_once_and_not_looked_into(
        self, tmp_path: Path, path: str
    ) -> None:
        root = write_project(tmp_path / "project")
        write_project(tmp_path / "elsewhere", {"homes.csv": "KEPT-ELSEWHERE", "a.j2": "KEPT"})
        (root / path).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        project, problems = read_project(root)
        assert [str(problem) for problem in problems] == [
            f"{path}:1:1 this is a link to another folder, and is not read. Delete the link, and "
            "copy the file or folder itself to where it stood if it is needed."
        ]
        assert project.files.keys() == SOUND.keys()
        assert "a.j2" not in project.templates

    @pytest.mark.parametrize("target", ["50-gone.md", "40-homes.md"])
    def test_a_link_that_leads_nowhere_is_told(self, tmp_path: Path, target: str) -> None:
        root = write_project(tmp_path)
        (root / "strategy/sections/40-homes.md").symlink_to(target)
        _, (problem,) = read_project(root)
        assert problem.message == "this is a link to a file that is not there."

    def test_a_link_within_the_project_is_read(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        (root / "strategy/sections/40-homes.md").symlink_to("30-carers.md")
        project, problems = read_project(root)
        assert problems == []
        assert len(project.markdown) == 4

    def test_what_yaml_takes_for_line_ends_and_no_editor_does_is_a_space(
        self, tmp_path: Path
    ) -> None:
        changes = replaced("strategy/needs.yml", "more carers", "more\u2028carers\x85or\u2029so")
        project, problems = read_project(write_project(tmp_path, changes))
        assert problems == []
        needs = project.yaml["strategy/needs.yml"]["boxes"]["carers"]["needs"]
        assert needs[0]["text"] == "more carers or so near home"
        assert needs[1].at == Location("strategy/needs.yml", 6, 9)

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

    def test_files_as_they_would_be_are_read_in_place_of_those_on_disk(
        self, tmp_path: Path
    ) -> None:
        path, new = "strategy/facts.yml", "strategy/glossary.yml"
        instead = {path: b"facts: {}\n", new: b"glossary: {}\n"}
        project, problems = read_project(write_project(tmp_path), instead)
        assert problems == []
        assert project.yaml[path] == {"facts": {}}
        assert list(project.files) == sorted([*SOUND, new])
        assert (tmp_path / path).read_text("utf-8") == SOUND[path]
        assert not (tmp_path / new).exists()

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
