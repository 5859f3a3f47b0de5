"""The whole strategy bound, in the order in which a reader meets it."""

from pathlib import Path

from sufficiency.prose import BoundBox, BoundFigure
from tests.a_project import replaced
from tests.checks.finding import problems_of
from tests.models import understood

SUMMARY = "strategy/sections/10-summary.md"


def test_what_is_noise_between_two_figures_is_as_the_strategy_says(tmp_path: Path) -> None:
    text = "There are {{ cic_now }}, up from {{ earlier }}."
    earlier = "facts:\n  earlier: {indicator: children_in_care, period: 31 March 2018}"
    changes = replaced(SUMMARY, "We had", f"{text}\n\nWe had")
    changes |= replaced("strategy/facts.yml", "facts:", earlier)
    (told,) = problems_of(tmp_path / "default", changes)
    assert told.code.id == "CHANGE-LITTLE"
    rule = "little_change: {small_counts: 0}\ncomparators:"
    changes |= replaced("strategy/strategy.yml", "comparators:", rule)
    assert problems_of(tmp_path / "set", changes) == []


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

    def test_a_figure_is_evidence_of_its_section(self, tmp_path: Path) -> None:
        figures = understood(tmp_path).bound.figures
        assert [(f.id, f.section, f.extract.id) for f in figures] == [
            ("in-care", "fostering", "children"),
            ("costs", "fostering", "costs"),
        ]
        assert figures[0].caption == "We look after 60 children"
