"""A width that changes nothing is told, and only then."""

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
