"""Code that is code however the text around it is read; every other sign keeps its place."""

from hypothesis import given
from hypothesis import strategies as st

from sufficiency.prose.plain_code import hide_plain_code


class TestHidePlainCode:
    def test_a_fenced_block_and_code_in_a_line_are_hidden(self) -> None:
        assert hide_plain_code("a `<b>` c\n\n```\n<i> x\n```") == "a ccccc c\n\nccc\nccc c\nccc"

    def test_code_beside_a_link_is_not(self) -> None:
        text = "[a](b) and `<b>`"
        assert hide_plain_code(text) == text

    def test_no_block_is_where_a_fence_is_left_over(self) -> None:
        text = "```\n<b>\n```\n\n  ~~~\n"
        assert hide_plain_code(text) == text

    @given(st.text(alphabet="`~{#<> -c\n", max_size=60))
    def test_lines_and_places_stay(self, text: str) -> None:
        hidden = hide_plain_code(text)
        assert len(hidden) == len(text)
        assert all(new in (old, "c") for old, new in zip(text, hidden, strict=True))
        assert hidden.count("\n") == text.count("\n")
