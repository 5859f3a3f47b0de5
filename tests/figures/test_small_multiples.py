"""Small multiples: a panel a series, all on one scale."""

from matplotlib.axes import Axes

from sufficiency.brand.palette import REST
from sufficiency.figures.look import NARROW, WIDE
from tests.figures.a_chart import (
    FOSTERING,
    SUPPRESSED,
    YEARS,
    chart,
    described,
    figure_of,
    painted,
    words,
)


def panels(axes: Axes) -> list[Axes]:
    return figure_of(axes).axes


class TestDrawSmallMultiples:
    def test_each_series_has_a_panel_with_its_name(self) -> None:
        axes = painted(chart("small multiples", YEARS, FOSTERING))
        assert words(axes, "panel") == ["Barnet", "London", "England"]
        lines = [panel.lines[-1].get_ydata() for panel in panels(axes)]
        assert [list(line) for line in lines] == [list(values) for values in FOSTERING.values()]  # type: ignore[arg-type]

    def test_all_panels_have_one_scale(self) -> None:
        axes = painted(chart("small multiples", YEARS, FOSTERING))
        assert len({panel.get_ylim() for panel in panels(axes)}) == 1

    def test_a_fourth_panel_begins_a_row(self) -> None:
        axes = painted(chart("small multiples", YEARS, {name: [1, 2, 3, 4] for name in "abcd"}))
        tops = [round(panel.get_position().y1, 4) for panel in panels(axes)]
        assert tops[0] == tops[1] == tops[2] > tops[3]

    def test_no_panel_and_no_text_leaves_the_picture_or_covers_another_panel(self) -> None:
        axes = painted(chart("small multiples", YEARS, {name: [1, 2, 3, 4] for name in "abcdef"}))
        figure = figure_of(axes)
        renderer = figure.canvas.get_renderer() if hasattr(figure.canvas, "get_renderer") else None
        boxes = [panel.get_tightbbox(renderer) for panel in panels(axes)]
        found = [box for box in boxes if box is not None]
        assert len(found) == 6
        assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for box in found)
        pairs = [(a, b) for place, a in enumerate(found) for b in found[place + 1 :]]
        assert not any(a.overlaps(b) for a, b in pairs)

    def test_the_last_value_is_printed_and_a_gap_has_its_symbol(self) -> None:
        axes = painted(
            chart("small multiples", YEARS, {"a": [1, 2, 3, 4], "b": [5, 6, 7, SUPPRESSED]})
        )
        assert words(axes, "value") == ["4", "7"]
        assert words(axes, "symbol") == ["[c]"]

    def test_the_highlighted_panel_alone_is_dark_blue(self) -> None:
        axes = painted(chart("small multiples", YEARS, FOSTERING, highlight="London"))
        colours = [panel.lines[-1].get_color() for panel in panels(axes)]
        assert colours == [REST, WIDE.colours.focus, REST]

    def test_its_alt_text_tells_directions(self) -> None:
        text = described(chart("small multiples", YEARS, FOSTERING))
        assert text.startswith("Small line charts on one scale: Children in care (number), between")
        assert "Barnet fell from 720 to 650." in text


class TestOnNarrowPaper:
    def test_panels_stand_in_two_columns(self) -> None:
        axes = painted(chart("small multiples", YEARS, {n: [1, 2, 3, 4] for n in "abc"}), NARROW)
        tops = [round(panel.get_position().y1, 4) for panel in panels(axes)]
        assert tops[0] == tops[1] > tops[2]

    def test_a_word_that_is_wider_than_half_the_paper_leaves_one_column(self) -> None:
        long = "Unaccompanied-asylum-seeking"
        axes = painted(chart("small multiples", YEARS, {long: [1, 2, 3, 4], "b": [1] * 4}), NARROW)
        lefts = {round(panel.get_position().x0, 4) for panel in panels(axes)}
        assert len(lefts) == 1
