"""Which formulas are differences; what a formula gives is told in ``test_derived``."""

import pytest

from sufficiency.facts.arithmetic import is_difference


class TestIsDifference:
    @pytest.mark.parametrize(
        "formula",
        ["a - b", "(a + b) / 2 - c", "a - 400", "2 * (a - b)", "(a - b) / b * 100", "(a - b) / 2"],
    )
    def test_one_figure_less_another_is_and_may_be_scaled(self, formula: str) -> None:
        assert is_difference(formula)

    @pytest.mark.parametrize(
        "formula",
        [
            "a",
            "a + b",
            "(a + b) / 2 - c + c",
            "a * (3 - 1)",
            "2 * (3 - 1)",
            "a / (b - c)",
            "(a - b) / (b - c)",
            "a * (b - c)",
        ],
    )
    def test_what_only_holds_one_is_none(self, formula: str) -> None:
        assert not is_difference(formula)
