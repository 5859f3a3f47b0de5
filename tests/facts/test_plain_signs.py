"""Signs of word processors and of Excel, in a formula."""

import pytest

from sufficiency.facts.plain_signs import in_plain_signs


@pytest.mark.parametrize(
    ("typed", "plain", "strange"),
    [
        ("we_need(“carers”)", 'we_need("carers")', "“"),
        ("must_be_above(50%)", "must_be_above(50)", "%"),
        ("must_be_above(50 %)", "must_be_above(50)", "%"),
        ("a > 1,234,000", "a > 1234000", ","),
        ("a > £1000", "a > 1000", "£"),
        ("a ÷ b × 2", "a / b * 2", "÷"),
        ("a – b — c \N{MINUS SIGN} d", "a - b - c - d", "–"),
        ("a => b", "a >= b", "=>"),
        ("a =< b", "a <= b", "=<"),
        ("a <> b", "a != b", "<>"),
    ],
)
def test_they_are_put_in_those_that_are_read(typed: str, plain: str, strange: str) -> None:
    assert in_plain_signs(typed) == (plain, strange)


@pytest.mark.parametrize("formula", ["a - b", "(a + b) / 2", "a >= b != c", "f(1, 200)", "a ≥ b"])
def test_a_formula_that_can_be_read_stays_as_it_is(formula: str) -> None:
    assert in_plain_signs(formula) == (formula, "")
