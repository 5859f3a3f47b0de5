"""Whether a change is more than noise, at the borders of the rule, and the words for it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.content.strategy import LittleChange
from sufficiency.facts.changes import Way, say_in_forms, settle_way
from sufficiency.tables import Unit

RULE = LittleChange()


def way(before: str, after: str, unit: Unit, rule: LittleChange = RULE) -> Way:
    return settle_way(Decimal(before), Decimal(after), unit, rule)[0]


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
            # Small is what is below 50 at either end.
            ("50", "52", Unit.COUNT, Way.ROSE),
            ("52", "49", Unit.COUNT, Way.UNCLEAR),
        ],
    )
    def test_the_rule_holds_at_its_borders(
        self, before: str, after: str, unit: Unit, found: Way
    ) -> None:
        assert way(before, after, unit) is found

    def test_each_threshold_can_be_set(self) -> None:
        wide = LittleChange(counts=Decimal(10), percentages=Decimal(5), pounds=Decimal(0))
        assert way("100", "109", Unit.COUNT, wide) is Way.LITTLE
        assert way("50", "54", Unit.PERCENTAGE, wide) is Way.LITTLE
        assert way("500", "501", Unit.POUNDS, wide) is Way.ROSE
        assert way("40", "33", Unit.COUNT, LittleChange(small_counts=0)) is Way.FELL
        assert way("40", "57", Unit.COUNT, LittleChange(certainty="90")) is Way.ROSE

    def test_it_says_why_in_the_figures_of_the_rule(self) -> None:
        small = settle_way(Decimal(40), Decimal(33), Unit.COUNT, RULE)
        points = settle_way(Decimal(40), Decimal("40.4"), Unit.PERCENTAGE, RULE)
        large = settle_way(Decimal(400), Decimal(401), Unit.COUNT, RULE)
        assert [small[1], points[1], large[1]] == [
            "By chance alone figures as small as these may differ by up to 16.7.",
            "Less than 1 percentage point is little.",
            "Less than 2% of the earlier figure is little.",
        ]


class TestSayInForms:
    def test_what_may_be_noise_is_not_said_to_have_gone_either_way(self) -> None:
        said, forms = say_in_forms(Decimal(40), Decimal(33), Unit.COUNT, 0, Way.UNCLEAR)
        assert said == "fell from 40 to 33"
        assert forms["changed_or_little"] == "showed no clear change, from 40 to 33"
        assert forms["has_changed_or_little"] == "has shown no clear change, from 40 to 33"
        assert forms["noun_or_little"] == "no clear change"

    @given(st.integers(0, 2000), st.integers(0, 2000), st.sampled_from(list(Unit)))
    def test_the_careful_forms_claim_a_way_only_where_it_is_no_noise(
        self, before: int, after: int, unit: Unit
    ) -> None:
        first, last = Decimal(before), Decimal(after)
        found = settle_way(first, last, unit, RULE)[0] if first != last else Way.STAYED
        said, forms = say_in_forms(first, last, unit, 0, found)
        verb, noun = forms["changed_or_little"], forms["noun_or_little"]
        assert (verb != said) == found.is_noise
        assert verb.startswith("rose") == noun.startswith("a rise") == (found is Way.ROSE)
        assert verb.startswith("fell") == noun.startswith("a fall") == (found is Way.FELL)
