"""Figures planned from released tables: selections, orders, symbols, what cannot be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sufficiency.content.strategy import LittleChange
from sufficiency.tables import ReleasedRow, Status, Unit
from tests.figures.planning import ALL, HOMES, PLACES, planned
from tests.released import a_strategy, row, table


def _share(year: int, percentage: int, numerator: int, denominator: int) -> ReleasedRow:
    of_counts = replace(row("Ambleford", year, percentage), numerator=Decimal(numerator))
    return replace(of_counts, denominator=Decimal(denominator))


class TestCharts:
    def test_points_stand_one_a_category_in_each_series(self) -> None:
        figure, _ = planned(
            f"kind: line\nacross: period\nseries: place\n{ALL}\nhighlight: Ambleford"
        )
        assert figure is not None
        assert figure.chart is not None
        assert figure.chart.categories == ("31 March 2018", "31 March 2019")
        assert [series.name for series in figure.chart.series] == [
            "Ambleford",
            "Briarton",
            "Copseham",
        ]
        assert [p.value for p in figure.chart.series[0].points] == [Decimal(50), Decimal(60)]
        assert [p.printed for p in figure.chart.series[2].points] == ["[x]", "[c]"]
        assert figure.chart.highlight == "Ambleford"

    def test_symbols_that_it_shows_are_listed_once(self) -> None:
        figure, _ = planned(f"kind: line\nacross: period\nseries: place\n{ALL}")
        assert figure is not None
        assert figure.statuses == (Status.SUPPRESSED, Status.NOT_AVAILABLE)

    def test_a_single_series_is_named_by_what_is_measured(self) -> None:
        figure, _ = planned("kind: bar\nacross: period")
        assert figure is not None
        assert figure.chart is not None
        assert [series.name for series in figure.chart.series] == ["Children in care"]

    @pytest.mark.parametrize(
        ("order", "categories"),
        [
            ("as_given", ("Ambleford", "Briarton", "Copseham")),
            ("value", ("Briarton", "Ambleford", "Copseham")),
        ],
    )
    def test_the_largest_comes_first_where_asked_and_gaps_last(
        self, order: str, categories: tuple[str, ...]
    ) -> None:
        figure, _ = planned(f"kind: bar\nacross: place\n{ALL}\nperiods: latest\norder: {order}")
        assert figure is not None
        assert figure.chart is not None
        assert figure.chart.categories == categories

    def test_periods_run_from_the_earliest_however_the_extract_has_them(self) -> None:
        figure, _ = planned("kind: line\nacross: period", table(*reversed(PLACES.rows)))
        assert figure is not None
        assert figure.chart is not None
        assert figure.chart.categories == ("31 March 2018", "31 March 2019")

    def test_its_alt_text_is_drafted_unless_given(self) -> None:
        drafted, _ = planned("kind: bar\nacross: period")
        given, _ = planned("kind: bar\nacross: period\nalt: Mine")
        assert drafted is not None
        assert drafted.alt.startswith("Bar chart: Children in care")
        assert given is not None
        assert given.alt == "Mine"

    def test_its_alt_text_claims_no_rise_that_few_children_may_make_by_chance(self) -> None:
        few = [(2018, 40, 8, 20), (2019, 52, 11, 21)]
        shares = table(*(_share(*each) for each in few), unit=Unit.PERCENTAGE)
        line = "kind: line\nacross: period"
        by_chance, _ = planned(line, shares)
        assert by_chance is not None
        assert "showed no clear change" in by_chance.alt
        chance_left_out = LittleChange.model_validate({"small_counts": 0})
        as_set = a_strategy().model_copy(update={"little_change": chance_left_out})
        risen, _ = planned(line, shares, as_set)
        assert risen is not None
        assert "rose" in risen.alt

    def test_periods_may_be_named(self) -> None:
        figure, _ = planned("kind: bar\nacross: period\nperiods: [31/03/2018]")
        assert figure is not None
        assert figure.chart is not None
        assert figure.chart.categories == ("31 March 2018",)


class TestProblems:
    @pytest.mark.parametrize(
        ("rest", "message"),
        [
            ("across: home", 'the indicator "in_care" cannot be laid out by "home".'),
            (
                "across: place\nseries: town",
                'the indicator "in_care" cannot be laid out by "town".',
            ),
            ("across: place", "there are several figures for Ambleford."),
            (
                "across: period\nplaces: [Dunmere]",
                'the indicator "in_care" has no figure for the place "Dunmere".',
            ),
            (
                "across: period\nperiods: [2018, 2020]",
                'the indicator "in_care" has no figure for the period "2020".',
            ),
            (
                "across: period\nwhere: {home: Own}",
                'the indicator "in_care" is not broken down by "home".',
            ),
        ],
    )
    def test_what_cannot_be_laid_out_is_told(self, rest: str, message: str) -> None:
        assert planned(f"kind: bar\n{rest}") == (None, [message])


class TestData:
    def test_a_chart_has_a_row_a_category_and_a_column_a_series(self) -> None:
        figure, _ = planned(f"kind: line\nacross: period\nseries: place\n{ALL}")
        assert figure is not None
        assert figure.data.columns == ("Period", "Ambleford", "Briarton", "Copseham")
        assert figure.data.series == "Council"
        assert figure.data.rows == (
            ("31 March 2018", "50", "80", "[x]"),
            ("31 March 2019", "60", "70", "[c]"),
        )

    def test_the_column_of_a_single_series_says_what_is_measured(self) -> None:
        figure, _ = planned("kind: bar\nacross: home", HOMES)
        assert figure is not None
        assert figure.data.columns == ("Home", "Children in care")
        assert figure.data.series == ""

    def test_a_tables_data_is_the_table(self) -> None:
        figure, _ = planned("kind: table\nacross: home", HOMES)
        assert figure is not None
        assert figure.data is figure.table
