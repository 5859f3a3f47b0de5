"""The command line: what each command does, and how each way of failing ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sufficiency import pipeline
from sufficiency.cli import app
from sufficiency.engines import EngineError
from sufficiency.problems import all_codes
from tests.a_project import replaced, write_project

COMMANDS = {command.callback.__name__ for command in app.registered_commands if command.callback}


def run(*arguments: str | Path) -> Result:
    """Runs a command; whatever happens must not be a stack trace."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@contextmanager
def building_raises(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    def fail(*arguments: object, **options: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "build", fail)
        yield


class TestHelp:
    @pytest.mark.parametrize("command", sorted(COMMANDS))
    def test_every_command_is_in_it(self, command: str) -> None:
        assert f"  {command} " in run("--help").stdout

    @pytest.mark.parametrize("command", sorted(COMMANDS))
    def test_every_command_has_its_own(self, command: str) -> None:
        result = run(command, "--help")
        assert result.exit_code == 0
        assert f" {command} [OPTIONS]" in result.stdout


class TestBuild:
    def test_it_names_the_files_that_it_made(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html")
        assert result.exit_code == 0
        (name,) = result.stdout.split()
        assert Path(name).is_file()
        assert Path(name).parent == project / "_output"

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

    def test_a_document_without_a_template_ends_with_2(self, project: Path) -> None:
        write_project(
            project,
            replaced("strategy/strategy.yml", "  strategy:\n    title", "  plan:\n    title"),
        )
        result = run("build", "--project", project)
        assert result.exit_code == 2
        assert "There is no template documents/plan.qmd.j2." in result.stderr

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
        assert result.stdout == (
            "No problems. 10 numbers in the text and 2 figures have a source.\n"
        )

    def test_it_builds_nothing(self, project: Path) -> None:
        before = sorted(project.rglob("*"))
        run("check", "--project", project)
        assert sorted(project.rglob("*")) == before


class TestExplain:
    def test_every_code_says_why_and_how_to_mend_it(self) -> None:
        codes = all_codes()
        assert len(codes) > 30
        for code in codes.values():
            result = run("explain", code.id)
            assert result.exit_code == 0
            assert result.stdout.startswith(f"{code.id}: {code.title}\n\n{code.why}\n\n")
            assert f"How to mend it: {code.mend}" in result.stdout
            assert code.title and code.why and code.mend

    def test_without_a_code_all_are_listed(self) -> None:
        listed = [line.split()[0] for line in run("explain").stdout.splitlines()]
        assert listed == list(all_codes())

    def test_small_letters_will_do(self) -> None:
        assert run("explain", "name-unknown").stdout.startswith("NAME-UNKNOWN: ")

    def test_an_unknown_code_ends_with_2_and_the_near_miss(self) -> None:
        result = run("explain", "NAME-UNKNOW")
        assert result.exit_code == 2
        assert 'Did you mean "NAME-UNKNOWN"?' in result.stderr


class TestCompose:
    def test_it_writes_the_document_for_other_engines(self, project: Path) -> None:
        result = run("compose", "--project", project)
        assert result.exit_code == 0
        assert (project / "composed" / "strategy.qmd").is_file()

    def test_a_drafts_problems_are_composed_with_it(self, project: Path) -> None:
        write_project(project, {"strategy/needs.yml": "boxes: '"})
        result = run("compose", "--project", project)
        assert result.exit_code == 0
        assert "[YAML-SYNTAX]" in result.stderr
        qmd = (project / "composed" / "strategy.qmd").read_text(encoding="utf-8")
        assert "::: {.problem-item #problem-1}" in qmd

    def test_nothing_is_composed_without_a_strategy_yml(self, project: Path) -> None:
        write_project(project, {"strategy/strategy.yml": "status: draft\n"})
        result = run("compose", "--project", project)
        assert result.exit_code == 1
        assert not (project / "composed").exists()


class TestCache:
    def test_it_names_the_folder_and_empties_it(
        self, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SUFFICIENCY_CACHE", str(tmp_path / "cache"))
        run("check", "--project", project)
        assert run("cache").stdout == f"{tmp_path / 'cache'}: 2 entries, 0.0 MB\n"
        assert run("cache", "--empty").stdout.endswith("Emptied.\n")
        assert list((tmp_path / "cache").iterdir()) == []


class TestInit:
    def test_the_copy_has_no_problems(self, tmp_path: Path) -> None:
        result = run("init", tmp_path / "new" / "strategy")
        assert result.exit_code == 0
        assert run("check", "--project", tmp_path / "new" / "strategy").exit_code == 0

    def test_a_folder_that_exists_ends_with_2(self, tmp_path: Path) -> None:
        assert run("init", tmp_path).exit_code == 2
        assert list(tmp_path.iterdir()) == []

    def test_an_unknown_example_ends_with_2(self, tmp_path: Path) -> None:
        result = run("init", tmp_path / "new", "--example", "atlantis")
        assert result.exit_code == 2
        assert 'There is no example "atlantis"' in result.stderr
