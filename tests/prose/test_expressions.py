"""What stands between braces: three shapes have a meaning, all else is a problem, at once."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.content import Shelf
from sufficiency.prose.expressions import Fault, HeldBack, Placement, Printed, evaluate
from tests.prose.printing import a_printer

FACTS = a_printer().facts
MAY_BE = Shelf(FACTS.entries, frozenset({"broken"}))


class TestEvaluate:
    @pytest.mark.parametrize(
        ("expression", "text"),
        [(" now ", "60"), ("now", "60"), (" now | with_noun ", "60 children"), ("- now -", "60")],
    )
    def test_a_fact_is_printed_in_its_form(self, expression: str, text: str) -> None:
        assert evaluate(expression, FACTS) == Printed(text, FACTS.entries["now"])

    @pytest.mark.parametrize(
        ("expression", "kind"),
        [('figure("a")', "figure"), ("table('a')", "table"), ('we_need("a")', "box")],
    )
    def test_a_call_places_something(self, expression: str, kind: str) -> None:
        placed = evaluate(expression, FACTS)
        assert isinstance(placed, Placement)
        assert (placed.kind, placed.id) == (kind, "a")

    def test_a_fact_that_is_broken_elsewhere_is_held_back(self) -> None:
        assert evaluate("broken | by", MAY_BE) == HeldBack("broken")

    def test_a_name_near_a_broken_one_is_offered_it(self) -> None:
        fault = evaluate("brokn", MAY_BE)
        assert isinstance(fault, Fault)
        assert fault.mend == 'Did you mean "broken"?'

    @pytest.mark.parametrize(
        "expression",
        [
            "now.said",
            "now | upper | lower",
            "now | with_noun(1)",
            "now or 1",
            "figure('a', 'b')",
            "figure(id='a')",
            "x" * 201,
        ],
    )
    def test_nothing_else_has_a_meaning(self, expression: str) -> None:
        assert isinstance(evaluate(expression, FACTS), Fault)

    @given(st.text(st.sampled_from("now.|()[]'\"{}*+-_~%#:,= 019"), max_size=40))
    def test_whatever_is_typed_is_answered_at_once(self, expression: str) -> None:
        begun = time.perf_counter()
        found = evaluate(expression, FACTS)
        assert time.perf_counter() - begun < 2
        assert isinstance(found, Printed | Fault)
        if isinstance(found, Printed):
            assert found.fact.name == "now"
