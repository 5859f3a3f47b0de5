"""How far a figure is from a measure's target."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.content import FactEntry, Shelf, SuccessMeasure
from sufficiency.content.binding import bind_shelf
from sufficiency.facts import Fact, resolve_facts
from sufficiency.problems import Problem
from sufficiency.sources import Text, parse_yaml
from sufficiency.tables import ReleasedTable, Status, Unit
from tests.released import Figure, a_strategy, row, table


def gap_of(
    figure: Figure, target: str | None, *, unit: Unit = Unit.COUNT, better: str | None = None
) -> tuple[Fact | None, list[Problem]]:
    rows = row("Ambleford", 2018, 1), row("Ambleford", 2019, figure, 3)
    known = table(*rows, unit=unit)
    known = ReleasedTable(**{**known.__dict__, "better": better})
    measure = SuccessMeasure(
        text=Text("More"), indicator=Text("in_care"), target=Text(target) if target else None
    )
    tree, _ = parse_yaml("facts:\n  gap: {gap: more}\n", "strategy/facts.yml")
    entries, _ = bind_shelf(tree, "facts", FactEntry)
    tables = Shelf({known.indicator: known})
    facts, problems = resolve_facts(entries, tables, a_strategy(), Shelf({"more": measure}))
    return facts.entries.get("gap"), problems


def gap(figure: Figure, target: str, unit: Unit = Unit.COUNT, better: str | None = None) -> Fact:
    fact, problems = gap_of(figure, target, unit=unit, better=better)
    assert problems == []
    assert fact is not None
    return fact


class TestGapFact:
    @pytest.mark.parametrize(
        ("figure", "target", "unit", "said"),
        [
            (45, "60 children", Unit.COUNT, "15 below the target of 60 children"),
            (61, "at least 60", Unit.COUNT, "1 above the target of 60 children"),
            (60, "60 by 31 March 2022", Unit.COUNT, "at the target of 60 children"),
            ("56.4", "60%", Unit.PERCENTAGE, "4 percentage points below the target of 60%"),
            (
                936,
                "£675 a week or less",
                Unit.POUNDS_A_WEEK,
                "£261 a week above the target of £675 a week",
            ),
            (
                "50.5",
                "50.25",
                Unit.RATE_PER_10000,
                "0.25 per 10,000 above the target of 50.25 per 10,000",
            ),
            ("59.5", "59.6%", Unit.PERCENTAGE, "0.1 percentage points below the target of 59.6%"),
        ],
    )
    def test_it_says_how_far_and_on_which_side(
        self, figure: Figure, target: str, unit: Unit, said: str
    ) -> None:
        assert gap(figure, target, unit).said == said

    def test_it_keeps_its_trail(self) -> None:
        found = gap(45, "60 children")
        assert (found.value, found.formula) == (Decimal(-15), "45 − 60 children")
        assert (found.period, [source.row.line for source in found.sources]) == (
            "31 March 2019",
            [3],
        )

    @pytest.mark.parametrize(
        ("figure", "target", "better", "said"),
        [
            (45, "60", "higher", "has not yet met the target of 60 children"),
            (60, "60", "higher", "has met the target of 60 children"),
            (60, "more than 60", "higher", "has not yet met the target of 60 children"),
            (45, "60", "lower", "has met the target of 60 children"),
            (61, "at most 60", None, "has not yet met the target of 60 children"),
        ],
    )
    def test_whether_it_is_met_hangs_on_which_way_is_better(
        self, figure: int, target: str, better: str | None, said: str
    ) -> None:
        assert gap(figure, target, better=better).forms["met_or_not"] == said

    @pytest.mark.parametrize(
        ("figure", "target", "is_met"),
        [("59.6", "60%", False), ("60.4", "more than 60%", False), ("60.4", "60%", True)],
    )
    def test_it_is_met_only_if_the_figure_and_what_is_printed_of_it_meet_it(
        self, figure: Figure, target: str, is_met: bool
    ) -> None:
        found = gap(figure, target, Unit.PERCENTAGE, "higher").forms["met_or_not"]
        assert found.startswith("has met" if is_met else "has not yet met")

    @pytest.mark.parametrize(
        ("figure", "better", "said"),
        [
            ("59.6", "higher", "just below the target of 60%"),
            ("60.4", "lower", "just above the target of 60%"),
            ("60.4", "higher", "at the target of 60%"),
            ("60", "higher", "at the target of 60%"),
            ("59.6", None, "at the target of 60%"),
        ],
    )
    def test_one_that_only_rounds_to_it_stands_just_beside_it(
        self, figure: Figure, better: str | None, said: str
    ) -> None:
        assert gap(figure, "60%", Unit.PERCENTAGE, better).said == said

    def test_its_formula_has_the_digits_of_the_target(self) -> None:
        assert gap("59.5", "59.6%", Unit.PERCENTAGE).formula == "59.5% − 59.6%"

    @given(
        st.decimals(0, 100, places=2),
        st.decimals(0, 100, places=1),
        st.sampled_from(["higher", "lower"]),
    )
    def test_nor_do_those_of_a_percentage(
        self, figure: Decimal, target: Decimal, better: str
    ) -> None:
        found = gap(figure, f"{target}%", Unit.PERCENTAGE, better)
        assert not ("below" in found.said and figure > target)
        assert not ("above" in found.said and figure < target)
        is_behind = figure < target if better == "higher" else figure > target
        assert not (is_behind and found.said.startswith("at "))

    def test_without_knowing_which_way_is_better_nothing_is_met(self) -> None:
        assert "met_or_not" not in gap(45, "60").forms

    def test_a_hidden_figure_has_no_gap(self) -> None:
        found = gap(Status.SUPPRESSED, "60")
        assert (found.value, found.said) == (None, "[c]")

    @pytest.mark.parametrize("target", ["many more", "from 50 to 60", "{{ now }}", None])
    def test_a_target_in_other_words_is_a_problem(self, target: str | None) -> None:
        fact, problems = gap_of(45, target)
        assert fact is None
        assert [problem.code.id for problem in problems] == ["GAP-NONE"]

    @given(st.integers(0, 200), st.integers(0, 200), st.sampled_from(["higher", "lower"]))
    def test_its_words_never_contradict_the_figures(
        self, figure: int, target: int, better: str
    ) -> None:
        found = gap(figure, f"{target} children", better=better)
        assert found.value == figure - target
        assert (" below the target" in found.said) == (figure < target)
        assert (" above the target" in found.said) == (figure > target)
        is_met = figure >= target if better == "higher" else figure <= target
        assert found.forms["met_or_not"].startswith("has met") == is_met
