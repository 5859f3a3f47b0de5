"""Claims that say the opposite of their own sentence."""

import pytest

from sufficiency.content import Claim, Shelf
from sufficiency.facts import Fact
from sufficiency.prose.opposite import opposite_of_sentence
from sufficiency.sources import Text
from tests.released import resolved, row, table

ENTRIES = """
then: {indicator: in_care, period: 31 March 2018}
now: {indicator: in_care}
elsewhere: {indicator: in_care, place: Briarton}
left: {indicator: left, period: 31 March 2018}
"""


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """Counts of two times, of another place and of another thing; what they are is no matter."""
    counts = [row("Ambleford", 2018, 300), row("Ambleford", 2019, 360), row("Briarton", 2019, 70)]
    found, problems = resolved(ENTRIES, table(*counts), table(row("Ambleford", 2018, 9), id="left"))
    assert problems == []
    return found


def is_told(sentence: str, must_hold: str, facts: Shelf[Fact]) -> bool:
    claim = Claim(sentence=Text(sentence), must_hold=Text(must_hold))
    return opposite_of_sentence(claim, facts) is not None


class TestOppositeOfSentence:
    @pytest.mark.parametrize(
        ("sentence", "must_hold"),
        [
            ("fewer children than two years ago", "now > then"),
            ("fewer children than two years ago", "then <= now"),
            ("The number fell", "now >= then"),
            ("it is below last year's", "now > then"),
            ("more children than in 2018", "now < then"),
            ("the number has risen", "then > now"),
        ],
    )
    def test_a_claim_of_the_other_way_is_told(
        self, facts: Shelf[Fact], sentence: str, must_hold: str
    ) -> None:
        assert is_told(sentence, must_hold, facts)

    @pytest.mark.parametrize(
        ("sentence", "must_hold"),
        [
            ("fewer children than two years ago", "now < then"),
            ("more children than in 2018", "then < now"),
            ("no fewer children than two years ago", "now > then"),
            ("fewer children than now", "now > then"),
            ("fewer children than in 2019", "now > then"),
            ("Two years ago there were fewer children", "now > then"),
            ("fewer boys and more girls", "now > then"),
            ("less than half of the children", "now > then"),
            ("children in care", "now > then"),
            ("fewer children than two years ago", "now > elsewhere"),
            ("fewer children than two years ago", "now > left"),
            ("fewer children than two years ago", "now > then + 1"),
            ("fewer children than two years ago", "now > 1"),
        ],
    )
    def test_others_are_let_be(self, facts: Shelf[Fact], sentence: str, must_hold: str) -> None:
        assert not is_told(sentence, must_hold, facts)
