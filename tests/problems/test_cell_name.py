"""Cells as Excel names them."""

import pytest

from sufficiency.problems.cell_name import name_cell, name_cell_of_sheet


class TestNameCell:
    @pytest.mark.parametrize(
        ("column", "name"), [(1, "A7"), (26, "Z7"), (27, "AA7"), (702, "ZZ7"), (16384, "XFD7")]
    )
    def test_a_column_is_counted_in_letters(self, column: int, name: str) -> None:
        assert name_cell(7, column) == name


class TestNameCellOfSheet:
    @pytest.mark.parametrize(
        ("sheet", "name"),
        [
            ("Sheet1", "Sheet1!C5"),
            ("Our children", "'Our children'!C5"),
            ("Carers'", "'Carers'''!C5"),
            ("2019", "'2019'!C5"),
        ],
    )
    def test_a_name_that_is_no_plain_word_stands_in_quotation_marks(
        self, sheet: str, name: str
    ) -> None:
        assert name_cell_of_sheet(sheet, 5, 3) == name
