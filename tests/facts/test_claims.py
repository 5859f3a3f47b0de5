"""Claims: what holds, what does not, what cannot be known, and how each is shown."""

import pytest

from sufficiency.facts import Fact
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.claims import Claim, evaluate_claim, is_claim, names_in
from sufficiency.tables import Status, Unit
from tests.released import Figure, fact, row, table

SHARE = "a: {indicator: a}\nb: {indicator: b}\nx: {share: a, of: b}"


def one(figure: Figure, unit: Unit = Unit.COUNT, year: int = 2019) -> Fact:
    return fact("x: {indicator: a}", table(row("Ambleford", year, figure), id="a", unit=unit))


def claim(text: str, **figures: Figure) -> Claim:
    return evaluate_claim(text, {name: one(figure) for name, figure in figures.items()})


def share(part: int, whole: int) -> Fact:
    parts = table(row("Ambleford", 2019, part), id="a")
    return fact(SHARE, parts, table(row("Ambleford", 2019, whole), id="b"))


class TestEvaluateClaim:
    @pytest.mark.parametrize(
        ("text", "holds", "shown"),
        [
            ("now < then", True, "312 < 336"),
            ("now > then", False, "312 > 336"),
            ("now ≤ 312", True, "312 ≤ 312"),
            ("now >= then", False, "312 ≥ 336"),
            ("now == 312", True, "312 = 312"),
            ("now ≠ then", True, "312 ≠ 336"),
            ("now - then < -20", True, "312 − 336 < −20"),
            ("300 < now < then", True, "300 < 312 < 336"),
            ("now < then and now > 320", False, "312 < 336 and 312 > 320"),
            ("now < then or now > 320", True, "312 < 336 or 312 > 320"),
            ("not (now > then)", True, "not (312 > 336)"),
            ("now / then < 0.95", True, "312 ÷ 336 < 0.95"),
        ],
    )
    def test_it_is_shown_with_figures_in_place_of_names(
        self, text: str, holds: bool, shown: str
    ) -> None:
        found = claim(text, now=312, then=336)
        assert (found.holds, found.shown) == (holds, shown)

    def test_a_hidden_figure_leaves_open_what_hangs_on_it(self) -> None:
        found = claim("few < then", few=Status.SUPPRESSED, then=336)
        assert (found.holds, found.shown, found.status) == (
            None,
            "[c] < 336",
            Status.SUPPRESSED,
        )

    def test_and_nothing_else(self) -> None:
        assert claim("few < then and now > then", few=Status.LOW, now=1, then=2).holds is False
        assert claim("few < then or now < then", few=Status.LOW, now=1, then=2).holds is True

    def test_what_is_divided_by_zero_is_not_known(self) -> None:
        found = claim("now / none > 1", now=312, none=0)
        assert (found.holds, found.status) == (None, Status.NOT_APPLICABLE)

    def test_figures_printed_alike_are_the_same(self) -> None:
        facts = {"own": share(117, 210), "all": share(210, 312)}
        assert evaluate_claim("own == 56", facts).holds is True
        assert evaluate_claim("own == 55.7", facts).holds is True
        assert evaluate_claim("own == 55", facts).holds is False

    def test_more_and_less_are_told_of_exact_figures_and_shown_so(self) -> None:
        found = evaluate_claim("own > 55", {"own": share(111, 201)})
        assert (found.holds, found.shown) == (True, "55.2% > 55")

    def test_every_row_of_both_sides_is_a_source(self) -> None:
        assert len(evaluate_claim("own > 55", {"own": share(111, 201)}).sources) == 1

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("now", "compares nothing"),
            ("now + then", "compares nothing"),
            ("now < cost", "unlike units: count and £"),
            ("now = then", "compares with"),
            ("now in then", "may compare only"),
            ("now <", "cannot be read"),
        ],
    )
    def test_what_is_no_claim_says_why(self, text: str, words: str) -> None:
        facts = {"now": one(312), "then": one(336), "cost": one(5, Unit.POUNDS)}
        with pytest.raises(FormulaError, match=words):
            evaluate_claim(text, facts)


def test_its_names_are_those_of_facts() -> None:
    assert names_in("now ≤ then and not then < 3") == ["now", "then", "then"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a < b", True), ("not a < b", True), ("a < 1 or b < 1", True), ("-a", False), ("a", False)],
)
def test_a_formula_that_compares_is_a_claim(text: str, is_one: bool) -> None:
    assert is_claim(text) is is_one
