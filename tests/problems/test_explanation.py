"""What `sufficiency explain` says of a code, and that what every code says is true."""

from collections.abc import Callable

import pytest

from sufficiency import pipeline  # noqa: F401  (loads every room, and so every code)
from sufficiency.extracts.headed import Expected, read_table
from sufficiency.problems import Location, Problem, all_codes, explain_code
from sufficiency.prose.refused import refused_markup
from sufficiency.sources import Text, parse_yaml, read_csv_rows
from tests.problems.made import ENTRY, MEANING, WARNING

CODES = all_codes()


class TestExplainCode:
    def test_it_says_what_why_how_and_shows_both_examples(self) -> None:
        assert explain_code(MEANING) == (
            "MADE-MEANING: A meaning\n"
            "\n"
            "It matters.\n"
            "\n"
            "How to mend it: Mend it.\n"
            "\n"
            "For example, this is a problem:\n"
            "\n"
            "    a: 1\n"
            "    b: 2\n"
            "\n"
            "And this is right:\n"
            "\n"
            "    a: 2"
        )

    def test_a_code_without_examples_shows_none(self) -> None:
        assert explain_code(ENTRY).endswith("How to mend it: Mend it.")

    def test_a_warning_is_called_one(self) -> None:
        assert "\n\nFor example, this is a warning:\n\n    x: 1" in explain_code(WARNING)


class TestEveryCode:
    @pytest.mark.parametrize("id", sorted(CODES))
    def test_it_has_an_example_and_the_same_put_right(self, id: str) -> None:
        code = CODES[id]
        assert code.example.strip()
        assert code.mended.strip()
        assert code.example != code.mended

    @pytest.mark.parametrize("id", sorted(CODES))
    def test_it_says_what_why_and_how_in_whole_sentences(self, id: str) -> None:
        code = CODES[id]
        assert code.title[0].isupper()
        assert not code.title.endswith(".")
        assert code.why.endswith(".")
        assert code.mend.endswith(".")

    @pytest.mark.parametrize("id", sorted(CODES))
    def test_its_examples_fit_an_authors_screen(self, id: str) -> None:
        code = CODES[id]
        assert max(map(len, (code.example + "\n" + code.mended).splitlines())) <= 76


def found_in_yaml(text: str) -> list[Problem]:
    return parse_yaml(text, "strategy/needs.yml")[1]


def found_in_csv(text: str) -> list[Problem]:
    return read_csv_rows(text.encode(), "data/children.csv")[1]


def found_in_a_table(text: str) -> list[Problem]:
    rows, problems = read_csv_rows(text.encode(), "data/children.csv")
    assert rows is not None
    expected = Expected(["council"], None, Location("data/catalogue.yml"))
    return problems + read_table(rows, expected)[1]


def found_in_prose(text: str) -> list[Problem]:
    return refused_markup(Text(text), {})


class TestExamples:
    """Where a room can judge a fragment by itself, the examples are put to it."""

    @pytest.mark.parametrize(
        ("id", "judge"),
        [
            ("YAML-SYNTAX", found_in_yaml),
            ("YAML-SHAPE", found_in_yaml),
            ("YAML-KEY-TWICE", found_in_yaml),
            ("YAML-ANCHOR", found_in_yaml),
            ("YAML-CUT", found_in_yaml),
            ("CSV-MARK", found_in_csv),
            ("CSV-QUOTES", found_in_csv),
            ("TABLE-HEADER", found_in_a_table),
            ("TABLE-ROW", found_in_a_table),
            ("HEADER-AGAIN", found_in_a_table),
            ("MARKUP-REFUSED", found_in_prose),
        ],
    )
    def test_the_one_is_a_problem_and_the_other_is_right(
        self, id: str, judge: Callable[[str], list[Problem]]
    ) -> None:
        assert {problem.code.id for problem in judge(CODES[id].example)} == {id}
        assert judge(CODES[id].mended) == []
