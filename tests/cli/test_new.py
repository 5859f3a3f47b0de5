"""What is added to a project, and what is refused."""

import re
from pathlib import Path

import pytest

from tests.a_project import replaced, write_project
from tests.authoring.test_starter import files_of_at_most
from tests.cli.running import run, run_well


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
            "NEED-UNANSWERED",
            "ACTION-UNTIED",
            "PRIORITY-UNMEASURED",
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

    def test_a_full_disk_ends_with_3_and_leaves_all_as_it_was(self, project: Path) -> None:
        before = _contents(project)
        with files_of_at_most(100):
            result = run("new", "fact", "a", "--indicator", "fostered", "--project", project)
        assert result.exit_code == 3
        assert result.stderr.startswith('"facts.yml" could not be written: the disk ')
        assert _contents(project) == before

    def test_a_folder_without_a_strategy_ends_with_2(self, tmp_path: Path) -> None:
        result = run("new", "priority", "Homes", "--project", tmp_path)
        assert result.exit_code == 2
        assert "There is no strategy folder in" in result.stderr


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestWhere:
    """What selects rows: ``--where "column=category"``."""

    def test_columns_and_categories_are_written_as_they_are(self, project: Path) -> None:
        arguments = ["fact", "a", "--indicator", "weekly_cost", "--where", " home=Own carers"]
        run_well("new", *arguments, "--project", project)
        facts = (project / "strategy/facts.yml").read_text("utf-8")
        assert "\n    where: {home: Own carers}\n" in facts.partition("\n  a:\n")[2]

    def test_a_category_may_hold_an_equals_sign(self, project: Path) -> None:
        arguments = ["fact", "a", "--indicator", "weekly_cost", "--where", "home=a=b"]
        result = run("new", *arguments, "--project", project)
        assert 'has no figure for the home "a=b"' in result.stderr

    @pytest.mark.parametrize("pair", ["home", "=x", "home=", " = "])
    def test_anything_else_ends_with_2(self, project: Path, pair: str) -> None:
        arguments = ["fact", "a", "--indicator", "weekly_cost", "--where", pair]
        result = run("new", *arguments, "--project", project)
        assert result.exit_code == 2
        assert f'"{pair}" is no selection.' in result.stderr
