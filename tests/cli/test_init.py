"""A new project, from answers or from an example."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run, run_well

ROOT = Path(__file__).resolve().parents[2]


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
