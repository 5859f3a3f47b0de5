"""Footnotes of two sections do not meet."""

from sufficiency.prose.markdown import name_footnotes


class TestNameFootnotes:
    def test_marks_and_notes_carry_the_sections_id(self) -> None:
        text = "One.[^1] Two.[^two]\n\n[^1]: The note."
        expected = "One.[^homes-1] Two.[^homes-two]\n\n[^homes-1]: The note."
        assert expected == name_footnotes(text, "homes")

    def test_a_link_that_only_looks_like_one_is_left_alone(self) -> None:
        assert name_footnotes("[a^b] and [^ not one]", "homes") == "[a^b] and [^ not one]"
