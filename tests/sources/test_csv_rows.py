"""CSV as people save it: encodings, ragged rows, headings that cannot be used."""

from sufficiency.problems import Location
from sufficiency.sources import CsvRow, read_csv_rows


def rows_of(data: bytes) -> list[tuple[str, ...]]:
    table, problems = read_csv_rows(data, "data/a.csv")
    assert problems == []
    assert table is not None
    return [table.header, *(row.cells for row in table.rows)]


def messages(data: bytes) -> list[str]:
    return [f"{p.at.line}:{p.at.column} {p.message}" for p in read_csv_rows(data, "a.csv")[1]]


class TestReadCsvRows:
    def test_utf_8_with_a_byte_order_mark_loses_the_mark(self) -> None:
        assert rows_of("\ufeffplace,cost\nÉcole,£5\n".encode()) == [
            ("place", "cost"),
            ("École", "£5"),
        ]

    def test_windows_1252_is_read_as_excel_writes_it(self) -> None:
        assert rows_of("place,cost\nÉcole – “A”,£5\n".encode("cp1252"))[1] == ("École – “A”", "£5")

    def test_utf_16_is_named(self) -> None:
        assert messages("place\nA\n".encode("utf-16")) == [
            "1:1 the file is saved as UTF-16 (Excel calls it Unicode text)."
        ]

    def test_windows_line_ends_and_outer_spaces_are_lost(self) -> None:
        assert rows_of(b"a , b\r\n 1,2 \r\n") == [("a", "b"), ("1", "2")]

    def test_blank_lines_are_passed_over_and_lines_still_counted(self) -> None:
        table, _ = read_csv_rows(b"\na,b\n,\n\n1,2\n", "a.csv")
        assert table is not None
        assert table.rows == (CsvRow(5, ("1", "2")),)

    def test_a_comma_within_quotation_marks_is_text(self) -> None:
        assert rows_of(b'a,b\n"1,234",2\n')[1] == ("1,234", "2")

    def test_a_row_over_two_lines_is_one_row_at_its_last(self) -> None:
        table, _ = read_csv_rows(b'a,b\n"1\n2",3\n', "a.csv")
        assert table is not None
        assert table.rows == (CsvRow(3, ("1\n2", "3")),)

    def test_a_ragged_row_is_a_problem_and_the_others_are_kept(self) -> None:
        table, problems = read_csv_rows(b"a,b\n1,2,3\n4,5\n", "a.csv")
        assert [p.message for p in problems] == ["the row has 3 cells; the header has 2."]
        assert table is not None
        assert table.rows == (CsvRow(3, ("4", "5")),)

    def test_headings_must_be_there_and_differ(self) -> None:
        assert messages(b"a,,a\n1,2,3\n") == [
            "1:2 column 2 has no heading.",
            '1:3 the heading "a" stands twice.',
        ]

    def test_an_empty_file_has_no_header(self) -> None:
        assert messages(b"") == messages(b"\n,,\n") == ["1:1 the file is empty."]

    def test_a_cell_that_is_too_long_is_a_problem(self) -> None:
        (message,) = messages(b'a,b\n"' + b"x" * 200_000)
        assert message.startswith("2:1 the file cannot be read as a table")


class TestCsvTable:
    def test_a_cell_is_placed_by_its_line_and_the_number_of_its_column(self) -> None:
        table, _ = read_csv_rows(b"a,b\n1,2\n", "data/a.csv")
        assert table is not None
        assert table.place(2, "b") == Location("data/a.csv", 2, 2)
        assert table.place(2, "c") == Location("data/a.csv", 2, 1)
