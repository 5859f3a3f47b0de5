"""Names at the ends of lines."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.figures.end_labels import end_labels, spread
from sufficiency.figures.look import NARROW, WIDE
from tests.figures.a_chart import MARCHES, SUPPRESSED, chart, fostering, painted, texts, words


class TestSpread:
    def test_labels_with_room_stay_where_they_want(self) -> None:
        assert spread([0.5, 1.5], [0.2, 0.2], 2) == pytest.approx([0.5, 1.5])

    def test_labels_that_would_overlap_part_about_their_middle(self) -> None:
        assert spread([1.0, 1.1], [0.2, 0.2], 2) == pytest.approx([0.95, 1.15])

    def test_equal_wishes_keep_the_order_of_the_series_from_the_top(self) -> None:
        first, second = spread([1.0, 1.0], [0.2, 0.2], 2)
        assert first > second

    def test_a_label_at_the_edge_is_kept_inside(self) -> None:
        assert spread([0.0, 2.0], [0.2, 0.2], 2) == pytest.approx([0.1, 1.9])

    @given(st.lists(st.floats(0, 3), min_size=1, max_size=12))
    def test_no_label_covers_another_and_none_leaves_the_plot(self, wanted: list[float]) -> None:
        middles = sorted(spread(wanted, [0.2] * len(wanted), 3))
        assert middles[0] >= 0.1 - 1e-9 and middles[-1] <= 2.9 + 1e-9
        assert all(upper - lower >= 0.2 - 1e-9 for lower, upper in pairwise(middles))


class TestEndLabels:
    def test_each_line_is_named_with_its_last_value(self) -> None:
        assert words(painted(fostering()), "end-label") == [
            "Barnet £650",
            "London £705",
            "England £600",
        ]

    def test_a_line_that_ends_early_is_named_without_a_value(self) -> None:
        early = chart("line", MARCHES, {"a": [1, 2, 3, SUPPRESSED], "b": [1, 1, 1, 1]})
        assert [label.text for label in end_labels(early, WIDE)] == ["a", "b 1"]

    def test_a_line_that_ends_early_is_led_to_its_name(self) -> None:
        early = chart("line", MARCHES, {"a": [1, 2, 9, SUPPRESSED], "b": [1, 1, 1, 1]})
        leaders = [line for line in painted(early).lines if line.get_gid() == "leader"]
        assert [np.asarray(line.get_xydata())[0].tolist() for line in leaders] == [[2, 9]]

    def test_a_series_without_a_figure_has_no_label(self) -> None:
        hidden = chart("line", MARCHES, {"a": [SUPPRESSED] * 4, "b": [1, 1, 1, 1]})
        assert [label.text for label in end_labels(hidden, WIDE)] == ["b 1"]

    def test_a_single_line_needs_no_name(self) -> None:
        assert end_labels(chart("line", MARCHES, {"a": [1, 2, 3, 4]}), WIDE) == []

    def test_the_highlighted_name_is_bold(self) -> None:
        bold = [
            text.get_fontweight()
            for text in texts(painted(fostering(highlight="London")), "end-label")
        ]
        assert bold == ["normal", "bold", "normal"]

    def test_near_values_have_names_apart(self) -> None:
        near = chart(
            "line", ["a", "b"], {name: [100, 100 + place] for place, name in enumerate("ABCDEF")}
        )
        axes = painted(near)
        boxes = [text.get_window_extent() for text in texts(axes, "end-label")]
        assert all(upper.y0 >= lower.y1 for lower, upper in pairwise(boxes))

    def test_many_lines_make_a_taller_picture(self) -> None:
        many = chart("line", ["a", "b"], {f"Council {n}": [n, n] for n in range(30)})
        assert painted(many).figure.bbox.height > painted(fostering()).figure.bbox.height * 1.5


class TestKeyInPlaceOfNames:
    LONG = "Semi-independent living accommodation not subject to children's homes regulations"

    def test_names_without_room_at_the_ends_stand_in_a_key_with_samples_of_the_lines(self) -> None:
        axes = painted(chart("line", MARCHES, {self.LONG: [1, 2, 3, 4], "Remand": [4, 3, 2, 1]}))
        assert words(axes, "key-lead") == ["Lines:"]
        assert words(axes, "key") == [self.LONG, "Remand"]
        assert words(axes, "end-label") == ["4", "1"]

    def test_short_names_stay_at_the_ends_on_narrow_paper(self) -> None:
        axes = painted(fostering(), NARROW)
        assert words(axes, "key") == []
        assert words(axes, "end-label") == ["Barnet £650", "London £705", "England £600"]

    def test_a_word_too_long_for_narrow_paper_moves_all_names_to_the_key(self) -> None:
        axes = painted(
            chart("line", MARCHES, {"Accommodation": [1, 2, 3, 4], "b": [2, 1, 2, 1]}), NARROW
        )
        assert words(axes, "key") == ["Accommodation", "b"]
