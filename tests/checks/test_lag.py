"""How old an indicator's latest figures may be."""

from datetime import date
from pathlib import Path

import pytest

from sufficiency.checks.lag import is_too_old
from sufficiency.tables import Period, PeriodKind
from tests.a_project import replaced
from tests.checks.finding import PRIORITY, codes
from tests.checks.test_thread import DAYS, WAITING


def period(text: str, kind: PeriodKind) -> Period:
    found = Period.read(text, kind)
    assert found is not None
    return found


class TestIsTooOld:
    @pytest.mark.parametrize(
        ("as_at", "is_old"), [(date(2019, 11, 30), False), (date(2019, 12, 1), True)]
    )
    def test_a_count_may_be_twenty_months_old(self, as_at: date, is_old: bool) -> None:
        assert is_too_old(period("31 March 2018", PeriodKind.POINT), as_at) is is_old

    @pytest.mark.parametrize(
        ("as_at", "is_old"), [(date(2020, 3, 31), False), (date(2020, 4, 1), True)]
    )
    def test_a_financial_year_may_be_two_years_old(self, as_at: date, is_old: bool) -> None:
        assert is_too_old(period("2017-18", PeriodKind.FINANCIAL_YEAR), as_at) is is_old

    @pytest.mark.parametrize(("day", "is_old"), [(15, False), (16, True)])
    def test_days_within_a_month_count(self, day: int, is_old: bool) -> None:
        last = period("15 May 2018", PeriodKind.POINT)
        assert is_too_old(last, date(2019, 5, day), may_lag=12) is is_old


class TestCheckLag:
    def old(self, **changes: str) -> dict[str, str | bytes | None]:
        on_it = "indicator: fostered\n  - text: Children wait less.\n    indicator: waiting"
        waiting = WAITING.replace("31 March 2019", "31 March 2016")
        days = DAYS.replace("31 March 2019", "31 March 2016")
        for old, new in changes.items():
            days = days.replace(f"    {old}: ", new)
        return {
            **replaced("data/catalogue.yml", "  costs:\n", f"{waiting}  costs:\n"),
            **replaced("data/indicators.yml", "  weekly_cost:\n", f"{days}  weekly_cost:\n"),
            **replaced(PRIORITY, "indicator: fostered", on_it),
            "data/waiting.csv": "days\n12\n",
        }

    def test_it_is_told_and_may_lag_lets_it_be(self, tmp_path: Path) -> None:
        assert codes(tmp_path / "old", self.old()) == ["INDICATOR-OLD"]
        allowed = self.old(label="    may_lag: 3 years\n    label: ")
        assert codes(tmp_path / "allowed", allowed) == []

    def test_a_figure_asked_for_by_its_period_is_let_be(self, tmp_path: Path) -> None:
        changes = self.old()
        del changes[PRIORITY]
        fact = "facts:\n  days:\n    indicator: waiting\n    period: 31 March 2016\n"
        changes |= replaced("strategy/facts.yml", "facts:\n", fact)
        changes |= replaced("strategy/sections/10-summary.md", "We look", "{{ days }}. We look")
        assert codes(tmp_path, changes) == []

    def test_an_extract_whose_own_date_is_told_is_told_once(self, tmp_path: Path) -> None:
        changes = self.old()
        catalogue = str(changes["data/catalogue.yml"])
        changes["data/catalogue.yml"] = catalogue.replace("31 March 2016", "31 March 2019")
        assert codes(tmp_path, changes) == ["EXTRACT-DATE"]
