"""Population pyramids: two sides on one scale, age bands between them."""

import pytest

from sufficiency.figures.look import NARROW
from tests.figures.a_chart import SUPPRESSED, Value, bars, chart, described, painted, texts, words

AGES = ("Under 5", "5 to 9", "10 to 15", "16 and over")
BOTH = {"Female": [12, 20, 44, 50], "Male": [18, 25, 60, 83]}


class TestDrawPyramid:
    def test_the_sides_grow_apart_from_the_middle(self) -> None:
        axes = painted(chart("population pyramid", AGES, BOTH))
        widths = [bar.get_width() for bar in bars(axes)]
        assert widths == pytest.approx([-12, -20, -44, -50, 18, 25, 60, 83])
        assert all(bar.get_x() < 0 for bar in bars(axes)[:4])

    def test_both_sides_begin_as_far_from_the_middle(self) -> None:
        axes = painted(chart("population pyramid", AGES, BOTH))
        left, right = bars(axes)[0].get_x(), bars(axes)[4].get_x()
        assert left == pytest.approx(-right)

    def test_the_first_age_band_is_lowest(self) -> None:
        axes = painted(chart("population pyramid", AGES, BOTH))
        heights = [text.get_window_extent().y0 for text in texts(axes, "category")]
        assert heights == sorted(heights)
        assert words(axes, "category") == list(AGES)

    def test_no_text_covers_another(self) -> None:
        axes = painted(chart("population pyramid", AGES, BOTH))
        boxes = [
            text.get_window_extent() for gid in ("category", "value") for text in texts(axes, gid)
        ]
        pairs = [(a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :]]
        assert not any(a.overlaps(b) for a, b in pairs)

    def test_a_suppressed_bar_is_its_symbol(self) -> None:
        rows: dict[str, list[Value]] = {
            "Female": [SUPPRESSED, 20, 44, 50],
            "Male": [18, 25, 60, 83],
        }
        axes = painted(chart("population pyramid", AGES, rows))
        assert words(axes, "symbol") == ["[c]"]
        assert len(bars(axes)) == 7

    def test_its_alt_text_names_its_kind(self) -> None:
        assert described(chart("population pyramid", AGES, BOTH)).startswith(
            "Population pyramid: Children in care (number), by category "
        )


class TestOnNarrowPaper:
    def test_long_names_stand_above_their_two_bars(self) -> None:
        long = ("Children whose age was not recorded by anybody", "16 and over")
        axes = painted(chart("population pyramid", long, {"F": [3, 4], "M": [4, 5]}), NARROW)
        assert words(axes, "category") == list(long)
        for name, bar in zip(texts(axes, "category"), bars(axes), strict=False):
            assert name.get_window_extent().y0 >= bar.get_window_extent().y1
