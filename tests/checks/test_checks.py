"""Rules over the bound strategy that no single case shows."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import replaced, write_project

SUMMARY = "strategy/sections/10-summary.md"


def told(folder: Path, changes: dict[str, str | bytes | None]) -> list[str]:
    _, problems = pipeline.understand(write_project(folder, changes), cache=Cache(cache_folder()))
    return [problem.message for problem in problems]


class TestCheckSections:
    @pytest.mark.parametrize(
        "reference",
        [
            "@sec-carers",
            "@fig-in-care",
            "@tbl-costs",
            "(@sec-evidence)",
            "@sec-action-plan",
            "@tbl-action-plan",
            "@sec-control.",
            "us@sec-nowhere.org",
            r"\@fig-nowhere",
        ],
    )
    def test_a_reference_to_what_is_there_is_let_through(
        self, tmp_path: Path, reference: str
    ) -> None:
        assert told(tmp_path, replaced(SUMMARY, "@sec-fostering", reference)) == []

    def test_a_figure_that_is_defined_and_not_placed_is_nowhere(self, tmp_path: Path) -> None:
        changes = replaced("strategy/sections/20-fostering.md", '\n{{ table("costs") }}\n', "")
        assert told(tmp_path, changes) == ['the cross-reference "@tbl-costs" leads nowhere.']

    def test_each_reference_of_a_line_is_told_at_its_column(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", "@sec-a, @sec-b")
        _, problems = pipeline.understand(
            write_project(tmp_path, changes), cache=Cache(cache_folder())
        )
        assert [(p.at.line, p.at.column) for p in problems] == [(6, 52), (6, 60)]

    def test_a_sub_section_is_no_chapter(self, tmp_path: Path) -> None:
        extra: dict[str, str | bytes | None] = {
            "strategy/sections/40-more.md": "---\ntitle: A\nparent: carers\n---\n"
        }
        assert told(tmp_path, extra) == ['chapter "carers" is not defined.']


class TestCheckPlan:
    def test_every_reference_of_an_action_is_told(self, tmp_path: Path) -> None:
        path = "strategy/priorities/1-fostering.yml"
        changes = replaced(path, "needs: [local_carers]", "needs: [zebra, local_carers, giraffe]")
        assert told(tmp_path, changes) == [
            'need "zebra" is not defined.',
            'need "giraffe" is not defined.',
        ]

    def test_where_a_box_is_broken_no_need_is_called_unknown(self, tmp_path: Path) -> None:
        changes = replaced("strategy/needs.yml", "id: local_carers", "id: Local carers")
        assert len(told(tmp_path, changes)) == 1
