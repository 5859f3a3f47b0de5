"""Revised figures: which row counts, and which it took the place of."""

from sufficiency.indicators import SUPERSEDED, compute_indicator
from tests.extracts.entries import INDICATOR, frame, indicator_entry

REVISED = INDICATOR.replace(
    "breakdowns: [home]", "revisions: {column: home, order: [revised, provisional]}"
)


class TestMarkSuperseded:
    def test_what_comes_first_in_the_order_counts(self) -> None:
        rows = "A,2018,provisional,1\nA,2018,revised,2\nA,2019,provisional,3\n"
        table, problems = compute_indicator(indicator_entry(REVISED), frame(rows))
        assert problems == []
        assert table is not None
        assert list(table["value"][~table[SUPERSEDED].astype(bool)]) == [2, 3]
        assert list(table["line"][table[SUPERSEDED].astype(bool)]) == [2]

    def test_two_rows_that_both_count_are_told(self) -> None:
        rows = "A,2018,revised,1\nA,2018,revised,2\n"
        table, problems = compute_indicator(indicator_entry(REVISED), frame(rows))
        assert table is None
        assert ["row 2 gives another figure" in problem.message for problem in problems] == [True]

    def test_so_is_what_the_order_does_not_name(self) -> None:
        table, problems = compute_indicator(indicator_entry(REVISED), frame("A,2018,final,1\n"))
        assert table is None
        assert [problem.message for problem in problems] == [
            'the column "home" holds "final", too.'
        ]

    def test_and_a_column_that_the_extract_does_not_have(self) -> None:
        text = REVISED.replace("column: home", "column: hoem")
        _, problems = compute_indicator(indicator_entry(text), frame("A,2018,final,1\n"))
        assert "no column" in problems[0].message
