"""Every number on a chart is its data's, at its place: outlines cannot be read afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from matplotlib.figure import Figure

from sufficiency.figures import Chart
from sufficiency.figures.data_files import write_data_files
from sufficiency.figures.draw import KINDS, paint
from sufficiency.figures.look import NARROW, WIDE, Paper, house_style
from sufficiency.figures.plan import PlannedFigure
from sufficiency.figures.typeface import font_families
from sufficiency.model import understand
from sufficiency.outputs import Cache, cache_folder
from tests.audits.figure_data import read_figure_data
from tests.example import ROOT
from tests.figures.a_chart import (
    HOMES,
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    Value,
    chart,
    data_of,
    fostering,
    home_costs,
)
from tests.figures.numbers_drawn import number_faults

TWO: dict[str, list[Value]] = {MARCHES[0]: [12, 9, 40], MARCHES[3]: [8, 12, 43]}
HIDDEN: dict[str, list[Value]] = {
    MARCHES[0]: [SUPPRESSED, 9, 40],
    MARCHES[3]: [8, NOT_AVAILABLE, 43],
}
AGES = ("Under 5", "5 to 9", "10 to 15")
CHARTS = {
    "line": chart("line", MARCHES, {"x": [315, 344, 328, 312]}),
    "lines": fostering(highlight="Barnet"),
    "lines with a key": chart(
        "line", MARCHES, {f"Local authorities of region {n}": [n, n, 2, 9 - n] for n in range(4)}
    ),
    "hidden points": chart(
        "line", MARCHES, {name: [SUPPRESSED, n, n, 2 * n] for n, name in enumerate(HOMES)}
    ),
    "bar": chart("bar", MARCHES, {"x": [-4, 3, -2, 6]}),
    "grouped bar": chart("grouped bar", AGES, TWO),
    "horizontal bar": home_costs(highlight="Remand"),
    "grouped rows": chart("horizontal bar", AGES, HIDDEN),
    "stacked bar": chart("stacked bar", AGES, TWO),
    "small parts": chart("stacked bar", AGES, HIDDEN | {"1 or 2": [1, 2, 3]}),
    "dumbbell": chart("dumbbell", AGES, TWO),
    "hidden marks": chart("dumbbell", AGES, HIDDEN),
    "population pyramid": chart("population pyramid", AGES, TWO),
    "small multiples": fostering("small multiples"),
}

WITH_BARS = [name for name, one in CHARTS.items() if "bar" in one.kind or "pyramid" in one.kind]


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    with house_style(font_families(), WIDE.colours.ink):
        yield


@pytest.fixture(scope="module")
def figures_of_example() -> dict[str, tuple[Chart, bytes]]:
    """Each chart of the example with its data's file, by its id."""
    model, _ = understand(ROOT, cache=Cache(cache_folder()))
    assert model is not None
    files = write_data_files(model.figures)
    return {
        id: (figure.chart, files[id])
        for id, figure in model.figures.entries.items()
        if isinstance(figure, PlannedFigure) and figure.chart is not None
    }


def swapped(shown: Chart) -> Chart:
    """The chart with the first and the last figure of its last series exchanged."""
    *others, series = shown.series
    first, *between, last = series.points
    return replace(shown, series=(*others, replace(series, points=(last, *between, first))))


@cache
def drawn(name: str, paper: Paper) -> Figure:
    return paint(CHARTS[name], paper)


class TestExample:
    def test_every_number_drawn_is_in_its_row_and_column(
        self, figures_of_example: dict[str, tuple[Chart, bytes]]
    ) -> None:
        assert len(figures_of_example) == 17
        for shown, file in figures_of_example.values():
            data = read_figure_data(file)
            for paper in (WIDE, NARROW):
                assert list(number_faults(paint(shown, paper), data)) == [], shown.measure


class TestCharts:
    def test_all_kinds_are_looked_at(self) -> None:
        assert {one.kind for one in CHARTS.values()} == set(KINDS)

    @pytest.mark.parametrize("paper", [WIDE, NARROW])
    @pytest.mark.parametrize("name", CHARTS)
    def test_every_number_drawn_is_in_its_row_and_column(self, name: str, paper: Paper) -> None:
        assert list(number_faults(drawn(name, paper), data_of(CHARTS[name]))) == []

    @pytest.mark.parametrize("paper", [WIDE, NARROW])
    @pytest.mark.parametrize("name", CHARTS)
    def test_figures_that_changed_places_are_found(self, name: str, paper: Paper) -> None:
        data = data_of(swapped(CHARTS[name]))
        assert list(number_faults(drawn(name, paper), data)) != []

    @pytest.mark.parametrize("paper", [WIDE, NARROW])
    @pytest.mark.parametrize("name", WITH_BARS)
    def test_a_bar_that_is_too_long_is_found(self, name: str, paper: Paper) -> None:
        figure: Figure = paint(CHARTS[name], paper)
        plot: Any = figure.axes[0]
        bars = [bar for group in plot.containers for bar in group.patches]
        for bar in bars:
            width, height = bar.get_width(), bar.get_height()
            bar.set(width=width * 1.1, height=height * 1.1)
            assert list(number_faults(figure, data_of(CHARTS[name]))) != []
            bar.set(width=width, height=height)
        assert len(bars) > 3

    def test_a_number_of_an_unknown_kind_is_found(self) -> None:
        figure: Figure = paint(CHARTS["line"])
        figure.axes[0].text(0, 0, "312 children")
        assert list(number_faults(figure, data_of(CHARTS["line"]))) == ['None: "312 children"']
