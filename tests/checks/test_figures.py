"""What no reader could make use of is told, and only that: widths, stacked totals."""

from pathlib import Path

import pytest

from tests.a_project import SOUND
from tests.checks.finding import Changes, codes

FIGURES, SECTION = "strategy/figures.yml", "strategy/sections/20-fostering.md"


def placing(*kinds: str, between: str = "") -> Changes:
    """The project with half figures of these kinds, one right below the other."""
    figures, section = SOUND[FIGURES], SOUND[SECTION]
    assert isinstance(figures, str)
    assert isinstance(section, str)
    for number, kind in enumerate(kinds):
        figures += (
            f"  half-{number}:\n    kind: {kind}\n    headline: Chart {'ABCD'[number]}\n"
            "    width: half\n"
            "    indicator: children_in_care\n    across: place\n    periods: latest\n"
            "    places: [council, neighbours]\n"
        )
        call = "table" if kind == "table" else "figure"
        section += f'\n{{{{ {call}("half-{number}") }}}}\n{between}'
    return {FIGURES: figures, SECTION: section}


class TestCheckFigures:
    @pytest.mark.parametrize("count", [2, 4])
    def test_charts_that_stand_side_by_side_are_told_nothing(
        self, tmp_path: Path, count: int
    ) -> None:
        assert codes(tmp_path, placing(*["bar"] * count)) == []

    def test_of_three_the_last_stands_alone(self, tmp_path: Path) -> None:
        assert codes(tmp_path, placing("bar", "bar", "bar")) == ["FIGURE-HALF"]

    def test_text_parts_charts(self, tmp_path: Path) -> None:
        assert codes(tmp_path, placing("bar", "bar", between="\nWords.\n")) == ["FIGURE-HALF"] * 2

    def test_a_table_stands_beside_nothing(self, tmp_path: Path) -> None:
        assert codes(tmp_path, placing("table", "table")) == ["FIGURE-HALF"] * 2

    def test_one_whose_neighbour_is_broken_is_not_told(self, tmp_path: Path) -> None:
        assert codes(tmp_path, placing("bar", "pie")) == ["VALUE-TYPE"]


EXTRACT = """
  stack:
    file: stack.csv
    title: Children by age and home
    publisher: Ambleford Council
    licence: Open
    as_at: 31 March 2019
    release: published
    columns:
      age: {type: text}
      home: {type: text}
      children: {type: count}
"""
INDICATOR = """
  by_home:
    label: Children by age and home
    unit: count
    extract: stack
    value: children
    place: {always: Ambleford}
    period: {always: 31 March 2019, means: point}
    breakdowns: [age, home]
"""


def charted(kind: str, homes: str, *bars: str) -> Changes:
    """The project with a chart: a bar for each age, with a figure for each of the homes."""
    rows = [
        f"{age},{home},{figure}"
        for age, bar in zip(("0 to 4", "5 to 9", "10 to 15", "16 and 17"), bars, strict=False)
        for home, figure in zip(homes.split(), bar.split(), strict=True)
    ]
    figure = (
        f"  stack:\n    kind: {kind}\n    headline: Where children live\n    indicator: by_home\n"
        "    across: age\n    series: home\n"
    )
    added = {
        FIGURES: figure,
        SECTION: '\n{{ figure("stack") }}\n',
        "data/catalogue.yml": EXTRACT,
        "data/indicators.yml": INDICATOR,
    }
    changed: Changes = {path: f"{SOUND[path]}{more}" for path, more in added.items()}
    return changed | {"data/stack.csv": "\n".join(["age,home,children", *rows, ""])}


class TestAStackedTotal:
    @pytest.mark.parametrize(
        ("homes", "bars"),
        [
            ("Foster Kin All", ["12 8 20"]),
            ("Total Foster Kin", ["20 12 8", "31 20 10"]),  # as rounded figures may be
            ("Foster Kin Both", ["12 8 20", "20 10 30", "7 9 16"]),
        ],
    )
    def test_is_told(self, tmp_path: Path, homes: str, bars: list[str]) -> None:
        assert codes(tmp_path, charted("stacked bar", homes, *bars)) == ["FIGURE-TOTAL"]

    @pytest.mark.parametrize(
        ("homes", "bars"),
        [
            ("Foster Kin Other", ["12 8 20"]),
            ("Foster Kin Other", ["12 8 20", "20 10 30"]),
            ("Foster Kin Other", ["12 8 20", "20 10 30", "7 9 17"]),
            ("Foster Kin Other", ["12 0 12", "20 0 20", "7 0 7"]),
            ("Foster All-day", ["12 12"]),
            ("Foster Kin Small All", ["12 8 c 40"]),
        ],
    )
    def test_is_not_what_only_may_be_one(self, tmp_path: Path, homes: str, bars: list[str]) -> None:
        assert codes(tmp_path, charted("stacked bar", homes, *bars)) == []

    def test_may_stand_beside_its_parts(self, tmp_path: Path) -> None:
        assert codes(tmp_path, charted("grouped bar", "Foster Kin All", "12 8 20")) == []
