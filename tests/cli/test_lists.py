"""Commands that list or name something."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sufficiency.problems import all_codes
from tests.cli.running import run


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


class TestEvidence:
    def test_a_number_is_followed_to_its_row(self, project: Path) -> None:
        assert "data/children.csv, line" in run("evidence", "1", "--project", project).stdout

    def test_what_is_not_printed_ends_with_2(self, project: Path) -> None:
        assert run("evidence", "zebra", "--project", project).exit_code == 2


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


class TestCache:
    def test_it_names_the_folder_and_empties_it(
        self, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SUFFICIENCY_CACHE", str(tmp_path / "cache"))
        run("check", "--project", project)
        assert run("cache").stdout == f"{tmp_path / 'cache'}: 2 entries, 0.0 MB\n"
        assert run("cache", "--empty").stdout.endswith("Emptied.\n")
        assert list((tmp_path / "cache").iterdir()) == []
