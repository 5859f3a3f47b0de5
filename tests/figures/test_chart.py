"""Charts as values."""

from decimal import Decimal

import pytest

from sufficiency.figures import Chart, Point, Series
from sufficiency.tables import Status, Unit
from tests.figures.a_chart import MARCHES, SUPPRESSED, chart, fostering, home_costs


class TestChart:
    def test_a_series_with_too_few_points_is_refused_by_name(self) -> None:
        with pytest.raises(ValueError, match='series "Barnet" has 1 points'):
            chart("line", MARCHES, {"Barnet": [1]})

    def test_a_chart_of_nothing_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no category or no series"):
            Chart("line", "Children", Unit.COUNT, None, (), (Series("Barnet", ()),))

    def test_categories_begin_with_a_capital_where_they_stand_alone(self) -> None:
        years = chart("bar", ["year to 31 March 2018", "2019"], {"x": [1, 2]})
        assert years.headings == ("Year to 31 March 2018", "2019")

    def test_zero_is_the_lowest_value_where_none_is_negative(self) -> None:
        assert home_costs().lowest == 0

    def test_a_negative_value_is_the_lowest(self) -> None:
        assert chart("bar", ["a", "b"], {"x": [-3, -2]}).lowest == -3

    def test_zero_is_the_highest_value_where_all_are_negative(self) -> None:
        assert chart("bar", ["a", "b"], {"x": [-3, -2]}).highest == 0

    def test_values_leave_out_what_is_not_published(self) -> None:
        assert list(chart("bar", ["a", "b"], {"x": [SUPPRESSED, 2]}).values) == [Decimal(2)]

    def test_a_highlight_may_name_a_series(self) -> None:
        assert fostering(highlight="London").highlighted_series == "London"

    def test_a_highlight_may_name_a_category(self) -> None:
        assert home_costs(highlight="Remand").highlighted_category == "Remand"

    def test_a_category_wins_over_the_name_of_a_single_series(self) -> None:
        both = chart("bar", ["Barnet", "Bromley"], {"Barnet": [1, 2]}, highlight="Barnet")
        assert (both.highlighted_series, both.highlighted_category) == (None, "Barnet")

    def test_a_highlight_that_names_nothing_highlights_nothing(self) -> None:
        stray = fostering(highlight="Leeds")
        assert (stray.highlighted_series, stray.highlighted_category) == (None, None)


class TestPoint:
    def test_its_words_are_the_printed_figure(self) -> None:
        assert Point(Decimal(675), Status.PUBLISHED, "£675").words == "£675"

    def test_its_words_are_the_symbol_where_nothing_is_printed(self) -> None:
        assert Point(None, SUPPRESSED, "").words == "[c]"
