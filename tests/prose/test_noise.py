"""Sentences that say which way, of a change that may be noise."""

from dataclasses import replace
from pathlib import Path

import pytest

from sufficiency.content import Claim, Shelf
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.problems import Location, Problem
from sufficiency.prose.noise import noise_in_claim, why_noise
from sufficiency.prose.pairs import tell_pairs
from sufficiency.sources import Text
from sufficiency.tables import Unit
from tests.a_project import replaced
from tests.checks.finding import problems_of
from tests.released import resolved, row, table

SUMMARY = "strategy/sections/10-summary.md"
CLEAR = replaced(
    "strategy/strategy.yml", "comparators:", "little_change: {small_counts: 0}\ncomparators:"
)
"""The sound project's counts are small: a rise from 58 to 60 may be chance."""


MORE = replaced(
    "strategy/facts.yml",
    "facts:",
    """facts:
  earlier: {indicator: children_in_care, period: 31 March 2018}
  more: {formula: cic_now - earlier}
  more_percent: {formula: (cic_now - earlier) * 100 / earlier, decimals: 0}""",
)


def of_project(folder: Path, sentence: str, facts: dict[str, str | bytes | None]) -> list[str]:
    found = problems_of(
        folder, replaced(SUMMARY, "We had [12", f"{sentence}\n\nWe had [12") | MORE | facts
    )
    assert not any(problem.is_warning for problem in found)
    return [problem.code.id for problem in found]


class TestClaimedNoise:
    @pytest.mark.parametrize(
        "sentence",
        [
            "It rose by {{ cic_change | rise_by }}.",
            "A rise of {{ cic_change | rise_by_percent }}.",
            "Growth of **{{ cic_change | rise_by }}**.",
            "There are {{ cic_change | rise_by }} more.",
            "We look after an extra {{ cic_change | rise_by }} children.",
            "There are {{ cic_change | rise_by }} additional children.",
            "The number is up {{ cic_change | rise_by_percent }} on last year.",
            "The number rose slightly ({{ cic_change | rise_by_percent }}).",
            "The rise was {{ cic_change | as_noun }}.",
            "That is {{ more | more_or_less }}.",
            "That is {{ more | higher_or_lower }}.",
            "It rose by {{ more }}.",
            "There are {{ more | amount }} more.",
            "It rose by {{ more_percent }}.",
        ],
    )
    def test_a_word_that_says_which_way_is_told(self, tmp_path: Path, sentence: str) -> None:
        assert of_project(tmp_path, sentence, {}) == ["CHANGE-LITTLE"]

    @pytest.mark.parametrize(
        "sentence",
        [
            "It {{ cic_change }}.",
            "It saw {{ cic_change | as_noun }}.",
            "They differ by {{ more }}.",
            "They differ by {{ cic_change | rise_by }}.",
            "It did not rise by {{ cic_change | rise_by }}.",
            "We cannot say that the number rose by {{ cic_change | rise_by }}.",
        ],
    )
    def test_others_are_let_be(self, tmp_path: Path, sentence: str) -> None:
        assert of_project(tmp_path, sentence, {}) == []

    def test_what_is_no_noise_by_the_council_s_rule_is_let_be(self, tmp_path: Path) -> None:
        sentence = "It rose by {{ cic_change | rise_by }}."
        assert of_project(tmp_path, sentence, CLEAR) == []


ENTRIES = """
then: {indicator: in_care, period: 31 March 2018}
now: {indicator: in_care}
before: {indicator: in_care, period: 31 March 2017}
elsewhere: {indicator: in_care, place: Briarton, period: 31 March 2018}
few_then: {indicator: few, period: 31 March 2018}
few: {indicator: few}
fostered_then: {indicator: homes, period: 31 March 2018, where: {home: fostered}}
fostered: {indicator: homes, where: {home: fostered}}
housed: {indicator: homes, where: {home: housed}}
share_then: {share: fostered_then, of: then}
share: {share: fostered, of: now}
change: {change: in_care, from: 31 March 2018, to: 31 March 2019}
"""


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """``before`` 390, ``then`` 336 and ``now`` 340 children; ``few_then`` 40 and ``few`` 33."""
    found, problems = resolved(
        ENTRIES,
        table(
            *(row("Ambleford", year, figure) for year, figure in zip(YEARS, CHILDREN, strict=True)),
            row("Briarton", 2018, 336),
        ),
        table(row("Ambleford", 2018, 40), row("Ambleford", 2019, 33), id="few", unit=Unit.COUNT),
        table(
            row("Ambleford", 2018, 300, breakdown={"home": "fostered"}),
            row("Ambleford", 2019, 303, breakdown={"home": "fostered"}),
            row("Ambleford", 2019, 303, breakdown={"home": "housed"}),
            id="homes",
            breakdowns=["home"],
        ),
    )
    assert problems == []
    return found


YEARS, CHILDREN = (2017, 2018, 2019), (390, 336, 340)


def told_of_pair(text: str, facts: Shelf[Fact], rule: LittleChange) -> list[Problem]:
    return list(tell_pairs(text, facts, rule, lambda *_: Location("a.md", 1)))


class TestPairs:
    @pytest.mark.parametrize(
        "text",
        [
            "It rose from {{ then }} to {{ now }}.",
            "It fell to {{ few }} from {{ few_then }}.",
            "There were {{ now }} children, up from {{ then }}.",
            "We look after {{ now }}, an increase from {{ then }}.",
            "It was {{ then }} in 2018 and rose to {{ now }} in 2019.",
            "It was {{ few_then }}; it has fallen to {{ few }}.",
            "It was {{ few_then }}. It fell slightly to {{ few }}.",
            "It went from {{ few_then }} down to {{ few }}.",
            "The number ({{ few }}) has fallen from {{ few_then }}.",
            "Fewer disabled children ({{ few }}) than in 2018 ({{ few_then }}).",
            "Fewer came: {{ few }}, compared with {{ few_then }} a year before.",
            "We look after {{ now }}, a small rise on the {{ then }} of last year.",
            "We look after {{ now }} children, more than the {{ then }} a year before.",
            "The number increased: from {{ then }} to {{ now }}.",
            "The {{ now }} of this year are more than the {{ then }} of last year.",
            "The {{ few }} now are fewer than {{ few_then }}.",
            "There are {{ fostered }}, up from {{ fostered_then }}.",
            "There are {{ share }}, down from {{ share_then }}.",
        ],
    )
    def test_two_figures_of_one_thing_that_changed_little_are_told(
        self, facts: Shelf[Fact], text: str
    ) -> None:
        (problem,) = told_of_pair(text, facts, LittleChange())
        assert problem.code.id == "CHANGE-LITTLE"
        assert problem.message.endswith((" is little.", " may be chance."))

    @pytest.mark.parametrize(
        "text",
        [
            "It fell from {{ before }} to {{ then }}.",
            "It went from {{ then }} to {{ now }}.",
            "Our target is to grow from {{ then }} to {{ now }}.",
            "If the number rose from {{ then }} to {{ now }}, we would need more homes.",
            "Without it the number would have risen from {{ then }} to {{ now }}.",
            "Our {{ now }} is more than their {{ elsewhere }}.",
            "Our {{ then }} rose from {{ change }}.",
            "The {{ housed }} in homes are more than the {{ fostered_then }} with carers.",
        ],
    )
    def test_others_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert told_of_pair(text, facts, LittleChange()) == []

    def test_the_council_s_own_rule_decides(self, facts: Shelf[Fact]) -> None:
        text = "It rose from {{ then }} to {{ now }}."
        assert told_of_pair(text, facts, LittleChange(counts=1)) == []


class TestClaims:
    @pytest.mark.parametrize(
        ("must_hold", "is_told"),
        [
            ("now > then", True),
            ("then < now", True),
            ("few < few_then and now < before", True),
            ("before > now > then", True),
            ("change > 0", True),
            ("0 < change", True),
            ("now < before", False),
            ("now >= then", False),
            ("not now > then or now > then", False),
            ("now > elsewhere", False),
            ("few + now > few_then", False),
        ],
    )
    def test_a_claim_of_a_way_that_may_be_noise_is_told(
        self, facts: Shelf[Fact], must_hold: str, is_told: bool
    ) -> None:
        claim = Claim(sentence=Text("as it is"), must_hold=Text(must_hold))
        found = noise_in_claim(claim, facts, LittleChange())
        assert (found is not None) == is_told


class TestWhyNoise:
    def test_it_is_the_same_in_either_order(self, facts: Shelf[Fact]) -> None:
        now, then = facts.entries["now"], facts.entries["then"]
        why = "Less than 2% of the earlier figure is little."
        assert why_noise(now, then, LittleChange()) == why
        assert why_noise(then, now, LittleChange()) == why

    def test_what_stayed_did_not_change(self, facts: Shelf[Fact]) -> None:
        earlier = replace(facts.entries["now"], periods=facts.entries["then"].periods)
        assert why_noise(facts.entries["now"], earlier, LittleChange()) == ""

    def test_a_figure_beside_itself_did_not_change(self, facts: Shelf[Fact]) -> None:
        assert why_noise(facts.entries["now"], facts.entries["now"], LittleChange()) == ""
