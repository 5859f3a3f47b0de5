"""What a fact keeps of where it came from, through shares, changes and formulas."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.facts import Fact
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.arithmetic import evaluate
from sufficiency.facts.claims import evaluate_claim
from sufficiency.facts.fact import FactSource
from sufficiency.facts.wording import round_half_up
from sufficiency.tables import PeriodKind, ReleasedTable, RowSource, Status, Unit
from tests.released import CHILDREN, Figure, fact, resolved, row, table

YEAR = PeriodKind.YEAR_TO_31_MARCH


def tables(**figures: Figure) -> list[ReleasedTable]:
    """A table for each name, with one figure of 31 March 2019 on a line of its own."""
    return [
        table(row("Ambleford", 2019, figure, line), id=name)
        for line, (name, figure) in enumerate(figures.items(), start=2)
    ]


def made(entry: str, **figures: Figure) -> Fact:
    """The fact of an entry over facts of those names."""
    entries = "\n".join(f"{name}: {{indicator: {name}}}" for name in figures)
    return fact(f"{entries}\nx: {{{entry}}}", *tables(**figures))


def lines(of: Fact) -> list[int]:
    return [source.row.line for source in of.sources]


class TestWhatAFactIsMadeFrom:
    def test_a_figure_has_its_period_and_indicator(self) -> None:
        one = fact("x: {indicator: a}", *tables(a=312))
        assert [period.label for period in one.periods] == ["31 March 2019"]
        assert (one.indicators, one.in_words, lines(one)) == (frozenset("a"), "", [2])

    def test_a_change_has_both_periods(self) -> None:
        rows = table(row("Ambleford", 2018, 336), row("Ambleford", 2019, 312, 3), id="a")
        change = fact("x: {change: a, from: 31 March 2018}", rows)
        assert [period.end.year for period in change.periods] == [2018, 2019]
        assert change.in_words == "the figure of 31 March 2019 less that of 31 March 2018"

    def test_a_share_has_its_part_and_its_whole(self) -> None:
        share = made("share: a, of: b", a=210, b=312)
        assert (share.numerator, share.denominator) == (Decimal(210), Decimal(312))
        assert share.in_words == "“Children in care” divided by “Children in care”"
        assert share.indicators == {"a", "b"}

    def test_so_has_a_quotient_though_it_be_scaled(self) -> None:
        quotient = made("formula: a / b * 100, decimals: 1", a=210, b=312)
        assert (quotient.numerator, quotient.denominator) == (Decimal(210), Decimal(312))
        assert made("formula: a / b - b / a, decimals: 1", a=210, b=312).numerator is None

    def test_a_formula_says_itself_in_words(self) -> None:
        assert made("formula: a - b * 2", a=1, b=2).in_words == (
            "“Children in care” less “Children in care” times 2"
        )

    @pytest.mark.parametrize("whole", [0, Status.SUPPRESSED])
    def test_what_has_no_value_keeps_its_rows(self, whole: Figure) -> None:
        for entry in ("share: a, of: b", "formula: a / b, decimals: 1", "formula: a / b > 1"):
            one = made(entry, a=0, b=whole)
            expected = Status.NOT_APPLICABLE if whole == 0 else Status.SUPPRESSED
            assert (one.value, one.status, lines(one)) == (None, expected, [2, 3])


class TestComparisons:
    def test_one_is_a_fact_that_says_yes_or_no(self) -> None:
        one = made("formula: a < b", a=210, b=312)
        assert (one.said, one.value, one.unit) == ("yes", Decimal(1), Unit.YES_OR_NO)
        assert (one.formula, lines(one)) == ("210 < 312", [2, 3])
        assert one.in_words == "“Children in care” is less than “Children in care”"
        assert made("formula: a > b", a=210, b=312).said == "no"

    def test_a_hidden_figure_gives_one_of_its_status(self) -> None:
        one = made("formula: a < b", a=Status.SUPPRESSED, b=312)
        assert (one.said, one.value, one.status) == ("[c]", None, Status.SUPPRESSED)

    def test_one_may_be_named_in_another_and_is_no_figure(self) -> None:
        entries = "a: {indicator: a}\nfew: {formula: a < 300}\n"
        assert fact(f"{entries}x: {{formula: few and a > 3}}", *tables(a=210)).said == "yes"
        _, problems = resolved(f"{entries}x: {{formula: few + a}}", *tables(a=210))
        assert "a yes or no and no figure" in problems[0].message


class TestPeriods:
    @staticmethod
    def formula(text: str, kind: PeriodKind, *, is_one_thing: bool = True) -> Fact | str:
        """A formula over a figure of 2018 and one of 2019; or why there is none."""
        rows = [row("Ambleford", year, year - 2000, year, kind=kind) for year in (2018, 2019)]
        other = "a" if is_one_thing else "b"
        entries = f"then: {{indicator: a, period: '2018'}}\nnow: {{indicator: {other}}}"
        facts, problems = resolved(
            f"{entries}\nx: {{formula: {text}, decimals: 1}}",
            table(*rows, id="a"),
            table(*rows, id="b"),
        )
        return facts.entries["x"] if not problems else problems[0].message

    def test_figures_of_different_days_are_not_added(self) -> None:
        assert "31 March 2018 and 31 March 2019" in str(
            self.formula("then + now", PeriodKind.POINT)
        )
        assert "different days" in str(self.formula("(then + now) / 3", PeriodKind.POINT))

    def test_but_may_be_averaged_and_subtracted(self) -> None:
        for text, said in (("(then + now) / 2", "18.5"), ("now - then", "1.0")):
            one = self.formula(text, PeriodKind.POINT)
            assert isinstance(one, Fact)
            assert one.said == said
            assert {period.end.year for period in one.periods} == {2018, 2019}

    def test_years_of_one_indicator_may_be_added_and_of_two_not(self) -> None:
        one = self.formula("then + now", YEAR)
        assert isinstance(one, Fact)
        assert one.said == "37.0"
        several = self.formula("then + now", YEAR, is_one_thing=False)
        assert "different things and different years" in str(several)

    @pytest.mark.parametrize("text", ["a + b", "a - b", "a / b", "a < b"])
    def test_a_day_and_a_year_are_neither_joined_nor_compared(self, text: str) -> None:
        day = table(row("Ambleford", 2019, 1), id="a")
        year = table(row("Ambleford", 2019, 1, kind=YEAR), id="b")
        entries = f"a: {{indicator: a}}\nb: {{indicator: b}}\nx: {{formula: {text}, decimals: 1}}"
        assert "one day and a figure for a whole year" in str(resolved(entries, day, year)[1][0])


NAMES = ("a", "b", "c")
FIGURES = st.one_of(st.integers(-1000, 1000), st.sampled_from([one for one in Status if one.value]))
FORMULAS = st.recursive(
    st.sampled_from([*NAMES, "2", "0.5"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda parts: f"({' '.join(parts)})"
    ),
    max_leaves=6,
)


ONE = fact("x: {indicator: a}", *tables(a=312))


def facts_of(figures: list[Figure]) -> dict[str, Fact]:
    """Facts of those figures by the names a, b and c, each of a row and an indicator of its own."""
    return {
        name: replace(
            ONE,
            name=name,
            value=None if isinstance(figure, Status) else Decimal(figure),
            status=figure if isinstance(figure, Status) else Status.PUBLISHED,
            sources=(FactSource(CHILDREN, RowSource(CHILDREN.file, line)),),
            indicators=frozenset(name),
        )
        for line, (name, figure) in enumerate(zip(NAMES, figures, strict=True), start=2)
    }


class TestAnyFormula:
    @given(FORMULAS, st.lists(FIGURES, min_size=3, max_size=3))
    def test_its_rows_are_those_of_the_facts_that_it_names(
        self, formula: str, figures: list[Figure]
    ) -> None:
        try:
            amount = evaluate(formula, facts_of(figures))
        except FormulaError:
            return
        named = {line for line, name in enumerate(NAMES, start=2) if name in formula}
        assert {source.row.line for source in amount.sources} == named
        assert amount.indicators == {name for name in NAMES if name in formula}

    @given(FORMULAS, st.lists(FIGURES, min_size=3, max_size=3))
    def test_it_has_a_value_just_where_its_status_is_published_and_never_one_that_is_none(
        self, formula: str, figures: list[Figure]
    ) -> None:
        try:
            amount = evaluate(formula, facts_of(figures))
        except FormulaError:
            return
        assert (amount.value is None) == (amount.status is not Status.PUBLISHED)
        assert amount.value is None or amount.value.is_finite()

    @given(st.lists(FIGURES, min_size=3, max_size=3), st.sampled_from(["<", "<=", "==", "!="]))
    def test_a_claim_and_its_contrary_never_agree(self, figures: list[Figure], sign: str) -> None:
        facts = facts_of(figures)
        one = evaluate_claim(f"a {sign} b", facts)
        contrary = evaluate_claim(f"not a {sign} b", facts)
        assert one.sources == (
            FactSource(CHILDREN, RowSource(CHILDREN.file, 2)),
            FactSource(CHILDREN, RowSource(CHILDREN.file, 3)),
        )
        assert contrary.holds is (None if one.holds is None else not one.holds)


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 3))
def test_halves_are_rounded_away_from_zero(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    half = Decimal(5).scaleb(-decimals - 1)
    assert abs(rounded - value) <= half
    assert rounded == -round_half_up(-value, decimals)
    assert round_half_up(abs(rounded) + half, decimals) > abs(rounded)
    assert rounded == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
