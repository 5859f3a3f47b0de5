"""A place among others."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts.compared import comparison_forms, stand_among
from sufficiency.tables import Status
from tests.released import fact, row, table

RANK = "rank: {rank: in_care, among: neighbours}"


def higher(own: int, others: list[int], listed: int) -> str:
    forms = comparison_forms(Decimal(own), [Decimal(one) for one in others], listed, "neighbours")
    return forms["higher_than"]


class TestComparisonForms:
    @pytest.mark.parametrize(
        ("own", "others", "listed", "said"),
        [
            (5, [1, 2, 9], 3, "higher than 2 of the 3 neighbours"),
            (9, [1, 2, 3], 3, "higher than all 3 neighbours"),
            (1, [1, 2, 3], 3, "higher than none of the 3 neighbours"),
            (5, [1, 2, 9], 10, "higher than 2 of the 3 neighbours with figures"),
            (9, [1, 2, 3], 10, "higher than all 3 neighbours with figures"),
        ],
    )
    def test_it_counts_those_that_are_lower(
        self, own: int, others: list[int], listed: int, said: str
    ) -> None:
        assert higher(own, others, listed) == said

    def test_a_tie_is_neither_higher_nor_lower(self) -> None:
        forms = comparison_forms(Decimal(5), [Decimal(5), Decimal(5)], 2, "neighbours")
        assert forms == {
            "higher_than": "higher than none of the 2 neighbours",
            "lower_than": "lower than none of the 2 neighbours",
        }

    def test_one_other_place_is_no_group(self) -> None:
        assert comparison_forms(Decimal(5), [Decimal(4)], 2, "neighbours") == {}

    def test_a_rank_has_them_without_the_place_itself(self) -> None:
        rows = [row("Ambleford", 2019, 5), row("Briarton", 2019, 8), row("Copseham", 2019, 2)]
        assert fact(RANK, table(*rows)).forms["lower_than"] == "lower than 1 of the 2 neighbours"

    def test_a_rank_among_one_place_with_a_figure_has_none(self) -> None:
        rows = [row("Ambleford", 2019, 5), row("Briarton", 2019, 8)]
        hidden = row("Copseham", 2019, Status.NOT_AVAILABLE)
        assert "higher_than" not in fact(RANK, table(*rows, hidden)).forms


FIGURES = st.integers(0, 30)
OTHERS = st.lists(FIGURES, min_size=2, max_size=9)


class TestAnyFigures:
    @given(FIGURES, OTHERS)
    def test_the_words_never_contradict_them(self, own: int, others: list[int]) -> None:
        listed = len(others)
        figures = [Decimal(one) for one in others]
        forms = comparison_forms(Decimal(own), figures, listed, "neighbours")
        assert forms["higher_than"].startswith("higher than all") == (own > max(others))
        assert forms["higher_than"].startswith("higher than none") == (own <= min(others))
        assert forms["lower_than"].startswith("lower than all") == (own < min(others))
        assert forms["lower_than"].startswith("lower than none") == (own >= max(others))

    @given(FIGURES, OTHERS)
    def test_nobody_stands_first_with_others_ahead(self, own: int, others: list[int]) -> None:
        places = {f"Place {number}": Decimal(one) for number, one in enumerate(others)}
        figures = {**places, "Ambleford": Decimal(own)}
        for order, first in (("highest", max), ("lowest", min)):
            _, forms = stand_among(figures, "Ambleford", order, len(others), "neighbours")  # type: ignore[arg-type]
            position = forms["position"].removeprefix("joint ")
            assert (position == order) == (own == first([own, *others]))
            assert forms["position"].startswith("joint ") == (own in others)
