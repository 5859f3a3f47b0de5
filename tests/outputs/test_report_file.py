"""A report stands where it is asked for, and over nothing that anybody would miss."""

import errno
from pathlib import Path

import pytest

from sufficiency.outputs import OutputRefused, refuse_report_file, report_file, write_report_file
from sufficiency.problems import Findings
from sufficiency.problems.reports import REPORTS
from tests.problems.made import ENTRY, found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("strategy/sections", "data", "_output"):
        (tmp_path / "project" / name).mkdir(parents=True)
    return tmp_path / "project"


class TestRefuse:
    def test_a_new_file_in_the_project_or_elsewhere_is_let_through(self, project: Path) -> None:
        refuse_report_file(project / "problems.html", project=project)
        refuse_report_file(project.parent / "problems.json", project=project)

    @pytest.mark.parametrize("form", sorted(REPORTS))
    def test_an_earlier_report_is_let_through(self, project: Path, form: str) -> None:
        file = project / "problems"
        file.write_text(REPORTS[form](Findings([found(ENTRY, "a")])), "utf-8")
        refuse_report_file(file, project=project)

    @pytest.mark.parametrize("form", sorted(REPORTS))
    def test_so_is_one_without_a_problem(self, project: Path, form: str) -> None:
        file = project / "problems"
        file.write_text(REPORTS[form](Findings([])), "utf-8")
        refuse_report_file(file, project=project)

    @pytest.mark.parametrize("name", ["strategy/facts.yml", "strategy/sections/a.md", "data/a.csv"])
    def test_a_place_among_the_strategys_files_is_refused(self, project: Path, name: str) -> None:
        with pytest.raises(OutputRefused, match="among the files of the strategy"):
            refuse_report_file(project / "_output" / ".." / name, project=project)

    def test_somebody_elses_file_is_refused(self, project: Path) -> None:
        file = project / "notes.html"
        file.write_text("<title>The sufficiency strategy</title>", "utf-8")
        with pytest.raises(OutputRefused, match=r'"notes\.html" is not a report'):
            refuse_report_file(file, project=project)

    def test_a_folder_is_refused(self, project: Path) -> None:
        with pytest.raises(OutputRefused, match='"project" is a folder'):
            refuse_report_file(project, project=project)

    def test_a_folder_that_does_not_exist_is_refused(self, project: Path) -> None:
        with pytest.raises(OutputRefused, match="There is no folder"):
            refuse_report_file(project / "reports" / "a.json", project=project)

    def test_the_folder_of_the_documents_is_refused(self, project: Path) -> None:
        (project / "_output" / "manifest.json").write_text("{}", "utf-8")
        with pytest.raises(OutputRefused, match='"_output" holds the documents'):
            refuse_report_file(project / "_output" / "problems.html", project=project)


class TestWrite:
    def test_it_replaces_what_was_there(self, tmp_path: Path) -> None:
        file = tmp_path / "problems.json"
        write_report_file(b"first", file)
        write_report_file(b"second", file)
        assert file.read_bytes() == b"second"
        assert list(tmp_path.iterdir()) == [file]

    def test_where_it_cannot_be_written_it_says_so_and_leaves_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "problems.json"
        file.mkdir()
        with pytest.raises(OutputRefused, match=r'"problems\.json" could not be written'):
            write_report_file(b"first", file)
        assert list(tmp_path.iterdir()) == [file]

    @pytest.mark.parametrize(
        ("number", "words"),
        [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk can be read but not written")],
    )
    def test_it_says_what_the_disk_lacks_and_of_other_programs_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
    ) -> None:
        def fail(*arguments: object) -> None:
            raise OSError(number, "in the words of the system")

        monkeypatch.setattr(report_file, "replace_file", fail)
        with pytest.raises(OutputRefused, match=words) as refused:
            write_report_file(b"first", tmp_path / "problems.json")
        assert "program" not in str(refused.value)
