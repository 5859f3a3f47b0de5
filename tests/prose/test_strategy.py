"""The whole strategy bound, in the order in which a reader meets it."""

from pathlib import Path

from sufficiency.prose import BoundBox, BoundFigure
from tests.a_project import replaced
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"


class TestBindStrategy:
    def test_sections_hold_their_blocks_with_what_is_placed(self, tmp_path: Path) -> None:
        summary, fostering, carers = understood(tmp_path).bound.sections
        assert [section.level for section in (summary, fostering, carers)] == [1, 1, 2]
        anchors = [b.content.anchor for b in fostering.blocks if isinstance(b.content, BoundFigure)]
        assert anchors == ["fig-in-care", "tbl-costs"]
        (box,) = [b.content for b in carers.blocks if isinstance(b.content, BoundBox)]
        assert box.heading.markdown == "We need…"
        assert [need.markdown for _, need in box.needs] == [
            "more carers near home",
            "carers for weekends",
        ]

    def test_a_box_may_have_a_heading_of_its_own(self, tmp_path: Path) -> None:
        changes = replaced("strategy/needs.yml", "  carers:\n", "  carers:\n    heading: Wanted\n")
        carers = understood(tmp_path, changes).bound.sections[2]
        (box,) = [b.content for b in carers.blocks if isinstance(b.content, BoundBox)]
        assert box.heading.markdown == "Wanted"

    def test_actions_stand_by_strand_in_the_strategys_order(self, tmp_path: Path) -> None:
        extra = "actions:\n  - text: Of no strand.\n"
        bound = understood(tmp_path, replaced(PRIORITY, "actions:\n", extra)).bound
        (priority,) = bound.priorities
        assert [(s.label, [a.id for a in s.actions]) for s in priority.strands] == [
            ("Strategic", ["recruit"]),
            ("Operational", ["fostering-action-3"]),
            (None, ["fostering-action-1"]),
        ]

    def test_details_are_those_that_are_given(self, tmp_path: Path) -> None:
        (priority,) = understood(tmp_path).bound.priorities
        actions = [action for strand in priority.strands for action in strand.actions]
        assert [action.details for action in actions] == [
            ("Owner: Head of Fostering", "Due: Summer 2020"),
            (),
        ]
        assert priority.measures[0].details == ("Measured by: Children in foster homes",)

    def test_baselines_and_targets_may_hold_facts(self, tmp_path: Path) -> None:
        more = "indicator: fostered\n    baseline: '{{ fostered_now }}'\n    target: 5 *more*"
        more += "\n    by: 31/03/2022"
        bound = understood(tmp_path, replaced(PRIORITY, "indicator: fostered", more)).bound
        assert bound.priorities[0].measures[0].details[1:] == (
            "Baseline: 45",
            r"Target: 5 \*more\* by 31 March 2022",
        )
        assert bound.ledger[-1].printed == "45"

    def test_a_figure_is_evidence_of_its_section(self, tmp_path: Path) -> None:
        figures = understood(tmp_path).bound.figures
        assert [(f.id, f.section, f.extract.id) for f in figures] == [
            ("in-care", "fostering", "children"),
            ("costs", "fostering", "costs"),
        ]
        assert figures[0].caption == "We look after 60 children"
