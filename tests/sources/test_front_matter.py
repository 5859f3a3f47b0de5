"""Front matter that does not begin or end as it should."""

import pytest

from sufficiency.sources.front_matter import FRONT_MATTER, may_open, no_front_matter


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Words alone.\n", 1, "does not begin"),
        (" ---\ntitle: A\n---\n", 1, "does not open"),
        ("—-\ntitle: A\n---\n", 1, "does not open"),
        ("---\ntitle: A\n--\nWords.\n", 3, "does not close"),
        ("---\ntitle: A\n ---\nWords.\n", 3, "does not close"),
        ("---\ntitle: A\nclaims:\n  - a: b\n\nWords.\n", 1, "never closed"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, line: int, words: str) -> None:
    assert FRONT_MATTER.match(text) is None
    problem = no_front_matter(text, "s.md")
    assert problem.at.line == line
    assert words in problem.message


def test_where_it_is_to_be_closed_is_said() -> None:
    problem = no_front_matter("---\ntitle: A\nclaims:\n  - a: b\n\nSome words: here.\n", "s.md")
    assert problem.mend.endswith("line 4.")


@pytest.mark.parametrize(("text", "may"), [("---\na", True), ("—\na", True), ("a\n---", False)])
def test_a_first_line_of_hyphens_or_dashes_may_open_it(text: str, may: bool) -> None:
    assert may_open(text) is may
