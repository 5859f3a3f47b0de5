"""Figures as people and departments write them in a cell."""

from decimal import Decimal

import pytest

from sufficiency.extracts.cells import CELL_TESTS, EXPECTED, read_decimal, read_status
from sufficiency.tables import Status


class TestReadDecimal:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("58", "58"),
            ("1,234", "1234"),
            ("12,345,678.9", "12345678.9"),
            ("£675", "675"),
            ("£1,234.50", "1234.50"),
            ("19%", "19"),
            ("17.6 %", "17.6"),
            ("-5", "-5"),
            ("−5", "-5"),
            ("1\N{NO-BREAK SPACE}000", "1000"),
            (".5", ".5"),
        ],
    )
    def test_signs_and_thousands_are_read_over(self, cell: str, value: str) -> None:
        assert read_decimal(cell) == Decimal(value)

    @pytest.mark.parametrize(
        "cell",
        [
            "",
            "about sixty",
            "1,23",
            "1,2345",
            "12,34,567",
            "1.2.3",
            "5-3",
            "nan",
            "Infinity",
            "£",
            "1e40",
            "1e-40",
            "60 children",
        ],
    )
    def test_what_is_no_figure_gives_none(self, cell: str) -> None:
        assert read_decimal(cell) is None


class TestReadStatus:
    @pytest.mark.parametrize(
        ("cell", "status"),
        [
            ("c", Status.SUPPRESSED),
            ("[c]", Status.SUPPRESSED),
            ("C", Status.SUPPRESSED),
            ("x", Status.NOT_AVAILABLE),
            ("-", Status.NOT_AVAILABLE),
            (":", Status.NOT_AVAILABLE),
            ("~", Status.NOT_AVAILABLE),
            ("", Status.NOT_AVAILABLE),
            ("z", Status.NOT_APPLICABLE),
            ("k", Status.LOW),
            ("[low]", Status.LOW),
            ("0", Status.PUBLISHED),
            ("-5", Status.PUBLISHED),
        ],
    )
    def test_a_symbol_stands_for_a_missing_figure(self, cell: str, status: Status) -> None:
        assert read_status(cell) is status


class TestCellTests:
    @pytest.mark.parametrize(
        ("kind", "good", "bad"),
        [
            ("count", ["0", "1,234", "5.0", "c"], ["5.5", "-1", "many"]),
            ("number", ["-5.5", "x"], ["many"]),
            ("percentage", ["0", "100", "56%", "z"], ["100.1", "-1", "many"]),
            ("money", ["£675", "-£5", "c"], ["many"]),
            ("rate", ["32.1", "0"], ["-1", "many"]),
            ("text", ["anything", ""], []),
        ],
    )
    def test_each_type_takes_what_it_can_be(
        self, kind: str, good: list[str], bad: list[str]
    ) -> None:
        assert [cell for cell in good if not CELL_TESTS[kind](cell)] == []
        assert [cell for cell in bad if CELL_TESTS[kind](cell)] == []

    def test_each_type_of_figure_has_its_words(self) -> None:
        assert EXPECTED.keys() == CELL_TESTS.keys() - {"text"}
