"""Units and signs typed beside a printed fact."""

import pytest

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.prose.expressions import Printed, evaluate
from sufficiency.prose.units import typed_scale, typed_unit
from sufficiency.tables import Unit
from tests.released import resolved, row, table

ENTRIES = """
now: {indicator: in_care}
share: {indicator: share}
change: {change: share, from: 31 March 2018, to: 31 March 2019}
points: {formula: share - share_then}
share_then: {indicator: share, period: 31 March 2018}
rate: {indicator: rate}
week: {indicator: week}
spent: {indicator: spent}
plain: {indicator: plain}
"""


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """A figure in each unit: 312, 56% (58% in 2018), 32.1 per 10,000, £675 a week, £4, 7."""
    of_units: dict[str, tuple[Unit, str | int]] = {
        "rate": (Unit.RATE_PER_10000, "32.1"),
        "week": (Unit.POUNDS_A_WEEK, 675),
        "spent": (Unit.POUNDS, 4),
        "plain": (Unit.NUMBER, 7),
    }
    shares = [row("Ambleford", 2018, 58), row("Ambleford", 2019, 56)]
    found, problems = resolved(
        ENTRIES,
        table(row("Ambleford", 2019, 312)),
        table(*shares, id="share", unit=Unit.PERCENTAGE),
        *(
            table(row("Ambleford", 2019, figure), id=id, unit=unit)
            for id, (unit, figure) in of_units.items()
        ),
    )
    assert problems == []
    return found


def seen(text: str, facts: Shelf[Fact], look: object = typed_unit) -> str | None:
    """What is told of the one expression of a text: the first of the message's quotations."""
    before, _, rest = text.partition("{{")
    inside, _, after = rest.partition("}}")
    printed = evaluate(inside, facts)
    assert isinstance(printed, Printed)
    assert callable(look)
    told = look(printed.text, printed.fact, before, after)
    return None if told is None else told[0].split('"')[1]


class TestTypedUnit:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("{{ now }}% of them", "312%"),
            ("**{{ now }}** % of them", "312 %"),
            ("{{ now }} per cent", "312 per cent"),
            ("{{ now }}\npercent", "312 percent"),
            ("{{ share }}% of them", "56%%"),
            ("{{ share }} per cent of them", "56% per cent"),
            ("{{ points | amount }}%", "−2%"),
            ("{{ change | fall_by }} percentage points", "2 percentage points percentage points"),
            ("cost £{{ now }}", "£312"),
            ("cost £{{ week }}", "££675 a week"),
            ("cost €**{{ spent }}**", "€£4"),
            ("{{ now }}p", "312p"),
            ("{{ now }} per 10,000 children", "312 per 10,000"),
            ("{{ rate }} per 10,000", "32.1 per 10,000 per 10,000"),
            ("{{ rate | amount }} per 1,000", "32.1 per 1,000"),
            ("{{ week }} a week", "£675 a week a week"),
            ("{{ week }} per week", "£675 a week per week"),
        ],
    )
    def test_one_that_the_fact_has_not_or_prints_itself_is_told(
        self, facts: Shelf[Fact], text: str, shown: str
    ) -> None:
        assert seen(text, facts) == shown

    @pytest.mark.parametrize("text", ["-{{ now }}", "It is −{{ now }}.", "(-**{{ plain }}**)"])
    def test_a_typed_minus_sign_is_told(self, facts: Shelf[Fact], text: str) -> None:
        assert seen(text, facts) in ("-", "−")

    @pytest.mark.parametrize(
        "text",
        [
            "{{ now }}-bedroom homes",
            "- {{ now }} children",
            "homes – {{ now }} of them",
            "under-{{ plain }}s",
            "2024 -{{ plain }}",
            "{{ now }} pairs",
            "{{ now }} per home",
            "{{ now }} a week came",
            "{{ now }}. % is a sign",
            "{{ week | amount }} a week",
            "{{ spent }} per 10,000 children",
            "{{ rate | amount }} per 10,000",
            "{{ points | amount }} percentage points",
            "{{ plain }}%",
            "£{{ plain }}",
            "{{ plain }} per 1,000",
        ],
    )
    def test_others_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert seen(text, facts) is None


class TestTypedScale:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("{{ now }}k", "312k"),
            ("{{ now }}m", "312m"),
            ("**{{ now }}** thousand", "312 thousand"),
            ("{{ share }} million", "56% million"),
        ],
    )
    def test_thousands_and_millions_are_told(
        self, facts: Shelf[Fact], text: str, shown: str
    ) -> None:
        assert seen(text, facts, typed_scale) == shown

    @pytest.mark.parametrize(
        "text", ["{{ spent }} million", "{{ plain }}k", "{{ now }} millions", "{{ now }}km"]
    )
    def test_money_plain_numbers_and_other_words_are_let_be(
        self, facts: Shelf[Fact], text: str
    ) -> None:
        assert seen(text, facts, typed_scale) is None
