"""Horizontal bar charts."""

from itertools import pairwise

from sufficiency.brand.palette import REST
from sufficiency.figures.look import NARROW, WIDE
from tests.figures.a_chart import (
    HOMES,
    SUPPRESSED,
    bars,
    chart,
    colour,
    figure_of,
    fostering,
    home_costs,
    painted,
    texts,
    words,
)

LONG = "Semi-independent living accommodation not subject to children's homes regulations"


class TestDrawHorizontalBar:
    def test_the_first_category_is_at_the_top(self) -> None:
        axes = painted(home_costs())
        low, high = axes.get_ylim()
        assert low > high
        assert words(axes, "category") == list(HOMES)

    def test_each_bar_is_as_long_as_its_value_from_zero(self) -> None:
        drawn = [(bar.get_x(), bar.get_width()) for bar in bars(painted(home_costs()))]
        assert drawn[0] == (0, 675)
        assert drawn[-1] == (0, 4600)

    def test_each_bar_carries_its_printed_value(self) -> None:
        printed = words(painted(home_costs()), "value")
        assert (printed[0], printed[-1]) == ("£675", "£4,600")

    def test_the_highlighted_category_is_dark_blue_and_bold(self) -> None:
        axes = painted(home_costs(highlight="Remand"))
        assert [colour(bar) for bar in bars(axes)].index(WIDE.colours.focus) == HOMES.index(
            "Remand"
        )
        assert [colour(bar) for bar in bars(axes)].count(REST) == 7
        bold = [text.get_text() for text in texts(axes, "value") if text.get_fontweight() == "bold"]
        assert bold == ["£1,300"]

    def test_a_suppressed_bar_is_its_symbol_at_zero(self) -> None:
        axes = painted(chart("horizontal bar", ["a", "b"], {"x": [SUPPRESSED, 5]}))
        (symbol,) = texts(axes, "symbol")
        assert (symbol.get_text(), symbol.xy[0]) == ("[c]", 0)  # type: ignore[attr-defined]

    def test_the_value_of_a_negative_bar_stands_at_its_left(self) -> None:
        axes = painted(chart("horizontal bar", ["a", "b"], {"x": [-12, 5]}))
        assert [text.get_horizontalalignment() for text in texts(axes, "value")] == [
            "right",
            "left",
        ]

    def test_long_names_wrap(self) -> None:
        axes = painted(chart("horizontal bar", [LONG, "Remand"], {"x": [1, 2]}))
        wrapped = texts(axes, "category")[0].get_text()
        assert wrapped.replace("\n", " ") == LONG
        assert wrapped.count("\n") >= 1

    def test_more_rows_make_a_taller_picture(self) -> None:
        few = painted(chart("horizontal bar", list("abc"), {"x": [1, 2, 3]}))
        assert figure_of(painted(home_costs())).get_figheight() > figure_of(few).get_figheight()

    def test_thirty_categories_fit_on_a_page_without_overlap(self) -> None:
        names = [f"London Borough of Somewhere {place}" for place in range(30)]
        axes = painted(chart("horizontal bar", names, {"x": list(range(30))}))
        assert figure_of(axes).get_figheight() < 8.5
        boxes = [label.get_window_extent() for label in texts(axes, "category")]
        assert all(upper.y0 >= lower.y1 for upper, lower in pairwise(boxes))

    def test_the_key_says_in_which_order_the_bars_of_a_row_stand(self) -> None:
        axes = painted(fostering("horizontal bar"))
        assert words(axes, "key-lead") == ["From the top:"]
        tops = [bar.get_y() for bar in bars(axes)[::4]]
        assert tops == sorted(tops)


class TestOnNarrowPaper:
    def test_short_names_stay_at_the_left(self) -> None:
        axes = painted(chart("horizontal bar", ["Barnet", "London"], {"x": [1, 2]}), NARROW)
        assert words(axes, "category") == ["Barnet", "London"]
        for name, bar in zip(texts(axes, "category"), bars(axes), strict=True):
            assert name.get_window_extent().x1 <= bar.get_window_extent().x0

    def test_long_names_stand_above_their_bars(self) -> None:
        axes = painted(chart("horizontal bar", [LONG, "Remand"], {"x": [1, 2]}), NARROW)
        assert words(axes, "category") == [LONG, "Remand"]
        for name, bar in zip(texts(axes, "category"), bars(axes), strict=True):
            assert name.get_window_extent().y0 >= bar.get_window_extent().y1

    def test_the_line_at_zero_leaves_out_the_names(self) -> None:
        axes = painted(chart("horizontal bar", [LONG, "Remand"], {"x": [1, 2]}), NARROW)
        assert not [line for line in axes.lines if line.get_gid() == "baseline"]
        (baseline,) = [one for one in axes.collections if one.get_gid() == "baseline"]
        assert len(baseline.get_paths()) == 2
