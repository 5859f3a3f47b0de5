"""What every chart has round its marks."""

from sufficiency.figures.frame import Heading, Margins
from sufficiency.figures.look import NARROW, WIDE
from tests.figures.a_chart import chart, fostering, home_costs, painted, texts, words

SIX = {f"Local authorities of region {place}": [place + 1] for place in range(6)}


class TestHeading:
    def test_the_picture_has_no_title(self) -> None:
        axes = painted(fostering())
        assert axes.get_title() == ""
        assert words(axes, "measure") == ["Weekly cost of fostering (£ a week)"]

    def test_a_long_measure_wraps_and_takes_more_height(self) -> None:
        long = chart("bar", ["a"], {"x": [1]}, measure="Children whose home is far " * 5)
        assert Heading(long, WIDE).height > Heading(home_costs(), WIDE).height
        assert "\n" in texts(painted(long), "measure")[0].get_text()

    def test_narrow_paper_makes_it_wrap_and_takes_more_height(self) -> None:
        long = chart(
            "bar", ["a"], {"x": [1]}, measure="Children in care whose home is far from ours"
        )
        assert Heading(long, NARROW).height > Heading(long, WIDE).height

    def test_a_key_of_many_series_flows_onto_further_rows(self) -> None:
        axes = painted(chart("horizontal bar", ["a"], SIX))
        rows = {text.get_position()[1] for text in texts(axes, "key")}
        assert len(rows) > 1

    def test_the_highlighted_series_is_bold_in_the_key(self) -> None:
        weights = [
            text.get_fontweight()
            for text in texts(painted(fostering("bar", highlight="London")), "key")
        ]
        assert weights == ["normal", "bold", "normal"]


class TestMargins:
    def test_what_they_leave_is_the_plotting_areas_width(self) -> None:
        assert round(Margins(WIDE, left=1, right=0.3, top=9, bottom=9).inner_width, 6) == 5
