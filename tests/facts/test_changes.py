"""Whether a change is more than noise, at the borders of the rule, and the words for it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.content.strategy import LittleChange
from sufficiency.facts.changes import Way, say_in_forms, settle_way
from sufficiency.tables import Unit
from tests.released import fact, row, table

RULE = LittleChange()


@dataclass(frozen=True)
class Figure:
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @classmethod
    def of(cls, value: str | int) -> "Figure":
        return cls(Decimal(value))


def way(before: str, after: str, unit: Unit, rule: LittleChange = RULE) -> Way:
    return settle_way(Figure.of(before), Figure.of(after), unit, rule)[0]


class TestSettleWay:
    @pytest.mark.parametrize(
        ("before", "after", "unit", "found"),
        [
            # Under 2% of the earlier figure; 2% itself is more.
            ("1000", "1019", Unit.COUNT, Way.LITTLE),
            ("1000", "1020", Unit.COUNT, Way.ROSE),
            ("1000", "981", Unit.COUNT, Way.LITTLE),
            ("1000", "980", Unit.COUNT, Way.FELL),
            ("50.0", "50.9", Unit.RATE_PER_10000, Way.LITTLE),
            ("50.0", "51.0", Unit.RATE_PER_10000, Way.ROSE),
            ("500", "509", Unit.POUNDS_A_WEEK, Way.LITTLE),
            ("500", "510", Unit.POUNDS, Way.ROSE),
            # Under one percentage point.
            ("56", "56.9", Unit.PERCENTAGE, Way.LITTLE),
            ("56", "55", Unit.PERCENTAGE, Way.FELL),
            # A small count: 1.96 × √(40 + 33) = 16.7; 1.96 × √(40 + 59) = 19.5, of 60 it is 19.6.
            ("40", "33", Unit.COUNT, Way.UNCLEAR),
            ("40", "59", Unit.COUNT, Way.UNCLEAR),
            ("40", "60", Unit.COUNT, Way.ROSE),
            ("0", "3", Unit.COUNT, Way.UNCLEAR),
            ("0", "4", Unit.COUNT, Way.ROSE),
            # In full up to 50: 1.96 × √(50 + 70) = 21.5.
            ("50", "71", Unit.COUNT, Way.UNCLEAR),
            ("50", "72", Unit.COUNT, Way.ROSE),
            # Half of it at 75, 12.5 of 25; nothing of it from 100.
            ("75", "87", Unit.COUNT, Way.UNCLEAR),
            ("75", "88", Unit.COUNT, Way.ROSE),
            ("100", "102", Unit.COUNT, Way.ROSE),
            # It is the smaller count that decides how much of it.
            ("119", "100", Unit.COUNT, Way.FELL),
            ("72", "50", Unit.COUNT, Way.FELL),
            ("70", "50", Unit.COUNT, Way.UNCLEAR),
        ],
    )
    def test_the_rule_holds_at_its_borders(
        self, before: str, after: str, unit: Unit, found: Way
    ) -> None:
        assert way(before, after, unit) is found

    def test_each_threshold_can_be_set(self) -> None:
        wide = LittleChange(counts=Decimal(10), percentages=Decimal(5), pounds=Decimal(0))
        rates = LittleChange(rates=Decimal(10))
        assert way("100", "109", Unit.COUNT, wide) is Way.LITTLE
        assert way("50", "54", Unit.PERCENTAGE, wide) is Way.LITTLE
        assert way("500", "501", Unit.POUNDS, wide) is Way.ROSE
        assert way("50", "54", Unit.RATE_PER_10000, rates) is Way.LITTLE
        assert way("100", "109", Unit.COUNT, rates) is Way.ROSE
        assert way("40", "33", Unit.COUNT, LittleChange(small_counts=0)) is Way.FELL
        assert way("40", "57", Unit.COUNT, LittleChange(certainty="90")) is Way.ROSE

    def test_it_says_why_in_the_figures_of_the_rule(self) -> None:
        small = settle_way(Figure.of(40), Figure.of(33), Unit.COUNT, RULE)
        points = settle_way(Figure.of(40), Figure.of("40.4"), Unit.PERCENTAGE, RULE)
        large = settle_way(Figure.of(400), Figure.of(401), Unit.COUNT, RULE)
        assert [small[1], points[1], large[1]] == [
            "Of figures as small as these, a change of up to 16.7 may be chance.",
            "Less than 1 percentage point is little.",
            "Less than 2% of the earlier figure is little.",
        ]


def of_counts(
    unit: Unit, before: tuple[int, int], after: tuple[int, int], rule: LittleChange = RULE
) -> Way:
    """The way of a percentage or rate that went from one quotient of counts to another."""
    base = 100 if unit is Unit.PERCENTAGE else 10_000
    first, last = (
        Figure(Decimal(part * base) / of, Decimal(part), Decimal(of))
        for part, of in (before, after)
    )
    return settle_way(first, last, unit, rule)[0]


class TestCountsBehindAFigure:
    @pytest.mark.parametrize(
        ("unit", "before", "after", "found"),
        [
            # 1.96 × √(20 × 80 / 100³ + 31 × 69 / 100³) = 12.0 points: 11 are chance, 13 are not.
            (Unit.PERCENTAGE, (20, 100), (31, 100), Way.UNCLEAR),
            (Unit.PERCENTAGE, (20, 100), (33, 100), Way.ROSE),
            # Of 97 in 100 it is the three left over that are few.
            (Unit.PERCENTAGE, (97, 100), (93, 100), Way.UNCLEAR),
            (Unit.PERCENTAGE, (970, 1000), (930, 1000), Way.FELL),
            # The same shares of large counts are clear, and little is still little.
            (Unit.PERCENTAGE, (2000, 10_000), (2200, 10_000), Way.ROSE),
            (Unit.PERCENTAGE, (2000, 10_000), (2050, 10_000), Way.LITTLE),
            (Unit.PERCENTAGE, (30, 10_000), (80, 10_000), Way.LITTLE),
            # 1.96 × √(40 + 33) = 16.7 of 10,000 children.
            (Unit.RATE_PER_10000, (40, 10_000), (33, 10_000), Way.UNCLEAR),
            (Unit.RATE_PER_10000, (40, 10_000), (60, 10_000), Way.ROSE),
            (Unit.RATE_PER_10000, (400, 100_000), (330, 100_000), Way.FELL),
            (Unit.PERCENTAGE, (0, 100), (1, 100), Way.UNCLEAR),
        ],
    )
    def test_decide_whether_it_may_be_chance(
        self, unit: Unit, before: tuple[int, int], after: tuple[int, int], found: Way
    ) -> None:
        assert of_counts(unit, before, after) is found

    def test_are_left_out_with_chance_itself(self) -> None:
        rule = LittleChange(small_counts=0)
        assert of_counts(Unit.PERCENTAGE, (20, 100), (22, 100), rule) is Way.ROSE

    @pytest.mark.parametrize(("counts", "way"), [((20, 100), Way.UNCLEAR), ((None,) * 2, Way.ROSE)])
    def test_are_those_of_the_rows(self, counts: tuple[int | None, int | None], way: Way) -> None:
        rows = [
            replace(
                row("Ambleford", year, figure),
                numerator=None if counts[0] is None else Decimal(figure),
                denominator=None if counts[1] is None else Decimal(counts[1]),
            )
            for year, figure in ((2018, 20), (2019, 25))
        ]
        moved = fact(
            "x: {change: share, from: 31 March 2018}",
            table(*rows, id="share", unit=Unit.PERCENTAGE),
        ).moved
        assert moved is not None
        assert moved.way is way


def largest_noise(smaller: int) -> int:
    """The largest rise from a count that is noise."""
    rises = range(1, 1000)
    return next(size for size in rises if not _counts(smaller, smaller + size).is_noise) - 1


class TestTheRuleHasNoCliff:
    def test_one_more_child_moves_what_is_noise_by_no_more_than_two(self) -> None:
        sizes = [largest_noise(smaller) for smaller in range(200)]
        assert max(abs(one - other) for one, other in pairwise(sizes)) <= 2
        assert (sizes[49], sizes[50], sizes[75], sizes[100]) == (21, 21, 12, 1)

    @given(st.integers(0, 400), st.integers(0, 400))
    def test_what_moved_further_the_same_way_is_no_less_clear(
        self, before: int, after: int
    ) -> None:
        further = after + 1 if after >= before else max(0, after - 1)
        if after not in (before, further) and not _counts(before, after).is_noise:
            assert _counts(before, further) is _counts(before, after)


def _counts(before: int, after: int) -> Way:
    return settle_way(Figure.of(before), Figure.of(after), Unit.COUNT, RULE)[0]


class TestSayInForms:
    @pytest.mark.parametrize("before", ["0", "-5"])
    def test_nothing_is_a_percentage_of_none_or_less(self, before: str) -> None:
        _, forms = say_in_forms(Decimal(before), Decimal(5), Unit.POUNDS, 0, Way.ROSE)
        assert forms["as_noun"] == f"a rise of £{5 - int(before)}"
        assert "rise_by_percent" not in forms

    def test_what_may_be_noise_is_not_said_to_have_gone_either_way(self) -> None:
        said, forms = say_in_forms(Decimal(40), Decimal(33), Unit.COUNT, 0, Way.UNCLEAR)
        assert said == "showed no clear change, from 40 to 33"
        assert forms["has_changed"] == "has shown no clear change, from 40 to 33"
        assert forms["as_noun"] == "no clear change"

    def test_what_stayed_is_said_with_one_figure(self) -> None:
        said, forms = say_in_forms(Decimal(58), Decimal(58), Unit.COUNT, 0, Way.STAYED)
        assert (said, forms["has_changed"]) == ("stayed at 58", "has stayed at 58")
        assert forms["as_noun"] == "no change"

    @given(st.integers(0, 2000), st.integers(0, 2000), st.sampled_from(list(Unit)))
    def test_every_form_claims_a_way_only_where_it_is_no_noise(
        self, before: int, after: int, unit: Unit
    ) -> None:
        first, last = Figure.of(before), Figure.of(after)
        found = settle_way(first, last, unit, RULE)[0] if first != last else Way.STAYED
        said, forms = say_in_forms(first.value, last.value, unit, 0, found)
        verb, noun = forms["has_changed"], forms["as_noun"]
        assert found.is_noise == ("change" in said) == ("change" in verb)
        assert found.is_noise == (noun in ("little change", "no clear change"))
        rose, fell = found is Way.ROSE, found is Way.FELL
        assert said.startswith("rose") == verb.startswith("has risen") == rose
        assert noun.startswith("a rise") == rose
        assert said.startswith("fell") == verb.startswith("has fallen") == fell
        assert noun.startswith("a fall") == fell
