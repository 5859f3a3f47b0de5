"""Categories of an extract in the council's words, where figures print them."""

from pathlib import Path

import pytest

from sufficiency.figures.categories import name_axis
from sufficiency.figures.plan import PlannedFigure
from tests.a_project import replaced
from tests.models import understood

FIGURES = "strategy/figures.yml"
TERMED = replaced("strategy/strategy.yml", "strands:\n", "terms: {agency: independent}\nstrands:\n")


def planned(folder: Path, id: str, changes: dict[str, str | bytes | None]) -> PlannedFigure:
    figure = understood(folder, {**TERMED, **changes}).figures.entries[id]
    assert isinstance(figure, PlannedFigure)
    return figure


class TestWordCategories:
    @pytest.mark.parametrize("highlight", ["Agency carers", "Own carers"])
    def test_rows_are_worded_and_brought_out_by_the_extracts_words(
        self, tmp_path: Path, highlight: str
    ) -> None:
        note = "    note: Averages of a year.\n"
        changes = replaced(FIGURES, note, f"{note}    highlight: {highlight}\n")
        table = planned(tmp_path, "costs", changes).table
        assert table is not None
        assert [first for first, _ in table.rows] == ["Own carers", "Independent carers"]
        assert table.highlight == highlight.replace("Agency", "Independent")

    def test_authors_select_by_the_extracts_words(self, tmp_path: Path) -> None:
        note = "    note: Averages of a year.\n"
        where = "    where: {home: Agency carers}\n"
        table = planned(tmp_path, "costs", replaced(FIGURES, note, note + where)).table
        assert table is not None
        assert table.rows == (("Independent carers", "£936"),)

    def test_places_keep_their_names(self, tmp_path: Path) -> None:
        changes: dict[str, str | bytes | None] = {
            "strategy/strategy.yml": str(TERMED["strategy/strategy.yml"]).replace(
                "Copseham", "Agency Vale"
            )
        }
        changes |= replaced("data/children.csv", "Copseham", "Agency Vale")
        chart = planned(tmp_path, "in-care", changes).chart
        assert chart is not None
        assert chart.categories == ("Ambleford", "Briarton", "Agency Vale")


class TestNameAxis:
    @pytest.mark.parametrize(
        ("axis", "name"),
        [
            ("place", "Borough"),
            ("period", "Period"),
            ("home", "Home"),
            ("kind_of_placement", "Kind of home"),
        ],
    )
    def test_a_tables_first_heading_is_in_words(self, axis: str, name: str) -> None:
        assert name_axis(axis, {"council": "borough", "placement": "home"}) == name
