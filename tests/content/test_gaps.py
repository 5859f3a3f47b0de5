"""What a plan leaves open: fields that nobody filled, and loose ends of the golden thread."""

from pathlib import Path

from sufficiency.content import Content, read_content
from sufficiency.content.gaps import GAP_WORDS, find_gaps
from sufficiency.sources import read_project
from tests.a_project import SOUND, replaced, write_project

PRIORITY = "strategy/priorities/1-fostering.yml"
CARERS = "strategy/sections/30-carers.md"
STRATEGY = "strategy/strategy.yml"
Changes = dict[str, str | bytes | None]


def content_of(folder: Path, changes: Changes) -> Content:
    content, problems = read_content(read_project(write_project(folder, changes))[0])
    assert problems == []
    return content


def gaps(folder: Path, changes: Changes) -> list[str]:
    return [str(gap) for gap in find_gaps(content_of(folder, changes))]


def whole_plan(**changes: str) -> Changes:
    """A plan with everything filled in and tied, but for what is replaced."""
    plan = SOUND[PRIORITY]
    for old, new in {
        "text: Offer weekends.": "text: Offer weekends.\n    owner: Head\n    due: 2020",
        "indicator: fostered": "indicator: fostered\n    baseline: a\n    target: b",
        **changes,
    }.items():
        assert old in plan
        plan = plan.replace(old, new)
    return {PRIORITY: plan}


def loose_plan() -> Changes:
    """The sound project's plan with an action and a need that nothing ties to each other."""
    return replaced(PRIORITY, "    needs: [weekend_carers]\n", "")


class TestFindGaps:
    def test_what_is_not_filled_in_is_counted_and_what_is_loose_is_named(
        self, tmp_path: Path
    ) -> None:
        assert gaps(tmp_path, loose_plan()) == [
            "an owner for 1 of 2 actions",
            "an end date for 1 of 2 actions",
            "a baseline for all measures",
            "a target for all measures",
            "an action for 1 of 2 needs (weekend_carers)",
            "a linked need for 1 of 2 actions (fostering-action-2)",
        ]

    def test_a_whole_plan_leaves_none(self, tmp_path: Path) -> None:
        assert gaps(tmp_path, whole_plan()) == []

    def test_where_every_one_is_loose_none_is_named(self, tmp_path: Path) -> None:
        plan = whole_plan()
        for needs in ("    needs: [local_carers]\n", "\n    needs: [weekend_carers]"):
            plan[PRIORITY] = str(plan[PRIORITY]).replace(needs, "")
        assert gaps(tmp_path, plan) == [
            "an action for all 2 needs",
            "a linked need for all 2 actions",
        ]

    def test_an_action_may_say_why_it_answers_no_need(self, tmp_path: Path) -> None:
        plan = whole_plan(**{"needs: [weekend_carers]": "without_need: Carers ask for it."})
        assert gaps(tmp_path, plan) == ["an action for 1 of 2 needs (weekend_carers)"]

    def test_a_measure_needs_an_indicator_or_evidence(self, tmp_path: Path) -> None:
        more = "\n  - text: Children say so.\n    baseline: a\n    target: b\n"
        plan = whole_plan(**{"target: b": f"target: b{more}"})
        assert gaps(tmp_path, plan) == [
            "an indicator or evidence for 1 of 2 measures (fostering-measure-2)"
        ]

    def test_a_priority_needs_a_measure(self, tmp_path: Path) -> None:
        more = "title: More\nactions:\n  - {text: A, owner: O, due: D, needs: [local_carers]}\n"
        extra = {**whole_plan(), "strategy/priorities/2-more.yml": more}
        assert gaps(tmp_path, extra) == ["a measure of success for 1 of 2 priorities (more)"]

    def test_a_theme_needs_a_priority(self, tmp_path: Path) -> None:
        themes = "themes:\n  near: {label: Near home}\n  far: {label: Far}\nstrands:\n"
        plan = whole_plan(**{"number: 1\n": "number: 1\ntheme: near\n"})
        changes = {**plan, **replaced(STRATEGY, "strands:\n", themes)}
        assert gaps(tmp_path, changes) == ["a priority for 1 of 2 themes (far)"]

    def test_the_measures_of_sections_count_with_the_others(self, tmp_path: Path) -> None:
        measures = "success_measures:\n  - {text: More, indicator: fostered}\n  - text: A\n"
        changes = {
            **whole_plan(),
            **replaced(CARERS, "parent: fostering\n", f"parent: fostering\n{measures}"),
        }
        assert gaps(tmp_path, changes) == [
            "a baseline for 2 of 3 measures",
            "a target for 2 of 3 measures",
            "an indicator or evidence for 1 of 3 measures (section-carers-measure-2)",
        ]

    def test_a_loose_end_keeps_the_authors_words(self, tmp_path: Path) -> None:
        found = find_gaps(content_of(tmp_path, loose_plan()))
        (gap,) = [gap for gap in found if "2 needs" in gap.words]
        assert [end.text for end in gap.loose_ends] == ["carers for weekends"]

    def test_its_words_are_all_known_to_the_terms(self, tmp_path: Path) -> None:
        for gap in find_gaps(content_of(tmp_path, loose_plan())):
            missing, _, kind = gap.words.replace(" for ", "|", 1).partition("|")
            assert missing in GAP_WORDS
            assert kind.split()[-1] in GAP_WORDS
