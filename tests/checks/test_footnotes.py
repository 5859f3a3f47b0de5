"""Footnotes' marks and notes find each other within their section."""

import pytest

from sufficiency.checks.footnotes import check_footnotes
from tests.checks.contents import content_of


def told(*bodies: str) -> list[str]:
    """The problems of sections with these texts, as "code line:column message mend"."""
    return [
        f"{found.code.id} {found.at.line}:{found.at.column} {found.message} {found.mend}"
        for found in check_footnotes(content_of(*bodies))
    ]


class TestCheckFootnotes:
    @pytest.mark.parametrize(
        "body",
        [
            "One.[^1]\n\n[^1]: The note.",
            "One.[^1] Two.[^b]\n\n[^1]: The note.\n[^b]: Another.\n\nMore.",
            "One[^1]: two.\n\n[^1]: The note,\n\n    in two paragraphs.",
            "[^1]: First.\n\nOne[^1] and again[^1].",
            "## Home[^1]\n[^1]: The note.",
            "`[^9]` and ```\n[^8]\n``` and {## [^7] ##}",
            r"A \[^9] that is meant.",
            "```\n[^9]: shown\n```",
            "A note at once.^[It stands here.]",
            "::: {.voice}\nOne.[^1]\n:::\n\n[^1]: The note.",
        ],
    )
    def test_marks_with_notes_are_let_through(self, body: str) -> None:
        assert told(body) == []

    def test_a_mark_without_a_note_is_told(self) -> None:
        assert told("One.\n\nTwo.[^9]") == [
            'FOOTNOTE-NONE 3:5 the footnote "9" has no note in this section. Write the note in the '
            "same section, with a blank line above it: [^1]: The note."
        ]

    def test_the_near_miss_is_offered(self) -> None:
        found = told("One.[^registr]\n\nTwo.[^register]\n\n[^register]: The note.")
        assert found == [
            'FOOTNOTE-NONE 1:5 the footnote "registr" has no note in this section. '
            'Did you mean "register"?'
        ]

    def test_a_note_of_another_section_is_none(self) -> None:
        assert [found.split()[0] for found in told("One.[^1]", "[^1]: The note.")] == [
            "FOOTNOTE-NONE",
            "FOOTNOTE-UNUSED",
        ]

    def test_a_note_that_nothing_leads_to_is_told(self) -> None:
        assert told("One.\n\n[^1]: The note.") == [
            'FOOTNOTE-UNUSED 3:1 no mark in this section leads to the note "1". Put the mark where '
            "the note belongs, in the same section, as [^1]."
        ]

    def test_two_notes_of_one_name_are_told(self) -> None:
        assert told("One.[^1]\n\n[^1]: A.\n\n[^1]: B.") == [
            'ID-TWICE 5:1 another note of this section is called "1". Rename one of the two.'
        ]

    def test_a_note_in_a_paragraph_is_told_and_nothing_else(self) -> None:
        assert told("One.[^1]\n[^1]: The note.") == [
            'FOOTNOTE-RUN-ON 2:1 the note "1" stands in the paragraph above it. Leave a blank line '
            "above the note."
        ]
