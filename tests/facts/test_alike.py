"""What a formula may join: like things, of one place and time."""

from dataclasses import replace

import pytest

from sufficiency.facts.alike import unlike_things
from sufficiency.tables import Noun, ReleasedTable, Unit
from tests.released import Figure, resolved, row, table

ENTRIES = """
children: {indicator: in_care}
neighbours: {indicator: in_care, place: Briarton}
others: {indicator: in_care, place: Copseham}
england: {indicator: in_care, place: England}
before: {indicator: in_care, period: 31 March 2018}
fostered: {indicator: fostered}
fostered_there: {indicator: fostered, place: Briarton}
homes: {indicator: homes}
near: {indicator: distance, where: {distance: near}}
far: {indicator: distance, where: {distance: far}}
near_before: {indicator: distance, where: {distance: near}, period: 31 March 2018}
near_there: {indicator: distance, where: {distance: near}, place: Briarton}
far_yonder: {indicator: distance, where: {distance: far}, place: Copseham}
stable: {indicator: stability}
fostered_share: {share: fostered, of: children}
homeless_share: {share: fostered, of: fostered}
rest: {formula: children - fostered}
rest_share: {share: rest, of: children}
"""


def counted(id: str, noun: Noun, *figures: tuple[str, Figure]) -> ReleasedTable:
    rows = [row(place, 2019, figure) for place, figure in figures]
    return replace(table(*rows, id=id), noun=noun)


def percentages(id: str, *categories: str) -> ReleasedTable:
    rows = [
        row(place, year, 40, breakdown={"distance": category} if category else {})
        for category in categories
        for year in (2018, 2019)
        for place in ("Ambleford", "Briarton", "Copseham")
    ]
    breakdowns = ["distance"] if categories[0] else []
    return table(*rows, id=id, unit=Unit.PERCENTAGE, breakdowns=breakdowns)


TABLES = (
    table(
        row("Ambleford", 2019, 60),
        row("Ambleford", 2018, 58),
        row("Briarton", 2019, 50),
        row("Copseham", 2019, 40),
        row("England", 2019, 78_000),
    ),
    counted("fostered", Noun("young person", "young people"), ("Ambleford", 45), ("Briarton", 30)),
    counted("homes", Noun("children's home", "children's homes"), ("Ambleford", 7)),
    percentages("distance", "near", "far"),
    percentages("stability", ""),
)


def faults(formula: str) -> list[str]:
    """What is told of a formula over the facts of this module."""
    entries = f"{ENTRIES}x: {{formula: {formula}, decimals: 1}}"
    return [problem.message for problem in resolved(entries, *TABLES)[1]]


class TestASum:
    @pytest.mark.parametrize(
        ("formula", "told"),
        [
            ("children + homes", "adds unlike things, children and children's homes."),
            ("(children + homes) / 2", "adds unlike things, children and children's homes."),
            ("children + england", "adds figures of different places, Ambleford and England."),
            ("neighbours + england", "adds figures of different places, Briarton and England."),
            ("neighbours + fostered", "adds figures of different places, Ambleford and Briarton."),
            ("near + stable", "adds percentages that may be of different wholes."),
            (
                "fostered_share + homeless_share",
                "adds percentages that may be of different wholes.",
            ),
            ("near + near_before", "adds percentages that may be of different wholes."),
            ("near_there + far_yonder", "adds percentages that may be of different wholes."),
            (
                "others + (neighbours - children)",
                "adds figures of different places, Ambleford and Briarton and Copseham.",
            ),
            ("(near + far) / 2", "takes the average of percentages, in which a small whole"),
        ],
    )
    def test_of_unlike_figures_is_told(self, formula: str, told: str) -> None:
        (message,) = faults(formula)
        assert message.startswith(f"the formula {told}")

    @pytest.mark.parametrize(
        "formula",
        [
            "children + fostered",
            "neighbours + others",
            "(neighbours + others) / 2",
            "near + far",
            "fostered_share + rest_share",
            "fostered_share + rest_share - near",
            "(before + children) / 2",
        ],
    )
    def test_of_like_figures_of_one_group_or_whole_is_let_be(self, formula: str) -> None:
        assert faults(formula) == []


class TestAQuotient:
    @pytest.mark.parametrize(
        ("formula", "told"),
        [
            ("fostered_there / children", "of different places: Ambleford and Briarton."),
            ("fostered / before", "of different times: 31 March 2019 and 31 March 2018."),
            ("children / fostered * 100", "takes a part of a hundred, and the part is more"),
            ("100 * (children / fostered)", "takes a part of a hundred, and the part is more"),
            ("100 * children / fostered", "takes a part of a hundred, and the part is more"),
        ],
    )
    def test_of_a_part_and_a_wrong_whole_is_told(self, formula: str, told: str) -> None:
        (message,) = faults(formula)
        assert told in message

    @pytest.mark.parametrize(
        "formula",
        [
            "fostered / children * 100",
            "children / fostered",
            "children / homes",
            "children / homes * 100",
            "children / before * 100",
            "children / england * 100",
            "near / stable",
        ],
    )
    def test_of_others_is_let_be(self, formula: str) -> None:
        assert faults(formula) == []


def test_a_share_of_unlike_things_is_told() -> None:
    (problem,) = resolved(f"{ENTRIES}x: {{share: homes, of: children}}", *TABLES)[1]
    assert problem.code.id == "FACT-SHARE"
    assert "count unlike things, children's homes and children." in problem.message


@pytest.mark.parametrize(
    ("one", "other", "is_like"),
    [
        ("child", "young person", True),
        ("unaccompanied child", "care leaver", True),
        ("child in care", "boy or young man", True),
        ("child looked after", "child", True),
        ("children's home", "home for mothers", True),
        ("home for a child", "child", False),
        ("foster carer", "fostering household", False),
        ("place", "home", False),
    ],
)
def test_things_are_alike_by_what_they_are_at_the_end(one: str, other: str, is_like: bool) -> None:
    unlike = unlike_things([Noun(one, one)], [Noun(other, other)])
    assert (unlike == "") == is_like
