"""Which typed numbers are told, and by which rule the others pass."""

import pytest

from sufficiency.content import NumberRules
from sufficiency.prose.number_rules import RULES
from sufficiency.prose.numbers import find_unbound

PASSES = {
    "dates": [
        "We met on 31 March 2031, 1st April and from 3 to 5 May.",
        "Since 2029 children have told us this; in 2030 young people did so too.",
        "The strategy for 2029 to 2033 follows those of 2025-2028 and 2022–25.",
        "2029 figures are provisional; the 2028 cohort was larger; so it was in the 1990s.",
        "The panel meets at 10am, at 17:30 and on 01/04/2031.",
    ],
    "financial_years": [
        "In 2030/31 we spent more.",
        "In Q2 we met.",
        "It was 2030-31, or FY24/25.",
    ],
    "ages": [
        "Support until age 21, or 25 for some",
        "Children aged 5, 6 or 7 and those aged 11 to 13; young people aged 16 or over.",
        "Care leavers up to 25, 16- and 17-year-olds, under-18s and a 16+ offer.",
        "Until they are 21, when they turn 18, and between the ages of 11 and 18.",
        "Most of them are 16 or 17. From 18, young people need a flat.",
        "We asked those aged 8 to 12 and, of another group, 13-17 in their words.",
        "Our 0-25 disability team. Where they live at 19, 20 and 21.",
        "| 16 to 17 | some |",
        "Leaving care at 18 is hard: 18 is far too young.",
    ],
    "statutes": [
        "The Homes Act 1931 (section 7B), sections 20, 21 and 22C, and s.17 enquiries.",
        "Regulation 44 visits, Part 2D of the constitution and Schedule 7.",
    ],
    "ordinals": ["Its 2nd review was in the 21st century."],
    "tiers": ["A Tier 4 bed, Level 3 support and Year 11 pupils."],
    "forms": ["The SSDA903 return and Form B2."],
    "provision": [
        "24-hour cover, 1:1 support and a 52-week placement, 7 days a week.",
        "A 1-bedroom flat.",
    ],
    "references": [
        "See Table 4, page 9, chapter 4 and priority 1.",
        "1. First\n2. Second",
        "3.2 Homes near home",
        "## 3.2 Homes near home",
        "Our 5 priorities are new, and so are the council's 4 aims.",
    ],
    "identifiers": ["Write to team2@example.org, or call 020 7946 0018. See www.example.org/a1."],
    "spans": ["Over the next 4 years; a 3-year contract; 5 years ago."],
    "rates": ["A rate per 10,000 children."],
    "thresholds": ["They live more than 20 miles away, or had 3 or more homes."],
}
OFF = {
    "dates": "The report of 2031",
    "financial_years": "In 30/31 we spent more.",
    "ages": "A 16+ offer",
    "statutes": "An s47 enquiry",
    "ordinals": "Its 2nd review",
    "tiers": "A Tier 4 bed",
    "forms": "The SSDA903 return",
    "provision": "1:1 support",
    "references": "See Table 4",
    "identifiers": "Call 020 7946 0018.",
    "spans": "Over the next 4 years",
    "rates": "A rate per 10,000 children",
    "thresholds": "More than 20 miles away",
}
OF_TEXTS = {"commitments", "voices", "words"}
"""Rules that hang on where a text stands, and the one of words."""


def told(text: str, **rules: bool) -> list[str]:
    return [number.text for number in find_unbound(text, rules)]


class TestDigits:
    @pytest.mark.parametrize("text", [text for texts in PASSES.values() for text in texts])
    def test_what_is_no_figure_passes(self, text: str) -> None:
        assert told(text) == []

    @pytest.mark.parametrize(("rule", "text"), OFF.items())
    def test_each_rule_can_be_turned_off(self, rule: str, text: str) -> None:
        assert told(text) == []
        assert told(text, **{rule: False}) != []

    def test_every_rule_can_be_set(self) -> None:
        assert RULES.keys() | OF_TEXTS == NumberRules.model_fields.keys()
        assert RULES.keys() == PASSES.keys() == OFF.keys()

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("We look after 340 children.", ["340"]),
            ("We had 2031 children in care; of 2031 children some left.", ["2031", "2031"]),
            ("Nearly 60% are boys, 12.5 per cent girls.", ["60%", "12.5 per cent"]),
            ("It costs £675 a week and £1.2 million a year.", ["£675", "£1.2 million"]),
            ("It is so for 1 in 5 children.", ["1", "5"]),
            ("We visit every 6 weeks, and within 10 working days.", ["6", "10"]),
            ("We have 12 homes for young people aged 11 to 13.", ["12"]),
            ("There are 16 or 17 homes.", ["16", "17"]),
            ("It rose from 18 to 21.", ["18", "21"]),
            ("A fall from 12 in 2029 to 10 in 2031.", ["12", "10"]),
            ("Of those aged 16, 17 of them moved; so did 44 aged 5 to 10.", ["17", "44"]),
            ("32.1 per 10,000 children", ["32.1"]),
            ("10 hours of support a week, 6 months of support", ["10", "6"]),
            ("| Homes | 12 | 9% |", ["12", "9%"]),
            ("Barnet's 312 children, last year’s 58", ["312", "58"]),
            ("London's 67% and the borough's 1,204 homes", ["67%", "1,204"]),
            ("Under section 17 and 312 children more", ["312"]),
            ("Of section 20, 45% are boys.", ["45%"]),
            ("We need 45 fostering households.", ["45"]),
            ("Of these, 12 may need another home.", ["12"]),
            ("They live 23 miles away.", ["23"]),
            ("We give 10.30 hours of help.", ["10.30"]),
            ("We had 1950 fostering enquiries.", ["1950"]),
            ("In all 12 or more homes were empty.", ["12"]),
        ],
    )
    def test_a_figure_is_told(self, text: str, numbers: list[str]) -> None:
        assert told(text) == numbers

    @pytest.mark.parametrize(
        "text",
        [
            'We had [196 enquiries]{source="register"}.',
            "We visit [every 6 weeks]{.commitment}.",
            "{{ fact_12 | form_2 }} of {{ other_3 }}",
            "[Read it](https://example.org/12) there.[^12]",
            "Homes {#sec-12 .a3}",
            "`12 homes`",
            "```\n12 homes\n```",
            "{## 12 homes ##}",
            "As @fig-homes-2031 and @tbl-12 show.",
            "[^12]: A note.",
        ],
    )
    def test_what_is_bound_or_no_prose_passes(self, text: str) -> None:
        assert told(text) == []

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("[We look after 312 children]{lang=en}", ["312"]),
            ('See [it](https://example.org/9 "312 children") of 45.', ["312", "45"]),
            ("See [it](https://example.org/9 '312 children').", ["312"]),
            ("³¹² children", ["³¹²"]),
            ("We have ³¹² children, and 40% are boys.", ["³¹²", "40%"]),
            ("Some children³¹² and others.⁴\n\n⁴ Those of others.", []),
        ],
    )
    def test_what_a_reader_sees_is_told(self, text: str, numbers: list[str]) -> None:
        assert told(text) == numbers

    def test_the_words_of_a_link_are_prose(self) -> None:
        assert told("[All 12 homes](https://example.org/12)") == ["12"]

    def test_a_number_stands_where_it_is_found(self) -> None:
        text = "{{ now }} and [5 homes]{.commitment}, then\n12 homes"
        (number,) = find_unbound(text, {})
        assert text[number.start : number.end] == number.text == "12"


class TestWords:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Two homes closed and thirteen opened.", ["Two", "thirteen"]),
            ("A third of carers left; costs doubled.", ["A third", "doubled"]),
            (
                "Nearly half of them, two-thirds, three quarters",
                ["half", "two-thirds", "three quarters"],
            ),
            ("We meet once a year, and twice as many came.", ["once a year", "twice as"]),
            ("All but one council; one in five children", ["one", "one in five"]),
            ("We visit every six weeks.", ["six"]),
            ("Two hundred and fifty places", ["Two hundred and fifty"]),
        ],
    )
    def test_a_quantity_is_told(self, text: str, numbers: list[str]) -> None:
        assert told(text) == numbers
        assert told(text, words=True) == []

    @pytest.mark.parametrize(
        "text",
        [
            "One of our aims is a first home, one that is safe. The second half was quiet.",
            "Over the last two years, for at least three months, in half-term.",
            "We have five priorities and three main aims.",
            "One-to-one support, two-way trust, zero-tolerance, the twenty-first century",
            "Once children leave care, one child may move. The two do not agree.",
            "Children under five, aged sixteen, between the ages of two and four",
            "A third party in the third sector",
            "£1.2 million",
        ],
    )
    def test_what_states_none_passes(self, text: str) -> None:
        assert [one for one in told(text) if not one.startswith("£")] == []
