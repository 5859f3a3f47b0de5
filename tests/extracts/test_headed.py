"""Rows below their headings: what is the header, which columns count, what does not fit."""

from collections.abc import Sequence

import pytest

from sufficiency.extracts.headed import Expected, Table, read_table
from sufficiency.problems import Location
from sufficiency.sources import Merge, Row, Rows

HERE = Location("data/catalogue.yml", 3, 5)


def read(
    *rows: Sequence[str],
    columns: Sequence[str] = ("place", "cost"),
    header_row: int | None = None,
    merged: Sequence[Merge] = (),
) -> tuple[Table | None, list[str]]:
    found = Rows(
        "data/a.xlsx",
        tuple(Row(line, tuple(cells)) for line, cells in enumerate(rows, start=1) if any(cells)),
        "S",
        tuple(merged),
    )
    table, problems = read_table(found, Expected(columns, header_row, HERE))
    return table, [f"{problem.at} {problem.message}" for problem in problems]


def rows_of(table: Table | None) -> list[tuple[str, ...]]:
    assert table is not None
    return [row.cells for row in table.rows]


HEADER = ("place", "cost")


class TestHeader:
    def test_it_is_the_first_row_that_is_not_blank(self) -> None:
        table, problems = read((), HEADER, ("A", "1"))
        assert problems == []
        assert table is not None
        assert (table.header, table.line) == (HEADER, 2)

    def test_headings_below_a_title_are_told_with_their_row(self) -> None:
        table, problems = read(("Table 1", ""), (), HEADER, ("A", "1"))
        assert table is None
        assert problems == [
            "data/a.xlsx:S!A3 the headings stand here, in row 3, with other rows above them."
        ]

    def test_the_row_that_the_catalogue_names_is_taken(self) -> None:
        table, problems = read(("Table 1", ""), HEADER, ("A", "1"), header_row=2)
        assert problems == []
        assert rows_of(table) == [("A", "1")]

    @pytest.mark.parametrize("number", [2, 9])
    def test_a_named_row_that_is_blank_is_told_in_the_catalogue(self, number: int) -> None:
        assert read(HEADER, (), ("A", "1"), header_row=number) == (
            None,
            [f"{HERE} row {number} of the extract is blank, or is not there."],
        )

    def test_a_heading_that_is_wrapped_in_its_cell_is_one(self) -> None:
        table, _ = read(("place\nof  birth", "cost"), ("A", "1"))
        assert table is not None
        assert table.header == ("place of birth", "cost")

    def test_a_heading_given_twice_or_left_out_is_told(self) -> None:
        assert read(("a", "", "a"), ("1", "2", "3"))[1] == [
            "data/a.xlsx:S!B1 column 2 has no heading, and row 2 holds something in it.",
            'data/a.xlsx:S!C1 the heading "a" stands twice.',
        ]

    def test_without_any_row_the_sheet_is_empty(self) -> None:
        assert read()[1] == ["data/a.xlsx:S!A1 the sheet is empty."]


class TestColumns:
    def test_those_without_heading_and_cells_are_left_out_and_places_kept(self) -> None:
        table, problems = read(("", "place", "", "cost", ""), ("", "A", "", "1", "", ""))
        assert problems == []
        assert table is not None
        assert rows_of(table) == [("A", "1")]
        assert str(table.place(2, "cost")) == "data/a.xlsx:S!D2"

    def test_an_unknown_column_stands_in_the_first(self) -> None:
        table, _ = read(HEADER, ("A", "1"))
        assert table is not None
        assert str(table.place(2, "other")) == "data/a.xlsx:S!A2"


class TestRows:
    def test_one_with_more_or_fewer_cells_is_told_and_the_others_are_kept(self) -> None:
        table, problems = read(HEADER, ("A", "1", "2"), ("B",), ("C", "3"))
        assert problems == [
            "data/a.xlsx:S!A2 the row has 3 cells; the header has 2.",
            "data/a.xlsx:S!A3 the row has 1 cell; the header has 2.",
        ]
        assert rows_of(table) == [("C", "3")]

    def test_the_headings_again_are_told_however_they_are_capitalised(self) -> None:
        table, problems = read(HEADER, ("A", "1"), ("Place", "COST"), ("B", "2"))
        assert problems == ["data/a.xlsx:S!A3 the headings of row 1 stand here again."]
        assert rows_of(table) == [("A", "1"), ("B", "2")]


class TestMerges:
    def test_those_of_headings_and_of_cells_are_told(self) -> None:
        rows = (("place", ""), ("A", "1"), ("", "2"))
        merged = (Merge(1, 1, 1, 2), Merge(2, 3, 1, 1))
        assert read(*rows, merged=merged)[1] == [
            "data/a.xlsx:S!A1 the headings A1:B1 are merged into one.",
            "data/a.xlsx:S!A2 the cells A2:A3 are merged into one.",
        ]

    def test_a_merged_title_and_what_is_merged_beside_the_table_are_passed(self) -> None:
        rows = (("Table 1", ""), HEADER, ("A", "1"))
        merged = (Merge(1, 1, 1, 2), Merge(2, 3, 7, 8))
        assert read(*rows, merged=merged, header_row=2)[1] == []


class TestNotes:
    COLUMNS = ("place", "year", "cost")

    @pytest.mark.parametrize(
        "row", [("Source: DfE",), ("Note: 1", " 2", " 3", " 4"), ("Total", "11"), ("", "Revised")]
    )
    def test_a_note_with_too_few_or_too_many_cells_is_told_as_one(self, row: list[str]) -> None:
        table, problems = read(self.COLUMNS, ("A", "2019", "5"), row, columns=self.COLUMNS)
        assert rows_of(table) == [("A", "2019", "5")]
        assert problems == [
            "data/a.xlsx:S!A3 the row looks like a total or a note, and not like data."
        ]

    def test_a_row_of_data_is_told_by_its_cells(self) -> None:
        _, problems = read(self.COLUMNS, ("A", "2019"), columns=self.COLUMNS)
        assert problems == ["data/a.xlsx:S!A2 the row has 2 cells; the header has 3."]

    def test_of_two_cells_one_may_be_forgotten(self) -> None:
        _, problems = read(HEADER, ("A",))
        assert problems == ["data/a.xlsx:S!A2 the row has 1 cell; the header has 2."]
