"""The year that was meant by one in which a finger slipped."""

import pytest

from sufficiency.tables.slipped_year import year_meant

YEARS = range(2014, 2026)


class TestYearMeant:
    @pytest.mark.parametrize(
        ("typed", "meant"), [(2052, 2025), (2091, 2019), (2109, 2019), (3019, 2019)]
    )
    def test_is_the_only_one_that_a_slip_makes_of_it(self, typed: int, meant: int) -> None:
        assert year_meant(typed, YEARS) == meant

    def test_two_digits_that_changed_places_are_likelier_than_a_wrong_one(self) -> None:
        assert year_meant(2051, range(2010, 2026)) == 2015

    @pytest.mark.parametrize("typed", [2004, 1877])
    def test_none_is_offered_where_several_may_be_meant_or_none(self, typed: int) -> None:
        assert year_meant(typed, YEARS) is None
