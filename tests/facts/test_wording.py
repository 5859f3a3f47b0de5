"""Rounding and wording, with hand-computed figures and for any figure at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts import wording
from sufficiency.facts.wording import round_half_up
from sufficiency.tables import Noun, Unit

FIGURES = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=6
)


class TestRoundHalfUp:
    @pytest.mark.parametrize(
        ("value", "rounded"),
        [
            ("0.5", "1"),
            ("1.5", "2"),
            ("2.5", "3"),
            ("17.5", "18"),
            ("17.4999", "17"),
            ("-0.5", "-1"),
            ("-2.5", "-3"),
            ("0.4", "0"),
        ],
    )
    def test_halves_go_away_from_zero(self, value: str, rounded: str) -> None:
        assert round_half_up(Decimal(value)) == Decimal(rounded)

    def test_digits_after_the_point_round_alike(self) -> None:
        assert str(round_half_up(Decimal("32.05"), 1)) == "32.1"
        assert str(round_half_up(Decimal("32.04"), 1)) == "32.0"

    @given(FIGURES, st.integers(0, 6))
    def test_no_figure_moves_further_than_half_a_step(self, value: Decimal, decimals: int) -> None:
        step = Decimal(1).scaleb(-decimals)
        rounded = round_half_up(value, decimals)
        assert abs(rounded - value) <= step / 2
        assert rounded % step == 0

    @given(st.integers(-(10**9), 10**9))
    def test_a_half_always_goes_up_in_size(self, whole: int) -> None:
        half = Decimal(abs(whole)) + Decimal("0.5")
        assert round_half_up(half) == abs(whole) + 1
        assert round_half_up(-half) == -(abs(whole) + 1)


class TestSayNumber:
    @pytest.mark.parametrize(
        ("value", "unit", "decimals", "said"),
        [
            ("1234", Unit.COUNT, None, "1,234"),
            ("18.75", Unit.PERCENTAGE, None, "19%"),
            ("17.5", Unit.PERCENTAGE, 1, "17.5%"),
            ("32.14", Unit.RATE_PER_10000, None, "32.1"),
            ("675", Unit.POUNDS_A_WEEK, None, "£675"),
            ("75.5", Unit.POUNDS, 2, "£75.50"),
            ("-5", Unit.POUNDS, None, "−£5"),
            ("-5", Unit.PERCENTAGE, None, "−5%"),
            ("-0.4", Unit.COUNT, None, "0"),
            ("1e9", Unit.NUMBER, None, "1,000,000,000"),
        ],
    )
    def test_it_prints_as_gov_uk_does(
        self, value: str, unit: Unit, decimals: int | None, said: str
    ) -> None:
        assert wording.say_number(Decimal(value), unit, decimals) == said


class TestSayValue:
    @pytest.mark.parametrize(
        ("unit", "said"),
        [
            (Unit.COUNT, "675"),
            (Unit.RATE_PER_10000, "675.0 per 10,000"),
            (Unit.POUNDS_A_WEEK, "£675 a week"),
            (Unit.POUNDS, "£675"),
            (Unit.PERCENTAGE, "675%"),
            (Unit.NUMBER, "675"),
        ],
    )
    def test_the_unit_stands_behind(self, unit: Unit, said: str) -> None:
        assert wording.say_value(Decimal(675), unit) == said


class TestSayDifference:
    def test_of_a_percentage_it_is_in_percentage_points(self) -> None:
        points = [wording.say_difference(Decimal(n), Unit.PERCENTAGE) for n in (1, 3)]
        assert points == ["1 percentage point", "3 percentage points"]

    def test_of_anything_else_it_is_in_the_unit(self) -> None:
        assert wording.say_difference(Decimal(261), Unit.POUNDS_A_WEEK) == "£261 a week"


class TestSayGap:
    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("3", "3 percentage points higher"),
            ("-1.4", "1 percentage point lower"),
            ("-0.4", "no higher or lower"),
            ("0", "no higher or lower"),
        ],
    )
    def test_the_word_goes_the_way_of_the_printed_figure(self, value: str, said: str) -> None:
        words = (Unit.PERCENTAGE_POINTS, 0, "higher", "lower")
        assert wording.say_gap(Decimal(value), *words) == said


class TestSayCount:
    @pytest.mark.parametrize(("count", "said"), [(0, "0 homes"), (1, "one home"), (2, "2 homes")])
    def test_the_noun_agrees(self, count: int, said: str) -> None:
        assert wording.say_count(Decimal(count), Noun("home", "homes")) == said

    @pytest.mark.parametrize(
        ("count", "decimals", "said"),
        [
            ("2.5", 1, "2.5 homes"),
            ("2.5", 0, "3 homes"),
            ("1", 1, "1.0 homes"),
            ("0.6", 0, "one home"),
        ],
    )
    def test_it_has_the_digits_of_its_figure_and_the_noun_agrees_with_what_is_printed(
        self, count: str, decimals: int, said: str
    ) -> None:
        assert wording.say_count(Decimal(count), Noun("home", "homes"), decimals) == said


class TestSayPosition:
    @pytest.mark.parametrize(
        ("position", "said"),
        [
            (1, "highest"),
            (2, "second highest"),
            (10, "tenth highest"),
            (11, "11th highest"),
            (12, "12th highest"),
            (13, "13th highest"),
            (21, "21st highest"),
            (22, "22nd highest"),
            (23, "23rd highest"),
            (111, "111th highest"),
        ],
    )
    def test_it_is_an_ordinal(self, position: int, said: str) -> None:
        assert wording.say_position(position, "highest") == said


class TestShownDifference:
    def test_it_is_that_of_the_figures_as_printed(self) -> None:
        assert wording.shown_difference(Decimal("34.5"), Decimal("37.4"), 0) == 2
        assert wording.shown_difference(Decimal("10.44"), Decimal("12.66"), 1) == Decimal("2.3")

    def test_there_is_none_between_figures_that_print_alike(self) -> None:
        assert wording.shown_difference(Decimal("10.6"), Decimal("11.4"), 0) == 0

    def test_figures_that_differ_in_print_never_differ_by_nothing(self) -> None:
        assert wording.shown_difference(Decimal("10.4"), Decimal("10.6"), 0) == 1
