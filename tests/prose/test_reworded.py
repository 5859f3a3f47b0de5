"""The sentence that was probably reworded, and its words that differ."""

import pytest

from sufficiency.prose.reworded import nearest_sentence, what_was_reworded

SENTENCES = (
    "We look after 60 children.",
    "Most of our children live with our own foster carers, which is what they want.",
    "Few of them move home twice in a year.",
)


class TestNearestSentence:
    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ("kids live with our own carers", 1),
            ("Most of our children live with agency carers, which is what they want.", 1),
            ("few move home twice", 2),
            ("We look after 61 children.", 0),
        ],
    )
    def test_is_given_whole(self, wanted: str, found: int) -> None:
        assert nearest_sentence(wanted, SENTENCES) == SENTENCES[found]

    def test_is_none_where_all_are_of_something_else(self) -> None:
        assert nearest_sentence("nothing at all like it", SENTENCES) is None


class TestWhatWasReworded:
    @pytest.mark.parametrize(
        ("wanted", "said"),
        [
            ("Most of our kids live", 'It has "children" for "kids".'),
            ("children live with our carers", 'It has "own foster" besides.'),
            ("children all live with our own", 'It has no "all".'),
            (
                "kids live with our carers",
                'It has "children" for "kids", and "own foster" besides.',
            ),
            ("foster carers which is what", "Only its punctuation differs."),
            ("foster carers, which is", ""),
            ("a b c d", "It has"),
        ],
    )
    def test_is_said_of_the_words_between_the_first_and_the_last_that_are_wanted(
        self, wanted: str, said: str
    ) -> None:
        assert what_was_reworded(wanted, SENTENCES[1]).startswith(said)

    def test_the_rest_of_a_sentence_is_not_quoted_for_one_word(self) -> None:
        said = what_was_reworded("Most of our children thrive", SENTENCES[1])
        assert said == 'It has "live" for "thrive".'

    def test_nothing_is_said_where_too_much_differs(self) -> None:
        wanted = "Some of the kids live near our older foster homes, that is all they want."
        assert what_was_reworded(wanted, SENTENCES[1]) == ""
