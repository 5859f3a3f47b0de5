"""An extract's as-at date beside the periods of its rows, and tables that nothing names."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.checks.extracts import check_extracts
from sufficiency.content import read_content
from sufficiency.disclosure import release_tables
from sufficiency.outputs import Cache, cache_folder
from sufficiency.sources import read_project
from tests.a_project import SOUND, write_project

COSTS = "as_at: 31 March 2019"  # of the extract whose one period is 2018 to 2019
CHILDREN = "as_at: 31 March 2020"  # of the extract whose last row is of that day


def told(folder: Path, *changes: tuple[str, str, str]) -> list[str]:
    files: dict[str, str | bytes | None] = {}
    for path, old, new in changes:
        text = files.get(path, SOUND[path])
        assert isinstance(text, str)
        assert old in text
        files[path] = text.replace(old, new, 1)
    project, _ = read_project(write_project(folder, files))
    content, _ = read_content(project)
    tables, _ = release_tables(content, project.tables, remember=lambda key, make: make())
    return [problem.message for problem in check_extracts(content, tables, project.tables)]


def dated(old: str, day: str) -> tuple[str, str, str]:
    return "data/catalogue.yml", old, f"as_at: {day}"


class TestCheckExtracts:
    def test_figures_that_end_with_the_date_are_right(self, tmp_path: Path) -> None:
        assert told(tmp_path) == []

    @pytest.mark.parametrize("day", ["30 June 2019", "30 March 2020", "1 June 2018"])
    def test_less_than_a_year_after_the_last_period_is_right_and_so_is_within_it(
        self, tmp_path: Path, day: str
    ) -> None:
        assert told(tmp_path, dated(COSTS, day)) == []

    def test_a_year_or_more_after_the_last_period_is_told(self, tmp_path: Path) -> None:
        assert told(tmp_path, dated(COSTS, "31 March 2020")) == [
            '`as_at` is 31 March 2020, but "costs.csv" ends with 2018 to 2019. '
            "Is it an earlier year's file?"
        ]

    def test_a_date_before_the_last_period_begins_is_told(self, tmp_path: Path) -> None:
        assert told(tmp_path, dated(CHILDREN, "31 March 2019")) == [
            '`as_at` is 31 March 2019, but "children.csv" goes on to 31 March 2020. '
            "Has the date been left as it was?"
        ]

    def test_rows_that_no_indicator_uses_count(self, tmp_path: Path) -> None:
        rows = ("data/children.csv", "31 March 2020,in care", "31 March 2020,adopted")
        assert told(tmp_path, rows) == []

    def test_where_an_indicator_cannot_be_computed_nothing_is_said(self, tmp_path: Path) -> None:
        broken = ("data/indicators.yml", "where: {measure: fostered}", "where: {measure: none}")
        assert told(tmp_path, dated(CHILDREN, "31 March 2022"), broken) == []

    @pytest.mark.parametrize("path", ["data/homes.csv", "data/2019/homes.xlsx"])
    def test_a_table_that_the_catalogue_does_not_name_is_told(
        self, tmp_path: Path, path: str
    ) -> None:
        write_project(tmp_path, {path: "place,homes\n"})
        assert told(tmp_path) == [
            "no entry of data/catalogue.yml names this table, and nothing is made of it."
        ]

    @pytest.mark.parametrize("catalogue", ["file: cost.csv", "fille: costs.csv"])
    def test_it_may_be_the_one_that_a_faulty_entry_means(
        self, tmp_path: Path, catalogue: str
    ) -> None:
        write_project(tmp_path, {"data/homes.csv": "place,homes\n"})
        assert told(tmp_path, ("data/catalogue.yml", "file: costs.csv", catalogue)) == []

    def test_a_workbook_beside_the_csv_that_was_saved_from_it_is_let_be(
        self, tmp_path: Path
    ) -> None:
        write_project(tmp_path, {"data/costs.xlsx": b"PK"})
        assert told(tmp_path) == []

    def test_a_table_of_too_many_bytes_is_told_as_that_only_where_the_catalogue_names_it(
        self, tmp_path: Path
    ) -> None:
        kept, picture = "data/originals/dfe.csv", "strategy/pictures/film.png"
        elsewhere = "strategy/kept.csv"
        write_project(tmp_path, dict.fromkeys((kept, picture, elsewhere), ""))
        for name in ("data/costs.csv", kept, picture, elsewhere):
            with (tmp_path / name).open("wb") as table:
                table.truncate(51_000_000)
        _, problems = pipeline.understand(tmp_path, cache=Cache(cache_folder()))
        assert [(problem.at.path, problem.code.id) for problem in problems] == [
            ("data/costs.csv", "FILE-LARGE"),
            (kept, "EXTRACT-UNLISTED"),
            (elsewhere, "FILE-UNREAD"),
            (picture, "PICTURE-UNLISTED"),
        ]

    @pytest.mark.parametrize(("unit", "is_told"), [("£ a week", True), ("percentage", False)])
    def test_fractions_of_a_column_of_numbers_are_for_an_indicator_of_percentages(
        self, tmp_path: Path, unit: str, is_told: bool
    ) -> None:
        column = "{type: number, fractions: percentages}"
        said = told(
            tmp_path,
            ("data/catalogue.yml", "{type: money}", column),
            ("data/indicators.yml", "unit: £ a week", f"unit: {unit}"),
            ("data/costs.csv", "675", "67.5"),
            ("data/costs.csv", "936", "93.6"),
        )
        message = '`fractions` says nothing of "pounds": no indicator takes it as percentages.'
        assert said == [message] * is_told
