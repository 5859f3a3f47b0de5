"""Dumbbell charts: two marks a row, the lower value at the left, the higher at the right."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from sufficiency.figures.look import NARROW
from tests.figures.a_chart import SUPPRESSED, chart, described, painted, texts, words

PLACES = ("Ambleford", "Briarton", "Copseham")
THEN, NOW = "31 March 2016", "31 March 2018"


def marks(axes: Axes) -> list[Line2D]:
    return [line for line in axes.lines if line.get_gid() == "mark"]


class TestDrawDumbbell:
    def test_each_row_has_a_mark_at_each_value(self) -> None:
        axes = painted(chart("dumbbell", PLACES, {THEN: [39, 10, 25], NOW: [58, 95, 20]}))
        assert [mark.get_xdata()[0] for mark in marks(axes)] == [39, 58, 10, 95, 25, 20]  # type: ignore[index]

    def test_the_two_series_differ_in_marker_and_the_key_shows_both(self) -> None:
        axes = painted(chart("dumbbell", PLACES, {THEN: [39, 10, 25], NOW: [58, 95, 20]}))
        assert marks(axes)[0].get_marker() != marks(axes)[1].get_marker()
        keys = [
            line.get_marker()
            for line in axes.figure.findobj(Line2D)
            if isinstance(line, Line2D) and line.get_gid() == "key"
        ]
        assert keys == [marks(axes)[0].get_marker(), marks(axes)[1].get_marker()]

    def test_values_stand_outside_their_marks_whichever_is_higher(self) -> None:
        axes = painted(chart("dumbbell", PLACES, {THEN: [39, 10, 25], NOW: [58, 95, 20]}))
        assert words(axes, "value") == ["39", "58", "10", "95", "20", "25"]
        sides = [text.get_horizontalalignment() for text in texts(axes, "value")]
        assert sides == ["right", "left"] * 3

    def test_level_values_are_printed_once(self) -> None:
        axes = painted(chart("dumbbell", ["x"], {THEN: [15], NOW: [15]}))
        assert words(axes, "value") == ["15"]

    def test_a_suppressed_value_is_named_behind_the_other(self) -> None:
        axes = painted(chart("dumbbell", PLACES[:1], {THEN: [SUPPRESSED], NOW: [58]}))
        assert words(axes, "symbol") == ["58  31 March 2016 [c]"]
        right = texts(axes, "symbol")[0].get_window_extent().x1
        assert right <= axes.get_figure(root=True).bbox.x1  # type: ignore[union-attr]

    def test_no_value_runs_into_the_names(self) -> None:
        axes = painted(chart("dumbbell", PLACES, {THEN: [0, 10, 25], NOW: [58, 95, 20]}))
        names = max(label.get_window_extent().x1 for label in texts(axes, "category"))
        assert all(text.get_window_extent().x0 > names for text in texts(axes, "value"))

    def test_the_highlighted_row_is_bold(self) -> None:
        shown = chart("dumbbell", PLACES, {THEN: [1, 2, 3], NOW: [4, 5, 6]}, highlight="Briarton")
        weights = [label.get_fontweight() for label in texts(painted(shown), "category")]
        assert weights == ["normal", "bold", "normal"]


class TestDescribe:
    def test_it_tells_how_each_row_went_from_the_one_period_to_the_other(self) -> None:
        shown = chart("dumbbell", PLACES, {THEN: [39, 10, 25], NOW: [60, 95, 20]})
        assert described(shown).startswith(
            "Dumbbell chart: Children in care (number), between 31 March 2016 and 31 March 2018, "
            "for Ambleford, Briarton and Copseham. Ambleford rose from 39 to 60. "
            "Briarton rose from 10 to 95. Copseham showed no clear change, from 25 to 20."
        )


class TestOnNarrowPaper:
    def test_what_is_missing_stands_under_the_row_beside_which_it_has_no_room(self) -> None:
        shown = chart("dumbbell", PLACES[:2], {THEN: [SUPPRESSED, 9], NOW: [58, 12]})
        axes = painted(shown, NARROW)
        assert words(axes, "symbol") == []
        assert words(axes, "note") == ["31 March 2016 [c]"]
        assert words(axes, "value") == ["58", "9", "12"]
        note = texts(axes, "note")[0].get_window_extent()
        assert note.y1 <= texts(axes, "value")[0].get_window_extent().y0 + 2
