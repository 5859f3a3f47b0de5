"""GitHub's workflow commands: one line each, with what has a meaning there escaped."""

import re
from pathlib import Path

from sufficiency.problems import Findings, Location, Problem
from sufficiency.problems.reports import REPORTS
from tests.problems.made import ENTRY, WARNING, found
from tests.problems.reports.many import find_many

COMMAND = re.compile(
    r"::(?:error|warning) file=[^,:\n]+,line=\d+,col=\d+,title=[^,:\n]+::[^\n\r]+\n"
)


def commands(findings: Findings) -> str:
    return REPORTS["github"](findings)


class TestGithub:
    def test_a_problem_is_an_error_at_its_place(self) -> None:
        assert commands(Findings([found(ENTRY, "strategy/a.yml", 2, 5)], folder="here/")) == (
            "::error file=here/strategy/a.yml,line=2,col=5,title=MADE-ENTRY%3A An entry"
            "::this is wrong.\n"
        )

    def test_a_cell_of_a_workbook_stands_in_the_message(self) -> None:
        problem = Problem(ENTRY, Location("a.xlsx", 5, 3, "My costs"), "this is wrong.")
        assert commands(Findings([problem])) == (
            "::error file=a.xlsx,title=MADE-ENTRY%3A An entry::'My costs'!C5: this is wrong.\n"
        )

    def test_a_warning_is_one(self) -> None:
        assert commands(Findings([found(WARNING, "a")])).startswith("::warning file=a,")

    def test_line_ends_and_percent_signs_of_a_message_are_escaped(self) -> None:
        text = commands(Findings([found(ENTRY, "a", message="100% is,\r\n::error::wrong: so.")]))
        assert text.endswith("::100%25 is,%0D%0A::error::wrong: so.\n")
        assert text.count("\n") == 1

    def test_nothing_moves_a_cursor_or_turns_words_round(self) -> None:
        told = found(ENTRY, "a\x1b[31m.md", message="b\x1b[2J \u202e c.")
        assert commands(Findings([told])).rstrip("\n").isprintable()

    def test_commas_and_colons_of_a_path_are_escaped(self) -> None:
        assert "file=a%2Cb%3A%25.md,line=1" in commands(Findings([found(ENTRY, "a,b:%.md")]))

    def test_without_a_problem_nothing_is_said(self) -> None:
        assert commands(Findings([])) == ""

    def test_every_line_of_a_project_is_a_command(self, tmp_path: Path) -> None:
        findings = find_many(tmp_path)
        text = commands(findings)
        assert COMMAND.sub("", text) == ""
        assert text.count("\n") == len(findings.problems)
        assert "a boy of nine" not in text
