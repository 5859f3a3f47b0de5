"""Commitments that promise nothing."""

import pytest

from sufficiency.problems import Location
from sufficiency.prose.promises import tell_promises


def told(text: str) -> list[str]:
    place = Location("a.md", 1)
    return [one.message.split('"')[1] for one in tell_promises(text, lambda *_: place)]


class TestACommitment:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("We look after [900 children]{.commitment}.", "900 children"),
            ("There were [1,200 young people]{.commitment} in care.", "1,200 young people"),
            (
                'We look after [900 children]{.commitment} as [others]{source="plan-to-be"} are.',
                "900 children",
            ),
            ("Last year [40 care leavers]{.commitment} had a flat.", "40 care leavers"),
        ],
    )
    def test_that_says_how_many_there_are_is_told(self, text: str, count: str) -> None:
        assert told(text) == [count]

    def test_is_placed_where_its_bracket_stands(self) -> None:
        text = "It is so. We look after [900 children]{.commitment}. It is so."
        places: list[tuple[int, str]] = []

        def place(offset: int, fragment: str) -> Location:
            places.append((offset, fragment))
            return Location("a.md", 1)

        list(tell_promises(text, place))
        assert places == [(text.index("["), "[900 children]{.commitment}")]

    @pytest.mark.parametrize(
        "text",
        [
            "We will look after [900 children]{.commitment}.",
            "By 2029 [40 care leavers]{.commitment} have a flat.",
            "We have room for [3 children]{.commitment}.",
            "Each home has [4 children]{.commitment}.",
            "No home has more than [4 children]{.commitment}.",
            "Help for [40 care leavers]{.commitment}",
            "[40 care leavers]{.commitment}",
            "They are seen [every 6 weeks]{.commitment}.",
            "There are [12 new homes]{.commitment}.",
            'We look after [900 children]{source="register"}.',
            "`We look after [900 children]{.commitment}`",
        ],
    )
    def test_that_may_be_a_promise_is_let_be(self, text: str) -> None:
        assert told(text) == []
