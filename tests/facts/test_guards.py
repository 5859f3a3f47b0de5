"""Guards: each holds exactly where its claim is true of the fact, and says what broke it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts import Fact
from sufficiency.facts.guards import COMPARES, MOVES, RANKS, Broken, Misfit, find_broken
from sufficiency.tables import Unit
from tests.released import fact, row, table

CHANGE = "change: {change: in_care, from: 31 March 2018}"
SHARE = """
part: {indicator: in_care}
whole: {indicator: all, period: 31 March 2019}
share: {share: part, of: whole}
"""


def changed(before: int, after: int) -> Fact:
    rows = row("Ambleford", 2018, before), row("Ambleford", 2019, after)
    return fact(CHANGE, table(*rows))


def shared(part: int, whole: int) -> Fact:
    parts = table(row("Ambleford", 2019, part))
    return fact(SHARE, parts, table(row("Ambleford", 2019, whole), id="all"))


def costs(pounds: str, name: str = "now", unit: Unit = Unit.POUNDS_A_WEEK) -> Fact:
    return fact(
        f"{name}: {{indicator: cost}}", table(row("Ambleford", 2019, pounds), id="cost", unit=unit)
    )


def ranked(own: int, order: str) -> Fact:
    rows = row("Ambleford", 2019, own), row("Briarton", 2019, 8), row("Copseham", 2019, 2)
    return fact(f"rank: {{rank: in_care, among: neighbours, order: {order}}}", table(*rows))


class TestMoves:
    @pytest.mark.parametrize(
        ("before", "after", "borne_out"),
        [
            (400, 500, {"must_rise", "must_not_fall"}),
            (500, 400, {"must_fall", "must_not_rise"}),
            (400, 401, {"must_not_rise", "must_not_fall", "must_change_little"}),
            (40, 33, {"must_not_rise", "must_not_fall", "must_change_little"}),
            (400, 400, {"must_not_rise", "must_not_fall", "must_change_little"}),
        ],
    )
    def test_noise_bears_out_neither_a_rise_nor_a_fall(
        self, before: int, after: int, borne_out: set[str]
    ) -> None:
        change = changed(before, after)
        assert {guard for guard in MOVES if find_broken(guard, change) is None} == borne_out

    def test_what_broke_it_is_said_with_both_figures_and_their_days(self) -> None:
        assert find_broken("must_fall", changed(400, 500)) == Broken(
            '"change" must fall', "it rose from 400 (31 March 2018) to 500 (31 March 2019)"
        )

    def test_of_noise_it_is_said_how_much_is_noise(self) -> None:
        broken = find_broken("must_fall", changed(40, 33))
        assert isinstance(broken, Broken)
        assert broken.values == (
            "it showed no clear change, from 40 (31 March 2018) to 33 (31 March 2019). Of "
            "figures as small as these, a change of up to 16.7 may be chance"
        )

    @pytest.mark.parametrize(
        ("guard", "offered"),
        [
            ("must_fall", "{{ now | must_be_below(earlier_fact) }}"),
            ("must_rise", "{{ now | must_be_above(earlier_fact) }}"),
            ("must_not_fall", "{{ now | must_be_at_least(earlier_fact) }}"),
            ("must_not_rise", "{{ now | must_be_at_most(earlier_fact) }}"),
            ("must_change_little", "`change` or `trend`"),
        ],
    )
    def test_a_figure_has_not_moved(self, guard: str, offered: str) -> None:
        found = find_broken(guard, costs("675"))
        assert isinstance(found, Misfit)
        assert found.mend.endswith(f"{offered}.")


class TestHalves:
    @pytest.mark.parametrize(
        ("part", "most", "least"),
        # 504 of 1,000 print as 50%: no reader would call that more than half.
        [(510, True, False), (504, False, False), (500, False, False), (490, False, True)],
    )
    def test_half_itself_and_what_prints_as_half_is_neither(
        self, part: int, most: bool, least: bool
    ) -> None:
        share = shared(part, 1000)
        assert (find_broken("must_be_most", share) is None) == most
        assert (find_broken("must_be_least", share) is None) == least

    def test_what_broke_it_shows_the_sum(self) -> None:
        assert find_broken("must_be_most", shared(147, 336)) == Broken(
            '"share" must be more than half (must_be_most)', "it is 44% (147 ÷ 336)"
        )

    def test_a_count_is_no_share(self) -> None:
        assert isinstance(find_broken("must_be_most", changed(1, 2)), Misfit)


class TestRanks:
    def test_only_the_first_from_that_end_bears_it_out(self) -> None:
        assert find_broken("must_be_highest", ranked(9, "highest")) is None
        assert find_broken("must_be_lowest", ranked(1, "lowest")) is None
        broken = find_broken("must_be_highest", ranked(5, "highest"))
        assert broken == Broken('"rank" must be highest', "it is second highest of 3")

    def test_whoever_shares_the_place_is_not_alone_there(self) -> None:
        broken = find_broken("must_be_highest", ranked(8, "highest"))
        assert broken == Broken('"rank" must be highest', "it is joint highest of 3")

    @pytest.mark.parametrize(("guard", "other"), [*zip(RANKS, ["lowest", "highest"], strict=True)])
    def test_a_rank_counted_from_the_other_end_does_not_suit(self, guard: str, other: str) -> None:
        assert isinstance(find_broken(guard, ranked(5, other)), Misfit)


class TestCompares:
    def test_facts_of_one_unit_are_compared(self) -> None:
        own, agency = costs("675", "own"), costs("936", "agency")
        assert find_broken("must_be_below", own, agency) is None
        assert find_broken("must_be_above", own, agency) == Broken(
            '"own" must be above "agency"',
            'it is £675 a week, and "agency" is £936 a week',
        )

    def test_facts_of_two_units_are_not(self) -> None:
        found = find_broken("must_be_above", costs("675"), costs("4", unit=Unit.COUNT))
        assert isinstance(found, Misfit)

    def test_a_number_is_taken_in_the_unit_of_the_fact(self) -> None:
        assert find_broken("must_be_below", costs("675"), Decimal("600.5")) == Broken(
            '"now" must be below £600.5 a week', "it is £675 a week"
        )

    def test_what_prints_alike_is_not_above(self) -> None:
        own, agency = costs("675.2", "own"), costs("675.4", "agency")
        assert find_broken("must_be_below", own, agency) is not None
        assert find_broken("must_be_at_most", own, agency) is None

    @pytest.mark.parametrize(
        ("guard", "number", "told"),
        [
            ("must_be_at_most", "17.6", "it is 17.63% (55 ÷ 312), rounded to 17.6%"),
            ("must_be_above", "17.6", "it is 17.63% (55 ÷ 312), rounded to 17.6%"),
            ("must_be_above", "18", "it is 17.6% (55 ÷ 312)"),
        ],
    )
    def test_as_many_digits_are_shown_as_it_takes_to_see_why(
        self, guard: str, number: str, told: str
    ) -> None:
        parts, wholes = (
            table(row("Ambleford", 2019, 55)),
            table(row("Ambleford", 2019, 312), id="all"),
        )
        share = fact(SHARE.replace("of: whole}", "of: whole, decimals: 1}"), parts, wholes)
        broken = find_broken(guard, share, Decimal(number))
        assert isinstance(broken, Broken)
        assert broken.values == told

    def test_of_two_facts_both_are_shown_with_them(self) -> None:
        broken = find_broken("must_be_below", costs("675.2", "own"), costs("675.4", "agency"))
        assert broken == Broken(
            '"own" must be below "agency"',
            "it is £675.2 a week, rounded to £675 a week, and "
            '"agency" is £675.4 a week, rounded to £675 a week',
        )

    @pytest.mark.parametrize(
        ("guard", "number", "is_vacuous"),
        [
            ("must_be_at_least", 0, True),
            ("must_be_above", -1, True),
            ("must_be_above", 0, False),
            ("must_be_at_least", 1, False),
            ("must_be_at_most", 60_000_000, False),
        ],
    )
    def test_what_any_figure_would_bear_out_guards_nothing(
        self, guard: str, number: int, is_vacuous: bool
    ) -> None:
        found = find_broken(guard, costs("675", unit=Unit.COUNT), Decimal(number))
        assert isinstance(found, Misfit) == is_vacuous
        assert found is None or is_vacuous

    def test_a_share_is_never_below_zero(self) -> None:
        assert isinstance(find_broken("must_be_at_least", shared(1, 2), Decimal(0)), Misfit)
        assert find_broken("must_be_most", shared(2, 3)) is None

    def test_a_fact_is_always_at_least_itself(self) -> None:
        found = find_broken("must_be_at_least", costs("675"), costs("675"))
        assert isinstance(found, Misfit)
        assert found.message == 'must_be_at_least(now) of "now" holds whatever the figures are.'
        assert find_broken("must_be_at_least", costs("675"), costs("675", "then")) is None

    @pytest.mark.parametrize("unit", [Unit.COUNT, Unit.PERCENTAGE])
    def test_a_change_of_any_unit_may_be_below_zero(self, unit: Unit) -> None:
        rows = row("Ambleford", 2018, 40), row("Ambleford", 2019, 60)
        change = fact(CHANGE, table(*rows, unit=unit))
        assert find_broken("must_be_at_least", change, Decimal(0)) is None

    def test_money_and_differences_may_be_below_zero(self) -> None:
        assert find_broken("must_be_at_least", costs("675"), Decimal(0)) is None
        entries = "a: {indicator: in_care}\nx: {formula: a - a}"
        gap = fact(entries, table(row("Ambleford", 2019, 5)))
        assert find_broken("must_be_at_least", gap, Decimal(0)) is None

    @given(st.integers(0, 300), st.integers(0, 30), st.sampled_from(sorted(COMPARES)))
    def test_it_holds_where_it_is_true_and_seen_to_be(
        self, tenths: int, number: int, guard: str
    ) -> None:
        value = Decimal(tenths) / 10
        holds = find_broken(guard, costs(str(value)), Decimal(number)) is None
        exactly = {
            "must_be_above": value > number,
            "must_be_below": value < number,
            "must_be_at_least": value >= number,
            "must_be_at_most": value <= number,
        }[guard]
        assert not holds or exactly
