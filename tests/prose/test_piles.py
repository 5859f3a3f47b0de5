"""Signs that open something and pile up are found before pandoc tries to pair them."""

import pytest

from sufficiency.prose.piles import find_piles


class TestFindPiles:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("[" * 5, "square brackets"),
            ("a [b [c [d [e [f", "square brackets"),
            ("![" * 5, "square brackets"),
            ("[a](https://a " * 5, "addresses in round brackets"),
            ("\"a 'b " * 7, "quotation marks"),
            ("'a " * 13, "quotation marks"),
        ],
    )
    def test_more_than_a_few_open_signs_are_one_pile(self, text: str, kind: str) -> None:
        assert [pile.kind for pile in find_piles(text)] == [kind]

    @pytest.mark.parametrize(
        "text",
        [
            "[a] " * 50,
            "[a [b](https://a) [c [d]]] " * 9,
            '"a" and \'b\' and ("c"). ' * 30,
            "don't, carers' and the children's " * 30,
            "[\n\n" * 50,
            "\\[" * 50,
        ],
    )
    def test_what_is_closed_or_escaped_or_parted_by_blank_lines_is_none(self, text: str) -> None:
        assert list(find_piles(text)) == []

    def test_each_paragraph_is_told_once_at_the_sign_too_many(self) -> None:
        piles = list(find_piles("a [[[[[[[[\n\nb [[[[["))
        assert [pile.offset for pile in piles] == [6, 18]
