"""Two figures of one thing: what agrees, what differs, and which counts."""

from dataclasses import replace
from datetime import date

import pytest

from sufficiency.content import IndicatorEntry, Shelf
from sufficiency.content.binding import bind_shelf
from sufficiency.facts.differences import Difference, find_differences
from sufficiency.problems import Problem
from sufficiency.sources import parse_yaml
from sufficiency.tables import PeriodKind, ReleasedTable, Status, Unit
from tests.released import Figure, row, table

ENTRY = """\
indicators:
  own:
    label: Children in care
    unit: count
    extract: children
    value: children
    place: council
    period: {column: date, means: point}
    same_as: [SAME]
"""
UNDECIDED = "{indicator: theirs}"
OWN_COUNTS = "{indicator: theirs, prefer: this, because: They count weekly.}"


def found(same: str, *tables: ReleasedTable) -> tuple[tuple[Difference, ...], list[Problem]]:
    tree, problems = parse_yaml(ENTRY.replace("SAME", same), "data/indicators.yml")
    shelf, more = bind_shelf(tree, "indicators", IndicatorEntry)
    assert [*problems, *more] == []
    return find_differences(
        shelf, Shelf({each.indicator: each for each in tables}), date(2019, 3, 31)
    )


def between(
    same: str, own: Figure, theirs: Figure, year: int = 2019
) -> tuple[list[str], list[str]]:
    """The differences in words and the problems of two indicators with one figure each."""
    differences, problems = found(
        same,
        table(row("Ambleford", year, own), id="own"),
        table(row("Ambleford", year, theirs, 7), id="theirs"),
    )
    return (
        [f"{each.counts.said}, not {each.other.said}" for each in differences],
        [each.message for each in problems],
    )


class TestTwoIndicators:
    @pytest.mark.parametrize("same", [UNDECIDED, OWN_COUNTS])
    def test_figures_that_agree_are_no_difference(self, same: str) -> None:
        assert between(same, 336, 336) == ([], [])
        assert between(same, "35.3", 35) == ([], [])

    @pytest.mark.parametrize(("theirs", "is_told"), [(335, 0), (333, 1), (340, 1), ("338.5", 0)])
    def test_one_that_a_publisher_rounded_agrees_within_half_the_step(
        self, theirs: Figure, is_told: int
    ) -> None:
        _, problems = between("{indicator: theirs, rounded_to: 5}", 336, theirs)
        assert len(problems) == is_told

    def test_two_values_are_a_problem_until_one_counts(self) -> None:
        assert between(UNDECIDED, 336, 328) == (
            [],
            [
                '"own" and "theirs" have two values for Ambleford, 31 March 2019: 336 '
                "(data/children.csv, line 2) and 328 (data/children.csv, line 7)."
            ],
        )

    def test_then_the_difference_is_kept_with_why(self) -> None:
        assert between(OWN_COUNTS, 336, 328) == (["336, not 328"], [])
        assert between(OWN_COUNTS.replace("this", "other"), 336, 328) == (["328, not 336"], [])
        differences, _ = found(
            OWN_COUNTS,
            table(row("Ambleford", 2019, 1), id="own"),
            table(row("Ambleford", 2019, 2), id="theirs"),
        )
        assert differences[0].because == "They count weekly."
        assert differences[0].thing == "Children in care, Ambleford, 31 March 2019"

    def test_a_rounded_figure_differs_only_beyond_its_rounding(self) -> None:
        assert between(UNDECIDED, "35.4", 35)[1] == []
        assert len(between(UNDECIDED, "35.5", 35)[1]) == 1

    @pytest.mark.parametrize("theirs", [Status.SUPPRESSED, Status.NOT_AVAILABLE])
    def test_a_hidden_figure_contradicts_none(self, theirs: Status) -> None:
        assert between(UNDECIDED, 336, theirs) == ([], [])

    def test_neither_does_one_of_another_place_or_later_than_the_strategy(self) -> None:
        assert between(UNDECIDED, 336, 328, year=2020) == ([], [])
        other = table(row("Briarton", 2019, 328), id="theirs")
        assert found(UNDECIDED, table(row("Ambleford", 2019, 336), id="own"), other) == ((), [])

    def test_many_are_one_problem(self) -> None:
        own = table(*(row("Ambleford", year, 1) for year in (2017, 2018, 2019)), id="own")
        theirs = table(*(row("Ambleford", year, 2) for year in (2017, 2018, 2019)), id="theirs")
        _, problems = found(UNDECIDED, own, theirs)
        assert [each.message.endswith("They differ in 2 more.") for each in problems] == [True]

    @pytest.mark.parametrize(
        ("theirs", "words"),
        [
            (table(row("Ambleford", 2019, 1), id="theirs", unit=Unit.POUNDS), "different units"),
            (
                table(row("Ambleford", 2019, 1, kind=PeriodKind.YEAR_TO_31_MARCH), id="theirs"),
                "different kinds of period",
            ),
            (
                table(
                    row("Ambleford", 2019, 1, breakdown={"sex": "boys"}),
                    id="theirs",
                    breakdowns=["sex"],
                ),
                "not broken down by the same",
            ),
        ],
    )
    def test_what_cannot_be_compared_is_told(self, theirs: ReleasedTable, words: str) -> None:
        _, problems = found(UNDECIDED, table(row("Ambleford", 2019, 1), id="own"), theirs)
        assert [words in each.message for each in problems] == [True]


class TestRevisions:
    def test_a_figure_that_was_revised_is_a_difference(self) -> None:
        own = replace(
            table(row("Ambleford", 2019, 336), id="own"),
            superseded=(row("Ambleford", 2019, 330, 3), row("Ambleford", 2018, 1, 4)),
        )
        theirs = table(row("Ambleford", 2019, 336), id="theirs")
        differences, problems = found(UNDECIDED, own, theirs)
        assert problems == []
        assert [(one.counts.said, one.other.said, one.is_revision) for one in differences] == [
            ("336", "330", True)
        ]
