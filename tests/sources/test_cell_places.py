"""A cell's place in characters: where people click, and where its line is marked."""

from collections.abc import Sequence

import pytest

from sufficiency.problems import Location
from sufficiency.sources import in_characters

LINES = (
    "council,date,children",
    '"Ambleford, the town",31 March 2019, 60',
    'Briarton,"two',
    'lines ""quoted""",80',
    'Cop"se,1,2',
)


def place(line: int, cell: int, lines: Sequence[str] = LINES) -> tuple[int, int]:
    at = Location("data/a.csv", line, cell)
    (found,) = in_characters({at}, lines).values()
    assert found.path == at.path
    return found.line, found.column


class TestInCharacters:
    @pytest.mark.parametrize(("cell", "column"), [(1, 1), (2, 9), (3, 14)])
    def test_a_cell_stands_behind_the_commas_before_it(self, cell: int, column: int) -> None:
        assert place(1, cell) == (1, column)

    def test_commas_in_quotation_marks_part_no_cells(self) -> None:
        assert place(2, 2) == (2, LINES[1].index("31") + 1)

    def test_white_space_before_a_cell_is_passed(self) -> None:
        assert place(2, 3) == (2, LINES[1].index("60") + 1)

    def test_a_row_over_several_lines_is_known_by_its_last(self) -> None:
        assert place(4, 1) == (3, 1)
        assert place(4, 2) == (3, 10)
        assert place(4, 3) == (4, LINES[3].index("80") + 1)

    def test_a_quotation_mark_within_a_cell_is_a_character(self) -> None:
        assert place(5, 3) == (5, 10)

    def test_a_cell_that_the_row_does_not_have_stands_at_its_beginning(self) -> None:
        assert place(1, 9) == (1, 1)
        assert place(4, 9) == (3, 1)

    def test_a_line_that_is_no_row_stays(self) -> None:
        assert place(3, 2) == (3, 1)
        assert place(99, 2) == (99, 1)

    def test_a_quotation_mark_behind_a_space_is_a_character(self) -> None:
        assert place(1, 3, ['x, "a,b"']) == (1, 7)
        assert place(1, 3, ['x, "a,b']) == (1, 7)

    def test_a_cell_behind_one_of_any_length_has_its_place(self) -> None:
        assert place(1, 2, ["a" * 200_000 + ",b"]) == (1, 200_002)

    def test_what_cannot_be_read_as_a_table_stays_where_it_is(self) -> None:
        assert place(2, 2, ["a,b", '"a"b,c']) == (2, 1)
