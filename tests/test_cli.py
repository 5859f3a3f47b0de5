"""The command line: what each command does, and how each way of failing ends."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sufficiency import pipeline
from sufficiency.cli import app
from sufficiency.content.entry import KEY_UNKNOWN
from sufficiency.engines import EngineError
from sufficiency.problems import Code, Severity, all_codes
from tests.a_project import SOUND, replaced, write_project

CARERS = "strategy/sections/30-carers.md"
ROOT = Path(__file__).resolve().parents[1]
COMMANDS = {command.callback.__name__ for command in app.registered_commands if command.callback}


def run(*arguments: str | Path) -> Result:
    """Runs a command; whatever happens must not be a stack trace."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def run_well(*arguments: str | Path) -> Result:
    """Runs a command that must end with 0."""
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
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


@contextmanager
def as_warning(code: Code) -> Iterator[None]:
    """Problems of the code are warnings for as long."""
    object.__setattr__(code, "severity", Severity.WARNING)
    try:
        yield
    finally:
        object.__setattr__(code, "severity", Severity.PROBLEM)


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

    def test_it_ends_with_what_the_plan_leaves_open(self, project: Path) -> None:
        result = run("build", "--project", project, "--format", "html")
        checked = run("check", "--project", project)
        assert result.stderr.splitlines()[-1] == checked.stderr.splitlines()[-1]
        assert result.stderr.splitlines()[-1].startswith("The plan leaves open: an owner for 1 of")

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
        assert result.stdout == "No problems. 10 numbers in the text and 2 figures have a source.\n"
        assert result.stderr.endswith(
            "\nThe plan leaves open: an owner for 1 of 2 actions; an end date for "
            "1 of 2 actions; a baseline for 1 of 1 measures; a target for 1 of 1 measures; "
            "an action for 1 of 2 needs (weekend_carers); a linked need for 1 of 2 actions "
            "(fostering-action-2).\n"
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
        assert result.stdout.startswith("10 numbers in the text and 2 figures have a source.\n")
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


class TestListings:
    @pytest.mark.parametrize(
        ("command", "words", "names"),
        [
            ("facts", "cost", ["cost_gap"]),
            ("facts", "strategy/sections/10-summary.md", ["cic_change", "cic_now"]),
            ("indicators", "CARE", ["children_in_care"]),
        ],
    )
    def test_only_what_holds_the_words_is_listed(
        self, project: Path, command: str, words: str, names: list[str]
    ) -> None:
        lines = run(command, words, "--project", project).stdout.splitlines()
        assert {line.split()[0] for line in lines[1:]} >= set(names)
        assert len(lines) < len(run(command, "--project", project).stdout.splitlines())

    def test_words_that_nothing_holds_end_with_2(self, project: Path) -> None:
        result = run("facts", "zebra", "--project", project)
        assert result.exit_code == 2
        assert result.stderr.endswith('None of them holds "zebra". Try a part of the word.\n')

    def test_an_old_set_of_characters_is_no_stack_trace(self, project: Path) -> None:
        """As in Windows, where what is piped into another program cannot hold a minus sign."""
        done = subprocess.run(
            [sys.executable, "-m", "sufficiency", "facts", "change", "--project", project],
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            capture_output=True,
            encoding="cp1252",
            check=False,
        )
        assert done.returncode == 0
        assert r"60 \u2212 58" in done.stdout


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

    def test_a_letter_that_the_output_lacks_does_not_end_it(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "sufficiency", "explain", "CHARACTER-NONE"],
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            capture_output=True,
            check=True,
        )
        assert b"(58 \\u2192 60)" in done.stdout


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
    FLAGS = ("--council", 'O\'Neil: & "Sons" #1', "--edition", "2026 to 2029")

    def test_it_makes_a_small_project_in_which_only_the_figures_are_to_be_replaced(
        self, tmp_path: Path
    ) -> None:
        result = run_well("init", tmp_path / "new" / "plan", *self.FLAGS)
        assert f'sufficiency build --project "{tmp_path / "new" / "plan"}"' in result.stdout
        said = run("check", "--project", tmp_path / "new" / "plan").stderr
        assert "[TODO-OPEN]" in said
        assert "\n1 problem found." in said

    def test_without_a_terminal_all_that_is_left_out_has_a_default(self, tmp_path: Path) -> None:
        run_well("init", tmp_path / "camden")
        text = (tmp_path / "camden/strategy/strategy.yml").read_text("utf-8")
        assert "\ncouncil: Camden\n" in text
        assert "\ncouncil_name: Camden Council\n" in text

    def test_a_copy_of_the_example_has_no_problems(self, tmp_path: Path) -> None:
        run_well("init", tmp_path / "copy", "--example", "barnet")
        text = (tmp_path / "copy/strategy/strategy.yml").read_text("utf-8")
        assert "\ncouncil: Barnet\n" in text
        run_well("check", "--project", tmp_path / "copy")

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--edition", "soon"], '"soon" is not an edition. Write the years like 2019 to 2023.'),
            (["--as-at", "31 Feb 2026"], "The date that the figures stand at: "),
            (["--example", "barnett"], 'Did you mean "barnet"?'),
            (["--example", "barnet", "--council", "Camden"], "An example keeps its own council"),
        ],
    )
    def test_wrong_usage_ends_with_2_and_makes_nothing(
        self, tmp_path: Path, options: list[str], words: str
    ) -> None:
        result = run("init", tmp_path / "new", *options)
        assert result.exit_code == 2
        assert words in result.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_empty_ends_with_2(self, project: Path) -> None:
        before = sorted(project.rglob("*"))
        assert run("init", project).exit_code == 2
        assert run("init", project / "strategy" / "new", "--example", "barnet").exit_code == 2
        assert sorted(project.rglob("*")) == before

    def test_on_a_terminal_it_asks_until_the_answer_is_sound(self, tmp_path: Path) -> None:
        typed = ["Camden", "", "", "26-29", "2026 to 2029", "31 March 2026", "1 July 2026"]
        said = run_on_a_terminal(typed, "init", "camden", folder=tmp_path)
        assert '"26-29" is not an edition. Write the years like 2019 to 2023.' in said
        text = (tmp_path / "camden/strategy/strategy.yml").read_text("utf-8")
        assert "\ncouncil_name: Camden Council\n" in text
        assert "\nedition: 2026 to 2029\n" in text
        assert "\nas_at: 31 March 2026\n" in text
        assert "\npublished: 1 July 2026\n" in text

    def test_what_a_flag_gives_is_not_asked_for(self, tmp_path: Path) -> None:
        said = run_on_a_terminal([""] * 4, "init", "plan", *self.FLAGS, folder=tmp_path)
        assert "The council's name" not in said
        assert "The title of the strategy" in said
        text = (tmp_path / "plan/strategy/strategy.yml").read_text("utf-8")
        assert "\nedition: 2026 to 2029\n" in text

    def test_who_goes_away_leaves_nothing_behind(self, tmp_path: Path) -> None:
        run_on_a_terminal(["Camden", "\x04"], "init", "plan", folder=tmp_path, exit_code=1)
        assert list(tmp_path.iterdir()) == []


def run_on_a_terminal(typed: list[str], *arguments: str, folder: Path, exit_code: int = 0) -> str:
    """Runs a command that reads these lines from a terminal, and returns what it said."""
    ours, theirs = pty.openpty()
    for line in typed:
        os.write(ours, line.encode() + (b"" if line == "\x04" else b"\n"))
    done = subprocess.run(
        [sys.executable, "-m", "sufficiency", *arguments],
        cwd=folder,
        stdin=theirs,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == exit_code, done.stderr
    return done.stdout + done.stderr


class TestNew:
    def test_each_kind_has_its_own_help(self) -> None:
        listed = run_well("new", "--help").stdout
        for kind in ("section", "priority", "need", "fact", "figure"):
            assert f"  {kind} " in listed
            assert f" new {kind} [OPTIONS]" in run_well("new", kind, "--help").stdout

    @pytest.mark.parametrize(
        ("arguments", "place", "words"),
        [
            (
                ["section", "Care leavers", "--after", "carers"],
                "strategy/sections/40-care-leavers.md:1",
                "@sec-care-leavers",
            ),
            (["priority", "Care leavers"], "strategy/priorities/2-care-leavers.yml:1", "why"),
            (["need", "carers", "carers for babies"], "strategy/needs.yml:8", "carers_babies"),
            (
                ["fact", "fostered_then", "--indicator", "fostered"],
                "strategy/facts.yml:24",
                "It prints 45. Write {{ fostered_then }} in a section.",
            ),
            (
                ["figure", "homes", "--kind", "bar", "--indicator", "weekly_cost"],
                "strategy/figures.yml:15",
                '{{ figure("homes") }}',
            ),
        ],
        ids=lambda value: value[0] if isinstance(value, list) else None,
    )
    def test_it_tells_where_it_wrote_and_what_to_do_next(
        self, project: Path, arguments: list[str], place: str, words: str
    ) -> None:
        result = run_well("new", *arguments, "--project", project)
        first, second = result.stdout.splitlines()
        assert first == f"{project.as_posix()}/{place}"
        assert words in second
        said = run("check", "--project", project).stderr
        assert set(re.findall(r"\[([A-Z]+-?[A-Z]+)\]$", said, re.M)) <= {
            "TODO-OPEN",
            "PLACED-NOWHERE",
        }

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["section", "Homes", "--after", "carrers"], 'Did you mean "carers"?'),
            (["section", "Homes", "--parent", "summry"], 'Did you mean "summary"?'),
            (["need", "carer", "more"], 'There is no box "carer". Did you mean "carers"?'),
            (["fact", "a", "--indicator", "fosterd"], 'Did you mean "fostered"?'),
            (["fact", "a", "--indicator", "fostered", "--where", "x"], "no selection"),
            (["fact", "a"], "Say what the fact is made from"),
            (["figure", "a", "--kind", "pie", "--indicator", "fostered"], '"pie" is not one of'),
        ],
    )
    def test_wrong_usage_ends_with_2_and_writes_nothing(
        self, project: Path, arguments: list[str], words: str
    ) -> None:
        before = _contents(project)
        result = run("new", *arguments, "--project", project)
        assert result.exit_code == 2
        assert words in result.stderr
        assert _contents(project) == before

    def test_a_file_with_problems_ends_with_1_and_stays_as_it_is(self, project: Path) -> None:
        write_project(project, replaced("strategy/facts.yml", "formula:", "formla:"))
        before = _contents(project)
        result = run("new", "fact", "a", "--indicator", "fostered", "--project", project)
        assert result.exit_code == 1
        assert "strategy/facts.yml has a problem, so nothing was written to it." in result.stderr
        assert _contents(project) == before

    def test_a_folder_without_a_strategy_ends_with_2(self, tmp_path: Path) -> None:
        result = run("new", "priority", "Homes", "--project", tmp_path)
        assert result.exit_code == 2
        assert "There is no strategy folder in" in result.stderr


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
