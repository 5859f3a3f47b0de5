"""Shares in words: at each border of each hedge, and for any share at all."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sufficiency.facts.ratio import (
    FRACTIONS,
    JUST,
    NEARLY,
    ratio_forms,
    say_fraction,
    say_half,
    say_one_in,
)
from sufficiency.facts.wording import round_half_up

BORDERS = [
    Decimal(fraction.numerator * 100) / fraction.denominator + distance + step
    for fraction in [*FRACTIONS, Fraction(0), Fraction(1)]
    for distance in (Decimal(0), JUST, -JUST, -NEARLY, Decimal(-2), Decimal("-2.5"))
    for step in (Decimal(0), Decimal("0.01"), Decimal("-0.01"))
]
ANY_SHARE = st.one_of(
    st.sampled_from([share for share in BORDERS if 0 <= share <= 100]),
    st.decimals(0, 100, places=3, allow_nan=False),
    st.builds(
        lambda part, more: Decimal(part * 100) / (part + more or 1),
        st.integers(0, 400),
        st.integers(0, 400),
    ),
)
VALUES = {name: fraction for fraction, names in FRACTIONS.items() for name in names}


def claimed(words: str) -> tuple[str, Decimal]:
    """The hedge, and the percentage of the fraction that it hedges."""
    name = next(name for name in sorted(VALUES, key=len, reverse=True) if words.endswith(name))
    fraction = VALUES[name]
    return words.removesuffix(name).strip(), Decimal(
        fraction.numerator * 100
    ) / fraction.denominator


def is_true(words: str, share: Decimal, decimals: int) -> bool:
    """Whether the words are true of a share, and of it as it is printed, by what each hedge means
    in plain English."""
    if words in ("none", "all"):
        return share == {"none": 0, "all": 100}[words]
    if words == "nearly all":
        return 100 - NEARLY <= share < 100
    hedge, value = claimed(words)
    shown = round_half_up(share, decimals)
    is_alike = shown == round_half_up(value, decimals)
    is_near = abs(share - value) <= JUST
    is_more, is_less = min(share, shown) > value, max(share, shown) < value
    return {
        "exactly": abs(share - value) < Decimal("1e-9") and is_alike,
        "about": is_near or is_alike,
        "just over": is_near and is_more,
        "just under": is_near and is_less,
        "more than": is_more,
        "less than": is_less,
        "nearly": is_less and share >= value - NEARLY and share >= value * 9 / 10,
    }[hedge]


class TestSayFraction:
    @pytest.mark.parametrize(
        ("share", "said"),
        [
            ("0", "none"),
            ("0.4", "less than a tenth"),
            # A tenth of a tenth is a point: nothing is nearly one, and not just under it.
            ("7", "less than a tenth"),
            ("8.9", "less than a tenth"),
            ("9", "just under a tenth"),
            ("10", "exactly a tenth"),
            ("11", "just over a tenth"),
            ("11.1", "more than a tenth"),
            # A tenth of the fraction below it, or three points: the less of the two.
            ("17.9", "more than a tenth"),
            ("18", "nearly a fifth"),
            ("22.4", "more than a fifth"),
            ("22.5", "nearly a quarter"),
            ("30.4", "nearly a third"),
            ("24", "just under a quarter"),
            ("33", "about a third"),
            ("44.1", "more than two-fifths"),
            ("47", "nearly half"),
            ("49.4", "just under half"),
            ("49.6", "about half"),
            ("50", "exactly half"),
            ("50.6", "just over half"),
            ("65", "nearly two-thirds"),
            ("67.3", "about two-thirds"),
            ("68", "more than two-thirds"),
            ("96.9", "more than nine-tenths"),
            ("97", "nearly all"),
            ("100", "all"),
        ],
    )
    def test_each_hedge_holds_at_its_borders(self, share: str, said: str) -> None:
        assert say_fraction(Decimal(share)) == said

    def test_a_third_of_a_count_is_exactly_a_third(self) -> None:
        assert say_fraction(Decimal(104) * 100 / 312) == "exactly a third"

    def test_what_prints_as_half_is_about_half_until_more_digits_are_printed(self) -> None:
        assert say_fraction(Decimal("50.4"), 0) == "about half"
        assert say_fraction(Decimal("50.4"), 1) == "just over half"

    @given(ANY_SHARE, st.integers(0, 2))
    @example(Decimal("50.4"), 0)
    def test_the_words_never_contradict_the_share(self, share: Decimal, decimals: int) -> None:
        assert is_true(say_fraction(share, decimals), share, decimals)


class TestSayOneIn:
    @pytest.mark.parametrize(
        ("share", "said"),
        [
            ("19", "about 1 in 5"),
            ("18.9", "nearly 1 in 5"),
            ("7", "less than 1 in 10"),
            ("20", "exactly 1 in 5"),
            ("21", "about 1 in 5"),
            ("21.1", "more than 1 in 5"),
            ("6", "less than 1 in 10"),
        ],
    )
    def test_each_hedge_holds_at_its_borders(self, share: str, said: str) -> None:
        assert say_one_in(Decimal(share)) == said

    @given(ANY_SHARE, st.integers(0, 2))
    def test_the_words_never_contradict_the_share(self, share: Decimal, decimals: int) -> None:
        assert is_true(say_one_in(share, decimals), share, decimals)


class TestSayHalf:
    @given(ANY_SHARE, st.integers(0, 2))
    @example(Decimal("50.4"), 0)
    def test_the_words_never_contradict_the_share(self, share: Decimal, decimals: int) -> None:
        assert is_true(say_half(share, decimals), share, decimals)


class TestRatioForms:
    @pytest.mark.parametrize("beyond", ["-0.1", "100.1", "250"])
    def test_what_is_no_part_of_a_whole_has_none(self, beyond: str) -> None:
        assert ratio_forms(Decimal(beyond), 0) == {}

    @given(ANY_SHARE)
    def test_no_hedge_is_left_without_a_fraction(self, share: Decimal) -> None:
        for words in ratio_forms(share, 0).values():
            assert re.search(r"none|all|half|[a-z]-?[a-z]+s?$|\d+ in \d+$", words)
