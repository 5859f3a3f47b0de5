"""Sections lead to what is there, and no two things have one name."""

from pathlib import Path

import pytest

from tests.a_project import replaced
from tests.checks.finding import PRIORITY, problems_of, told

SUMMARY = "strategy/sections/10-summary.md"


class TestCheckSections:
    @pytest.mark.parametrize(
        "reference",
        [
            "@sec-carers",
            "@fig-in-care",
            "@tbl-costs",
            "(@sec-evidence)",
            "@sec-action-plan",
            "@sec-priority-fostering",
            "@sec-control.",
            "us@sec-nowhere.org",
            "@Sec-fostering",
            "@Fig-in-care",
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

    def test_the_whole_plans_table_that_was_leads_to_the_plan(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", "@tbl-action-plan")
        (problem,) = problems_of(tmp_path, changes)
        assert problem.mend == 'Did you mean "sec-action-plan"?'

    def test_a_theme_with_priorities_may_be_referred_to(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", "@sec-theme-near and @sec-theme-far")
        themes = "themes: {near: {label: Near}, far: {label: Far}}\nstrands:\n"
        changes |= replaced("strategy/strategy.yml", "strands:\n", themes)
        changes |= replaced(PRIORITY, "number: 1\n", "theme: near\n")
        assert told(tmp_path, changes) == [
            'the cross-reference "@sec-theme-far" leads nowhere.',
            'no priority belongs to the theme "far".',
        ]

    def test_a_priority_that_cannot_be_read_is_not_called_unknown(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", "@sec-priority-fostering")
        changes |= replaced(PRIORITY, "title: Grow fostering\n", "")
        assert told(tmp_path, changes) == ['the key "title" is missing.']

    def test_each_reference_of_a_line_is_told_at_its_column(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", "@sec-a, @sec-b")
        problems = problems_of(tmp_path, changes)
        assert [(p.at.line, p.at.column) for p in problems] == [(6, 52), (6, 60)]

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("Sec-fostring", "sec-fostering"),
            ("SEC-fostering", "sec-fostering"),
            ("sec-Fostering", "sec-fostering"),
            ("FIG-in-care", "fig-in-care"),
        ],
    )
    def test_capitals_that_lead_nowhere_are_told_with_the_near_miss(
        self, tmp_path: Path, typed: str, meant: str
    ) -> None:
        changes = replaced(SUMMARY, "@sec-fostering", f"@{typed}")
        (problem,) = problems_of(tmp_path, changes)
        assert problem.message == f'the cross-reference "@{typed}" leads nowhere.'
        assert problem.mend.startswith(f'Did you mean "{meant}"?')

    @pytest.mark.parametrize(
        "text",
        [
            "What carers say\n===============",
            "What carers say\n-",
            "One\nWhat carers say\n-----",
            "- What carers say\n-----",
        ],
    )
    def test_an_underlined_heading_is_told_at_its_line(self, tmp_path: Path, text: str) -> None:
        changes = replaced(SUMMARY, "We had [12", f"{text}\n\nWe had [12")
        (problem,) = problems_of(tmp_path, changes)
        assert problem.code.id == "HEADING-UNDERLINED"
        assert problem.at.line == 8 + text.count("\n")
        assert "begin the line above with ##" in problem.mend

    @pytest.mark.parametrize(
        "text",
        [
            "* * *",
            "-----",
            "| a | b |\n|---|---|\n| c | d |",
            "a | b\n--|--\nc | d",
            "- a\n-\n- b",
            "```\na\n---------\n```",
            "It costs a =\nb - c",
        ],
    )
    def test_lines_tables_and_code_are_no_headings(self, tmp_path: Path, text: str) -> None:
        assert told(tmp_path, replaced(SUMMARY, "We had [12", f"{text}\n\nWe had [12")) == []

    OWN = "| a | b |\n|---|---|\n| c | d |\n\n: What we counted {#tbl-own}\n\n"

    def test_an_authors_own_table_may_be_referred_to(self, tmp_path: Path) -> None:
        changes = replaced(SUMMARY, "We had [12", f"{self.OWN}@Tbl-own: we had [12")
        assert told(tmp_path, changes) == []

    def test_what_a_document_template_of_ones_own_prints_may_be_referred_to(
        self, tmp_path: Path
    ) -> None:
        template = "# Thanks {#sec-thanks}"
        changes = replaced(SUMMARY, "@sec-fostering", "@sec-thanks, @sec-glossary, @sec-thank")
        changes |= {"templates/documents/strategy.qmd.j2": template}
        assert told(tmp_path, changes) == ['the cross-reference "@sec-thank" leads nowhere.']

    @pytest.mark.parametrize("attributes", ["#sec-own", ".unnumbered #sec-own .unlisted"])
    def test_an_authors_own_heading_may_be_referred_to(
        self, tmp_path: Path, attributes: str
    ) -> None:
        text = f"## What carers say {{{attributes}}}\n\n@Sec-own: we had [12"
        assert told(tmp_path, replaced(SUMMARY, "We had [12", text)) == []

    @pytest.mark.parametrize("heading", ["`## What they say {#sec-own}`", "## It {#Sec-own}"])
    def test_what_the_document_does_not_call_so_may_not(self, tmp_path: Path, heading: str) -> None:
        changes = replaced(SUMMARY, "We had [12", f"{heading}\n\n@sec-own: we had [12")
        assert told(tmp_path, changes) == ['the cross-reference "@sec-own" leads nowhere.']

    @pytest.mark.parametrize("id", ["tbl-costs", "tbl-control", "tbl-own"])
    def test_its_name_is_its_own(self, tmp_path: Path, id: str) -> None:
        second = self.OWN.replace("tbl-own", id)
        changes = replaced(SUMMARY, "We had [12", f"{self.OWN}{second}We had [12")
        assert told(tmp_path, changes) == [f'another table has the id "{id}" already.']

    def test_the_covers_name_is_kept_for_it(self, tmp_path: Path) -> None:
        extra: dict[str, str | bytes | None] = {
            "strategy/sections/40-cover.md": "---\ntitle: A\n---\n"
        }
        (message,) = told(tmp_path, extra)
        assert message == 'the id "cover" belongs to a part that every document has.'

    def test_a_sub_section_is_no_chapter(self, tmp_path: Path) -> None:
        extra: dict[str, str | bytes | None] = {
            "strategy/sections/40-more.md": "---\ntitle: A\nparent: carers\n---\n"
        }
        assert told(tmp_path, extra) == [
            '"carers" is no chapter, but a part of "fostering" itself.'
        ]
