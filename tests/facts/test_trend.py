"""Trends: how often a figure rose and fell, and whether as a whole."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.facts.changes import Way, settle_way
from sufficiency.tables import ReleasedRow, Status, Unit
from tests.released import Figure, fact, resolved, row, table

TREND = "trend: {trend: in_care, from: 31 March %s}"


def rows_of(*figures: Figure, years: tuple[int, ...] = ()) -> list[ReleasedRow]:
    """Ambleford's figures, a year each up to 2019 unless other years are named."""
    named = years or tuple(range(2020 - len(figures), 2020))
    return [
        row("Ambleford", year, figure, 2 + line)
        for line, (year, figure) in enumerate(zip(named, figures, strict=True))
    ]


def trend(*figures: Figure, years: tuple[int, ...] = ()) -> Fact:
    rows = rows_of(*figures, years=years)
    # In no order, as an extract may have them.
    return fact(TREND % rows[0].period.end.year, table(*reversed(rows)))


def ways_of(figures: list[int]) -> list[bool]:
    """Whether each step is more than noise."""
    rows = rows_of(*figures)
    return [
        one.value != next.value
        and not settle_way(one, next, Unit.COUNT, LittleChange())[0].is_noise
        for one, next in pairwise(rows)
    ]


class TestTrendFact:
    @pytest.mark.parametrize(
        ("figures", "said"),
        [
            ([100, 110, 120, 130], "rose every year"),
            ([130, 120, 110], "fell every year"),
            ([100, 110, 110, 130, 140], "rose in 3 of the 4 years"),
            ([100, 110, 90, 130, 140], "rose in 3 of the 4 years"),
            ([140, 130, 150, 120], "fell in 2 of the 3 years"),
            ([100, 140, 130, 120], "rose overall"),
            # Half of the years are not most of them.
            ([100, 120, 110, 130, 125], "rose overall"),
            ([130, 110], "fell"),
            # It rose more often than not, and fell as a whole.
            ([100, 101, 102, 50], "fell overall"),
            ([100, 120, 100], "went up and down, and ended where it began"),
            ([100, 100, 100], "stayed the same"),
            ([100, 120], "rose"),
            ([100, 101, 101], "changed little overall"),
            # A step that may be noise is no rise; three of them came to one.
            ([400, 402, 405, 407, 460], "rose overall"),
            ([336, 340, 336, 340, 336], "changed little, and ended where it began"),
            ([336, 340, 400, 340, 336], "went up and down, and ended where it began"),
            ([400, 450, 500, 505], "rose in 2 of the 3 years"),
            ([40, 45, 50, 55], "showed no clear change overall"),
        ],
    )
    def test_it_counts_the_years(self, figures: list[int], said: str) -> None:
        assert trend(*figures).said == said

    def test_where_years_are_missing_it_counts_the_figures(self) -> None:
        years = (2012, 2015, 2018, 2019)
        assert trend(100, 120, 130, 140, years=years).said == "rose at every count"
        assert trend(100, 120, 120, 140, years=years).said == "rose at 2 of the 3 counts"

    def test_it_keeps_every_row_and_period_between(self) -> None:
        found = trend(100, 0, 120)
        assert (found.value, found.formula) == (Decimal(20), "100, then 0, then 120")
        assert [source.row.line for source in found.sources] == [2, 3, 4]
        assert [period.end.year for period in found.periods] == [2017, 2018, 2019]
        assert found.period == "31 March 2017 and 31 March 2019"

    def test_it_has_the_forms_of_a_change(self) -> None:
        found = trend(100, 90, 120)
        assert found.forms["change"] == "rose from 100 to 120"
        assert found.forms["as_noun"] == "a rise of 20 (20%)"

    @pytest.mark.parametrize(
        ("figures", "said"),
        [
            ([300, 310, 400], "rose overall"),
            ([300, 310, 301], "changed little overall"),
            ([40, 50, 45], "showed no clear change overall"),
            ([40, 50, 40], "ended where it began"),
        ],
    )
    def test_as_a_whole_it_takes_noise_into_account(self, figures: list[int], said: str) -> None:
        assert trend(*figures).forms["overall"] == said

    def test_a_hidden_figure_on_the_way_leaves_it_unknown(self) -> None:
        found = trend(100, Status.SUPPRESSED, 120)
        assert (found.value, found.said, found.status) == (None, "[c]", Status.SUPPRESSED)
        assert (dict(found.forms), found.moved) == ({}, None)

    def test_figures_of_other_places_and_later_ones_are_not_its_own(self) -> None:
        rows = rows_of(100, 110, 120)
        others = row("Briarton", 2018, 5, 9), row("Ambleford", 2020, 1, 10)
        assert fact(TREND % 2017, table(*rows, *others)).said == "rose every year"

    def test_figures_before_its_first_period_and_after_its_last_are_not_its_own(self) -> None:
        entry = "t: {trend: in_care, from: 31 March 2016, to: 31 March 2018}"
        found = fact(entry, table(*rows_of(500, 100, 110, 120, 5)))
        assert (found.said, found.formula) == ("rose every year", "100, then 110, then 120")

    def test_figures_of_other_categories_are_not_its_own(self) -> None:
        rows = [
            row("Ambleford", year, figure, breakdown={"home": home})
            for home, figures in (("fostered", (100, 110, 120)), ("other", (9, 5, 7)))
            for year, figure in zip((2017, 2018, 2019), figures, strict=True)
        ]
        entry = "t: {trend: in_care, from: 31 March 2017, where: {home: fostered}}"
        assert fact(entry, table(*rows, breakdowns=["home"])).said == "rose every year"

    def test_backwards_it_is_a_problem(self) -> None:
        entry = "t: {trend: in_care, from: 31 March 2019, to: 31 March 2018}"
        _, problems = resolved(entry, table(*rows_of(1, 2)))
        assert [problem.code.id for problem in problems] == ["CHANGE-ORDER"]

    @given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
    def test_its_words_never_contradict_the_figures(self, figures: list[int]) -> None:
        found = trend(*figures)
        steps = [later - earlier for earlier, later in pairwise(figures)]
        whole = figures[-1] - figures[0]
        assert found.moved is not None
        assert found.said.startswith("rose") == (found.moved.way is Way.ROSE) <= (whole > 0)
        assert found.said.startswith("fell") == (found.moved.way is Way.FELL) <= (whole < 0)
        if "every" in found.said:
            assert all(step * whole > 0 for step in steps)
        if " of the " in found.said:
            counted = [int(word) for word in found.said.split() if word.isdigit()]
            clear = [step for step, way in zip(steps, ways_of(figures), strict=True) if way]
            assert counted == [sum(step * whole > 0 for step in clear), len(steps)]
        assert (found.moved.way is Way.STAYED) == (whole == 0)
