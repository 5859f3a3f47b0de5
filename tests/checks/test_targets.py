"""Targets of the plan: what is told, and above all what is not."""

from pathlib import Path

import pytest

from tests.a_project import replaced
from tests.checks.finding import PRIORITY, Changes, codes, problems_of, told

INDICATORS = "data/indicators.yml"


def measure(
    target: str, baseline: str = "low", *, better: str = "higher", unit: str = "count"
) -> Changes:
    """A measure on the children in foster homes, of whom there are 45."""
    given = f"indicator: fostered\n    baseline: '{baseline}'\n    target: '{target}'"
    label = "label: Children in foster homes\n    unit: "
    return {
        **replaced(PRIORITY, "indicator: fostered", given),
        **replaced(INDICATORS, f"{label}count", f"{label}{unit}\n    better: {better}"),
        **replaced("data/catalogue.yml", "children: {type: count}", "children: {type: number}"),
    }


class TestTargets:
    @pytest.mark.parametrize(
        "target",
        [
            "50",
            "at least 46",
            "more than 45",
            "46 or more in 2022",
            "10 more",
            "a rise of 10",
            "40 new carers",
            "stay at this level",
            "between 40 and 50",
            "40%",
            "£40",
            "20 a year",
            "1 in 2",
            "half",
            "40 foster homes",
            "above 45 by March 2022",
            "40 to 60",
        ],
    )
    def test_a_target_ahead_or_in_other_words_is_let_through(
        self, tmp_path: Path, target: str
    ) -> None:
        assert told(tmp_path, measure(target)) == []

    @pytest.mark.parametrize(
        ("target", "baseline", "code"),
        [
            ("45", "low", "TARGET-MET"),
            ("more than 44", "low", "TARGET-MET"),
            ("40 by March 2022", "{{ fostered_now }} on 31 March 2019", "TARGET-DIRECTION"),
            ("40", '[41]{source="register"}, March 2019', "TARGET-DIRECTION"),
            ("40", '[30]{source="register"} (2018 to 2019)', "TARGET-MET"),
            ("at least 40", "{{ fostered_now }}", "TARGET-MET"),
            ("up to 60", "low", "TARGET-DIRECTION"),
            ("1,000 or fewer", "low", "TARGET-DIRECTION"),
        ],
    )
    def test_one_that_is_not_ahead_is_a_warning(
        self, tmp_path: Path, target: str, baseline: str, code: str
    ) -> None:
        (problem,) = problems_of(tmp_path, measure(target, baseline))
        assert (problem.code.id, problem.is_warning) == (code, True)

    @pytest.mark.parametrize(
        ("target", "expected"),
        [
            ("40", []),
            ("at most 40", []),
            ("50", ["TARGET-MET"]),
            ("at least 40", ["TARGET-DIRECTION"]),
        ],
    )
    def test_where_lower_is_better_it_is_the_other_way(
        self, tmp_path: Path, target: str, expected: list[str]
    ) -> None:
        assert codes(tmp_path, measure(target, better="lower")) == expected

    @pytest.mark.parametrize(
        ("unit", "target"),
        [
            ("percentage", "40% of children in our care"),
            ("£ a week", "£40 a week"),
            ("rate per 10,000", "40 per 10,000"),
            ("£", "£40.50"),
            ("number", "40"),
        ],
    )
    def test_each_unit_is_read_as_it_is_written(
        self, tmp_path: Path, unit: str, target: str
    ) -> None:
        assert "TARGET-MET" in codes(tmp_path, measure(target, unit=unit))

    @pytest.mark.parametrize(
        ("baseline", "expected"),
        [
            ("{{ cic_now }}", ["BASELINE-OTHER"]),
            ("{{ fostered_now }}", []),
            ("{{ fostered_share }}", []),
            ("{{ cic_now }}, of whom {{ fostered_now }}", []),
            ("low", []),
        ],
    )
    def test_a_baseline_has_to_do_with_the_measures_indicator(
        self, tmp_path: Path, baseline: str, expected: list[str]
    ) -> None:
        given = f'indicator: fostered\n    baseline: "{baseline}"'
        assert codes(tmp_path, replaced(PRIORITY, "indicator: fostered", given)) == expected

    def test_an_indicator_that_does_not_say_which_way_is_better_is_let_be(
        self, tmp_path: Path
    ) -> None:
        given = 'indicator: fostered\n    baseline: "{{ fostered_now }}"\n    target: 40'
        assert told(tmp_path, replaced(PRIORITY, "indicator: fostered", given)) == []

    @pytest.mark.parametrize("proof", ["evidence: A survey", "id: a"])
    def test_a_target_on_no_indicator_needs_no_baseline(self, tmp_path: Path, proof: str) -> None:
        given = f"{proof}\n    target: every child"
        changes = replaced(PRIORITY, "indicator: fostered", given)
        assert "TARGET-BASELINE" not in codes(tmp_path, changes)
