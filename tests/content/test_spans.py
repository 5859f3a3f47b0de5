"""Dates in words, as widely as they may be meant."""

from datetime import date

import pytest

from sufficiency.content.spans import Span, read_span, read_years


def span(first: tuple[int, int, int], last: tuple[int, int, int]) -> Span:
    return Span(date(*first), date(*last))


class TestReadSpan:
    @pytest.mark.parametrize(
        "text", ["31 March 2029", "31/03/2029", "2029-03-31", "by 31 Mar 2029"]
    )
    def test_a_day_is_itself(self, text: str) -> None:
        assert read_span(text) == span((2029, 3, 31), (2029, 3, 31))

    @pytest.mark.parametrize(
        "text",
        ["February 2028", "by the end of Feb 2028", "mid-February 2028", "Early  february 2028"],
    )
    def test_a_month_is_any_of_its_days(self, text: str) -> None:
        assert read_span(text) == span((2028, 2, 1), (2028, 2, 29))

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("Summer 2027", (2027, 4, 1), (2027, 9, 30)),
            ("autumn term 2027", (2027, 8, 1), (2027, 12, 31)),
            ("Winter 2027", (2027, 1, 1), (2028, 3, 31)),
            ("Spring 2027/28", (2027, 1, 1), (2028, 6, 30)),
        ],
    )
    def test_a_season_is_as_long_as_anybody_may_mean(
        self, text: str, first: tuple[int, int, int], last: tuple[int, int, int]
    ) -> None:
        assert read_span(text) == span(first, last)

    @pytest.mark.parametrize("text", ["Q4 2027/28", "quarter 4 of 2027 to 2028", "Q4, 2027-28"])
    def test_a_quarter_is_of_the_financial_year(self, text: str) -> None:
        assert read_span(text) == span((2028, 1, 1), (2028, 3, 31))

    def test_a_quarter_of_one_year_may_be_of_any_that_has_its_name(self) -> None:
        assert read_span("Q2 2027") == span((2026, 7, 1), (2027, 9, 30))

    @pytest.mark.parametrize(
        "text",
        [
            "ongoing",
            "Year 2",
            "March",
            "from March 2027",
            "March 2027 onwards",
            "after Q2 2027/28",
            "within 5 days",
            "99",
            "31 February 2027",
            "summer",
            "once the home is open in 2027",
        ],
    )
    def test_other_words_are_left_alone(self, text: str) -> None:
        assert read_span(text) is None


class TestReadYears:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("2019 to 2023", 2019, 2024),
            ("2019", 2019, 2020),
            ("2027/28", 2027, 2029),
            ("1999-00", 1999, 2000),
        ],
    )
    def test_years_end_with_their_last_financial_year(
        self, text: str, first: int, last: int
    ) -> None:
        assert read_years(text) == span((first, 1, 1), (last, 3, 31))
