"""Claims: what holds, what does not, what cannot be known, and how each is shown."""

from dataclasses import replace

import pytest

from sufficiency.facts import Fact
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.changes import Movement, Way
from sufficiency.facts.claims import Claim, evaluate_claim, holds_always, is_claim, names_in
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
        assert evaluate_claim("own == 55", facts).holds is False

    @pytest.mark.parametrize(
        ("text", "holds"),
        [
            ("own > 55", False),
            ("own >= 55", True),
            ("not (own <= 55)", False),
            ("own == 55.2", False),
            ("own != 55", False),
            ("own > 54", True),
            ("own < 55", False),
        ],
    )
    def test_more_and_less_hold_of_figures_as_they_are_and_as_they_are_printed(
        self, text: str, holds: bool
    ) -> None:
        assert evaluate_claim(text, {"own": share(111, 201)}).holds is holds

    def test_what_hangs_on_digits_that_nobody_sees_is_known(self) -> None:
        found = evaluate_claim("own > 55", {"own": share(111, 201)})
        assert (found.shown, found.printed) == ("55.2% > 55", "55% > 55")
        assert found.hangs_on_unseen
        assert not evaluate_claim("own > 56", {"own": share(111, 201)}).hangs_on_unseen

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
            ("1 < 2", "compares no fact in 1 < 2"),
            ("now < then and 1 < 2", "compares no fact in 1 < 2"),
        ],
    )
    def test_what_is_no_claim_says_why(self, text: str, words: str) -> None:
        facts = {"now": one(312), "then": one(336), "cost": one(5, Unit.POUNDS)}
        with pytest.raises(FormulaError, match=words):
            evaluate_claim(text, facts)


class TestHoldsAlways:
    @pytest.mark.parametrize(
        "text",
        [
            "now == now",
            "now <= now",
            "now * 2 >= now",
            "now - now < 1",
            "now >= 0",
            "now < then or now >= then",
            "not (now < then and now > then)",
        ],
    )
    def test_of_what_no_figure_could_break(self, text: str) -> None:
        assert holds_always(text, {"now": named("now"), "then": named("then")})

    @pytest.mark.parametrize(
        "text",
        [
            "now < then",
            "now > 0",
            "now != then",
            "now < 1000000",
            "now < 60_000_000",
            "cost >= 0",
            "moved >= 0",
            "now / then < 0.95",
            "gap >= 0",
            "part <= 99",
        ],
    )
    def test_of_nothing_that_a_figure_could(self, text: str) -> None:
        facts = {"now": named("now"), "then": named("then")}
        gap = replace(named("gap"), formula="312 − 336")
        part, cost = replace(share(1, 2), name="part"), replace(one(5, Unit.POUNDS), name="cost")
        moved = replace(part, name="moved", moved=Movement(Way.FELL, "fell"))
        given = {"gap": gap, "part": part, "cost": cost, "moved": moved}
        assert not holds_always(text, facts | given)


def named(name: str) -> Fact:
    return replace(one(312), name=name)


def test_its_names_are_those_of_facts() -> None:
    assert names_in("now ≤ then and not then < 3") == ["now", "then", "then"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a < b", True), ("not a < b", True), ("a < 1 or b < 1", True), ("-a", False), ("a", False)],
)
def test_a_formula_that_compares_is_a_claim(text: str, is_one: bool) -> None:
    assert is_claim(text) is is_one
