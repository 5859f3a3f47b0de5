"""Files that nothing reads: which are told, and which may stand where they are."""

from pathlib import Path

import pytest

from sufficiency.content import read_content
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
        ("name", "offered"),
        [
            ("40 Homes (final).docx", "40-homes-final.md"),
            ("Môn's 2nd draft.docx", "40-mons-2nd-draft.md"),
            ("12 3rd go.rtf", "12-go.md"),
            ("2024.docx", "2024-homes.md"),
            ("مجلس.odt", "40-homes.md"),
        ],
    )
    def test_the_name_that_is_offered_is_one_of_a_section(
        self, tmp_path: Path, name: str, offered: str
    ) -> None:
        project = write_project(tmp_path, {f"strategy/sections/{name}": "x"})
        assert f'a file such as "{offered}"' in str(read_project(project)[1][0])
        section = {f"strategy/sections/{offered}": "---\ntitle: Homes\n---\n"}
        content, problems = read_content(read_project(write_project(tmp_path, section))[0])
        assert problems == []
        assert len(content.sections.entries) == 4

    def test_so_is_the_one_of_a_priority(self, tmp_path: Path) -> None:
        project = write_project(tmp_path, {"strategy/priorities/New Homes!.docx": "x"})
        assert 'a file such as "2-new-homes.yml"' in str(read_project(project)[1][0])

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("strategy/notes.md", "---\n\nAsk Finance.\n\n---\ntitle: the old one\n"),
            ("strategy/notes.md", "---\n" * 20_000),
            ("strategy/notes.md", "---" + "\r\n" * 20_000),
            ("strategy/drafts/40-homes.md", "---\nHomes\n"),
            ("data/readme2.md", "---\ntitle: Where these are from\n---\n"),
        ],
    )
    def test_a_note_is_no_section(self, tmp_path: Path, path: str, text: str) -> None:
        assert told(tmp_path, path, text) == []

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


class TestTellMisnamed:
    @pytest.mark.parametrize(
        ("name", "right"),
        [
            ("_brand.yaml", "_brand.yml"),
            ("brand.yml", "_brand.yml"),
            ("brand.yaml", "_brand.yml"),
            ("_Brand.yaml", "_brand.yml"),
            ("_brand.yml.txt", "_brand.yml"),
            ("_quarto.yaml", "_quarto.yml"),
            ("quarto.yml", "_quarto.yml"),
        ],
    )
    @pytest.mark.parametrize("is_taken", [False, True])
    def test_the_right_name_is_said(
        self, tmp_path: Path, name: str, right: str, is_taken: bool
    ) -> None:
        changes: dict[str, str | bytes | None] = {name: "x: y\n"}
        changes[right] = SOUND.get(right, "lang: en-GB\n") if is_taken else None
        _, (problem,) = read_project(write_project(tmp_path, changes))
        assert (problem.code.id, problem.at.path) == ("FILE-UNKNOWN", name)
        begin = f'"{right}" exists already' if is_taken else f'Rename it to "{right}".'
        assert problem.mend.startswith(begin)

    @pytest.mark.parametrize("name", ["_brand.yml", "_quarto.yml"])
    @pytest.mark.parametrize("inside", ["colours.yml", "x", "logo.svg"])
    def test_a_folder_of_the_name_is_told_once(
        self, tmp_path: Path, name: str, inside: str
    ) -> None:
        changes: dict[str, str | bytes | None] = {name: None, f"{name}/{inside}": "x: y\n"}
        _, problems = read_project(write_project(tmp_path, changes))
        assert [(one.code.id, one.at.path) for one in problems] == [("FILE-UNKNOWN", name)]

    @pytest.mark.parametrize("name", ["brand.md", "brands.yml", "brand/x", "brand.yml/x"])
    def test_other_names_are_let_be(self, tmp_path: Path, name: str) -> None:
        _, problems = read_project(write_project(tmp_path, {name: "x"}))
        assert problems == []
