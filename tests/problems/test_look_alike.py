"""Names that look alike: what parts them is said."""

import pytest

from sufficiency.problems import suggestion
from sufficiency.problems.look_alike import what_differs


@pytest.mark.parametrize(
    ("name", "other", "said"),
    [
        ("Children's home", "Children’s home", "Only the apostrophe differs."),
        ("16\u201317", "16-17", "Only the hyphen or dash differs."),
        ("Foster\u00a0home", "Foster home", "Only the spaces differ."),
        ("Foster  home ", "Foster home", "Only the spaces differ."),
        ("All Homes", "All homes", "Only the capital letters differ."),
        ("foster\u200b_cost", "foster_cost", "Only a character that cannot be seen differs."),
        ("\N{CYRILLIC SMALL LETTER ES}ic_now", "cic_now", "Only a Cyrillic letter differs."),
        ("c\N{GREEK SMALL LETTER OMICRON}st", "cost", "Only a Greek letter differs."),
        (
            "“A” Home's",
            '"a" Home’s',
            "Only the apostrophe, the quotation marks and the capital letters differ.",
        ),
        ("Foster homes", "Foster home", ""),
        ("same", "same", ""),
    ],
)
def test_what_looks_alike_is_told_apart(name: str, other: str, said: str) -> None:
    assert what_differs(name, other) == said


def test_a_suggestion_says_what_nobody_sees() -> None:
    assert suggestion("Children's home", ["Children’s home", "Foster home"]) == (
        'Did you mean "Children’s home"? Only the apostrophe differs.'
    )
    assert suggestion("Foster hoem", ["Foster home"]) == 'Did you mean "Foster home"?'
