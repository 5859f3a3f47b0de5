"""Periods and dates as people write them."""

from datetime import date

import pytest

from sufficiency.tables import Period, PeriodKind
from sufficiency.tables.period import names_no_day, print_date, read_date

POINT, YEAR, FINANCIAL = PeriodKind


class TestReadDate:
    @pytest.mark.parametrize(
        "text",
        [
            "31 March 2029",
            "31st march 2029",
            "31 Mar 2029",
            "31  March,  2029",
            "31/03/2029",
            "31/3/2029",
            "2029-03-31",
            "2029-03-31 00:00:00",
            "2029-03-31T09:15:00.000",
            "31/03/2029 0:00",
        ],
    )
    def test_every_way_of_writing_gives_the_same_day(self, text: str) -> None:
        assert read_date(text) == date(2029, 3, 31)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "end of March",
            "31 February 2029",
            "29 February 2023",
            "03/31/2029",
            "31 March 29",
            "31 March 0029",
            "2029-13-01",
            "31 Marchember 2029",
            "Summer 2027",
            "00:00:00",
            "spring 00:00:00",
        ],
    )
    def test_what_is_no_date_gives_none(self, text: str) -> None:
        assert read_date(text) is None

    def test_a_leap_day_is_a_day(self) -> None:
        assert read_date("29 February 2024") == date(2024, 2, 29)

    def test_sept_is_september(self) -> None:
        assert read_date("1 Sept 2020") == date(2020, 9, 1)


class TestNamesNoDay:
    @pytest.mark.parametrize(
        "text",
        [
            "30 February 2027",
            "by the 31st Sept 2027, or later",
            "2027-13-45",
            "2027/02/30",
            "31/31/2027",
            "30.02.27.",
            "31-Feb-27",
        ],
    )
    def test_what_looks_like_a_date_and_is_none_is_told(self, text: str) -> None:
        assert names_no_day(text)

    @pytest.mark.parametrize(
        "text",
        [
            "28 February 2027",
            "from 31 March 2027 to 31.12.2027",
            "2027/28",
            "Q4 2027-28",
            "30 children 2027",
            "24/7/365",
            "version 1.31.31.27",
            "ongoing",
        ],
    )
    def test_dates_and_other_words_are_let_be(self, text: str) -> None:
        assert not names_no_day(text)


class TestPrintDate:
    def test_the_day_has_no_nought_and_the_month_is_in_full(self) -> None:
        assert print_date(date(2019, 4, 1)) == "1 April 2019"


class TestPeriod:
    @pytest.mark.parametrize(
        ("text", "kind", "start", "end", "label"),
        [
            ("31 March 2019", POINT, date(2019, 3, 31), date(2019, 3, 31), "31 March 2019"),
            ("2019", POINT, date(2019, 3, 31), date(2019, 3, 31), "31 March 2019"),
            ("2019", YEAR, date(2018, 4, 1), date(2019, 3, 31), "year to 31 March 2019"),
            (
                "Year ending 31 March 2019",
                YEAR,
                date(2018, 4, 1),
                date(2019, 3, 31),
                "year to 31 March 2019",
            ),
            (
                "29 February 2020",
                YEAR,
                date(2019, 3, 1),
                date(2020, 2, 29),
                "year to 29 February 2020",
            ),
            ("2018-19", FINANCIAL, date(2018, 4, 1), date(2019, 3, 31), "2018 to 2019"),
            ("2018/19", FINANCIAL, date(2018, 4, 1), date(2019, 3, 31), "2018 to 2019"),
            ("2018 to 2019", FINANCIAL, date(2018, 4, 1), date(2019, 3, 31), "2018 to 2019"),
            ("2018-19 (OT)", FINANCIAL, date(2018, 4, 1), date(2019, 3, 31), "2018 to 2019"),
            ("1999-00", FINANCIAL, date(1999, 4, 1), date(2000, 3, 31), "1999 to 2000"),
        ],
    )
    def test_it_is_read_with_its_ends_and_its_label(
        self, text: str, kind: PeriodKind, start: date, end: date, label: str
    ) -> None:
        period = Period.read(text, kind)
        assert period == Period(end, start, kind)
        assert period.label == label

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("2018-20", FINANCIAL),
            ("2019", FINANCIAL),
            ("spring 2019", POINT),
            ("2018-19", POINT),
            ("", YEAR),
            ("1850", YEAR),
        ],
    )
    def test_what_its_kind_cannot_be_gives_none(self, text: str, kind: PeriodKind) -> None:
        assert Period.read(text, kind) is None

    def test_a_label_is_read_back_as_the_same_period(self) -> None:
        for text, kind in (("2019", POINT), ("2019", YEAR), ("2018-19", FINANCIAL)):
            period = Period.read(text, kind)
            assert period is not None
            assert Period.read(period.label, kind) == period

    def test_periods_sort_by_their_end_then_by_their_start(self) -> None:
        texts = (("2018-19", FINANCIAL), ("31 March 2019", POINT), ("2020", POINT))
        in_order = [Period.read(*pair) for pair in texts]
        assert sorted(filter(None, in_order[::-1])) == in_order
