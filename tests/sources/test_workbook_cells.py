"""A workbook's cells as the text of a CSV file."""

from datetime import date, datetime, time

import pytest

from sufficiency.sources.workbook_cells import cell_text

at = datetime.combine
day = date(2019, 3, 31)


class TestCellText:
    @pytest.mark.parametrize(
        ("value", "form", "text"),
        [
            (None, None, ""),
            ("  Own carers\N{NO-BREAK SPACE}", "@", "Own carers"),
            ("007", "General", "007"),
            (58, "General", "58"),
            (58.0, "0", "58"),
            (600, "General", "600"),
            (0.1 + 0.2, "General", "0.3"),
            (1234567.5, "#,##0.00", "1234567.5"),
            (1e15, "General", "1000000000000000"),
            (-0.00001, "General", "-0.00001"),
            (675, '"£"#,##0', "675"),
            (True, "General", "TRUE"),
            (False, "General", "FALSE"),
            ("#N/A", "General", "#N/A"),
        ],
    )
    def test_texts_numbers_and_truths(self, value: object, form: str | None, text: str) -> None:
        assert cell_text(value, form) == text

    @pytest.mark.parametrize(
        ("value", "form", "text"),
        [
            (0.67, "0%", "67%"),
            (0.6733, "0%", "67.33%"),
            (0.07, "0.0%;[Red]-0.0%", "7%"),
            (1, "0%", "100%"),
            (0.29, "0.00%", "29%"),
            (67, '0"%"', "67"),
            (67, "0\\%", "67"),
        ],
    )
    def test_what_is_shown_as_a_percentage_is_one(self, value: float, form: str, text: str) -> None:
        assert cell_text(value, form) == text

    @pytest.mark.parametrize(
        ("value", "form", "text"),
        [
            (at(day, time()), "dd/mm/yyyy", "2019-03-31"),
            (at(day, time()), "[$-F800]dddd, mmmm dd, yyyy", "2019-03-31"),
            (date(2019, 3, 31), "mm-dd-yy", "2019-03-31"),
            (at(date(2019, 3, 1), time()), "mmm-yy", "March 2019"),
            (at(day, time()), "yyyy", "2019"),
            (at(day, time(9, 30)), "dd/mm/yyyy hh:mm", "2019-03-31 09:30:00"),
            (time(9, 30), "hh:mm", "09:30:00"),
        ],
    )
    def test_a_date_says_no_more_than_is_shown(self, value: object, form: str, text: str) -> None:
        assert cell_text(value, form) == text
