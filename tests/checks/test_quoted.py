"""A number quoted from an extract is one of its figures."""

from pathlib import Path

import pytest

from tests.a_project import replaced
from tests.checks.finding import Changes, codes, told

SUMMARY = "strategy/sections/10-summary.md"


def quoting(words: str, source: str = "children") -> Changes:
    return replaced(SUMMARY, '[12 enquiries]{source="register"}', f'[{words}]{{source="{source}"}}')


class TestQuoted:
    @pytest.mark.parametrize(
        ("words", "source"),
        [
            ("60 children", "children"),
            ("from 58 to 60", "children"),
            ("£936", "costs"),
            ("many children", "children"),
            ("999 enquiries", "register"),
        ],
    )
    def test_what_its_source_holds_is_let_through(
        self, tmp_path: Path, words: str, source: str
    ) -> None:
        assert "QUOTED-NOT-THERE" not in codes(tmp_path, quoting(words, source))

    @pytest.mark.parametrize(
        ("words", "number"),
        [("999 children", "999"), ("from 58 to 61", "61"), ("1,060 children", "1,060")],
    )
    def test_what_it_does_not_hold_is_told(self, tmp_path: Path, words: str, number: str) -> None:
        message = f"no figure that indicators read from data/children.csv is {number}."
        assert message in told(tmp_path, quoting(words))

    def test_nothing_is_told_of_an_extract_that_is_not_read_whole(self, tmp_path: Path) -> None:
        changes = quoting("999 children") | replaced(
            "data/indicators.yml",
            "label: Children in foster homes\n    unit: count",
            "unit: counts",
        )
        assert "QUOTED-NOT-THERE" not in codes(tmp_path, changes)
