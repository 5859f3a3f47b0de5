"""Each figure's data as a CSV file."""

import csv
import io
from pathlib import Path

import pytest

from sufficiency.figures.data_files import write_csv, write_data_files
from tests.a_project import replaced
from tests.models import understood

TILES = """figures:
  glance:
    kind: tiles
    headline: At a glance
    facts: [cic_now, fostered_share]
"""
PLACED = {"strategy/sections/20-fostering.md": '{{ table("costs") }}'}


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


class TestWriteDataFiles:
    def test_a_chart_has_a_row_a_figure_and_a_symbol_for_what_is_hidden(
        self, tmp_path: Path
    ) -> None:
        files = write_data_files(understood(tmp_path).figures)
        assert rows_of(files["in-care"]) == [
            ["Council", "Measure", "Unit", "Value", "Printed", "Status"],
            ["Ambleford", "Children in care", "count", "60", "60", "published"],
            ["Briarton", "Children in care", "count", "80", "80", "published"],
            ["Copseham", "Children in care", "count", "", "[c]", "suppressed"],
        ]

    def test_a_table_has_the_same_rows(self, tmp_path: Path) -> None:
        files = write_data_files(understood(tmp_path).figures)
        assert rows_of(files["costs"])[1] == [
            *("Own carers", "Weekly cost of a home", "£ a week", "675", "£675", "published")
        ]

    def test_tiles_have_a_row_a_fact(self, tmp_path: Path) -> None:
        changes = replaced("strategy/figures.yml", "figures:\n", TILES)
        changes |= replaced(
            "strategy/sections/20-fostering.md",
            '{{ figure("in-care") }}',
            '{{ figure("glance") }}\n\n{{ figure("in-care") }}',
        )
        files = write_data_files(understood(tmp_path, changes).figures)
        header, *rows = rows_of(files["glance"])
        assert header[:3] == ["Place", "Period", "Measure"]
        assert [row[0] for row in rows] == ["Ambleford", "Ambleford"]
        assert [row[-2] for row in rows] == ["60", "75%"]


class TestWriteCsv:
    def test_it_begins_with_the_mark_by_which_excel_knows_utf_8(self) -> None:
        assert write_csv([["£"]]) == b"\xef\xbb\xbf\xc2\xa3\r\n"

    @pytest.mark.parametrize(
        "cell", ["=1+1", "+SUM(A1)", "-cmd|x", "@now", " =1", "\t=1", "\tx", "＝1+1", "-"]
    )
    def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(self, cell: str) -> None:
        assert rows_of(write_csv([[cell]])) == [[f"'{cell}"]]

    @pytest.mark.parametrize("cell", ["-4", "+20%", "-1,234.5", "12", "", "[c]", "−13%", "a-b"])
    def test_numbers_and_plain_words_stay_as_they_are(self, cell: str) -> None:
        assert rows_of(write_csv([[cell, "x"]])) == [[cell, "x"]]
