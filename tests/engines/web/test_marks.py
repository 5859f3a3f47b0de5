"""The marks of ordered lists, as a browser writes them."""

import pytest

from sufficiency.engines.web.marks import mark_of


@pytest.mark.parametrize(
    ("number", "kind", "mark"),
    [
        (3, "1", "3"),
        (26, "a", "z"),
        (28, "A", "AB"),
        (1994, "i", "mcmxciv"),
        (9, "I", "IX"),
        (0, "a", "0"),
        (4000, "i", "4000"),
    ],
)
def test_a_mark_is_what_a_browser_writes(number: int, kind: str, mark: str) -> None:
    assert mark_of(number, kind) == mark
