"""Which of a strategy's own dates is years away from the others; it is for 2019 to 2022."""

from datetime import date

import pytest

from sufficiency.checks.far_dates import far_dates
from sufficiency.content import Strategy
from sufficiency.content.binding import bind
from sufficiency.sources import parse_yaml
from tests.a_project import SOUND


def strategy(**changed: object) -> Strategy:
    tree, _ = parse_yaml(SOUND["strategy/strategy.yml"], "strategy/strategy.yml")
    assert tree is not None
    found, problems = bind(tree, Strategy)
    assert problems == []
    assert isinstance(found, Strategy)
    return found.model_copy(update=changed)


class TestFarDates:
    @pytest.mark.parametrize("year", [2014, 2017, 2019, 2027])
    def test_dates_within_five_years_of_the_strategys_are_let_be(self, year: int) -> None:
        assert far_dates(strategy(as_at=date(year, 3, 31))) == {}
        assert far_dates(strategy(published=date(year, 5, 1))) == {}

    @pytest.mark.parametrize("year", [2013, 2029, 2091])
    def test_one_that_is_further_away_is_told_by_its_key(self, year: int) -> None:
        assert set(far_dates(strategy(as_at=date(year, 3, 31)))) == {"as_at"}
        assert set(far_dates(strategy(published=date(year, 5, 1)))) == {"published"}

    def test_where_both_are_away_together_the_years_are_told(self) -> None:
        days = {"as_at": date(2029, 3, 31), "published": date(2029, 5, 1)}
        assert set(far_dates(strategy(**days))) == {"edition"}

    def test_where_both_are_away_and_apart_each_is_told(self) -> None:
        days = {"as_at": date(2091, 3, 31), "published": date(1919, 5, 1)}
        assert set(far_dates(strategy(**days))) == {"as_at", "published"}

    @pytest.mark.parametrize(("last", "told"), [(2039, False), (2042, True)])
    def test_years_more_than_twenty_apart_are_told(self, last: int, told: bool) -> None:
        assert bool(far_dates(strategy(edition=f"2019 to {last}"))) is told
