"""What the annex's audit lets pass: rows that say what the ledger and the extracts say."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.audits.annex_answered import differences_answered, rows_answered, sources_answered

HOMES = {"file": "data/homes.xlsx", "sheet": "Homes", "lines": [4, 5]}
CARERS = HOMES | {"sheet": "Carers"}
SHARED = {"title": "Homes", "publisher": "Ambleford", "licence": "Open", "as_at": "2019-03-31"}
LEDGER: dict[str, Any] = {
    "entries": [],
    "figures": [{"id": "homes", "caption": "Homes", "extract": "homes"} | HOMES],
    "extracts": [SHARED | HOMES | {"id": "homes"}, SHARED | CARERS | {"id": "carers"}],
    "publications": [{"id": "register", "citation": "Register", "licence": None}],
}


def page(id: str, *rows: str) -> Any:
    return html.fromstring(f"<main><table id={id}><tbody>{''.join(rows)}</tbody></table></main>")


class TestRowsAnswered:
    @pytest.mark.parametrize(("source", "is_answered"), [("1", True), ("2", False)])
    def test_sheets_of_one_workbook_are_sources_of_their_own(
        self, source: str, is_answered: bool
    ) -> None:
        row = (
            "<tr><th><a href=#fig-homes>Figure 1</a></th><td></td><td>Homes</td>"
            f"<td>Source {source}, rows 4 to 5</td></tr>"
        )
        assert [said for _, said in rows_answered(page("tbl-evidence-a", row), LEDGER)] == [
            is_answered
        ]


class TestSourcesAnswered:
    def test_a_source_is_called_by_file_and_sheet_a_publication_as_published(self) -> None:
        day, under = "<td>31 March 2019</td>", "<td>Open</td>"
        called = [f"Homes, Ambleford (data/homes.xlsx, sheet {one})" for one in ("Homes", "Carers")]
        rows = [
            f"<tr><td>Source 1: {called[0]}</td>{day}{under}</tr>",
            f"<tr><td>Source 2: {called[0]}</td>{day}{under}</tr>",
            "<tr><td>Source 3: Register</td><td>As published</td><td>Not given</td></tr>",
        ]
        said = [one.text for one in sources_answered(page("tbl-sources", *rows), LEDGER)]
        assert said == [
            *(f"Source 1: {called[0]}", "31 March 2019", "Open"),
            *("31 March 2019", "Open"),
            *("Source 3: Register", "As published", "Not given"),
        ]


class TestDifferencesAnswered:
    def test_a_figure_must_stand_in_the_line_of_the_source_that_is_named(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "count.csv").write_text("date,children\n2018,60\n2019,62.4\n", "utf-8")
        ledger = {"extracts": [{"file": "data/none.csv"}, {"file": "data/count.csv"}]}
        figures = ["60", "62", "62.4"]
        row = "".join(f"<td>{one} (Source 2, line 3). Later.</td>" for one in figures)
        answered = differences_answered(
            page("tbl-differences", f"<tr>{row}</tr>"), ledger, tmp_path
        )
        assert [one.text.split()[0] for one in answered] == ["62", "62.4"]
