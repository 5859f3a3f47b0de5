"""The rules against labels that were made before them, where the published texts are at hand."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.prose.measured import judge

SEEDS_AT_HAND = os.environ.get("SUFFICIENCY_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS_AT_HAND, reason="SUFFICIENCY_SEEDS names no folder")


@pytest.mark.parametrize("name", ["barnet_2019", "barnet_2023"])
class TestBarnet:
    def test_every_figure_is_found(self, name: str) -> None:
        judged = judge(name, Path(SEEDS_AT_HAND))
        assert [one.label for one in judged if one.outcome == "missed"] == []

    def test_false_alarms_are_rows_that_no_column_counts(self, name: str) -> None:
        """Four numbers of rows, each in a paragraph of its own since they came from a web page."""
        alarms = [one for one in judge(name, Path(SEEDS_AT_HAND)) if one.outcome == "false alarm"]
        assert {one.label.kind for one in alarms} <= {"list"}
        assert len(alarms) == (4 if name == "barnet_2019" else 0)


class TestLeeds:
    def test_it_is_as_docs_numbers_says(self) -> None:
        judged = judge("leeds_2024", Path(SEEDS_AT_HAND))
        found = Counter((one.is_word, one.outcome) for one in judged)
        assert found == {
            (False, "let pass"): 41,
            (False, "false alarm"): 2,
            (True, "let pass"): 17,
            (True, "found"): 1,
        }
