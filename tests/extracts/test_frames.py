"""Extracts as typed frames: the declared columns, each cell checked, all problems told."""

import hashlib

import pytest

from sufficiency.extracts import read_extract
from tests.extracts.entries import extract_entry, frame
from tests.workbooks import workbook

HEADER = b"place,year,home,cost\n"


def told(data: bytes, release: str = "published", blank: str = "refused") -> list[str]:
    _, problems = read_extract("homes", extract_entry(release, blank), data)
    return [f"{p.at.line}:{p.at.column} {p.message}" for p in problems]


class TestReadExtract:
    def test_a_row_is_found_by_its_line_and_other_columns_are_left_out(self) -> None:
        data = b"note,place,year,home,cost\nx,A,2019,own,5\n\ny,B,2019,own,6\n"
        found, problems = read_extract("homes", extract_entry(), data)
        assert problems == []
        assert found is not None
        assert list(found.frame.columns) == ["place", "year", "home", "cost"]
        assert list(found.frame.index) == [2, 4]
        assert found.frame.loc[4, "cost"] == "6"

    def test_it_carries_where_it_came_from(self) -> None:
        data = HEADER + b"A,2019,own,5\n"
        found, _ = read_extract("homes", extract_entry(), data)
        assert found is not None
        assert found.extract.file == "data/homes.csv"
        assert found.extract.sha256 == hashlib.sha256(data).hexdigest()

    def test_cells_in_pounds_percent_and_thousands_pass(self) -> None:
        assert told(HEADER + 'A,2019,own,"£1,234.50"\nB,2019,own,c\n'.encode()) == []

    def test_every_wrong_cell_is_told_with_its_line_and_column(self) -> None:
        assert told(HEADER + b"A,2019,own,five\nB,2019,own,6\nC,2019,own,lots\n") == [
            '2:4 "five" under "cost" is not an amount of money.',
            '4:4 "lots" under "cost" is not an amount of money.',
        ]

    def test_the_same_wrong_text_is_told_in_each_row(self) -> None:
        assert len(told(HEADER + b"A,2019,own,five\nB,2019,own,five\n")) == 2

    def test_a_blank_is_refused_unless_the_catalogue_allows_it(self) -> None:
        data = HEADER + b"A,2019,own,\nB,2019,own,6\n"
        assert told(data) == ['2:4 the cell under "cost" is blank.']
        assert told(data, blank="allowed") == []

    @pytest.mark.parametrize(
        "row",
        ["Source: DfE,,,", ",,Jo said so,", "Total,,,£11", "Grand total,2019,,lots", "(1) Note,,,"],
    )
    def test_a_total_or_a_note_is_told_once_and_not_quoted(self, row: str) -> None:
        assert told(HEADER + f"A,2019,own,5\n{row}\n".encode()) == [
            "3:1 the row looks like a total or a note, and not like data."
        ]

    @pytest.mark.parametrize("row", ["Totals,,own,5", "Notecombe,,own,5", "A,,,5", "A,2019,,"])
    def test_a_row_of_data_with_blanks_is_told_by_its_cells(self, row: str) -> None:
        assert {message.split(" ", 1)[1] for message in told(HEADER + f"{row}\n".encode())} <= {
            f'the cell under "{name}" is blank.' for name in ("year", "home", "cost")
        }

    def test_a_total_that_fills_its_row_is_data(self) -> None:
        assert told(HEADER + b"Total,2019,own,5\n") == []

    def test_a_cell_of_a_protected_extract_is_never_quoted(self) -> None:
        (message,) = told(HEADER + b"A,2019,own,Jo Bloggs\n", release="protect")
        assert message == '2:4 the cell under "cost" is not an amount of money.'

    def test_headings_of_a_protected_extract_may_be_its_first_row_and_are_not_quoted(self) -> None:
        for data in (b"Jo,2019,own,cost Jo\n", b"A,2019,own,Jo\n", b"Jo,Jo\n1,2\n"):
            _, problems = read_extract("homes", extract_entry("protect"), data)
            assert problems
            assert "Jo" not in " ".join(map(str, problems))

    def test_where_all_rows_are_ragged_that_is_what_is_told(self) -> None:
        assert told(HEADER + b"A,2019,5\n") == ["2:1 the row has 3 cells; the header has 4."]

    def test_each_missing_column_is_told(self) -> None:
        assert told(b"place,when\nA,2019\n") == [
            f'1:1 the column "{name}", which the catalogue declares, is not in the extract.'
            for name in ("year", "home", "cost")
        ]

    def test_text_that_looks_like_a_number_stays_text(self) -> None:
        assert frame("007,2019,own,5\n").frame.loc[2, "place"] == "007"


class TestReadExtractOfAWorkbook:
    ROWS = (("place", "year", "home", "cost"), ("A", 2019, "own", 5), ("B", 2019, "own", "lots"))

    def test_it_has_the_frame_that_the_same_csv_has(self) -> None:
        found, problems = read_extract(
            "homes", extract_entry(file="homes.xlsx"), workbook(self.ROWS[:2])
        )
        assert problems == []
        assert found is not None
        assert found.frame.equals(frame("A,2019,own,5\n").frame)
        assert found.extract.sheet == "Costs"

    def test_a_wrong_cell_is_told_by_its_name_and_quoted_only_where_it_is_public(self) -> None:
        file = "homes.xlsx"
        entries = [extract_entry(release, file=file) for release in ("published", "protect")]
        told = [
            [str(problem) for problem in read_extract("homes", entry, workbook(self.ROWS))[1]]
            for entry in entries
        ]
        public, protected = (found.partition(" Correct")[0] for (found,) in told)
        assert public == 'data/homes.xlsx:Costs!D3 "lots" under "cost" is not an amount of money.'
        assert protected == (
            'data/homes.xlsx:Costs!D3 the cell under "cost" is not an amount of money.'
        )

    def test_sheets_of_a_protected_workbook_are_not_named(self) -> None:
        data = workbook((), self.ROWS, names=("Jo Bloggs", "Sam"))
        _, problems = read_extract("homes", extract_entry("protect", file="homes.xlsx"), data)
        (found,) = problems
        assert "Bloggs" not in str(found)
        assert "2 sheets" in found.message

    def test_its_headings_may_stand_below_a_title(self) -> None:
        entry = extract_entry(file="homes.xlsx\nheader_row: 3")
        data = workbook((("Table 1",), (), *self.ROWS[:2]))
        found, problems = read_extract("homes", entry, data)
        assert problems == []
        assert found is not None
        assert list(found.frame.index) == [4]
