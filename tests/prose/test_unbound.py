"""What is told of typed numbers, where, and in which texts none may be typed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.content import NumberRules
from sufficiency.problems import Problem
from sufficiency.prose import bind_text
from sufficiency.prose.unbound import expressions_for
from sufficiency.sources import parse_yaml
from tests.a_project import replaced
from tests.checks.finding import Changes, problems_of
from tests.prose.printing import a_printer

PRIORITY = "strategy/priorities/1-fostering.yml"
MEASURE = "    indicator: fostered\n"


def told_of(yaml: str) -> list[Problem]:
    """The problems of the key ``text`` of a YAML text in which no number may be typed."""
    tree, _ = parse_yaml(yaml, "a.yml")
    assert tree is not None
    printer = replace(a_printer(), numbers=NumberRules())
    return bind_text(tree["text"], printer, "plan")[1]


class TestPlaces:
    @pytest.mark.parametrize(
        ("yaml", "place"),
        [
            ("text: We have 12 homes\n", "a.yml:1:15"),
            ('text: "We have 12 homes"\n', "a.yml:1:16"),
            ("text: >-\n  In 2031 we had\n  31 homes\n", "a.yml:3:3"),
            ("text: |\n  First\n  12 homes\n", "a.yml:3:3"),
            ("text: In 111 and [11]{.commitment} or 11 homes\n", "a.yml:1:10"),
        ],
    )
    def test_a_number_is_told_where_it_stands_in_the_file(self, yaml: str, place: str) -> None:
        assert str(told_of(yaml)[0].at) == place

    def test_the_second_of_two_that_begin_alike_has_its_own_place(self) -> None:
        first, second = told_of("text: In 111 homes or 11 homes\n")
        assert (first.at.column, second.at.column) == (10, 23)


class TestMend:
    def test_a_fact_of_that_value_is_named_with_what_it_prints(self) -> None:
        (problem,) = told_of("text: We look after 60 children\n")
        assert "{{ now }} prints 60" in problem.mend

    def test_a_form_that_prints_the_number_alone_comes_before_the_fact(self) -> None:
        facts = a_printer().facts.entries.values()
        assert expressions_for("£675", facts) == [("cost_a | amount", "£675")]

    def test_a_fact_below_zero_is_not_offered_for_the_number_without_its_minus(self) -> None:
        now = a_printer().facts.entries["now"]
        lower = replace(now, value=Decimal(-65), said="−65", forms={"more_or_less": "65 fewer"})
        assert expressions_for("65", [lower]) == []

    def test_one_in_words_is_only_a_warning(self) -> None:
        (problem,) = told_of("text: We have two homes\n")
        assert problem.is_warning


class TestScale:
    def test_thousands_of_a_fact_are_told_once(self) -> None:
        (problem,) = told_of("text: We look after {{ now }} thousand children\n")
        assert problem.code.id == "FACT-SCALE"

    def test_other_words_behind_a_fact_are_told_as_ever(self) -> None:
        (problem,) = told_of("text: Of {{ now }} a thousand left\n")
        assert problem.code.id == "NUMBER-WORD"


class TestTexts:
    """Which texts of a project are looked at."""

    @pytest.mark.parametrize(
        "changes",
        [
            replaced("strategy/needs.yml", "more carers near home", "12 more carers"),
            replaced(PRIORITY, "Recruit carers for", "Recruit 12 carers for"),
            replaced(PRIORITY, "title: Grow fostering", "title: Grow fostering by 12 homes"),
            replaced(PRIORITY, MEASURE, f"{MEASURE}    baseline: 12 homes\n"),
            replaced(PRIORITY, "due: Summer 2020", "due: once 12 homes are open"),
            replaced("strategy/sections/10-summary.md", "title: Summary", "title: All 12 homes"),
            {"strategy/glossary.yml": "glossary:\n  a: {term: Home, meaning: One of 12 homes.}\n"},
            {"strategy/gaps.yml": "gaps:\n  a: {title: Sums, why: All 12 were lost.}\n"},
        ],
    )
    def test_a_number_is_told(self, tmp_path: Path, changes: Changes) -> None:
        assert "NUMBER-UNBOUND" in [one.code.id for one in problems_of(tmp_path, changes)]

    @pytest.mark.parametrize(
        "changes",
        [
            replaced(PRIORITY, MEASURE, "    evidence: A count\n    target: 99 homes\n"),
            replaced("strategy/strategy.yml", "Head of Commissioning", "Version 12"),
            replaced(
                "strategy/sections/10-summary.md",
                "We had [12",
                '::: {.voice consent="12" by="Girl, 15"}\nI had 12 homes.\n:::\n\nWe had [12',
            ),
        ],
    )
    def test_a_promise_what_somebody_said_and_the_document_control_may_hold_any(
        self, tmp_path: Path, changes: Changes
    ) -> None:
        assert problems_of(tmp_path, changes) == []

    @pytest.mark.parametrize(
        ("rule", "changes"),
        [
            ("commitments", replaced(PRIORITY, MEASURE, "    evidence: A count\n    target: 99\n")),
            (
                "voices",
                replaced(
                    "strategy/sections/10-summary.md",
                    "We had [12",
                    '::: {.voice consent="1" by="Girl"}\nI had 12 homes.\n:::\n\nWe had [12',
                ),
            ),
        ],
    )
    def test_those_can_be_turned_off_too(self, tmp_path: Path, rule: str, changes: Changes) -> None:
        off = replaced(
            "strategy/strategy.yml", "documents:", f"numbers: {{{rule}: false}}\ndocuments:"
        )
        problems = problems_of(tmp_path, {**changes, **off})
        assert [one.code.id for one in problems] == ["NUMBER-UNBOUND"]
