"""Dates of the plan: what is told, and above all what is not."""

from pathlib import Path

import pytest

from tests.a_project import replaced
from tests.checks.finding import PRIORITY, problems_of, told


class TestDates:
    """The sound project is for 2019 to 2022."""

    @pytest.mark.parametrize(
        "dates",
        [
            "due: ongoing",
            "due: March 2023",
            "due: Summer 2019",
            "due: '2023'",
            "due: Q4 2022/23",
            "due: Winter 2018",
            "due: Year 9",
            "due: 2022/23",
            "due: '{{ cic_now }} weeks'",
            "start: 1 April 2012\n    due: ongoing",
            "start: 31 March 2020\n    due: March 2020",
            "start: 30 September 2020\n    due: Summer 2020",
            "start: 1 March 2021\n    due: '2020'",
        ],
    )
    def test_a_date_that_may_be_meant_well_is_let_through(self, tmp_path: Path, dates: str) -> None:
        assert told(tmp_path, replaced(PRIORITY, "due: Summer 2020", dates)) == []

    @pytest.mark.parametrize("due", ["April 2023", "Summer 2023", "31/12/2018", "Q1 2023/24"])
    def test_one_that_cannot_be_is_a_warning(self, tmp_path: Path, due: str) -> None:
        (problem,) = problems_of(tmp_path, replaced(PRIORITY, "due: Summer 2020", f"due: {due}"))
        assert problem.is_warning
        assert problem.message.startswith(f'"{due}" is ')

    def test_a_due_date_before_the_start_is_refused(self, tmp_path: Path) -> None:
        dates = "start: 1 October 2020\n    due: Summer 2020"
        (problem,) = problems_of(tmp_path, replaced(PRIORITY, "due: Summer 2020", dates))
        assert problem.code.id == "DATE-ORDER"
        assert not problem.is_warning
