"""Figures that can be read and are unlikely for what they measure."""

from dataclasses import replace

import pytest

from sufficiency.content.catalogue import Column
from sufficiency.indicators import compute_indicator, unlikely_values
from sufficiency.problems import Problem
from tests.extracts.entries import INDICATOR, frame, indicator_entry

NUMBER = Column(type="number")


def found(
    figures: dict[str, list[str]],
    unit: str,
    column: Column = NUMBER,
    *,
    also: str = "",
    label: str = "Cost of a home",
    is_quoted: bool = True,
) -> list[Problem]:
    """What is told of the figures of some homes, each of the years from 2015."""
    cells = [cell for series in figures.values() for cell in series]
    rows = [
        f"A,{2015 + year},{home},1"
        for home, series in figures.items()
        for year, _ in enumerate(series)
    ]
    extract = replace(frame("\n".join(rows)), columns={"cost": column}, is_quoted=is_quoted)
    extract.frame["cost"] = cells
    text = INDICATOR.replace("£ a week", unit).replace("Cost of a home", label)
    entry = indicator_entry(text + also)
    table, problems = compute_indicator(entry, extract)
    assert problems == []
    assert table is not None
    return list(unlikely_values(entry, extract, table))


def told(*args: object, **kwargs: object) -> list[str]:
    return [problem.message for problem in found(*args, **kwargs)]  # type: ignore[arg-type]


class TestSharesAmongPercentages:
    def test_one_share_in_a_series_is_told_at_its_cell(self) -> None:
        (problem,) = found({"own": ["71", "0.66", "69"]}, "percentage")
        assert problem.is_warning
        assert str(problem.at) == "data/homes.csv:3:4"
        assert str(problem).endswith(
            "has no % sign, and other periods of its series have 10 or more: is it 66% or 0.66%? "
            "Write it as it is meant, with %: 66% or 0.66%."
        )

    def test_it_is_told_in_a_column_of_percentages_too(self) -> None:
        assert len(told({"own": ["71", "1"]}, "percentage", Column(type="percentage"))) == 1

    @pytest.mark.parametrize(
        "series",
        [
            ["71", "0.66%", "69"],  # what it is stands beside it
            ["71", "0", "69"],
            ["71", "1.2", "69"],
            ["9", "0.66", "69"],  # it may have fallen
            ["0.5", "0.66", "12"],  # it may have risen
            ["c", "2", "0.66"],
        ],
    )
    def test_other_series_are_let_be(self, series: list[str]) -> None:
        assert told({"own": series}, "percentage") == []

    def test_the_categories_beside_it_say_nothing(self) -> None:
        beside = {"own": ["0.4"], "agency": ["60", "71"]}
        assert told(beside, "percentage") == []

    def test_the_catalogue_says_what_such_figures_are(self) -> None:
        column = Column(type="percentage", fractions="percentages")
        assert told({"own": ["71", "0.66"]}, "percentage", column) == []

    def test_what_is_not_public_is_not_quoted(self) -> None:
        (problem,) = found({"own": ["71", "0.66"]}, "percentage", is_quoted=False)
        assert "66" not in str(problem)


class TestAbove100:
    def test_the_first_is_told_and_how_many_more_there_are(self) -> None:
        (problem,) = found({"own": ["80", "204", "210"]}, "percentage")
        assert str(problem.at) == "data/homes.csv:3:4"
        assert problem.message == (
            '"204" under "cost" is more than 100, and the unit of "Cost of a home" is percentage. '
            "So it is with 1 more."
        )

    def test_a_hundred_is_let_be(self) -> None:
        assert told({"own": ["100", "99.9"]}, "percentage") == []

    def test_the_catalogue_may_allow_it(self) -> None:
        column = Column(type="number", above_100="allowed")
        assert told({"own": ["204"]}, "percentage", column) == []

    def test_a_change_may_be_of_any_size(self) -> None:
        assert told({"own": ["-4", "204"]}, "percentage") == []
        rise = "Rise in what a home costs"
        assert told({"own": ["204"]}, "percentage", label=rise) == []

    def test_other_units_may_be_more(self) -> None:
        assert told({"own": ["204"]}, "number") == []


class TestFractions:
    def test_a_count_that_is_not_whole_is_told(self) -> None:
        assert told({"own": ["26", "26.4"]}, "count") == [
            '"26.4" under "cost" is no whole number, and the unit of "Cost of a home" is count.'
        ]

    def test_a_whole_number_may_have_digits_behind_the_point(self) -> None:
        assert told({"own": ["26.0", "1,204"]}, "count") == []

    def test_whoever_prints_the_fraction_has_seen_it(self) -> None:
        assert told({"own": ["26.4"]}, "count", also="decimals: 1\n") == []
        assert told({"own": ["26.4"]}, "number") == []
