"""Footnotes of two sections do not meet."""

from sufficiency.prose.markdown import name_footnotes, rename_repeated_notes
from tests.prose.printing import texts


class TestNameFootnotes:
    def test_marks_and_notes_carry_the_sections_id(self) -> None:
        text = "One.[^1] Two.[^two]\n\n[^1]: The note."
        expected = "One.[^homes-1] Two.[^homes-two]\n\n[^homes-1]: The note."
        assert expected == name_footnotes(text, "homes")

    def test_a_link_that_only_looks_like_one_is_left_alone(self) -> None:
        assert name_footnotes("[a^b] and [^ not one]", "homes") == "[a^b] and [^ not one]"


class TestRenameRepeatedNotes:
    def test_the_second_of_a_name_gets_another(self) -> None:
        given = ["One.[^1] Two.[^1]", "[^1]: A.\n[^2]: B.", "[^1]: C.", "[^1]: D."]
        assert rename_repeated_notes(given) == [
            "One.[^1] Two.[^1]",
            "[^1]: A.\n[^2]: B.",
            "[^1-again-2]: C.",
            "[^1-again-3]: D.",
        ]

    def test_in_a_section_it_does_so_to_blocks_of_their_own(self) -> None:
        assert texts("One.[^1]\n\n[^1]: A.\n\nTwo.\n\n[^1]: B.") == [
            "One.[^s-1]",
            "[^s-1]: A.",
            "Two.",
            "[^s-1-again-2]: B.",
        ]
