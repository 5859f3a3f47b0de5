"""The composed document of the sound project, and how values are escaped in it."""

from datetime import date
from pathlib import Path

import pytest

from sufficiency.documents import (
    ComposedDocument,
    Edition,
    OwnBrand,
    TemplateFault,
    compose,
)
from sufficiency.sources.audited import Audit, Record
from tests.a_project import SOUND, replaced
from tests.documents.places import without_places
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"
GIVEN = "indicator: fostered\n    baseline: a\n    target: b"
STORED = Path(__file__).with_name("strategy.qmd.snapshot")


def composed(
    folder: Path, changes: dict[str, str | bytes | None] | None = None, document: str = "strategy"
) -> ComposedDocument:
    model = understood(folder, changes)
    charts = {"figures/in-care.svg": b"<svg/>"}
    return compose(Edition(model.bound, model.project.templates, charts), document)


class TestCompose:
    def test_the_sound_project_is_composed_as_it_is_stored(
        self, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        document = composed(tmp_path)
        if request.config.getoption("--update-snapshots"):
            STORED.write_text(document.qmd, encoding="utf-8", newline="\n")
        assert document.qmd == STORED.read_text(encoding="utf-8")

    def test_it_carries_its_name_its_date_and_its_pictures(self, tmp_path: Path) -> None:
        document = composed(tmp_path)
        assert document.file_stem == "ambleford-placement-sufficiency-strategy-2019-2022"
        assert document.published.isoformat() == "2019-05-01"
        assert document.charts == {"figures/in-care.svg": b"<svg/>"}

    def test_it_says_where_it_is_published(self, tmp_path: Path) -> None:
        own = "  strategy:\n    web_address: https://www.example.org/our_plan/"
        changes = replaced("strategy/strategy.yml", "  strategy:", own)
        qmd = composed(tmp_path, changes).qmd
        assert r'web-address: "https://www.example.org/our\\_plan/"' in qmd

    def test_values_from_data_and_yaml_are_escaped(self, tmp_path: Path) -> None:
        changes = replaced("data/costs.csv", "Agency carers", "Agency | *carers*")
        changes |= replaced("strategy/facts.yml", "Agency carers", "Agency | *carers*")
        changes |= replaced("strategy/strategy.yml", "Ambleford Council", "Ambleford *Council*")
        qmd = composed(tmp_path, changes).qmd
        assert r"| Agency \| \*carers\* | £936 |" in qmd
        assert r'author: "Ambleford \\*Council\\*"' in qmd

    def test_evidence_keeps_lines_numbers_and_short_formulas_whole(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path).qmd.replace("\N{NO-BREAK SPACE}", "~").replace("\\=", "=")
        source = "[Source~1](#source-children)"
        assert f": 60~−~58~=~2 | {source}, lines~2~to~3 |" in qmd
        assert f": 45~÷~60~=~75% | {source}, lines~3,~7 |" in qmd

    def test_a_publication_has_its_licence_in_the_table_of_sources(self, tmp_path: Path) -> None:
        licensed = replaced(
            "strategy/references.yml", "    date:", "    licence: Open | free\n    date:"
        )
        row = "Register of enquiries, Ambleford Council, April 2019 | As published | "
        assert f"{row}Not given |" in composed(tmp_path / "a").qmd
        assert f"{row}Open \\| free |" in composed(tmp_path / "b", licensed).qmd

    def test_it_says_what_the_audits_of_its_templates_found(self, tmp_path: Path) -> None:
        model = understood(tmp_path)
        audit = Audit("pdf", "PDF/UA-1", "veraPDF", "1.31", 0)
        record = Record("12ab", date(2026, 11, 26), (audit,))
        templates = model.project.templates
        qmd = compose(Edition(model.bound, templates, audited=record), "strategy").qmd
        assert "On 26 November 2026 computer programs tested" in qmd
        assert "- the PDF: PDF/UA" in qmd
        assert "veraPDF 1.31" in qmd
        assert "other colours" not in qmd

    @pytest.mark.parametrize(
        ("own_brand", "said"),
        [
            ("readable", "its colours were checked: they differ enough for text and charts"),
            ("refused", "its colours were checked, and some were refused: they differ too little"),
        ],
    )
    def test_of_a_brand_that_was_not_audited_it_says_what_the_build_checked(
        self, own_brand: OwnBrand, said: str, tmp_path: Path
    ) -> None:
        model = understood(tmp_path)
        record = Record("12ab", date(2026, 11, 26), ())
        templates = model.project.templates
        edition = Edition(model.bound, templates, audited=record, own_brand=own_brand)
        qmd = compose(edition, "strategy").qmd
        assert "made with the same templates, but in other colours or fonts." in qmd
        assert said in qmd

    def test_of_changed_templates_it_says_not_tested(self, tmp_path: Path) -> None:
        qmd = composed(tmp_path).qmd
        assert "are not those that were tested. Its accessibility: not tested." in qmd
        assert "found no errors" not in qmd

    def test_text_is_never_a_template(self, tmp_path: Path) -> None:
        changes = replaced("data/catalogue.yml", "Costs of homes", "'{{ 9 * 9 }} {% raw %} {#'")
        qmd = composed(tmp_path, changes).qmd
        assert r"Source: \{\{ 9 \* 9 \}\} \{% raw %\} \{\#, Ambleford Council." in qmd

    def test_a_highlighted_row_is_brought_out(self, tmp_path: Path) -> None:
        note = "    note: Averages of a year."
        changes = replaced("strategy/figures.yml", note, f"{note}\n    highlight: Own carers")
        assert "| **Own carers** | £675 |" in composed(tmp_path, changes).qmd

    def test_an_alt_text_of_several_lines_is_one(self, tmp_path: Path) -> None:
        latest = "    periods: latest"
        alt = '    alt: |\n      These "bars",\n      {{ cic_now }}\n'
        changes = replaced("strategy/figures.yml", latest, f"{latest}\n{alt}")
        assert r'fig-alt="These \"bars\", 60"' in composed(tmp_path, changes).qmd

    def test_the_annex_says_each_number_of_a_section_once(self, tmp_path: Path) -> None:
        summary = SOUND["strategy/sections/10-summary.md"] + "\nAgain {{ cic_now | with_noun }}.\n"
        qmd = composed(tmp_path, {"strategy/sections/10-summary.md": summary}).qmd
        annex = qmd.partition("#tbl-evidence-summary")[2].partition(":::")[0]
        assert annex.count("| 60\N{NO-BREAK SPACE}children |") == 1

    def test_themes_stand_above_their_priorities_and_others_do_not(self, tmp_path: Path) -> None:
        themes = "themes: {near: {label: Near home, text: Most want it.}}\nstrands:\n"
        changes = replaced("strategy/strategy.yml", "strands:\n", themes)
        changes |= replaced(PRIORITY, "number: 1\n", "number: 1\ntheme: near\n")
        changes["strategy/priorities/2-more.yml"] = "title: More\nactions:\n  - text: Act.\n"
        qmd = without_places(composed(tmp_path, changes).qmd)
        plan = qmd.partition("{#sec-action-plan}")[2].partition("# Annex")[0]
        assert [line for line in plan.splitlines() if line.startswith("#")] == [
            "## Near home {#sec-theme-near .unnumbered}",
            "### [Priority 1:]{.priority-name} Grow fostering"
            " {#sec-priority-fostering .unnumbered}",
            "## More {#sec-priority-more .unnumbered}",
            "### What we will do {.unnumbered .unlisted #list-priority-actions-more}",
            "## Still to be agreed {#plan-open .unnumbered}",
        ]
        assert "\n\nMost want it.\n\n" in plan

    def test_the_plan_has_the_councils_title_noun_and_heading(self, tmp_path: Path) -> None:
        words = "action_plan_title: Delivery\npriority_noun: Aim\nmeasures_heading: What we watch\n"
        changes = replaced("strategy/strategy.yml", "strands:\n", f"{words}strands:\n")
        qmd = composed(tmp_path, changes).qmd
        assert "\n# Delivery {#sec-action-plan}\n" in qmd
        assert (
            "\n## [Aim 1:]{.priority-name} Grow fostering {#sec-priority-fostering .unnumbered}\n"
            in qmd
        )
        assert "\nWhat we watch: Aim 1\n:::" in qmd
        assert "\nEvidence for: Delivery\n" in qmd

    @pytest.mark.parametrize(
        ("measure", "expected"),
        [
            (
                "{text: Fewer leave, evidence: A count}",
                "### How we will know {.unnumbered .unlisted #list-section-measures-carers}\n\n"
                "::: {.list-table .sentences #tbl-section-measures-carers header-rows=1 "
                'header-cols=1 widths="6,6"}\n'
                "- - What will have changed\n  - Shown by\n"
                "- - Fewer leave\n  - A count\n\n"
                "How we will know: Carers\n:::\n",
            ),
            (
                "{text: Fewer leave}",
                "### How we will know {.unnumbered .unlisted #list-section-measures-carers}\n\n"
                "- Fewer leave\n",
            ),
        ],
    )
    def test_a_sections_measures_stand_at_its_end(
        self, tmp_path: Path, measure: str, expected: str
    ) -> None:
        given = f"parent: fostering\nsuccess_measures:\n  - {measure}\n"
        changes = replaced("strategy/sections/30-carers.md", "parent: fostering\n", given)
        qmd = without_places(composed(tmp_path, changes).qmd)
        carers = qmd.partition("{#sec-carers}")[2]
        end = carers.partition("- carers for weekends\n")[2].lstrip(":\n")
        assert end.startswith(expected)

    def test_a_plan_that_leaves_nothing_open_does_not_say_so(self, tmp_path: Path) -> None:
        changes = replaced(
            PRIORITY,
            "  - strand: operational\n    text: Offer weekends.\n    needs: [weekend_carers]\n",
            "  - {strand: operational, text: Offer., owner: O, due: D, needs: [weekend_carers]}\n",
        )
        tied = str(changes[PRIORITY]).replace("indicator: fostered", GIVEN)
        assert "plan-open" not in composed(tmp_path, {PRIORITY: tied}).qmd

    def test_a_document_without_a_template_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateFault, match=r"documents/plan\.qmd\.j2"):
            composed(tmp_path, document="plan")

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_a_template_that_is_not_utf_8_is_named_with_its_line(
        self, tmp_path: Path, line_end: str
    ) -> None:
        own = f"A{line_end}caf\xe9{line_end}".encode("latin-1")
        with pytest.raises(TemplateFault, match=r"^templates/partials/own\.md\.j2:2 .* UTF-8"):
            composed(tmp_path, {"templates/partials/own.md.j2": own})

    def test_a_partial_that_cannot_be_used_is_named_with_its_line(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateFault, match=r"^templates/partials/accessibility\.md\.j2:2 "):
            composed(tmp_path, {"templates/partials/accessibility.md.j2": "Of us.\n{% if %}\n"})

    def test_a_mark_that_notepad_puts_first_is_passed_over(self, tmp_path: Path) -> None:
        own = "\ufeff---\ntitle: Own\n---\n".encode()
        assert composed(tmp_path, {"templates/documents/strategy.qmd.j2": own}).qmd[0] == "-"
