"""Percentages that may be shares of 1: which are in doubt, what is asked, how they are read."""

import pytest

from sufficiency.content.catalogue import Column, ExtractEntry
from sufficiency.extracts import read_extract
from sufficiency.extracts.shares import PERCENT_SCALE, first_in_doubt, read_share
from tests.extracts.entries import CATALOGUE, entry

SHARES = Column(type="percentage", fractions="shares")
PERCENTAGES = Column(type="percentage", fractions="percentages")
UNSAID = Column(type="percentage")


class TestReadShare:
    @pytest.mark.parametrize(
        ("cell", "percentage"),
        [
            ("0.67", "67%"),
            (".5", "50%"),
            ("1", "100%"),
            ("0.123456789012345678901234567891", "12.3456789012345678901234567891%"),
        ],
    )
    def test_a_share_becomes_its_percentage_with_all_its_digits(
        self, cell: str, percentage: str
    ) -> None:
        assert read_share(cell, SHARES) == percentage

    @pytest.mark.parametrize("cell", ["67%", "0.67%", "c", "", "many"])
    def test_a_percent_sign_or_a_symbol_stays(self, cell: str) -> None:
        assert read_share(cell, SHARES) == cell

    @pytest.mark.parametrize("column", [PERCENTAGES, UNSAID, Column(type="text")])
    def test_other_columns_are_taken_as_they_stand(self, column: Column) -> None:
        assert read_share("0.67", column) == "0.67"


class TestFirstInDoubt:
    @pytest.mark.parametrize(
        ("cells", "first"),
        [
            (["0.62", "0.67"], "0.62"),
            (["0", "c", "0.67", "1", "0.5"], "0.67"),
            (["67%", "0.62"], "0.62"),
            (["67%", "12", "0.62"], "0.62"),
        ],
    )
    def test_fractions_of_at_most_1_are_in_doubt(self, cells: list[str], first: str) -> None:
        assert first_in_doubt(cells) == first

    @pytest.mark.parametrize(
        "cells",
        [["0.5", "62"], ["0", "1"], ["67%", "1"], ["67%", "0.5", "1.5"], ["0.62%", "c"], []],
    )
    def test_whole_figures_and_larger_ones_are_not(self, cells: list[str]) -> None:
        assert first_in_doubt(cells) is None


def with_costs_as(column: str, release: str = "published") -> ExtractEntry:
    text = CATALOGUE.format(release=release, blank="refused", file="homes.csv")
    found = entry(text.replace("type: money, blank: refused", column), ExtractEntry)
    assert isinstance(found, ExtractEntry)
    return found


class TestReadExtract:
    DATA = b"place,year,home,cost\nA,2019,own,0.62\nB,2019,own,67%\nC,2019,own,0.7\n"

    def test_a_column_in_doubt_is_told_once(self) -> None:
        found, problems = read_extract("homes", with_costs_as("type: percentage"), self.DATA)
        assert found is None
        (problem,) = problems
        assert problem.code is PERCENT_SCALE
        assert (problem.at.line, problem.at.column) == (2, 4)
        assert problem.message == '"0.62" under "cost" has no % sign: is it 62% or 0.62%?'

    def test_a_cell_of_a_protected_extract_is_never_quoted(self) -> None:
        _, (problem,) = read_extract(
            "homes", with_costs_as("type: percentage", "protect"), self.DATA
        )
        assert "62" not in problem.message + str(problem.mend)

    @pytest.mark.parametrize(
        ("fractions", "cells"),
        [("shares", ["62%", "67%", "70%"]), ("percentages", ["0.62", "67%", "0.7"])],
    )
    def test_the_catalogue_settles_how_it_is_read(self, fractions: str, cells: list[str]) -> None:
        column = f"type: percentage, fractions: {fractions}"
        found, problems = read_extract("homes", with_costs_as(column), self.DATA)
        assert problems == []
        assert found is not None
        assert list(found.frame["cost"]) == cells

    def test_more_than_the_whole_is_told_as_the_cell_has_it(self) -> None:
        column = "type: percentage, fractions: shares"
        _, (problem,) = read_extract(
            "homes", with_costs_as(column), b"place,year,home,cost\nA,2019,own,62\n"
        )
        assert problem.message == '"62" under "cost" is more than 100%.'
