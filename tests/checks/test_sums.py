"""Parts and their wholes: what adds up, what does not, and what hidden figures leave open."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.checks.sums import check_sums
from sufficiency.content import IndicatorEntry, Shelf
from sufficiency.content.binding import bind_shelf
from sufficiency.sources import parse_yaml
from sufficiency.tables import ReleasedTable, Status, Unit
from tests.released import Figure, row, table

ENTRY = """\
indicators:
  homes:
    label: Children by home
    unit: count
    extract: children
    value: children
    place: council
    period: {column: date, means: point}
    breakdowns: [home]
    parts: [PARTS]
"""
OF_ALL = "{across: home, are: exhaustive, of: in_care}"
OF_SOME = "{across: home, are: exclusive, of: in_care}"


def homes(
    figures: Mapping[str, Figure], unit: Unit = Unit.COUNT, year: int = 2019
) -> ReleasedTable:
    rows = [row("Ambleford", year, one, breakdown={"home": home}) for home, one in figures.items()]
    return table(*rows, id="homes", unit=unit, breakdowns=["home"])


def told(
    parts: str,
    figures: Mapping[str, Figure],
    whole: Figure | None = None,
    unit: Unit = Unit.COUNT,
) -> list[str]:
    """What is said of one declaration; ``whole`` is the figure of ``in_care`` on the same day."""
    tables = [homes(figures, unit)]
    if whole is not None:
        tables.append(table(row("Ambleford", 2019, whole), id="in_care", unit=unit))
    return said(parts, *tables)


def said(parts: str, *tables: ReleasedTable) -> list[str]:
    tree, problems = parse_yaml(ENTRY.replace("PARTS", parts), "data/indicators.yml")
    shelf, found = bind_shelf(tree, "indicators", IndicatorEntry)
    assert [*problems, *found] == []
    by_id = Shelf({each.indicator: each for each in tables})
    return [one.message for one in check_sums(shelf, by_id, date(2019, 3, 31))]


class TestCounts:
    def test_exhaustive_parts_are_the_whole(self) -> None:
        assert told(OF_ALL, {"Foster": 210, "Other": 102}, 312) == []

    def test_one_less_and_one_more_are_told_with_the_figures(self) -> None:
        assert told(OF_ALL, {"Foster": 210, "Other": 101}, 312) == [
            '"homes" of Ambleford, 31 March 2019 (data/children.csv): '
            "Foster 210 + Other 101 = 311, 1 less than the "
            "whole, 312."
        ]
        assert "= 313, 1 more than" in told(OF_ALL, {"Foster": 210, "Other": 103}, 312)[0]

    def test_exclusive_parts_may_be_less_and_not_more(self) -> None:
        assert told(OF_SOME, {"Foster": 210}, 312) == []
        assert len(told(OF_SOME, {"Foster": 210, "Other": 103}, 312)) == 1

    def test_overlapping_parts_are_each_no_more_than_the_whole(self) -> None:
        parts = OF_SOME.replace("exclusive", "overlapping")
        assert told(parts, {"Foster": 210, "Other": 300}, 312) == []
        assert (
            "the part Other 313, 1 more than the whole, 312."
            in (told(parts, {"Foster": 210, "Other": 313}, 312)[0])
        )

    def test_a_total_row_is_the_whole(self) -> None:
        parts = "{across: home, are: exhaustive, total: All}"
        assert told(parts, {"Foster": 2, "Other": 1, "All": 3}) == []
        assert (
            "Foster 2 + Other 1 = 3, 1 less" in told(parts, {"Foster": 2, "Other": 1, "All": 4})[0]
        )

    def test_what_the_publisher_rounds_to_is_allowed_for_and_no_more(self) -> None:
        parts = "{across: home, are: exhaustive, of: in_care, rounded_to: 5}"
        assert told(parts, {"Foster": 205, "Other": 100}, 312) == []
        assert told(parts, {"Foster": 205, "Other": 99}, 312) == [
            '"homes" of Ambleford, 31 March 2019 (data/children.csv): '
            "Foster 205 + Other 99 = 304, 8 less than the "
            "whole, 312, and rounding explains 7.5 at most."
        ]

    def test_many_parts_are_counted_and_not_listed(self) -> None:
        figures = {f"Home {number}": 1 for number in range(9)}
        assert "its 9 parts add up to 9, 1 less" in told(OF_ALL, figures, 10)[0]

    def test_a_later_figure_is_not_seen(self) -> None:
        later = table(row("Ambleford", 2020, 1), id="in_care")
        assert "no figure of the whole" in said(OF_ALL, homes({"Foster": 2}, year=2020), later)[0]

    def test_sums_that_do_not_come_out_are_one_problem(self) -> None:
        rows = [
            row(place, 2019, 2, breakdown={"home": "Foster"}) for place in ("Ambleford", "Briarton")
        ]
        wholes = table(row("Ambleford", 2019, 1), row("Briarton", 2019, 1), id="in_care")
        found = said(OF_SOME, table(*rows, id="homes", breakdowns=["home"]), wholes)
        assert [one.endswith("So it is with 1 more.") for one in found] == [True]


class TestPercentages:
    parts = "{across: home, are: exhaustive}"

    @pytest.mark.parametrize(("other", "is_told"), [(33, False), (32, False), (31, True)])
    def test_they_are_parts_of_100_to_the_digits_that_they_have(
        self, other: int, is_told: bool
    ) -> None:
        assert bool(told(self.parts, {"a": 67, "b": other}, unit=Unit.PERCENTAGE)) is is_told

    def test_more_digits_leave_less_to_rounding(self) -> None:
        figures: dict[str, Figure] = {"a": "67.3", "b": "32.5"}
        assert told(self.parts, figures, unit=Unit.PERCENTAGE)[0].endswith(
            "a 67.3% + b 32.5% = 99.8%, 0.2% less than the whole, 100%, and rounding explains "
            "0.1% at most."
        )


class TestHiddenParts:
    @pytest.mark.parametrize("status", [Status.SUPPRESSED, Status.NOT_AVAILABLE])
    def test_one_may_be_all_that_is_missing(self, status: Status) -> None:
        assert told(OF_ALL, {"Foster": 210, "Other": status}, 312) == []

    def test_but_the_parts_are_at_least_the_others(self) -> None:
        found = told(OF_ALL, {"Foster": 315, "Other": Status.SUPPRESSED}, 312)
        assert "Foster 315 + Other [c] = at least 315 (1 part has no figure), 3 more" in found[0]

    def test_what_rounds_to_zero_or_is_none_adds_nothing(self) -> None:
        for status in (Status.LOW, Status.NOT_APPLICABLE):
            assert len(told(OF_ALL, {"Foster": 210, "Other": status}, 312)) == 1
            assert told(OF_ALL, {"Foster": 312, "Other": status}, 312) == []

    def test_of_a_hidden_whole_nothing_is_said_but_that_there_is_none(self) -> None:
        assert "no figure of the whole" in told(OF_ALL, {"Foster": 2}, Status.SUPPRESSED)[0]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ("{across: homes, are: exclusive, of: in_care}", 'not broken down by "homes"'),
        ("{are: exclusive, of: in_care}", "which figures"),
        ("{across: home, are: exclusive}", "not said what"),
        ("{across: home, are: exclusive, total: Everyone}", 'has "Everyone" under home'),
        ("{across: home, are: exclusive, of: in_car}", '"in_car" is not defined'),
    ],
)
def test_a_declaration_that_checks_nothing_is_told(parts: str, words: str) -> None:
    assert words in told(parts, {"Foster": 2}, 3)[0]


def test_so_is_a_whole_in_another_unit_or_in_several_figures() -> None:
    pounds = table(row("Ambleford", 2019, 3), id="in_care", unit=Unit.POUNDS)
    assert "different units, count and £" in said(OF_ALL, homes({"Foster": 2}), pounds)[0]
    by_sex = table(
        row("Ambleford", 2019, 3, breakdown={"sex": "boys"}), id="in_care", breakdowns=["sex"]
    )
    assert 'broken down by "sex"' in said(OF_ALL, homes({"Foster": 2}), by_sex)[0]


@given(st.lists(st.integers(0, 500), min_size=1, max_size=7), st.sampled_from([5, 10, 100]))
def test_rounding_alone_is_never_told(figures: list[int], step: int) -> None:
    def rounded(value: int) -> Decimal:
        return Decimal((value + step // 2) // step * step)

    parts = f"{{across: home, are: exhaustive, of: in_care, rounded_to: {step}}}"
    named = {f"Home {number}": rounded(value) for number, value in enumerate(figures)}
    assert told(parts, named, rounded(sum(figures))) == []
