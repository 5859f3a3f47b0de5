"""Tables laid out from released rows: orders, averages, changes, symbols."""

from sufficiency.tables import Unit
from tests.figures.planning import ALL, HOMES, laid_out, planned
from tests.released import row, table


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

    def test_an_unknown_group_to_average_is_told(self) -> None:
        assert planned("kind: table\nacross: place\nseries: period\naverage: neighbors") == (
            None,
            ['comparator group "neighbors" is not defined.'],
        )
