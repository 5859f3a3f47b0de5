"""Building, checking and composing: what each does, and how each way of failing ends."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.content.entry import KEY_UNKNOWN
from sufficiency.engines import EngineError
from sufficiency.problems import Code, Severity
from tests.a_project import SOUND, replaced, write_project
from tests.cli.running import run

CARERS = "strategy/sections/30-carers.md"


@contextmanager
def building_raises(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    def fail(*arguments: object, **options: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "build", fail)
        yield


@contextmanager
def as_warning(code: Code) -> Iterator[None]:
    """Problems of the code are warnings for as long."""
    object.__setattr__(code, "severity", Severity.WARNING)
    try:
        yield
    finally:
        object.__setattr__(code, "severity", Severity.PROBLEM)


_BUILT = """\
import gc, json, sys
from contextlib import suppress
from sufficiency.__main__ import main
with suppress(SystemExit):
    main(["build", "--project", sys.argv[1], "--output", sys.argv[2], "--format", "html"])
wanted = ("pandas", "matplotlib.figure", "pikepdf", "docx")
print(json.dumps([[name in sys.modules for name in wanted], gc.isenabled()]))
"""


def in_a_fresh_python(folder: Path) -> object:
    """What a build with an empty cache has imported, and whether it looks for garbage."""
    project, output = write_project(folder / "project"), folder / "output"
    done = subprocess.run(
        [sys.executable, "-c", _BUILT, str(project), str(output)],
        env={**os.environ, "SUFFICIENCY_CACHE": str(folder / "cache"), "TMPDIR": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert (output / "manifest.json").is_file()
    assert not list(folder.glob("second-*"))
    return json.loads(done.stdout.splitlines()[-1])


class TestBuild:
    @pytest.mark.skipif(sys.platform == "win32", reason="sh closes the streams")
    def test_a_stream_that_is_closed_stops_nothing(self, tmp_path: Path) -> None:
        project, output = write_project(tmp_path / "project"), tmp_path / "output"
        command = [sys.executable, "-m", "sufficiency", "build"]
        given = ["--project", str(project), "--output", str(output)]
        subprocess.run(["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *command, *given], check=True)
        assert (output / "manifest.json").is_file()

    @pytest.mark.skipif(sys.platform != "linux", reason="a second process is at work on Linux")
    def test_what_takes_pandas_and_matplotlib_is_made_by_the_second_process(
        self, tmp_path: Path
    ) -> None:
        assert in_a_fresh_python(tmp_path) == [[False, False, True, True], False]

    def test_it_names_the_files_that_it_made(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html")
        assert result.exit_code == 0
        (name,) = result.stdout.split()
        assert Path(name).is_file()
        assert Path(name).parent == project / "_output"

    def test_of_a_site_it_names_the_first_page(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html", "--html", "site")
        assert result.exit_code == 0
        (name,) = result.stdout.split()
        assert name.endswith("-site/index.html")
        assert Path(name).is_file()

    def test_a_form_of_the_page_that_there_is_not_ends_with_2(self, project: Path) -> None:
        result = run("build", "--project", project, "--html", "book")
        assert result.exit_code == 2
        assert "'book' is not one of 'single', 'site', 'fragment', 'cms'" in result.stderr

    def test_it_ends_with_what_the_plan_leaves_open(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html")
        checked = run("check", "--project", project)
        assert result.stderr.splitlines()[-1] == checked.stderr.splitlines()[-1]
        assert result.stderr.splitlines()[-1].startswith("The plan leaves open: an owner for 1 of")

    def test_a_final_says_that_its_templates_were_not_tested(self, project: Path) -> None:
        write_project(project, {"templates/formats/html/style.css": "body {color: black}"})
        options = ("build", "--project", project, "--format", "html")
        assert "not tested" not in run(*options).stderr
        result = run(*options, "--final")
        assert 'The documents will say of their accessibility "not tested"' in result.stderr

    def test_it_names_the_files_of_an_earlier_build(self, project: Path) -> None:
        first = run("build", "--project", project, "--format", "html", "--format", "docx")
        assert "earlier build" not in first.stderr
        second = run("build", "--project", project, "--format", "html", "--final")
        (word,) = (project / "_output").glob("*.docx")
        assert f"From an earlier build: {word.name}. To make all anew," in second.stderr
        assert word.name not in second.stdout

    def test_it_builds_where_it_is_told_to(self, project: Path, tmp_path: Path) -> None:
        result = run(
            "build", "--project", project, "--format", "html", "--output", tmp_path / "out"
        )
        assert result.exit_code == 0
        assert (tmp_path / "out" / "manifest.json").is_file()

    def test_a_final_with_problems_ends_with_1(self, project: Path) -> None:
        write_project(project, replaced("strategy/facts.yml", "fostered_now\n", "fostered_no\n"))
        result = run("build", "--project", project, "--final")
        assert result.exit_code == 1
        assert "1 problem found. Nothing was built" in result.stderr
        assert not (project / "_output").exists()

    def test_a_draft_with_problems_is_built_and_says_so_last(self, project: Path) -> None:
        write_project(project, replaced("strategy/facts.yml", "fostered_now\n", "fostered_no\n"))
        result = run("build", "--project", project, "--format", "html")
        assert result.exit_code == 0
        assert "[REF-FACT]" in result.stderr
        last = result.stdout.splitlines()[-1]
        assert last == "Built with 1 problem, marked in the documents."
        assert (project / "_output" / "manifest.json").is_file()

    def test_what_has_no_strategy_yml_cannot_be_a_draft(self, project: Path) -> None:
        write_project(project, {"strategy/strategy.yml": "status: draft\n"})
        result = run("build", "--project", project)
        assert result.exit_code == 1
        assert "Nothing was built" in result.stderr

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--format", "odt"], "odt"),
            (["--document", "plan"], 'no document "plan"'),
            (["--colour", "red"], "--colour"),
            (["--html", "cms", "--format", "pdf"], "Add --format html, or leave out --html."),
        ],
    )
    def test_wrong_usage_ends_with_2(self, project: Path, options: list[str], words: str) -> None:
        result = run("build", "--project", project, *options)
        assert result.exit_code == 2
        assert words in result.stderr

    def test_a_folder_without_a_strategy_ends_with_2(self, tmp_path: Path) -> None:
        result = run("build", "--project", tmp_path)
        assert result.exit_code == 2
        assert "There is no strategy folder" in result.stderr

    def test_a_folder_of_other_files_ends_with_2(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html", "--output", project)
        assert result.exit_code == 2
        assert '"project" holds files that were not built by this tool' in result.stderr

    def test_a_folder_that_lost_its_manifest_is_told_how_to_go_on(
        self, project: Path, tmp_path: Path
    ) -> None:
        output = tmp_path / "made"
        build = ("build", "--project", project, "--format", "html", "--output", output)
        assert run(*build).exit_code == 0
        (output / "manifest.json").unlink()
        result = run(*build)
        assert result.exit_code == 2
        told = " ".join(result.stderr.split())
        assert '"made" has lost its manifest.json' in told
        assert "delete it and build again; or name another folder with --output." in told

    def test_a_document_without_a_template_is_told_and_the_others_are_built(
        self, project: Path
    ) -> None:
        added = replaced("strategy/strategy.yml", "documents:\n", "documents:\n  plan: {}\n")
        write_project(project, added)
        result = run("build", "--project", project, "--format", "html")
        assert result.exit_code == 0
        assert "there is no template to make the document" in result.stderr
        assert [path.suffix for path in (project / "_output").glob("*.html")] == [".html"]

    def test_where_no_document_has_a_template_there_is_nothing_to_build(
        self, project: Path
    ) -> None:
        named = replaced("strategy/strategy.yml", "  strategy:\n    title", "  plan:\n    title")
        write_project(project, named)
        result = run("build", "--project", project)
        assert result.exit_code == 1
        assert "[DOCUMENT-NONE]" in result.stderr

    def test_a_tool_that_fails_ends_with_3(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with building_raises(monkeypatch, EngineError("pandoc was not found.")):
            result = run("build", "--project", project)
        assert result.exit_code == 3
        assert result.stderr.endswith("pandoc was not found.\n")


class TestCheck:
    def test_a_sound_project_ends_with_0_and_its_counts(self, project: Path) -> None:
        result = run("check", "--project", project)
        assert result.exit_code == 0
        assert result.stdout == "No problems. 11 numbers in the text and 2 figures have a source.\n"
        assert result.stderr.endswith(
            "\nThe plan leaves open: an owner for 1 of 2 actions; an end date for "
            "1 of 2 actions; a baseline for all measures; a target for all measures.\n"
        )

    def test_a_plan_that_leaves_nothing_open_is_not_spoken_of(self, tmp_path: Path) -> None:
        nothing: dict[str, str | bytes | None] = {
            "strategy/priorities/1-fostering.yml": None,
            "strategy/needs.yml": "boxes: {}\n",
            CARERS: SOUND[CARERS].replace('{{ we_need("carers") }}', ""),
        }
        result = run("check", "--project", write_project(tmp_path / "open", nothing))
        assert result.exit_code == 0
        assert "leaves open" not in result.stdout + result.stderr

    def test_it_builds_nothing(self, project: Path) -> None:
        before = sorted(project.rglob("*"))
        run("check", "--project", project)
        assert sorted(project.rglob("*")) == before

    def test_problems_end_with_1_and_are_told_with_their_lines(self, project: Path) -> None:
        write_project(project, replaced("strategy/facts.yml", "fostered_now\n", "fostered_no\n"))
        result = run("check", "--project", project)
        assert result.exit_code == 1
        assert "[REF-FACT]\n   14 |     share: fostered_no\n      |            ^\n" in result.stderr
        assert result.stdout == ""

    def test_places_can_be_clicked_where_the_command_is_given(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_project(project, {"strategy/needs.yml": "boxes: '"})
        monkeypatch.chdir(project.parent)
        assert "\nproject/strategy/needs.yml:1:8 " in run("check", "--project", "project").stderr
        monkeypatch.chdir(project)
        assert "\nstrategy/needs.yml:1:8 " in run("check").stderr

    def test_warnings_are_told_and_end_with_0_unless_it_is_strict(self, project: Path) -> None:
        write_project(project, replaced("strategy/strategy.yml", "keywords:", "keyword:"))
        with as_warning(KEY_UNKNOWN):
            result = run("check", "--project", project)
            strict = run("check", "--project", project, "--strict")
        assert result.exit_code == 0
        assert ":1 warning: the key" in result.stderr
        assert "\n1 warning found.\n" in result.stderr
        assert result.stdout.startswith("11 numbers in the text and 2 figures have a source.\n")
        assert strict.exit_code == 1
        assert strict.stdout == ""


class TestReport:
    @pytest.fixture
    def faulty(self, project: Path) -> Path:
        return write_project(project, {"strategy/needs.yml": "boxes: '"})

    @pytest.mark.parametrize(
        ("command", "exit_code"),
        [(["check"], 1), (["build", "--final"], 1), (["build", "--format", "html"], 0)],
    )
    def test_json_has_standard_output_to_itself(
        self, faulty: Path, command: list[str], exit_code: int
    ) -> None:
        result = run(*command, "--project", faulty, "--report", "json")
        assert result.exit_code == exit_code
        assert json.loads(result.stdout)["counts"] == {"problems": 1, "warnings": 0}
        assert "1 problem found." in result.stderr

    def test_so_it_has_where_nothing_is_wrong(self, project: Path) -> None:
        checked = run("check", "--project", project, "--report", "sarif")
        assert json.loads(checked.stdout)["runs"][0]["results"] == []
        built = run("build", "--project", project, "--format", "html", "--report", "json")
        assert json.loads(built.stdout)["problems"] == []
        assert ".html" in built.stderr

    def test_github_names_files_from_where_the_command_is_given(
        self, faulty: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(faulty.parent)
        result = run("check", "--project", faulty, "--report", "github")
        assert result.stdout.startswith("::error file=project/strategy/needs.yml,line=1,col=8,")

    def test_html_is_a_page_in_the_project_and_is_named(self, faulty: Path) -> None:
        result = run("check", "--project", faulty, "--report", "html")
        assert result.exit_code == 1
        assert result.stderr.endswith(f"The report is in {faulty.as_posix()}/problems.html.\n")
        assert "<h1>1 problem</h1>" in (faulty / "problems.html").read_text("utf-8")

    def test_the_page_follows_the_strategy(self, faulty: Path) -> None:
        run("check", "--project", faulty, "--report", "html")
        write_project(faulty)
        assert run("check", "--project", faulty, "--report", "html").exit_code == 0
        assert "<h1>No problems</h1>" in (faulty / "problems.html").read_text("utf-8")

    def test_it_is_written_where_it_is_asked_for(self, faulty: Path, tmp_path: Path) -> None:
        file = tmp_path / "found.json"
        result = run("check", "--project", faulty, "--report", "json", "--report-file", file)
        assert result.stdout == ""
        assert json.loads(file.read_text("utf-8"))["problems"][0]["code"] == "YAML-SYNTAX"

    def test_a_bad_place_ends_with_2_before_anything_is_done(self, faulty: Path) -> None:
        file = faulty / "strategy" / "facts.yml"
        before = file.read_bytes()
        result = run("build", "--project", faulty, "--report", "html", "--report-file", file)
        assert result.exit_code == 2
        assert "among the files of the strategy" in result.stderr
        assert "problem found" not in result.stderr
        assert file.read_bytes() == before

    def test_a_place_without_a_report_ends_with_2(self, faulty: Path, tmp_path: Path) -> None:
        result = run("check", "--project", faulty, "--report-file", tmp_path / "found.json")
        assert result.exit_code == 2
        assert "--report" in result.stderr

    def test_an_unknown_form_ends_with_2(self, faulty: Path) -> None:
        result = run("check", "--project", faulty, "--report", "xml")
        assert result.exit_code == 2


class TestCompose:
    def test_it_writes_the_document_for_other_engines(self, project: Path) -> None:
        result = run("compose", "--project", project)
        assert result.exit_code == 0
        assert (project / "composed" / "strategy.qmd").is_file()

    def test_it_never_makes_the_tools_templates_the_projects_own(self, project: Path) -> None:
        before = sorted(project.rglob("*"))
        result = run("compose", "--project", project, "--output", project)
        assert result.exit_code == 2
        assert "is the folder of a strategy" in result.stderr
        assert sorted(project.rglob("*")) == before

    def test_a_drafts_problems_are_composed_with_it(self, project: Path) -> None:
        write_project(project, {"strategy/needs.yml": "boxes: '"})
        result = run("compose", "--project", project)
        assert result.exit_code == 0
        assert "[YAML-SYNTAX]" in result.stderr
        qmd = (project / "composed" / "strategy.qmd").read_text(encoding="utf-8")
        assert "::: {.problem-item #sec-problems-1}" in qmd

    def test_nothing_is_composed_without_a_strategy_yml(self, project: Path) -> None:
        write_project(project, {"strategy/strategy.yml": "status: draft\n"})
        result = run("compose", "--project", project)
        assert result.exit_code == 1
        assert not (project / "composed").exists()
