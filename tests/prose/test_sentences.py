"""Sentences as messages quote them."""

import pytest

from sufficiency.prose.sentences import sentence_at


def around(text: str) -> str:
    """The sentence around the one expression that begins with x."""
    start = text.index("{{ x")
    end = text.index("}}", start) + 2
    return sentence_at(text, start, end, lambda inside: f"<{inside.strip()}>")


class TestSentenceAt:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("One. It {{ x | f }}. Two.", "It <x | f>."),
            ("It {{ x }} of {{ y(1.5) }}! Two.", "It <x> of <y(1.5)>!"),
            ("At 2.5 it {{ x }}", "At 2.5 it <x>"),
            ("- One\n- It {{ x }}\n- Two", "It <x>"),
            ("It fell\nto {{ x }} in\nall.\n", "It fell to <x> in all."),
            ('We **had** [2 of {{ x }}]{source="a.b"}. More.', "We had 2 of <x>."),
            ("“It {{ x }}.” More.", "“It <x>.”"),
            ("It {## why. ##}{{ x }}. More.", "It <x>."),
            ("A snake_case of {{ x }}.", "A snake_case of <x>."),
        ],
    )
    def test_it_reads_as_it_is_printed(self, text: str, sentence: str) -> None:
        assert around(text) == sentence

    def test_a_long_one_is_cut_between_words(self) -> None:
        quoted = around("{{ x }} " + "word " * 100)
        assert quoted.endswith("word …")
        assert len(quoted) <= 242
