"""Marks of printed numbers: where they are, what number they get, and how they go again."""

from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.facts import Commitment, LedgerEntry
from sufficiency.problems import Location, refuses
from sufficiency.prose import BoundText, Placement, bind_text
from sufficiency.prose.expressions import Printed, evaluate
from sufficiency.prose.printed import number_marks, plain_number, value_of, without_marks
from sufficiency.sources import Text
from sufficiency.tables import Unit
from tests.a_project import replaced
from tests.models import understood
from tests.prose.printing import a_printer, blocks
from tests.released import resolved, row, table

PLACE = Location("a.yml", 1)
FORMS = """
now: {indicator: in_care}
then: {indicator: in_care, period: 31 March 2018}
fall: {change: in_care, from: 31 March 2018, to: 31 March 2019}
fostered: {indicator: fostered}
one: {indicator: one}
share: {share: fostered, of: now}
small: {share: one, of: now}
rank: {rank: in_care, among: neighbours}
less: {formula: fostered - now}
is_less: {formula: now < then}
points: {change: points, from: 31 March 2018, to: 31 March 2019}
hair: {change: hair, from: 31 March 2018, to: 31 March 2019}
"""
FIGURES = [
    *(row("Ambleford", 2018, 342), row("Ambleford", 2019, 312)),
    *(row("Briarton", 2019, 412), row("Copseham", 2019, 212)),
]
SUMMARY = "strategy/sections/10-summary.md"


def numbered(text: str) -> str:
    """The text of a YAML value, bound, with the ledger's numbers."""
    bound, problems = bind_text(Text(text, PLACE), a_printer(), "plan")
    assert problems == []
    marked = [n for n, entry in enumerate(bound.printed, start=1) if entry.is_marked]
    return number_marks(bound.markdown, iter(marked))


def promised(words: str) -> LedgerEntry:
    return LedgerEntry(words, Commitment(words), "plan", PLACE)


class TestMarks:
    def test_stand_around_facts_stated_figures_and_promises_in_the_order_of_the_text(self) -> None:
        text = 'A [1]{.commitment}, {{ now }} [2 calls]{source="register"} and [3]{.commitment}'
        assert numbered(text) == "A [1]{.n1}, [60]{.n2} [2 calls]{.n3} and [3]{.n4}"

    def test_an_address_and_a_name_have_no_room_for_one(self) -> None:
        found, _ = blocks("[a](https://a.test/{{ now }})\n\n# {{ now }} {#sec-{{ now }}}\n")
        texts = [one.content for one in found if not isinstance(one.content, Placement)]
        marked = [entry.is_marked for text in texts for entry in text.printed]
        assert marked == [False, True, False]

    def test_go_without_a_trace(self) -> None:
        assert without_marks(numbered("A (b) {{ now }} c")) == r"A \(b\) 60 c"

    def test_a_paragraph_that_begins_with_a_number_and_a_stop_is_no_list(self) -> None:
        assert numbered("{{ now }}. Then more.").startswith("[60]{.n1}.")


class TestValueOf:
    @pytest.mark.parametrize(
        ("words", "value"),
        [
            ("every 6 weeks", "6"),
            ("over £1,300.50", "1300.50"),
            ("\N{MINUS SIGN}3 points", "-3"),
            ("within 24 hours, 7 days a week", "within 24 hours, 7 days a week"),
            ("once a year", "once a year"),
        ],
    )
    def test_is_the_one_number_of_what_is_promised_or_else_its_words(
        self, words: str, value: str
    ) -> None:
        assert value_of(promised(words)) == value

    @pytest.mark.parametrize(
        ("expression", "value"),
        [
            ("fall", "-30"),
            ("fall | fall_by", "30"),
            ("fall | fall_by_percent", "9"),
            ("fall | as_noun", "-30"),
            ("points | as_noun", "-10.2"),
            ("points | fall_by", "10"),
            ("points", "-10.2"),
            ("hair | rise_by_percent", "less than 1%"),
            ("share", "14.423077"),
            ("share | as_one_in", "14.423077"),
            ("share | as_fraction", "14.423077"),
            ("share | more_or_less_than_half", "14.423077"),
            ("small", "0.320513"),
            ("rank", "2"),
            ("rank | position", "2"),
            ("rank | amount", "2"),
            ("rank | lower_than", "2"),
            ("less", "-267"),
            ("less | more_or_less", "267"),
            ("one | with_noun", "1"),
            ("is_less", "1"),
        ],
    )
    def test_of_a_fact_is_that_of_the_form_that_is_printed(
        self, expression: str, value: str
    ) -> None:
        others = [
            table(row("Ambleford", 2019, n), id=id) for id, n in (("fostered", 45), ("one", 1))
        ]
        for id, unit, first, last in (
            ("points", Unit.PERCENTAGE, "60.4", "50.2"),
            ("hair", Unit.COUNT, "9000", "9001"),
        ):
            rows = row("Ambleford", 2018, first), row("Ambleford", 2019, last)
            others.append(table(*rows, id=id, unit=unit))
        facts, problems = resolved(FORMS, table(*FIGURES), *others)
        assert not refuses(problems)
        printed = evaluate(expression, facts)
        assert isinstance(printed, Printed)
        assert value_of(LedgerEntry(printed.text, printed.fact, "plan", PLACE)) == value

    @pytest.mark.parametrize(
        ("value", "shown"),
        [("67.307692307", "67.307692"), ("60", "60"), ("1E+3", "1000"), ("-3.20", "-3.2")],
    )
    def test_of_a_fact_is_a_plain_number(self, value: str, shown: str) -> None:
        assert plain_number(Decimal(value)) == shown


class TestTheLedgersNumbers:
    def test_are_those_of_the_marks_whatever_is_placed_between(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "We had", '{{ figure("in-care") }}\n\nWe had')
        changes |= replaced("strategy/sections/20-fostering.md", '{{ figure("in-care") }}', "")
        bound = understood(tmp_path, changes).bound
        printed = [entry.printed for entry in bound.ledger]
        assert printed[3:6] == ["60", "12 enquiries", "within 5 days"]
        last = bound.sections[0].blocks[-1].content
        assert isinstance(last, BoundText)
        assert last.markdown == "We had [12 enquiries]{.n5} and answer [within 5 days]{.n6}."
