"""A figure's file is laid out as a table again, and a table on a page is held against it."""

import pytest
from lxml import html

from sufficiency.figures.data_files import write_csv
from tests.audits.figure_data import FigureData, read_figure_data, table_faults, tile_faults

HEADINGS = ("Council", "Period", "Measure", "Unit", "Value", "Printed", "Status")
LINES = (
    ("Ealing", "2016", "Children", "count", "25", "25", "published"),
    ("Ealing", "Change", "Children", "percentage points", "2", "+2 points", "published"),
    ("Merton", "2016", "Children", "count", "", "[c]", "suppressed"),
    ("Merton", "Change", "Children", "percentage points", "", "[c]", "suppressed"),
)
ROWS = (("Council", "2016", "Change"), ("Ealing", "25", "+2 points"), ("Merton", "[c]", "[c]"))


def data() -> FigureData:
    return read_figure_data(write_csv([HEADINGS, *LINES]))


def faults(*rows: tuple[str, ...]) -> list[str]:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = html.fragment_fromstring(
        f"<table>{''.join(f'<tr>{one}</tr>' for one in lines)}</table>"
    )
    return list(table_faults(table, data()))


class TestTableFaults:
    def test_there_are_none_where_each_cell_is_in_its_place(self) -> None:
        assert faults(*ROWS) == []

    def test_a_cell_in_anothers_place_is_named_by_its_row_and_column(self) -> None:
        assert faults(ROWS[0], ("Ealing", "+2 points", "25"), ROWS[2]) == [
            'Ealing, 2016: "+2 points" on the page, "25" in the data',
            'Ealing, Change: "25" on the page, "+2 points" in the data',
        ]

    def test_headings_and_names_of_rows_that_changed_places_are_named(self) -> None:
        assert len(faults(("Council", "Change", "2016"), *ROWS[1:])) == 2
        renamed = (("Merton", *ROWS[1][1:]), ("Ealing", *ROWS[2][1:]))
        assert len(faults(ROWS[0], *renamed)) == 2

    def test_a_row_too_few_and_one_too_many_are_named(self) -> None:
        assert faults(*ROWS[:2])[0] == 'Merton, Council: "None" on the page, "Merton" in the data'
        assert len(faults(*ROWS, ROWS[1])) == 3


class TestReadFigureData:
    def test_two_figures_for_one_place_are_refused(self) -> None:
        with pytest.raises(AssertionError, match="Ealing, 2016 has two figures"):
            read_figure_data(write_csv([HEADINGS, *LINES, LINES[0]]))

    def test_what_is_measured_heads_the_only_column(self) -> None:
        alone = (HEADINGS[:1] + HEADINGS[2:], LINES[0][:1] + LINES[0][2:])
        read = read_figure_data(write_csv(alone))
        assert (read.headings, read.label) == (("Council", "Children"), "Children (number)")


class TestTileFaults:
    def test_a_figure_over_anothers_label_is_named(self) -> None:
        lines = [("Barnet", "2019", label, "count", n, n, "") for label, n in ("a5", "b6")]
        file = write_csv([("Place", *HEADINGS[1:]), *lines])
        tile = "<li><b class=tile-value>{}</b><b class=tile-label>{}</b></li>"
        good, bad = (
            html.fragment_fromstring(f"<ul>{''.join(tile.format(*pair) for pair in pairs)}</ul>")
            for pairs in ("5a 6b".split(), "6a 5b".split())
        )
        assert list(tile_faults(good, file)) == []
        assert len(list(tile_faults(bad, file))) == 2
