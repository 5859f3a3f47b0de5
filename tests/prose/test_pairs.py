"""Two facts with words between them that say which is more."""

import pytest

from sufficiency.content import Shelf
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.problems import Location, Problem
from sufficiency.prose.direction import FACT_DIRECTION
from sufficiency.prose.pairs import FACT_COMPARED, tell_pairs
from sufficiency.tables import Unit
from tests.released import resolved, row, table

ENTRIES = """
then: {indicator: in_care, period: 31 March 2018}
now: {indicator: in_care}
again: {indicator: again}
change: {change: in_care, from: 31 March 2018, to: 31 March 2019}
near: {indicator: near}
england: {indicator: near, place: England}
"""


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """``then`` 342 and ``now`` 312 children, ``again`` 312, too; ``near`` 66%, ``england`` 69%."""
    found, problems = resolved(
        ENTRIES,
        table(row("Ambleford", 2018, 342), row("Ambleford", 2019, 312)),
        table(row("Ambleford", 2019, 312), id="again"),
        table(
            row("Ambleford", 2019, 66), row("England", 2019, 69), id="near", unit=Unit.PERCENTAGE
        ),
    )
    assert problems == []
    return found


def told(text: str, facts: Shelf[Fact]) -> list[Problem]:
    return list(tell_pairs(text, facts, LittleChange(), lambda *_: Location("a.md", 1)))


def word(text: str, facts: Shelf[Fact]) -> str:
    """The word that the one message quotes."""
    (one,) = told(text, facts)
    return one.message.split('"')[1]


class TestFromAndTo:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("It rose from {{ then }} to {{ now }}.", "rose"),
            ("Over the two years to 2019 it rose from {{ then }} to {{ now }}.", "rose"),
            ("In May the number rose from {{ then }} to {{ now }}.", "rose"),
            ("The number not in school rose from {{ then }} to {{ now }}.", "rose"),
            ("It fell from {{ now }} to {{ then }}.", "fell"),
            ("It **grew** steadily from\n{{ then }} in 2018, to {{ now }}.", "grew"),
            ("It increased from {{ then }} (2018) to **{{ now }}**.", "increased"),
            ("It went up from {{ then }} to {{ now }}.", "went up"),
            ("It came down from {{ now }} to {{ then }}.", "down"),
            ("It dropped from {{ now }} to {{ then }}.", "dropped"),
            ("It shrank from {{ now }} to {{ then }}.", "shrank"),
            ("It decreased from {{ now }} to {{ then }}.", "decreased"),
            ("They declined from {{ now }} to {{ then }}.", "declined"),
            ("They were cut from {{ now }} to {{ then }}.", "cut"),
            ("A growth in the number from {{ then }} to {{ now }}.", "growth"),
            ("It fell by {{ change | fall_by }}, from {{ now }} to {{ then }}.", "fell"),
            ("It rose to {{ now }} from {{ then }}.", "rose"),
            ("There are {{ now }} children, up from {{ then }}.", "up"),
        ],
    )
    def test_a_word_that_both_figures_deny_is_told(
        self, facts: Shelf[Fact], text: str, said: str
    ) -> None:
        assert word(text, facts) == said
        assert told(text, facts)[0].code is FACT_DIRECTION

    @pytest.mark.parametrize(
        "text",
        [
            "It fell from {{ then }} to {{ now }}.",
            "It rose from {{ now }} to {{ then }}.",
            "It fell to {{ now }} from {{ then }}.",
            "There are {{ now }} children, down from {{ then }}.",
            "It never rose from {{ then }} to {{ now }}.",
            "It doubled from {{ then }} to {{ now }}.",
            "It rose from {{ then }} and went to {{ now }}.",
            "It rose from {{ then }}. We go to {{ now }}.",
            "It rose from {{ now }} to {{ again }}.",
            "It rose from {{ england }} to {{ now }}.",
            "It rose from {{ now }} to {{ change | fall_by }}.",
            "Of {{ again }} homes, up from {{ then }}.",
            "`It rose from {{ then }} to {{ now }}`",
            "{## It rose from {{ then }} to {{ now }} ##}",
        ],
    )
    def test_others_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert told(text, facts) == []


class TestCompared:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Our {{ near }} is higher than England at {{ england }}.", "higher"),
            ("Our {{ near }} is **much higher** than England ({{ england }}).", "higher"),
            ("The {{ england }} was slightly lower than {{ near }}.", "lower"),
            ("The {{ now }} were more than the {{ then }}.", "more"),
            ("The {{ then }} are still fewer than {{ now }}.", "fewer"),
            ("Our {{ near }} remains above the {{ england }}.", "above"),
            ("England's {{ england }} is below our {{ near }}.", "below"),
            ("Our {{ now }} is more than {{ again }}.", "more"),
            (
                "{{ near }} live near home, which is higher than in England, {{ england }}.",
                "higher",
            ),
        ],
    )
    def test_a_word_that_both_figures_deny_is_a_warning(
        self, facts: Shelf[Fact], text: str, said: str
    ) -> None:
        assert word(text, facts) == said
        assert told(text, facts)[0].code is FACT_COMPARED

    @pytest.mark.parametrize(
        "text",
        [
            "Our {{ near }} is lower than England at {{ england }}.",
            "Our {{ near }} is not higher than England at {{ england }}.",
            "Our {{ near }} is higher than expected, and England has {{ england }}.",
            "Our {{ near }} is higher than half of England's {{ england }}.",
            "Our {{ near }} is higher than before. England has {{ england }}.",
            "Our {{ near }} is higher than the {{ then }}.",
            "{{ now }} live here, and it is more than the {{ then }}.",
            "{{ again }} homes, which is more than the {{ then }}.",
            "Our {{ near }} is higher {{ england }}.",
            "Our {{ near }} is better than England at {{ england }}.",
        ],
    )
    def test_others_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert told(text, facts) == []
