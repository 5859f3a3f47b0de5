"""The evidence annex: rows of what a section printed, gathered by what they are."""

from pathlib import Path

from sufficiency.documents.evidence import gather_evidence
from tests.a_project import replaced
from tests.models import understood


class TestGatherEvidence:
    def test_a_fact_in_two_forms_shares_a_row(self, tmp_path: Path) -> None:
        section = "strategy/sections/10-summary.md"
        changes = replaced(section, "number {{ cic_change }}", "{{ cic_now }} {{ cic_change }}")
        summary = gather_evidence(understood(tmp_path, changes).bound)[0]
        assert summary.rows[0].printed == "60\N{NO-BREAK SPACE}children; 60"
        assert len({(row.meaning, row.origin) for row in summary.rows}) == len(summary.rows)

    def test_a_chart_is_referred_to_by_its_number(self, tmp_path: Path) -> None:
        figures = [
            row for part in gather_evidence(understood(tmp_path, {}).bound) for row in part.figures
        ]
        assert figures[0].printed.startswith(("@fig-", "@tbl-"))

    def test_figures_quoted_from_one_publication_share_a_row(self, tmp_path: Path) -> None:
        section = "strategy/sections/10-summary.md"
        more = '[12 enquiries]{source="register"} and [3 calls]{source="register"}'
        changes = replaced(section, '[12 enquiries]{source="register"}', more)
        summary = gather_evidence(understood(tmp_path, changes).bound)[0]
        assert [row.printed for row in summary.rows if row.meaning == "Quoted"] == [
            "12\N{NO-BREAK SPACE}enquiries; 3\N{NO-BREAK SPACE}calls"
        ]
