"""CSV as people save it: encodings, blank lines, marks between columns."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.sources import Row, read_csv_rows


def rows_of(data: bytes) -> list[tuple[str, ...]]:
    table, problems = read_csv_rows(data, "data/a.csv")
    assert problems == []
    assert table is not None
    return [row.cells for row in table.rows]


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
        assert table.rows == (Row(2, ("a", "b")), Row(5, ("1", "2")))

    def test_a_comma_within_quotation_marks_is_text(self) -> None:
        assert rows_of(b'a,b\n"1,234",2\n')[1] == ("1,234", "2")

    def test_a_row_over_two_lines_is_one_row_at_its_last(self) -> None:
        table, _ = read_csv_rows(b'a,b\n"1\n2",3\n', "a.csv")
        assert table is not None
        assert table.rows[1:] == (Row(3, ("1\n2", "3")),)

    def test_a_file_of_blank_lines_has_no_rows(self) -> None:
        assert rows_of(b"") == rows_of(b"\n,,\n") == []

    def test_a_quotation_mark_that_is_not_closed_is_told_where_it_is_opened(self) -> None:
        assert messages(b'a,b\n1,2\n"3,4\n5,6\n') == [
            "3:1 a quotation mark is opened here and never closed."
        ]

    def test_two_marks_that_stray_do_not_swallow_the_row_between_them(self) -> None:
        assert messages(b'a,b\n1,2\n"3,4\n5,6\n"7,8\n9,10\n') == [
            "3:1 a quotation begins here, and where it ends (line 5) no comma follows."
        ]

    @pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
    def test_a_quotation_that_spoils_a_row_of_many_lines_is_told_at_its_own_line(
        self, line_end: bytes
    ) -> None:
        lines = [b"", b"a,b", b'"1', b'1","2', b'2" wide']
        assert messages(line_end.join(lines)) == [
            "4:1 a quotation begins here, and where it ends (line 5) no comma follows."
        ]

    def test_a_name_in_quotation_marks_before_a_word_is_told(self) -> None:
        assert messages(b'a,b\n6" deep,"Rose" House\n') == [
            "2:1 a quotation begins here, and where it ends (line 2) no comma follows."
        ]

    def test_marks_written_twice_are_read_as_one(self) -> None:
        assert rows_of(b'a,b\n"""Rose"" House",""\n')[1] == ('"Rose" House', "")

    def test_a_mark_of_inches_is_no_quotation(self) -> None:
        assert rows_of(b'a,b\n6" deep,2\n')[1] == ('6" deep', "2")

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"a;b\n1;2\n", "semicolons"),
            (b"a;b, c;d\n1;2,5;3\n", "semicolons"),
            (b"a\tb\n1\t2\n", "tabs"),
            (b"a|b\n1|2\n", "upright lines"),
            (b"sep=;\na;b\n", "semicolons"),
            (b'"a";"b"\n"1";"2"\n', "semicolons"),
            (b'a\tb\n"1, 2"\t"3"\n', "tabs"),
        ],
    )
    def test_columns_that_something_else_parts_are_told(self, data: bytes, name: str) -> None:
        assert messages(data) == [f"1:1 the columns are parted by {name}, not by commas."]

    def test_semicolons_in_texts_part_nothing(self) -> None:
        assert rows_of(b"a; b; c,d\n1,2\n")[0] == ("a; b; c", "d")
        assert rows_of(b'a,b\n"x;y;z",2\n')[1] == ("x;y;z", "2")

    def test_each_line_with_a_character_of_no_encoding_is_told(self) -> None:
        assert messages(b"a,b\r\n\x81,\xa3\r\n1,\xa3\r\n\x9d,2\r\n") == [
            f"{line}:1 this line holds a character of neither UTF-8 nor Windows-1252."
            for line in (2, 4)
        ]

    def test_lines_in_windows_1252_among_lines_in_utf_8_are_told(self) -> None:
        assert messages("a,é\n".encode() + "é,2\n".encode("cp1252")) == [
            "2:1 this line is saved in another way than the rest of the file (UTF-8)."
        ]

    def test_in_a_long_file_too_a_mark_is_told_where_it_is_opened(self) -> None:
        assert messages(b'a,b\n"3,4\n' + b"5,6\n" * 50_000) == [
            "2:1 a quotation mark is opened here and never closed."
        ]

    @pytest.mark.parametrize("line_end", [b"\n", b"\r", b"\r\n"])
    def test_more_lines_than_a_memory_holds_are_told(self, line_end: bytes) -> None:
        table, (problem,) = read_csv_rows(b"1" + line_end * 200_001, "a.csv")
        assert table is None
        assert problem.code.id == "FILE-LARGE"
        assert problem.message == "the file has 200,001 lines; 200,000 are the most."

    def test_a_long_cell_is_read_and_what_others_may_read_stays_as_it_was(self) -> None:
        usual = csv.field_size_limit()
        assert rows_of(b'a,b\n"' + b"x" * 200_000 + b'",2\n')[1] == ("x" * 200_000, "2")
        assert csv.field_size_limit() == usual

    @given(st.text(alphabet='",\n\r ab', max_size=30))
    def test_what_cannot_be_read_is_told_at_a_line_with_a_quotation_mark(self, text: str) -> None:
        table, problems = read_csv_rows(text.encode(), "a.csv")
        assert (table is None) == bool(problems)
        lines = io.StringIO(text, newline="").readlines()
        assert all('"' in lines[problem.at.line - 1] for problem in problems)
