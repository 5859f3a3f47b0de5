"""Guards behind the names of facts, in the sentences that they keep true."""

import pytest

from sufficiency.content import Shelf
from sufficiency.prose.expressions import Fault, HeldBack, Printed, evaluate
from tests.prose.printing import a_printer, bound
from tests.released import resolved, row, table

FACTS = a_printer().facts
MAY_BE = Shelf(FACTS.entries, frozenset({"broken"}))


class TestEvaluate:
    @pytest.mark.parametrize(
        ("expression", "text"),
        [
            ("gap | must_be_above(0)", "£261 a week"),
            ("gap | amount | must_be_above(0)", "£261"),
            ("gap | must_be_above(-3.5) | amount | must_be_below(300)", "£261"),
            ("cost_a | must_be_below(cost_b)", "£675 a week"),
        ],
    )
    def test_a_guard_that_holds_changes_nothing_that_is_printed(
        self, expression: str, text: str
    ) -> None:
        assert evaluate(expression, FACTS) == Printed(text, FACTS.entries[expression.split()[0]])

    def test_the_words_are_printed_where_it_does_not_hold(self) -> None:
        printed = evaluate("gap | must_be_below(0) | must_be_above(300)", FACTS)
        assert isinstance(printed, Printed)
        assert (printed.text, len(printed.broken)) == ("£261 a week", 2)

    def test_nothing_is_claimed_beside_a_fact_that_is_broken_elsewhere(self) -> None:
        assert evaluate("now | must_be_above(broken)", MAY_BE) == HeldBack("broken")

    @pytest.mark.parametrize(
        "expression",
        [
            "now | must_be_above(hidden)",
            "now | must_be_above(1, 2)",
            "now | must_be_above(than=2)",
            "now | must_be_above(1 + 2)",
            "now | must_be_above('1')",
            "now | must_be_above(True)",
            "now | mustfall",
            "now | must_be_above(1).said",
        ],
    )
    def test_any_other_shape_is_a_fault(self, expression: str) -> None:
        assert isinstance(evaluate(expression, FACTS), Fault)


class TestUntrueClaims:
    def test_the_message_shows_the_sentence_the_claim_and_the_values(self) -> None:
        text, problems = bound('text: "It is {{ now }}. A gap of {{ gap | must_be_below(200) }}."')
        assert text.markdown == "It is 60. A gap of £261 a week."
        (told,) = problems
        assert '"gap" must be below £200 a week, but it is £261 a week' in told
        assert 'The sentence: "A gap of £261 a week."' in told

    def test_it_is_told_at_each_sentence_that_claims_it(self) -> None:
        claim = "{{ now | must_be_above(80) }}"
        _, problems = bound(f'text: "{claim} and {claim}."')
        assert len(problems) == 2


def test_a_rise_is_guarded_beyond_chance() -> None:
    rows = row("Ambleford", 2018, 39), row("Ambleford", 2019, 58)
    facts, _ = resolved("change: {change: in_care, from: 31 March 2018}", table(*rows))
    printed = evaluate("change | must_rise", facts)
    assert isinstance(printed, Printed)
    assert (printed.text, len(printed.broken)) == ("showed no clear change, from 39 to 58", 1)
