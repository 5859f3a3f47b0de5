"""What there is to write with: indicators and facts as text tables."""

from pathlib import Path

from sufficiency.listings import as_table, list_facts, list_indicators, only_with
from tests.models import understood


class TestIndicators:
    def test_each_has_its_unit_its_latest_figure_and_its_file(self, tmp_path: Path) -> None:
        rows = {row[0]: row[1:] for row in list_indicators(understood(tmp_path))}
        assert rows["children_in_care"] == (
            "Children in care",
            "count",
            "60 (31 March 2019)",
            "data/children.csv",
        )
        assert rows["weekly_cost"][2].startswith("Own carers £675 a week (2018 to 2019)")

    def test_they_are_in_the_order_of_their_ids(self, tmp_path: Path) -> None:
        ids = [row[0] for row in list_indicators(understood(tmp_path))]
        assert ids == sorted(ids)
        assert len(ids) == 3


class TestFacts:
    def test_each_says_what_it_prints_and_where_it_is_used(self, tmp_path: Path) -> None:
        rows = {row[0]: row[1:] for row in list_facts(understood(tmp_path))}
        assert rows["cost_gap"][0] == "£261 a week"
        assert rows["cost_gap"][2] == "strategy/sections/30-carers.md:7"
        assert rows["cic_rank"][2] == "-"


class TestOnlyWith:
    def test_rows_that_hold_the_words_anywhere_are_kept(self) -> None:
        rows = [("cost_gap", "What agencies cost more"), ("boys", "Boys in care")]
        assert list(only_with("Cost", rows)) == rows[:1]
        assert list(only_with("in CARE", rows)) == rows[1:]
        assert list(only_with("", rows)) == rows


class TestTable:
    def test_columns_are_aligned_and_the_last_runs_on(self) -> None:
        lines = list(as_table(["id", "label"], [["a", "One thing"], ["longer", "x"]]))
        assert lines == ["id      label", "a       One thing", "longer  x"]
