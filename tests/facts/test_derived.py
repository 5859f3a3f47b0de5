"""Shares and formulas, against values worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.tables import Status, Unit
from tests.released import Figure, fact, resolved, row, table

SHARE = "part: {indicator: part}\nwhole: {indicator: whole}\nshare: {share: part, of: whole}"


def share_of(part: Figure, whole: Figure) -> tuple[str, Decimal | None, Status]:
    parts = table(row("Ambleford", 2019, part), id="part")
    wholes = table(row("Ambleford", 2019, whole), id="whole")
    share = fact(SHARE, parts, wholes)
    return share.said, share.value, share.status


def formula(
    text: str,
    unit: Unit = Unit.COUNT,
    a: Figure = 12,
    b: Figure = 5,
    decimals: int | None = None,
) -> str:
    tables = [
        table(row("Ambleford", 2019, a), id="a", unit=unit),
        table(row("Ambleford", 2019, b), id="b", unit=unit),
    ]
    exact = "" if decimals is None else f", decimals: {decimals}"
    entries = f"a: {{indicator: a}}\nb: {{indicator: b}}\nx: {{formula: {text}{exact}}}"
    return fact(entries, *tables).said


def faults(text: str) -> list[str]:
    tables = [
        table(row("Ambleford", 2019, 12), id="a"),
        table(row("Ambleford", 2019, 5), id="b", unit=Unit.POUNDS),
    ]
    _, problems = resolved(
        f"a: {{indicator: a}}\nb: {{indicator: b}}\nx: {{formula: '{text}'}}", *tables
    )
    return [problem.message for problem in problems]


class TestShareFact:
    @pytest.mark.parametrize(
        ("part", "whole", "said"),
        [
            (210, 312, "67%"),
            (55, 312, "18%"),
            (147, 312, "47%"),
            (1, 200, "1%"),
            (5, 200, "3%"),
            (7, 40, "18%"),
            (0, 312, "0%"),
            (312, 312, "100%"),
        ],
    )
    def test_it_is_the_part_in_a_hundred_half_up(self, part: int, whole: int, said: str) -> None:
        assert share_of(part, whole)[0] == said

    def test_digits_after_the_point_are_the_authors(self) -> None:
        tables = [table(row("Ambleford", 2019, n), id=i) for i, n in (("part", 55), ("whole", 312))]
        assert fact(SHARE.replace("of: whole}", "of: whole, decimals: 1}"), *tables).said == "17.6%"

    def test_of_nothing_it_does_not_apply(self) -> None:
        assert share_of(0, 0) == ("[z]", None, Status.NOT_APPLICABLE)

    @pytest.mark.parametrize("pair", [(Status.SUPPRESSED, 312), (5, Status.SUPPRESSED)])
    def test_a_symbol_on_either_side_passes_through(self, pair: tuple[Figure, Figure]) -> None:
        assert share_of(*pair) == ("[c]", None, Status.SUPPRESSED)

    def test_it_keeps_both_figures_and_rows_for_the_annex(self) -> None:
        tables = [
            table(row("Ambleford", 2019, n, n), id=i) for i, n in (("part", 55), ("whole", 312))
        ]
        share = fact(SHARE, *tables)
        assert share.formula == "55 ÷ 312"
        assert [source.row.line for source in share.sources] == [55, 312]

    def test_a_part_below_zero_is_no_part(self) -> None:
        tables = [table(row("Ambleford", 2019, n), id=i) for i, n in (("part", -5), ("whole", -3))]
        assert [p.code.id for p in resolved(SHARE, *tables)[1]] == ["FACT-SHARE"]

    @pytest.mark.parametrize(
        ("place", "year", "told"),
        [
            ("Briarton", 2019, "for Briarton, 31 March 2019"),
            ("Ambleford", 2018, "for Ambleford, 31 March 2018"),
        ],
    )
    def test_a_part_of_another_place_or_day_is_no_part(
        self, place: str, year: int, told: str
    ) -> None:
        entries = SHARE.replace("part}", f"part, place: {place}}}", 1)
        tables = table(row(place, year, 5), id="part"), table(row("Ambleford", 2019, 9), id="whole")
        (problem,) = resolved(entries, *tables)[1]
        assert problem.code.id == "FACT-SHARE"
        assert problem.message == (f'"part" is {told}, and "whole" for Ambleford, 31 March 2019.')

    @given(st.integers(0, 10**9), st.integers(0, 10**9))
    def test_it_lies_between_0_and_100_or_is_refused(self, part: int, whole: int) -> None:
        tables = [
            table(row("Ambleford", 2019, n), id=i) for i, n in (("part", part), ("whole", whole))
        ]
        facts, problems = resolved(SHARE, *tables)
        assert bool(problems) == (part > whole)
        value = facts.entries["share"].value if not problems else None
        assert value is None or 0 <= value <= 100


class TestFormulaFact:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("a + b", "17"),
            ("a - b", "7"),
            ("b - a", "−7"),
            ("a / 2", "6"),
            ("a * 2", "24"),
            ("2 * (a - b)", "14"),
            ("a - b * 2", "2"),
            ("a * 1e3", "12,000"),
            ("a * 0.5", "6"),
            ("a / 0", "[z]"),
        ],
    )
    def test_it_is_worked_out_in_the_order_of_arithmetic(self, text: str, said: str) -> None:
        assert formula(text) == said

    def test_the_unit_stays_and_a_quotient_of_like_units_has_none(self) -> None:
        assert formula("a - b", Unit.POUNDS_A_WEEK) == "£7 a week"
        assert formula("a / b", Unit.POUNDS_A_WEEK, decimals=1) == "2.4"
        assert formula("a / (b - b)", Unit.POUNDS_A_WEEK, decimals=1) == "[z]"

    def test_a_quotient_says_how_exactly_it_is_to_be_printed(self) -> None:
        entries = "a: {indicator: a}\nb: {indicator: b}\nx: {formula: a / b}"
        tables = [table(row("Ambleford", 2019, 12), id=id) for id in ("a", "b")]
        assert "decimals:" in str(resolved(entries, *tables)[1][0])

    @pytest.mark.parametrize(
        ("text", "divided"),
        [
            ("a / b", (12, 5)),
            ("a / b + b / b", (17, 5)),
            ("b / b + a / b", (17, 5)),
            # A sum of quotients by two numbers is a quotient of neither.
            ("a / b + b / a", (None, None)),
            ("b / a + a / b", (None, None)),
            ("a + b", (None, None)),
        ],
    )
    def test_a_sum_of_quotients_by_one_number_keeps_what_was_divided(
        self, text: str, divided: tuple[int | None, int | None]
    ) -> None:
        entries = f"a: {{indicator: a}}\nb: {{indicator: b}}\nx: {{formula: {text}, decimals: 1}}"
        tables = [table(row("Ambleford", 2019, n), id=id) for id, n in (("a", 12), ("b", 5))]
        found = fact(entries, *tables)
        assert (found.numerator, found.denominator) == divided

    def test_only_a_difference_has_forms_that_say_which_way(self) -> None:
        entries = "a: {indicator: a}\nb: {indicator: b}\nx: {formula: "
        tables = [table(row("Ambleford", 2019, n), id=id) for id, n in (("a", 12), ("b", 5))]
        assert fact(f"{entries}a - b}}", *tables).forms["more_or_less"] == "7 more"
        assert fact(f"{entries}a - b + b}}", *tables).forms == {"amount": "12"}

    def test_a_difference_of_percentages_is_in_points_that_add_up(self) -> None:
        tables = [
            table(row("Ambleford", 2019, "67.3"), id="a", unit=Unit.PERCENTAGE),
            table(row("Ambleford", 2019, "55.7"), id="b", unit=Unit.PERCENTAGE),
        ]
        entries = "a: {indicator: a}\nb: {indicator: b}\nx: {formula: a - b}"
        points = fact(entries, *tables)
        assert (points.said, points.formula) == ("12 percentage points", "67.3% − 55.7%")

    def test_a_weeks_cost_is_not_multiplied_into_another_unit(self) -> None:
        tables = [table(row("Ambleford", 2019, 675), id="a", unit=Unit.POUNDS_A_WEEK)]
        entries = "a: {indicator: a}\nx: {formula: a * 52}"
        assert "would no longer be £ a week" in str(resolved(entries, *tables)[1][0])

    @pytest.mark.parametrize(("a", "b"), [(Status.SUPPRESSED, 5), (12, Status.SUPPRESSED)])
    @pytest.mark.parametrize("sign", "+-")
    def test_a_symbol_on_either_side_passes_through(self, a: Figure, b: Figure, sign: str) -> None:
        assert formula(f"a {sign} b", a=a, b=b) == "[c]"

    def test_the_annex_shows_it_in_figures(self) -> None:
        tables = [
            table(row("Ambleford", 2019, 12), id="a"),
            table(row("Ambleford", 2019, 5), id="b"),
        ]
        entries = "a: {indicator: a}\nb: {indicator: b}\nx: {formula: a * 1e3 - b / 2}"
        assert fact(entries, *tables).formula == "12 × 1e3 − 5 ÷ 2"

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("a + b", "the formula joins unlike units: count and £."),
            ("a / b", "the formula joins unlike units: count and £."),
            (
                "a * b",
                "the formula multiplies two units, count and £.",
            ),
            ("a + 1", "the formula joins unlike units: count and number."),
            ("a minus b", "the formula cannot be read."),
            ("a ** 2", "the formula may hold only names of facts, numbers, + - * / and brackets."),
            ("-a", "the formula may hold only names of facts, numbers, + - * / and brackets."),
            (
                "a if b else a",
                "the formula may hold only names of facts, numbers, + - * / and brackets.",
            ),
            (
                "a * True",
                "the formula may hold only names of facts, numbers, + - * / and brackets.",
            ),
            ("a * 1e30", "the formula gives a number that is too large."),
            ("a * 1e999", "the formula gives a number that is too large."),
            ("a" + " + a" * 200, "the formula is too long; make a fact of each of its parts."),
        ],
    )
    def test_what_it_cannot_be_is_told(self, text: str, fault: str) -> None:
        assert faults(text) == [fault]


RATES = """
then: {indicator: rate, period: 31 March 2018}
now: {indicator: rate}
elsewhere: {indicator: rate, place: Briarton, period: 31 March 2018}
"""


def moved(formula: str) -> str | None:
    """Which way a rate of 35.3 that became 32.1 is said to have gone by a formula."""
    figures = row("Ambleford", 2018, "35.3"), row("Ambleford", 2019, "32.1")
    rates = table(*figures, row("Briarton", 2018, 50), id="rate", unit=Unit.RATE_PER_10000)
    movement = fact(f"{RATES}x: {{formula: {formula}}}", rates).moved
    return movement.told if movement else None


class TestMovement:
    @pytest.mark.parametrize("formula", ["now - then", "then - now", "(now - then) / 2"])
    def test_one_thing_at_two_times_is_a_change_whichever_way_it_is_taken(
        self, formula: str
    ) -> None:
        assert moved(formula) == (
            "fell from 35.3 per 10,000 (31 March 2018) to 32.1 per 10,000 (31 March 2019)"
        )

    @pytest.mark.parametrize("formula", ["now - elsewhere", "elsewhere - now"])
    def test_others_are_none(self, formula: str) -> None:
        assert moved(formula) is None


class TestTypedNumbers:
    """A count multiplied by a number that stands in the formula."""

    @staticmethod
    def told(text: str, unit: Unit = Unit.COUNT, also: str = "decimals: 1") -> list[str]:
        tables = [
            table(row("Ambleford", 2019, n), id=i, unit=unit) for i, n in (("a", 5), ("b", 12))
        ]
        entries = "a: {indicator: a}\nb: {indicator: b}\n"
        _, problems = resolved(f"{entries}x: {{formula: '{text}', {also}}}", *tables)
        return [f"{problem.code.id} {problem.message}" for problem in problems]

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("a * 1000", "1,000"),
            ("1000 * a", "1,000"),
            ("(a + b) * 0.4", "0.4"),
            ("b - a * 2", "2"),
            ("a * 2 / b", "2"),
            ("a * 1000 / 2", "1,000"),
        ],
    )
    def test_it_is_a_warning_that_asks_why(self, text: str, number: str) -> None:
        what = f"the formula multiplies a count by {number}, and nothing says why."
        assert self.told(text) == [f"FORMULA-NUMBER {what}"]

    @pytest.mark.parametrize(
        "text",
        [
            "a * 100",
            "a / b * 100",
            "a * 52",
            "a * 10000 / b",
            "a / b * 1000",
            "100000 * (a / b)",
            "(a + b) / 2",
            "a + b",
            "a > b * 2",
        ],
    )
    def test_numbers_that_mean_something_need_no_reason(self, text: str) -> None:
        assert self.told(text) == []

    def test_pounds_may_be_multiplied(self) -> None:
        assert self.told("a * 1000", Unit.POUNDS) == []

    def test_a_reason_is_enough_and_stands_beside_how_it_was_worked_out(self) -> None:
        because = "decimals: 0, because: a third more are expected"
        assert self.told("a * 1.33", also=because) == []
        entries = f"a: {{indicator: a}}\nx: {{formula: a * 1.33, {because}}}"
        x = fact(entries, table(row("Ambleford", 2019, 300), id="a"))
        assert x.said == "399"
        assert x.in_words.endswith(" times 1.33 (a third more are expected)")
