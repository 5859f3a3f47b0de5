"""The evidence annex: rows of what a section printed, gathered by what they are."""

from dataclasses import replace
from pathlib import Path

from sufficiency.documents.evidence import cite_with_link, gather_evidence
from sufficiency.documents.numbered import entries
from sufficiency.facts import Fact, Publication
from sufficiency.tables import Unit
from tests.a_project import replaced
from tests.models import understood

QUOTED = "Quoted"


class TestGatherEvidence:
    def test_a_fact_in_two_forms_shares_a_row(self, tmp_path: Path) -> None:
        section = "strategy/sections/10-summary.md"
        changes = replaced(section, "number {{ cic_change }}", "{{ cic_now }} {{ cic_change }}")
        summary = gather_evidence(understood(tmp_path, changes).bound)[0]
        assert summary.rows[0].printed == "60\N{NO-BREAK SPACE}children; 60"
        assert len({(row.meaning, row.origin) for row in summary.rows}) == len(summary.rows)

    def test_percentages_change_by_percentage_points(self, tmp_path: Path) -> None:
        bound = understood(tmp_path, {}).bound
        (entry,) = (one for one in bound.ledger if getattr(one.origin, "name", "") == "cic_change")
        assert isinstance(entry.origin, Fact)
        for unit, said in {
            Unit.COUNT: "60 − 58 = 2",
            Unit.PERCENTAGE: "2 percentage points",
        }.items():
            changed = replace(entry, origin=replace(entry.origin, unit=unit))
            (row,) = gather_evidence(replace(bound, ledger=(changed,), figures=()))[0].rows
            assert row.meaning.replace("\N{NO-BREAK SPACE}", " ").replace("\\", "").endswith(said)

    def test_a_chart_is_referred_to_by_its_number(self, tmp_path: Path) -> None:
        figures = [
            row for part in gather_evidence(understood(tmp_path, {}).bound) for row in part.figures
        ]
        assert figures[0].printed.startswith(("@fig-", "@tbl-"))

    def test_each_figure_quoted_from_one_publication_has_a_row_with_its_own_entries(
        self, tmp_path: Path
    ) -> None:
        section = "strategy/sections/10-summary.md"
        twelve, three = '[12 enquiries]{source="register"}', '[3 calls]{source="register"}'
        changes = replaced(section, twelve, f"{twelve}, {three} and again {twelve}")
        bound = understood(tmp_path, changes).bound
        numbers = {
            said: [n for n, entry in enumerate(bound.ledger, start=1) if entry.printed == said]
            for said in ("12 enquiries", "3 calls")
        }
        rows = {
            row.printed.replace("\N{NO-BREAK SPACE}", " "): row.entries
            for row in gather_evidence(bound)[0].rows
            if row.meaning == "Quoted"
        }
        assert rows == {said: entries(found) for said, found in numbers.items()}
        assert len(numbers["12 enquiries"]) == 2

    def test_a_publication_has_the_number_behind_those_of_the_extracts(
        self, tmp_path: Path
    ) -> None:
        bound = understood(tmp_path, {}).bound
        number = len(bound.extracts) + 1
        (origin,) = {row.origin for row in gather_evidence(bound)[0].rows if row.meaning == QUOTED}
        assert origin == f"[Source\N{NO-BREAK SPACE}{number}](#publication-register)"

    def test_an_extract_that_is_quoted_too_is_one_source(self, tmp_path: Path) -> None:
        section = "strategy/sections/10-summary.md"
        quoted = '[60 children]{source="children"}'
        changes = replaced(section, '[12 enquiries]{source="register"}', quoted)
        bound = understood(tmp_path, changes).bound
        (origin,) = {row.origin for row in gather_evidence(bound)[0].rows if row.meaning == QUOTED}
        assert origin == "[Source\N{NO-BREAK SPACE}1](#source-children)"
        assert bound.publications == ()


class TestCiteWithLink:
    def test_a_publication_leads_to_where_it_can_be_read(self) -> None:
        register = Publication("register", "Register, Ambleford", "https://www.example.org/r")
        assert cite_with_link(register) == "[Register, Ambleford](<https://www.example.org/r>)"

    def test_an_extract_is_named_with_its_file(self, tmp_path: Path) -> None:
        (first, *_) = understood(tmp_path, {}).bound.extracts
        assert cite_with_link(first).endswith(f"({first.file})")
