"""The plan bound: priorities by theme, actions by strand, measures, and what is open."""

from pathlib import Path

import pytest

from sufficiency.prose.bound import BoundStrategy
from tests.a_project import SOUND, replaced
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"
STRATEGY = "strategy/strategy.yml"
CARERS = "strategy/sections/30-carers.md"
THEMES = (
    "themes:\n  near: {label: Near home, text: 'All {{ cic_now }} of them.'}\n  far: {label: F}\n"
)
ACTION = "actions:\n  - text: Act.\n"


def bound(folder: Path, *changes: dict[str, str | bytes | None]) -> BoundStrategy:
    together = {path: text for change in changes for path, text in change.items()}
    return understood(folder, together).bound


def with_words(words: str) -> dict[str, str | bytes | None]:
    return replaced(STRATEGY, "strands:\n", f"{words}strands:\n")


class TestPriorities:
    @pytest.mark.parametrize(
        ("number", "noun", "name", "heading"),
        [
            ("number: 1\n", "", "Priority 1", "[Priority 1:]{.priority-name} Grow fostering"),
            (
                "number: 1a\n",
                "priority_noun: Ambition\n",
                "Ambition 1a",
                "[Ambition 1a:]{.priority-name} Grow fostering",
            ),
            ("", "priority_noun: Ambition\n", "Grow fostering", "Grow fostering"),
        ],
    )
    def test_are_called_by_the_councils_noun_and_number(
        self, tmp_path: Path, number: str, noun: str, name: str, heading: str
    ) -> None:
        changes = replaced(PRIORITY, "number: 1\n", number)
        (priority,) = bound(tmp_path, changes, with_words(noun)).priorities
        assert (priority.name, priority.heading) == (name, heading)

    def test_without_themes_they_stand_together(self, tmp_path: Path) -> None:
        (theme,) = bound(tmp_path).themes
        assert (theme.id, theme.label, theme.text) == (None, None, None)

    def test_with_themes_they_stand_below_theirs_in_the_strategys_order_and_others_last(
        self, tmp_path: Path
    ) -> None:
        extra = {
            "strategy/priorities/2-a.yml": f"title: A\ntheme: far\n{ACTION}",
            "strategy/priorities/3-b.yml": f"title: B\n{ACTION}",
            "strategy/priorities/4-c.yml": f"title: C\ntheme: near\n{ACTION}",
            PRIORITY: SOUND[PRIORITY].replace("number: 1\n", "number: 1\ntheme: near\n"),
        }
        found = bound(tmp_path, {**extra}, with_words(THEMES))
        assert [(theme.id, [one.id for one in theme.priorities]) for theme in found.themes] == [
            ("near", ["fostering", "c"]),
            ("far", ["a"]),
            (None, ["b"]),
        ]
        assert [priority.id for priority in found.priorities] == ["fostering", "c", "a", "b"]

    def test_a_theme_may_say_a_number_which_the_ledger_holds(self, tmp_path: Path) -> None:
        plan = replaced(PRIORITY, "number: 1\n", "number: 1\ntheme: near\n")
        found = bound(tmp_path, plan, with_words(THEMES))
        assert found.themes[0].text is not None
        assert found.themes[0].text.markdown == "All [60]{.n8} of them."
        of_the_theme = [entry for entry in found.ledger if entry.at.path == STRATEGY]
        assert [(entry.printed, entry.section) for entry in of_the_theme] == [("60", "action-plan")]


class TestActions:
    def test_stand_by_strand_in_the_strategys_order(self, tmp_path: Path) -> None:
        extra = "actions:\n  - text: Of no strand.\n"
        (priority,) = bound(tmp_path, replaced(PRIORITY, "actions:\n", extra)).priorities
        assert [(s.label, [a.id for a in s.actions]) for s in priority.strands] == [
            ("Strategic", ["recruit"]),
            ("Operational", ["fostering-action-3"]),
            (None, ["fostering-action-1"]),
        ]

    def test_have_the_details_that_are_given(self, tmp_path: Path) -> None:
        more = "text: Offer weekends.\n    start: 1/4/2019"
        (priority,) = bound(tmp_path, replaced(PRIORITY, "text: Offer weekends.", more)).priorities
        actions = [action for strand in priority.strands for action in strand.actions]
        assert [(action.start, action.owner, action.due) for action in actions] == [
            (None, "Head of Fostering", "Summer 2020"),
            ("1 April 2019", None, None),
        ]


class TestMeasures:
    @pytest.mark.parametrize(
        ("proof", "shown_by"),
        [
            ("indicator: fostered", "Children in foster homes"),
            ("evidence: 'A count of {{ cic_now }}'", "A count of [60]{.n11}"),
            ("baseline: x", None),
        ],
    )
    def test_are_shown_by_an_indicator_or_by_evidence(
        self, tmp_path: Path, proof: str, shown_by: str | None
    ) -> None:
        found = bound(tmp_path, replaced(PRIORITY, "indicator: fostered", proof))
        assert found.priorities[0].measures[0].shown_by == shown_by

    @pytest.mark.parametrize(
        ("given", "target"),
        [
            ("target: 5 *more*", r"5 \*more\*"),
            ("by: 31/03/2022", "By 31 March 2022"),
            ("target: 5 more\n    by: 31/03/2022", "5 more by 31 March 2022"),
        ],
    )
    def test_a_target_has_its_date(self, tmp_path: Path, given: str, target: str) -> None:
        more = f"evidence: A survey\n    {given}"
        found = bound(tmp_path, replaced(PRIORITY, "indicator: fostered", more))
        assert found.priorities[0].measures[0].target == target

    def test_a_section_may_have_its_own_and_the_ledger_holds_them(self, tmp_path: Path) -> None:
        given = "success_measures:\n  - text: Fewer leave\n    baseline: '{{ fostered_now }}'\n"
        changes = replaced(CARERS, "parent: fostering\n", f"parent: fostering\n{given}")
        found = bound(tmp_path, changes)
        (measure,) = found.sections[2].measures
        assert (measure.id, measure.baseline) == ("section-carers-measure-1", "[45]{.n8}")
        (entry,) = [entry for entry in found.ledger if entry.printed == "45"]
        assert (entry.section, entry.at.line) == ("carers", 6)


class TestGaps:
    def test_what_is_loose_is_said_in_the_authors_words(self, tmp_path: Path) -> None:
        gaps = bound(tmp_path, replaced(PRIORITY, "    needs: [weekend_carers]\n", "")).gaps
        loose = {gap.gap.words: [end.markdown for end in gap.loose_ends] for gap in gaps}
        assert loose["an action for 1 of 2 needs"] == ["carers for weekends"]
        assert loose["an owner for 1 of 2 actions"] == []
