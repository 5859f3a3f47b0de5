"""Terms that stand for nothing that is printed."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems import Problem, Severity
from tests.a_project import replaced, write_project


def told(folder: Path, terms: str, *more: dict[str, str | bytes | None]) -> list[Problem]:
    changes = replaced("strategy/strategy.yml", "strands:\n", f"terms: {terms}\nstrands:\n")
    for change in more:
        changes |= change
    return pipeline.understand(write_project(folder, changes), cache=Cache(cache_folder()))[1]


class TestCheckTerms:
    @pytest.mark.parametrize(
        "term",
        [
            "children",  # a label, a noun
            "child",  # a noun for one
            "agency",  # a category of an extract
            "home",  # a breakdown
            "gap",  # the name of a formula
            "foster homes",  # a phrase
            "confidentiality",  # what a symbol means
            "glossary",  # a template
            "licence",  # a template's table
            "vow of: Promise",  # what code says
            "owner",  # a column of the plan
            "themes",  # a gap
        ],
    )
    def test_a_word_that_the_tool_may_print_is_let_through(self, tmp_path: Path, term: str) -> None:
        term = term.partition(": ")[2] or term
        assert told(tmp_path, f"{{{term}: other}}") == []

    @pytest.mark.parametrize(
        ("term", "mend"),
        [
            ("chidren", 'Did you mean "children"?'),
            ("zzz", "Correct the spelling, or delete the term."),
            ("Ambleford", "Correct the spelling"),  # a place keeps its name
        ],
    )
    def test_any_other_is_told_where_it_stands(self, tmp_path: Path, term: str, mend: str) -> None:
        (problem,) = told(tmp_path, f"{{{term}: other}}")
        assert problem.message == f'nothing that the tool prints says "{term}".'
        assert problem.mend.startswith(mend)
        assert (problem.at.path, problem.at.line) == ("strategy/strategy.yml", 11)

    def test_it_is_a_warning(self, tmp_path: Path) -> None:
        (problem,) = told(tmp_path, "{zzz: other}")
        assert problem.code.severity is Severity.WARNING

    def test_where_a_table_could_not_be_made_none_is_told(self, tmp_path: Path) -> None:
        broken = replaced("data/costs.csv", "675", "many")
        assert [one.code.id for one in told(tmp_path, "{zzz: a}", broken)] == ["CELL-TYPE"]
