"""The golden thread: tied once, walked both ways."""

from pathlib import Path

from sufficiency.prose import Step, Thread
from tests.a_project import SOUND, replaced
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"
CARERS = "strategy/sections/30-carers.md"
SECTION_MEASURE = (
    "parent: fostering\nsuccess_measures:\n  - {id: kept, text: They stay, evidence: A survey}\n"
)
Changes = dict[str, str | bytes | None]


def thread_of(folder: Path, changes: Changes | None = None) -> Thread:
    return understood(folder, changes).bound.thread


def ids(thread: Thread, step: Step) -> list[str]:
    return [knot.id for knot in thread.of(step)]


def ways(thread: Thread) -> list[str]:
    return [" > ".join(knot.id for knot in path) for path in thread.paths]


class TestThread:
    def test_it_leads_from_each_need_to_the_extract(self, tmp_path: Path) -> None:
        end = "fostering > fostering-measure-1 > fostered > children"
        assert ways(thread_of(tmp_path)) == [
            f"local_carers > recruit > {end}",
            f"weekend_carers > fostering-action-2 > {end}",
        ]

    def test_it_leads_back_from_the_extract_to_every_need(self, tmp_path: Path) -> None:
        thread = thread_of(tmp_path)
        reached = thread.named("children")
        for _ in range(5):
            reached = tuple(before for knot in reached for before in thread.before(knot))
        assert [knot.id for knot in reached] == ["local_carers", "weekend_carers"]

    def test_what_several_ways_lead_to_is_reached_once(self, tmp_path: Path) -> None:
        changes = replaced(
            PRIORITY, "needs: [weekend_carers]", "needs: [weekend_carers, local_carers]"
        )
        thread = thread_of(tmp_path, changes)
        (need, *_) = thread.named("local_carers")
        assert [knot.id for knot in thread.after(need)] == ["recruit", "fostering-action-2"]
        assert [knot.id for knot in thread.reached(need, Step.PRIORITY)] == ["fostering"]
        assert [knot.id for knot in thread.reached(need, Step.EXTRACT)] == ["children"]

    def test_a_measure_of_a_section_begins_at_the_section(self, tmp_path: Path) -> None:
        thread = thread_of(tmp_path, replaced(CARERS, "parent: fostering\n", SECTION_MEASURE))
        assert ways(thread)[-1] == "carers > kept"
        (measure,) = thread.named("kept")
        assert measure.instead is not None
        assert measure.instead.plain == "A survey"

    def test_an_action_with_a_reason_for_no_need_begins_a_way(self, tmp_path: Path) -> None:
        more = (
            "text: Offer weekends.\n    needs: [weekend_carers]\n  - id: tidy\n    text: Tidy up.\n"
        )
        more += "    without_need: It saves work.\n"
        changes = replaced(PRIORITY, "text: Offer weekends.\n    needs: [weekend_carers]\n", more)
        thread = thread_of(tmp_path, changes)
        assert ways(thread)[-1].startswith("tidy > fostering > ")
        (action,) = thread.named("tidy")
        assert action.instead is not None
        assert action.instead.plain == "It saves work."

    def test_a_priority_and_a_section_of_one_name_are_told_apart(self, tmp_path: Path) -> None:
        measures = "title: Fostering\nsuccess_measures:\n  - {text: More, indicator: fostered}\n"
        path = "strategy/sections/20-fostering.md"
        thread = thread_of(tmp_path, replaced(path, "title: Fostering\n", measures))
        assert [knot.step for knot in thread.named("fostering")] == [Step.PRIORITY, Step.SECTION]

    def test_facts_in_its_words_are_printed_and_in_the_ledger(self, tmp_path: Path) -> None:
        model = understood(tmp_path)
        (action,) = model.bound.thread.named("recruit")
        assert action.text.plain == "Recruit carers for the 60 children."
        assert [one.printed for one in model.bound.ledger if one.section == "golden-thread"] == [
            "60 children"
        ]

    def test_without_its_annex_it_adds_nothing_to_the_ledger(self, tmp_path: Path) -> None:
        changes = replaced(
            "strategy/strategy.yml",
            "    title: Placement sufficiency strategy\n",
            "    title: Placement sufficiency strategy\n    golden_thread: false\n",
        )
        model = understood(tmp_path, changes)
        assert not [one for one in model.bound.ledger if one.section == "golden-thread"]
        assert len(model.bound.thread.of(Step.NEED)) == 2

    def test_labels_of_indicators_are_in_the_councils_words(self, tmp_path: Path) -> None:
        terms = "terms: {foster homes: foster families}\nstrands:\n"
        thread = thread_of(tmp_path, replaced("strategy/strategy.yml", "strands:\n", terms))
        (indicator,) = thread.named("fostered")
        assert indicator.text.plain == "Children in foster families"

    def test_each_entry_knows_its_place(self, tmp_path: Path) -> None:
        (need,) = thread_of(tmp_path).named("weekend_carers")
        line = SOUND["strategy/needs.yml"].splitlines()[need.at.line - 1]
        assert (need.at.path, line.strip()) == ("strategy/needs.yml", "text: carers for weekends")
