"""From entries to facts: what one needs of another, circles, and what a broken one takes along."""

from dataclasses import replace

from sufficiency.content import Shelf
from sufficiency.facts import resolve_facts
from tests.released import a_strategy, fact, resolved, row, table

IN_CARE = table(row("Ambleford", 2019, 58))


class TestResolveFacts:
    def test_a_fact_may_stand_before_those_it_is_made_from(self) -> None:
        entries = "double: {formula: now + now}\nnow: {indicator: in_care}"
        facts, problems = resolved(entries, IN_CARE)
        assert problems == []
        assert {name: each.said for name, each in facts.entries.items()} == {
            "now": "58",
            "double": "116",
        }

    def test_a_circle_is_told_once_with_its_way_round(self) -> None:
        circle = "a: {formula: b + b}\nb: {formula: c * 2}\nc: {formula: a}"
        facts, problems = resolved(circle)
        assert [p.message for p in problems] == [
            "these facts are defined by each other: a → b → c → a."
        ]
        assert facts.broken == {"a", "b", "c"}

    def test_what_is_made_from_a_broken_fact_is_broken_without_another_word(self) -> None:
        facts, problems = resolved("now: {indicator: in_car}\ntwice: {formula: now * 2}", IN_CARE)
        assert [problem.code.id for problem in problems] == ["REF-INDICATOR"]
        assert facts.broken == {"now", "twice"}

    def test_a_broken_indicator_is_not_called_unknown(self) -> None:
        shelf, _ = resolved("now: {indicator: in_care}", IN_CARE)
        assert shelf.entries.keys() == {"now"}
        broken: Shelf = Shelf({}, frozenset({"in_care"}))  # type: ignore[type-arg]
        assert resolve_facts(Shelf({}), broken, a_strategy())[1] == []

    def test_a_label_is_drafted_where_none_is_given(self) -> None:
        now = "now: {indicator: in_care}"
        assert fact(now, IN_CARE).label == "Children in care"
        assert fact(f"{now}\nhalf_of_all: {{formula: now / 2}}", IN_CARE).label == "half of all"

    def test_the_label_of_a_change_leaves_an_acronym_as_it_is(self) -> None:
        rows = [row("Ambleford", year, 45) for year in (2018, 2019)]
        plans = replace(table(*rows), label="EHCP holders in care")
        found = fact("x: {change: in_care, from: 31 March 2018}", plans)
        assert found.label == "Change in EHCP holders in care"

    def test_the_label_of_a_figure_has_the_category_of_its_breakdown(self) -> None:
        rows = [
            row("Ambleford", year, 45, breakdown={"home": "Foster homes"}) for year in (2018, 2019)
        ]
        homes = table(*rows, breakdowns=["home"])
        where = "where: {home: Foster homes}"
        assert fact(f"x: {{indicator: in_care, {where}}}", homes).label == (
            "Children in care, Foster homes"
        )
        assert fact(f"x: {{change: in_care, from: 31 March 2018, {where}}}", homes).label == (
            "Change in children in care, Foster homes"
        )
