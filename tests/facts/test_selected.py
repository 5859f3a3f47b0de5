"""Facts read off an indicator: figures, changes and ranks, against values worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts.changes import Way
from sufficiency.tables import ReleasedTable, Status, Unit
from tests.released import fact, resolved, row, table

TWO_YEARS = table(row("Ambleford", 2018, 39, 2), row("Ambleford", 2019, 58, 3))
CHANGE = "change: {change: in_care, from: 31 March 2018}"
RANK = "rank: {rank: in_care, among: neighbours}"


def between(before: str, after: str, unit: Unit, decimals: int | None = None) -> ReleasedTable:
    rows = row("Ambleford", 2018, before), row("Ambleford", 2019, after)
    return table(*rows, unit=unit, decimals=decimals)


class TestFigureFact:
    def test_it_prints_the_figure_and_keeps_its_trail(self) -> None:
        now = fact("now: {indicator: in_care}", TWO_YEARS)
        assert (now.said, now.value, now.period, now.place) == (
            "58",
            Decimal(58),
            "31 March 2019",
            "Ambleford",
        )
        assert [source.row.line for source in now.sources] == [3]
        assert now.forms == {"amount": "58", "with_noun": "58 children"}

    def test_every_form_has_the_digits_of_the_figure(self) -> None:
        average = table(row("Ambleford", 2019, "58.26"), decimals=1)
        assert fact("now: {indicator: in_care}", average).forms == {
            "amount": "58.3",
            "with_noun": "58.3 children",
        }

    def test_latest_is_the_last_that_the_strategy_may_see(self) -> None:
        later = table(*TWO_YEARS.rows, row("Ambleford", 2020, 99))
        assert fact("now: {indicator: in_care}", later).period == "31 March 2019"

    def test_a_period_after_the_as_at_date_is_not_there(self) -> None:
        later = table(*TWO_YEARS.rows, row("Ambleford", 2020, 99))
        _, problems = resolved("then: {indicator: in_care, period: 31 March 2020}", later)
        assert [problem.code.id for problem in problems] == ["FIGURE-NONE"]
        assert problems[0].mend == (
            "It is later than `as_at` in strategy/strategy.yml, 31 March 2019. "
            'Known: "31 March 2018", "31 March 2019".'
        )

    def test_no_other_year_is_offered_for_one_whose_row_is_missing(self) -> None:
        rows = row("Ambleford", 2016, 41), row("Ambleford", 2018, 39), row("Briarton", 2017, 5)
        _, (problem,) = resolved("then: {indicator: in_care, period: 2017}", table(*rows))
        assert problem.mend.startswith('Known: "31 March 2016", "31 March 2018". If there should')

    @pytest.mark.parametrize("text", ["31 March 2018", "31/03/2018", "2018-03-31", "2018"])
    def test_a_period_may_be_named_in_any_way_it_is_read(self, text: str) -> None:
        assert fact(f"then: {{indicator: in_care, period: {text}}}", TWO_YEARS).said == "39"

    @pytest.mark.parametrize("status", [s for s in Status if s is not Status.PUBLISHED])
    def test_a_symbol_is_printed_where_there_is_no_figure(self, status: Status) -> None:
        now = fact("now: {indicator: in_care}", table(row("Ambleford", 2019, status)))
        assert (now.value, now.status, now.said) == (None, status, status.value)
        assert set(now.forms.values()) == {status.value}

    def test_a_figure_that_could_be_several_is_a_problem(self) -> None:
        homes = [
            row("Ambleford", 2019, 5, 2, {"home": "A"}),
            row("Ambleford", 2019, 6, 3, {"home": "B"}),
        ]
        _, problems = resolved("now: {indicator: in_care}", table(*homes, breakdowns=["home"]))
        assert [p.message for p in problems] == [
            'the indicator "in_care" has several figures here.'
        ]


class TestChangeFact:
    def test_it_is_worded_with_both_figures(self) -> None:
        change = fact(CHANGE, between("39", "60", Unit.COUNT))
        assert change.said == "rose from 39 to 60"
        assert change.forms == {
            "as_noun": "a rise of 21 (54%)",
            "has_changed": "has risen from 39 to 60",
            "rise_by": "21",
            "rise_by_percent": "54%",
        }
        assert (change.value, change.formula) == (Decimal(21), "60 − 39")

    def test_what_may_be_noise_is_worded_as_no_way_and_keeps_its_size(self) -> None:
        change = fact(CHANGE, TWO_YEARS)
        assert change.said == "showed no clear change, from 39 to 58"
        assert change.forms == {
            "as_noun": "no clear change",
            "has_changed": "has shown no clear change, from 39 to 58",
            "rise_by": "19",
            "rise_by_percent": "49%",
        }

    def test_a_fall_is_a_fall(self) -> None:
        change = fact(CHANGE, between("400", "330", Unit.COUNT))
        assert (change.said, change.forms["as_noun"]) == (
            "fell from 400 to 330",
            "a fall of 70 (18%)",
        )
        assert change.value == Decimal(-70)
        # What fell cannot be printed as the size of a rise.
        assert (change.forms["fall_by"], change.forms["fall_by_percent"]) == ("70", "18%")
        assert "rise_by" not in change.forms

    def test_of_a_percentage_it_is_in_percentage_points(self) -> None:
        change = fact(CHANGE, between("56", "59", Unit.PERCENTAGE))
        assert change.forms["as_noun"] == "a rise of 3 percentage points"
        assert "rise_by_percent" not in change.forms

    def test_from_nothing_there_is_no_percentage(self) -> None:
        change = fact(CHANGE, between("0", "5", Unit.COUNT))
        assert change.forms["as_noun"] == "a rise of 5"
        assert "rise_by_percent" not in change.forms

    def test_what_has_moved_did_not_move_by_none_of_it_nor_by_all(self) -> None:
        rise = fact(CHANGE, between("100000", "100001", Unit.COUNT))
        assert rise.forms["as_noun"] == "little change"
        assert rise.forms["rise_by_percent"] == "less than 1%"
        fall = fact(CHANGE, between("1000", "1", Unit.COUNT))
        assert fall.forms["as_noun"] == "a fall of 999 (more than 99%)"

    @pytest.mark.parametrize("unit", list(Unit))
    def test_what_prints_alike_has_not_moved(self, unit: Unit) -> None:
        change = fact(CHANGE, between("675.1", "675.4", unit, 0))
        after = {
            Unit.RATE_PER_10000: " per 10,000",
            Unit.POUNDS_A_WEEK: " a week",
            Unit.PERCENTAGE_POINTS: " percentage points",
        }.get(unit, "")
        assert change.said.startswith("stayed at ")
        assert change.said.endswith(f"675{'%' if unit is Unit.PERCENTAGE else ''}{after}")
        assert change.forms["as_noun"] == "no change"

    def test_a_symbol_on_either_side_passes_through(self) -> None:
        hidden = table(row("Ambleford", 2018, Status.SUPPRESSED), row("Ambleford", 2019, 58))
        change = fact(CHANGE, hidden)
        assert (change.said, change.value, change.status) == ("[c]", None, Status.SUPPRESSED)

    @given(st.integers(0, 2000), st.integers(0, 2000), st.sampled_from(list(Unit)))
    def test_its_words_never_contradict_the_figures(
        self, before: int, after: int, unit: Unit
    ) -> None:
        first, last = Decimal(before) / 10, Decimal(after) / 10
        figures = between(str(first), str(last), unit, 0)
        years = ("2018", "2019")
        printed = [fact(f"x: {{indicator: in_care, period: {y}}}", figures).said for y in years]
        differ = printed[0] != printed[1]
        change = fact(CHANGE, figures)
        as_noun, has_changed = change.forms["as_noun"], change.forms["has_changed"]
        rose, fell = change.said.startswith("rose"), change.said.startswith("fell")
        assert change.moved is not None
        assert rose == (change.moved.way is Way.ROSE) <= (last > first and differ)
        assert fell == (change.moved.way is Way.FELL) <= (last < first and differ)
        assert rose == as_noun.startswith("a rise of ") == has_changed.startswith("has risen")
        assert fell == as_noun.startswith("a fall of ")
        assert (as_noun == "no change") == change.said.startswith("stayed at")
        assert not as_noun.startswith(
            ("a rise of 0", "a fall of 0", "a rise of £0", "a fall of £0")
        )


class TestRankFact:
    def test_it_counts_the_place_among_its_comparators(self) -> None:
        rank = fact(
            RANK,
            table(row("Ambleford", 2019, 5), row("Briarton", 2019, 8), row("Copseham", 2019, 2)),
        )
        assert rank.said == "second highest of 3"
        assert rank.forms == {
            "position": "second highest",
            "amount": "2",
            "higher_than": "higher than 1 of the 2 neighbours",
            "lower_than": "lower than 1 of the 2 neighbours",
        }
        assert (rank.value, rank.unit) == (Decimal(2), Unit.NUMBER)

    def test_from_the_other_end_it_counts_from_the_lowest(self) -> None:
        rows = row("Ambleford", 2019, 5), row("Briarton", 2019, 8), row("Copseham", 2019, 9)
        assert fact(RANK[:-1] + ", order: lowest}", table(*rows)).said == "lowest of 3"

    def test_equal_figures_share_the_better_position(self) -> None:
        rows = row("Ambleford", 2019, 5), row("Briarton", 2019, 5), row("Copseham", 2019, 9)
        assert fact(RANK, table(*rows)).said == "joint second highest of 3"

    def test_a_tie_behind_the_place_changes_nothing(self) -> None:
        rows = row("Ambleford", 2019, 9), row("Briarton", 2019, 5), row("Copseham", 2019, 5)
        assert fact(RANK, table(*rows)).said == "highest of 3"

    def test_places_without_a_figure_and_strangers_are_not_counted(self) -> None:
        rows = [
            row("Ambleford", 2019, 5),
            row("Briarton", 2019, Status.SUPPRESSED),
            row("Copseham", 2019, 2),
            row("Dunmere", 2019, 50),
            row("Copseham", 2018, 60),
        ]
        assert fact(RANK, table(*rows)).said == "highest of the 2 with figures"

    def test_nobody_is_lowest_while_a_small_figure_is_hidden(self) -> None:
        rows = [
            row("Ambleford", 2019, 5),
            row("Briarton", 2019, Status.SUPPRESSED),
            row("Copseham", 2019, 8),
        ]
        _, problems = resolved(RANK[:-1] + ", order: lowest}", table(*rows))
        assert [problem.code.id for problem in problems] == ["RANK-NONE"]

    def test_a_comparator_that_the_indicator_does_not_know_is_a_problem(self) -> None:
        _, problems = resolved(RANK, table(row("Ambleford", 2019, 5), row("Briarton", 2019, 8)))
        assert [problem.code.id for problem in problems] == ["FIGURE-NONE"]
        assert 'the place "Copseham"' in problems[0].message

    def test_alone_it_is_a_problem(self) -> None:
        hidden = [row(place, 2019, Status.NOT_AVAILABLE) for place in ("Briarton", "Copseham")]
        _, problems = resolved(RANK, table(row("Ambleford", 2019, 5), *hidden))
        assert [problem.code.id for problem in problems] == ["RANK-NONE"]
