"""What a kind of chart cannot show is told where its kind is written."""

import pytest

from sufficiency.tables import ReleasedTable, Unit
from tests.figures.planning import ALL, planned
from tests.released import row, table

HOMES = table(
    *(
        row("Ambleford", 2019, share, number, {"home": home, "distance": distance})
        for number, (home, distance, share) in enumerate(
            [("All", "near", 81), ("All", "far", 19), ("Own", "near", 60), ("Own", "far", 41)],
            start=2,
        )
    ),
    unit=Unit.PERCENTAGE,
    breakdowns=["home", "distance"],
)
THREE = table(*(row("Ambleford", year, 50) for year in (2017, 2018, 2019)))
BELOW = table(*(row("Ambleford", year, value) for year, value in ((2018, -1), (2019, 5))))


class TestMisfits:
    @pytest.mark.parametrize(
        ("rest", "released", "message"),
        [
            (
                "kind: dumbbell\nacross: place\nseries: period",
                THREE,
                "`kind: dumbbell` needs 2 series, and this one has 3.",
            ),
            (
                "kind: grouped bar\nacross: period",
                THREE,
                "`kind: grouped bar` needs 2 to 4 series, and this one has 1.",
            ),
            (
                "kind: stacked bar\nacross: place\nseries: period",
                BELOW,
                "a stacked bar cannot show figures below zero.",
            ),
            (
                "kind: stacked bar\nacross: home\nseries: distance",
                table(
                    *(
                        row("Ambleford", 2019, share, 2, {"home": "All", "distance": distance})
                        for distance, share in (("near", 81), ("far", 23))
                    ),
                    unit=Unit.PERCENTAGE,
                    breakdowns=["home", "distance"],
                ),
                'the parts of "All" add up to 104%.',
            ),
            (
                "kind: small multiples\nacross: place\nseries: period",
                THREE,
                "small multiples go across period: each is a line over time.",
            ),
        ],
    )
    def test_it_is_told(self, rest: str, released: ReleasedTable, message: str) -> None:
        figure, problems = planned(rest, released)
        assert figure is None
        assert problems == [message]

    def test_parts_may_add_to_a_little_more_than_the_whole_by_rounding(self) -> None:
        figure, problems = planned("kind: stacked bar\nacross: home\nseries: distance", HOMES)
        assert problems == []
        assert figure is not None

    def test_a_grouped_bar_is_drawn_of_two_series(self) -> None:
        figure, problems = planned(f"kind: grouped bar\nacross: place\nseries: period\n{ALL}")
        assert problems == []
        assert figure is not None
        assert figure.alt.startswith("Grouped bar chart: ")
