"""Words before a rounded number that say on which side of it the figure is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts import Fact
from sufficiency.facts.wording import round_half_up
from sufficiency.prose.hedges import untrue_hedge
from sufficiency.tables import Unit
from tests.released import fact, row, table


def a_share(figure: str | Decimal, decimals: int = 0) -> Fact:
    """A percentage that is printed with so many digits after the point."""
    given = table(row("Ambleford", 2019, figure), unit=Unit.PERCENTAGE, decimals=decimals)
    return fact("share: {indicator: in_care}", given)


def told(before: str, figure: str, after: str = " of the children.") -> bool:
    share = a_share(figure)
    return untrue_hedge(share.said, share, before, after) is not None


class TestUntrueHedge:
    @pytest.mark.parametrize(
        ("before", "figure"),
        [
            ("More than ", "66.6"),
            ("over **", "66.6"),
            ("at\nleast ", "66.6"),
            ("less than ", "67.4"),
            ("no more than ", "67.4"),
            ("nearly ", "67.4"),
            ("almost ", "67"),
            ("just over ", "66.6"),
            ("just under ", "67.4"),
        ],
    )
    def test_of_a_figure_on_the_other_side_is_told(self, before: str, figure: str) -> None:
        assert told(before, figure)

    @pytest.mark.parametrize(
        ("before", "figure", "after"),
        [
            ("More than ", "67.4", " of them"),
            ("nearly ", "66.6", " of them"),
            ("just over ", "67.4", " of them"),
            ("at least ", "67", " of them"),
            ("about ", "66.6", " of them"),
            # What is more than the figure need not be the figure.
            ("That is more than ", "66.6", "."),
            ("It is less than ", "67.4", " in London"),
            ("over many years ", "66.6", " of them"),
        ],
    )
    def test_others_are_let_be(self, before: str, figure: str, after: str) -> None:
        assert not told(before, figure, after)

    def test_it_offers_the_form_that_chooses_its_words(self) -> None:
        share = a_share("66.6")
        message, mend = untrue_hedge("67%", share, "More than ", " of them") or ("", "")
        assert message == 'the sentence says "more than" 67%, and "share" is 66.6%.'
        assert "{{ share | as_fraction }}" in mend

    @given(
        st.decimals(1, 99, places=3),
        st.integers(0, 2),
        st.sampled_from(["more than", "less than", "nearly", "just over", "at least", "at most"]),
    )
    def test_what_is_let_be_is_true_of_the_figure(
        self, figure: Decimal, decimals: int, word: str
    ) -> None:
        share = a_share(figure, decimals)
        printed = round_half_up(figure, decimals)
        if untrue_hedge(share.said, share, f"{word} ", " of them") is None:
            assert {
                "more than": figure >= printed,
                "less than": figure <= printed,
                "nearly": figure < printed,
                "just over": figure > printed,
                "at least": figure >= printed,
                "at most": figure <= printed,
            }[word]
