"""Names that one slip of a finger parts, among thousands."""

import pytest

from sufficiency.problems.slips import MOST_NAMES, is_slip, slips_among


class TestIsSlip:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("care", "cre"),
            ("care", "caare"),
            ("care", "cars"),
            ("care", "caer"),
            ("City of", "Cityo f"),
        ],
    )
    def test_one_letter_too_few_too_many_another_or_two_turned(self, one: str, other: str) -> None:
        assert is_slip(one, other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("care", "care"),
            ("care", "cre s"),
            ("sex", "six"),
            ("year 15", "year 16"),
            ("Ann", "An"),
        ],
        ids=["none", "two", "a short word", "a digit", "a short word's end"],
    )
    def test_not_two_nor_in_a_short_word_nor_a_digit(self, one: str, other: str) -> None:
        assert not is_slip(one, other)


class TestSlipsAmong:
    def test_the_rarer_is_told_with_the_commoner(self) -> None:
        assert list(slips_among({"barnett": 1, "barnet": 9})) == [("barnett", "barnet")]

    def test_of_two_as_common_the_first_is_right(self) -> None:
        assert list(slips_among({"barnet": 2, "barnett": 2})) == [("barnett", "barnet")]

    def test_more_names_than_categories_are_not_compared(self) -> None:
        names = {f"{'a' * (n % 60)}name {n}": 1 for n in range(MOST_NAMES)}
        assert not list(slips_among({**names, "barnett": 1, "barnet": 9}))

    def test_thousands_of_names_alike_are_compared_with_few(self) -> None:
        letters = "abcdefghij"
        names = {
            f"home of {a}{b}{c}{d}": 1
            for a in letters
            for b in letters
            for c in letters
            for d in "abc"
        }
        # Every pair of them would be four million.
        assert len(list(slips_among(names))) < 20 * len(names)
