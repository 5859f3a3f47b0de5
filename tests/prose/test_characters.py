"""Characters that the font has no shape for."""

import pytest

from sufficiency.prose.characters import is_drawable, only_drawable

FONT = frozenset("abce \N{COMBINING ACUTE ACCENT}")


class TestIsDrawable:
    @pytest.mark.parametrize(
        "character", ["a", "é", "\u2028", "\N{SOFT HYPHEN}", "\N{THIN SPACE}", "\u200d"]
    )
    def test_what_the_font_has_or_can_compose_is(self, character: str) -> None:
        assert is_drawable(character, FONT)

    @pytest.mark.parametrize("character", ["z", "😀", "ê", "\x07", "\U00018d09", "\ufeff"])
    def test_the_rest_is_not(self, character: str) -> None:
        assert not is_drawable(character, FONT)


def test_a_stand_in_takes_the_place_of_each_that_is_not() -> None:
    assert only_drawable("a 😀é z", FONT) == "a ?é ?"
