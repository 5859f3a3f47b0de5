"""Figures laid out from released tables: selections, orders, averages, changes, symbols."""

from decimal import Decimal

import pytest

from sufficiency.content import AnyFigureEntry, Shelf
from sufficiency.content.binding import bind_shelf
from sufficiency.figures.plan import PlannedFigure, plan_figures
from sufficiency.figures.tables import FigureTable
from sufficiency.sources import parse_yaml
from sufficiency.tables import ReleasedTable, Status, Unit
from tests.released import a_strategy, row, table

PLACES = table(
    row("Ambleford", 2018, 50),
    row("Ambleford", 2019, 60),
    row("Ambleford", 2020, 99),
    row("Briarton", 2018, 80),
    row("Briarton", 2019, 70),
    row("Copseham", 2019, Status.SUPPRESSED),
)
HOMES = table(
    *(
        row("Ambleford", 2019, cost, 2, {"home": home})
        for home, cost in (("Own", 675), ("Agency", 936))
    ),
    unit=Unit.POUNDS_A_WEEK,
    breakdowns=["home"],
)
ALL = "places: [council, neighbours]"


def planned(rest: str, released: ReleasedTable = PLACES) -> tuple[PlannedFigure | None, list[str]]:
    """The figure of an entry with these lines, and its problems."""
    lines = "\n".join(f"    {line}" for line in rest.strip().splitlines())
    text = f"figures:\n  f:\n    headline: H\n    indicator: in_care\n{lines}\n"
    tree, problems = parse_yaml(text, "strategy/figures.yml")
    shelf, found = bind_shelf(tree, "figures", AnyFigureEntry)
    assert problems + found == []
    figures, found = plan_figures(shelf, Shelf({"in_care": released}), Shelf({}), a_strategy())
    assert ("f" in figures.broken) == bool(found)
    figure = figures.entries.get("f")
    assert figure is None or isinstance(figure, PlannedFigure)
    return figure, [problem.message for problem in found]


def laid_out(rest: str, released: ReleasedTable = PLACES) -> FigureTable:
    figure, problems = planned(f"kind: table\n{rest}", released)
    assert problems == []
    assert figure is not None
    assert figure.table is not None
    assert figure.chart is None
    return figure.table


class TestTables:
    def test_rows_go_across_and_columns_by_series(self) -> None:
        found = laid_out(f"across: place\nseries: period\n{ALL}")
        assert found.columns == ("Council", "31 March 2018", "31 March 2019")
        assert found.rows == (
            ("Ambleford", "50", "60"),
            ("Briarton", "80", "70"),
            ("Copseham", "[x]", "[c]"),
        )

    def test_the_council_stands_alone_where_no_places_are_named(self) -> None:
        assert laid_out("across: place\nseries: period").rows == (("Ambleford", "50", "60"),)

    def test_a_change_is_a_percentage_of_the_first_figure_with_its_sign(self) -> None:
        found = laid_out(f"across: place\nseries: period\n{ALL}\nchange: true")
        assert found.columns[-1] == "Change"
        assert [cells[-1] for cells in found.rows] == ["+20%", "−13%", "[x]"]

    def test_from_nothing_a_change_does_not_apply(self) -> None:
        released = table(row("Ambleford", 2018, 0), row("Ambleford", 2019, 5))
        found = laid_out("across: place\nseries: period\nchange: true", released)
        assert found.rows == (("Ambleford", "0", "5", "[z]"),)

    def test_an_average_is_of_the_groups_figures_that_there_are(self) -> None:
        found = laid_out(f"across: place\nseries: period\n{ALL}\naverage: neighbours")
        assert found.rows[-1] == ("Average of 1 neighbours with figures", "80", "70")

    def test_an_average_rounds_half_up(self) -> None:
        released = table(
            row("Ambleford", 2019, 1), row("Briarton", 2019, 2), row("Copseham", 2019, 3)
        )
        found = laid_out(f"across: place\n{ALL}\naverage: neighbours", released)
        assert found.rows[-1] == ("Average of 2 neighbours", "3")

    def test_the_unit_prints_in_each_cell(self) -> None:
        found = laid_out("across: home", HOMES)
        assert found.columns == ("Home", "Children in care")
        assert found.rows == (("Own", "£675"), ("Agency", "£936"))

    def test_each_column_has_its_unit_and_each_cell_its_plain_value(self) -> None:
        found = laid_out(f"across: place\nseries: period\n{ALL}\nchange: true")
        assert found.units == (Unit.COUNT, Unit.COUNT, Unit.PERCENTAGE)
        assert found.series == "Period"
        assert [point.value for point in found.body[0].points] == [50, 60, 20]
        assert [point.value for point in found.body[2].points] == [None, None, None]


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
                'the indicator "in_care" has no figure for this selection.',
            ),
        ],
    )
    def test_what_cannot_be_laid_out_is_told(self, rest: str, message: str) -> None:
        assert planned(f"kind: bar\n{rest}") == (None, [message])

    def test_an_unknown_group_to_average_is_told(self) -> None:
        assert planned("kind: table\nacross: place\nseries: period\naverage: neighbors") == (
            None,
            ['comparator group "neighbors" is not defined.'],
        )


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
