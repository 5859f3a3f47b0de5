"""The words of a part of a page, as a title or a description has them."""

import pytest
from lxml import html

from sufficiency.engines.web.tree import words_of


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Room for 10<sup>3</sup> homes", "Room for 10³ homes"),
        ("CO<sub>2</sub> and a<sup>b</sup>", "CO₂ and a^b"),
        ("The 4<sup>th</sup> home", "The 4th home"),
        ("a<sub>bc</sub>", "a_(bc)"),
        ('Homes<sup role="doc-noteref">1</sup>', "Homes"),
        ("A  home\n<em>near</em> home", "A home near home"),
    ],
)
def test_keep_what_is_raised_or_lowered_and_no_notes_number(heading: str, words: str) -> None:
    assert words_of(html.fragment_fromstring(f"<h2>{heading}</h2>")) == words
