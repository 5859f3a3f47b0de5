"""A draft's marks, what keeps its place, and the list at its end."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import SOUND, replaced, write_project

SUMMARY = "strategy/sections/10-summary.md"
FOSTERING = "strategy/sections/20-fostering.md"


def composed(folder: Path, *changes: dict[str, str | bytes | None]) -> str:
    """The draft's Quarto Markdown."""
    every: dict[str, str | bytes | None] = {}
    for change in changes:
        every |= change
    cache = Cache(cache_folder())
    model, _ = pipeline.understand(write_project(folder, every), cache=cache)
    assert model is not None
    (document,) = pipeline.compose_documents(model, cache=cache)
    return document.qmd


class TestMarks:
    def test_an_expression_that_prints_nothing_is_marked_with_its_problem(
        self, tmp_path: Path
    ) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, "cic_change", "cic_chang"))
        assert "the number [Problem 1](#sec-problems-1){.problem}." in qmd

    def test_a_fact_that_is_broken_is_marked_with_what_broke_it(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced("strategy/facts.yml", "of: cic_now", "of: cic_no"))
        assert "Of them [Problem 1](#sec-problems-1){.problem} live" in qmd

    def test_a_fact_that_is_broken_by_another_room_is_not_shown(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced("data/costs.csv", "675", "lots"))
        assert "a home" in qmd.lower()
        assert "costs [Not shown](#sec-problems){.problem} a week less" in qmd

    def test_other_problems_of_a_block_are_noted_below_it(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, 'source="register"', 'source="registr"'))
        note = "::: {.problem-note}\n[Problem 1](#sec-problems-1){.problem}\n:::"
        assert note in qmd.partition("12 enquiries")[2]
        assert note not in qmd.partition("12 enquiries")[0]

    def test_what_the_text_marks_already_is_not_noted_again(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, "cic_change", "cic_chang"))
        assert ".problem-note" not in qmd

    def test_a_problem_in_an_entry_is_noted_where_it_is_placed(self, tmp_path: Path) -> None:
        qmd = composed(
            tmp_path, replaced("strategy/needs.yml", "text: carers for", "texxt: carers for")
        )
        box = qmd.partition("more carers near home")[2]
        assert "::: {.problem-note}" in box.partition("# Action plan")[0]

    def test_markup_that_is_refused_is_shown_as_typed(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(FOSTERING, "@fig-in-care shows", "<b>Bold</b> @x"))
        assert r"\<b\>Bold\</b\> \@x our neighbours" in qmd

    def test_a_character_without_a_shape_has_a_stand_in(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, "We look", "We 😀 look"))
        assert "We ? look" in qmd
        assert "😀" not in qmd


class TestPlaces:
    def test_a_figure_that_cannot_be_shown_keeps_its_number(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced("strategy/figures.yml", "kind: bar", "kind: bra"))
        assert "](figures/not-shown){#fig-in-care fig-alt=" in qmd

    def test_so_does_a_table(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced("strategy/figures.yml", "across: home", "across: hom"))
        assert "::: {#tbl-costs}\n| Not shown |" in qmd

    def test_a_box_that_cannot_be_shown_says_so(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, {"strategy/needs.yml": "boxes:\n  carers: none\n"})
        assert '::: {.we-need title="Not shown"}\n- [Problem 1]' in qmd

    @pytest.mark.parametrize(
        "front",
        [
            'title: "Carers\nparent: fostering',
            "titel: Carers\nparent: fostering",
            "parent: fostering",
        ],
    )
    def test_a_section_keeps_its_place_where_its_title_is_unreadable(
        self, tmp_path: Path, front: str
    ) -> None:
        path = "strategy/sections/30-carers.md"
        changed = SOUND[path].replace("title: Carers\nparent: fostering", front)
        qmd = composed(tmp_path, {path: changed})
        assert "\n## Carers {#sec-carers}" in qmd
        assert "### What carers say" in qmd

    def test_an_action_without_its_text_costs_no_other(self, tmp_path: Path) -> None:
        qmd = composed(
            tmp_path, replaced("strategy/priorities/1-fostering.yml", "text: Offer", "txt: Offer")
        )
        assert "Recruit carers" in qmd
        assert "Offer weekends" not in qmd


class TestList:
    def test_it_says_where_what_and_how_to_mend_it(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, "cic_change", "cic_chang"))
        listed = qmd.partition("# Problems in this draft {#sec-problems .unnumbered}")[2]
        assert "::: {.problem-item #sec-problems-1}\n**Problem 1.** " in listed
        assert r"strategy/sections/10\-summary.md, line 5:" in listed
        assert "Did you mean" in listed
        assert r"\[NAME\-UNKNOWN\]" in listed

    def test_the_cover_counts_them(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path, replaced(SUMMARY, "cic_change", "cic_chang"))
        assert 'draft: "DRAFT, not for publication. It has 1 problem, listed at its end."' in qmd

    def test_a_sound_draft_has_its_mark_and_no_list(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path)
        assert 'draft: "DRAFT, not for publication."' in qmd
        assert "sec-problems" not in qmd

    def test_a_final_has_neither(self, tmp_path: Path) -> None:
        qmd = composed(
            tmp_path, replaced("strategy/strategy.yml", "status: draft", "status: final")
        )
        assert "DRAFT" not in qmd
