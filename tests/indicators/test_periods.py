"""Periods that are far from all others of their extract."""

import pytest

from sufficiency.indicators import far_periods, latest_period
from tests.extracts.entries import INDICATOR, frame, indicator_entry


def for_all(year: int) -> str:
    return INDICATOR.replace("column: year", f"always: '{year}'")


def rows(*years: int | str) -> str:
    return "".join(f"A,{year},own,1\n" for year in years)


class TestFarPeriods:
    """The extract stands at 31 March 2019."""

    @pytest.mark.parametrize(
        "years",
        [
            (2001, 2011, 2019),
            (2017, 2018, 2019, 2043, 2044),
            (2018, 2019, 2029),
            (2018, 2043),
            (2018, 2023, 2028, 2033, 2038),
        ],
        ids=["censuses", "a forecast", "ten years on", "two", "steps"],
    )
    def test_what_is_not_alone_is_let_be(self, years: tuple[int, ...]) -> None:
        assert not list(far_periods([indicator_entry()], frame(rows(*years))))

    @pytest.mark.parametrize(
        ("years", "far", "meant"),
        [
            ((2017, 2018, 2091), "2091", "2019"),
            ((2017, 1918, 2019), "1918", ""),
            ((2017, 2018, "31 March 2109"), "31 March 2109", "2019"),
        ],
    )
    def test_one_that_is_alone_is_told_at_its_cell(
        self, years: tuple[int, ...], far: str, meant: str
    ) -> None:
        entries = [indicator_entry(), indicator_entry()]
        (problem,) = far_periods(entries, frame(rows(*years)))
        assert f'"{far}" under "year"' in problem.message
        assert (problem.at.line, problem.at.column) == (years.index(_typed(far)) + 2, 2)
        assert meant in problem.mend

    def test_a_period_for_all_rows_is_told_where_it_is_named(self) -> None:
        entry = indicator_entry(for_all(2091))
        (problem,) = far_periods([entry], frame(rows(2019)))
        assert problem.at.path == "data/a.yml"
        assert not list(far_periods([indicator_entry(for_all(2019))], frame(rows(2019))))


class TestLatestPeriod:
    def test_is_the_last_that_is_not_far_from_all_others(self) -> None:
        latest = latest_period(indicator_entry(), frame(rows(2017, 2018, 2091)))
        assert latest is not None
        assert latest.label == "31 March 2018"


def _typed(text: str) -> int | str:
    return int(text) if text.isdigit() else text
