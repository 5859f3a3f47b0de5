"""Figures as people and departments write them in a cell."""

from decimal import Decimal

import pytest

from sufficiency.extracts.cells import find_fault, read_decimal, read_status
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
            ("1\N{NARROW NO-BREAK SPACE}000", "1000"),
            ("£\N{MINUS SIGN}5", "-5"),
            ("(12)", "-12"),
            ("(£1,234.50)", "-1234.50"),
            ("£(12)", "-12"),
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
            "(-12)",
            "(12",
            "12-",
            "1.234,56",
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


class TestFindFault:
    @pytest.mark.parametrize(
        ("kind", "good"),
        [
            ("count", ["0", "1,234", "5.0", "c"]),
            ("number", ["-5.5", "x", "67%", "£5"]),
            ("percentage", ["0", "100", "56%", "z"]),
            ("money", ["£675", "-£5", "(12)", "c"]),
            ("rate", ["32.1", "0"]),
            ("text", ["anything", "", "1,23"]),
        ],
    )
    def test_each_type_takes_what_it_can_be(self, kind: str, good: list[str]) -> None:
        assert [cell for cell in good if find_fault(cell, kind)] == []

    @pytest.mark.parametrize(
        ("kind", "cell", "what"),
        [
            ("count", "many", "is not a whole number from 0"),
            ("number", "many", "is not a number"),
            ("money", "many", "is not an amount of money"),
            ("rate", "many", "is not a rate from 0"),
            ("count", "5.5", "is not a whole number"),
            ("count", "-1", "is less than 0; it should be a whole number from 0"),
            ("count", "(1)", "is less than 0, as brackets say; it should be a whole number from 0"),
            ("rate", "-1", "is less than 0; it should be a rate from 0"),
            ("count", "67%", "is a percentage; it should be a whole number from 0"),
            ("rate", "67%", "is a percentage; it should be a rate from 0"),
            ("money", "67%", "is a percentage; it should be an amount of money"),
            ("count", "£67", "is an amount of money; it should be a whole number from 0"),
            ("percentage", "£6", "is an amount of money; it should be a percentage from 0 to 100"),
            ("percentage", "-1", "is less than 0; it should be a percentage from 0 to 100"),
            ("percentage", "100.1", "is more than 100%"),
            ("number", "1,23", "has a comma where none can stand"),
            ("money", "£1.234,56", "has a comma where none can stand"),
            ("number", "1.2E+03", "is shortened to a power of ten"),
            ("text", "#N/A", "holds an error of the spreadsheet and no value"),
            ("count", "#DIV/0!", "holds an error of the spreadsheet and no value"),
            ("count", "#####", "holds an error of the spreadsheet and no value"),
        ],
    )
    def test_it_says_what_is_wrong(self, kind: str, cell: str, what: str) -> None:
        found = find_fault(cell, kind)
        assert found is not None
        assert found.what == what
        assert found.mend.endswith(".")

    def test_a_percentage_may_be_over_100_where_the_catalogue_allows_it(self) -> None:
        assert find_fault("130%", "percentage", above_100=True) is None
        assert find_fault("-1%", "percentage", above_100=True) is not None
