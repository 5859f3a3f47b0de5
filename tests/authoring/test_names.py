"""Ids and numbers that the tool makes."""

import pytest

from sufficiency.authoring import Refused
from sufficiency.authoring.names import free_id, free_number, id_from
from sufficiency.content.binding import is_id


class TestIdFrom:
    @pytest.mark.parametrize(
        ("title", "id"),
        [
            ("Care leavers", "care-leavers"),
            ("Children's homes: what they cost", "childrens-homes-what-they-cost"),
            ("Llŷn & Môn", "llyn-mon"),
            ("2024 in review", "in-review"),
            ("Café", "cafe"),
        ],
    )
    def test_of_a_title(self, title: str, id: str) -> None:
        assert id_from(title, "-") == id
        assert is_id(id)

    def test_of_a_sentence_it_keeps_the_first_words_that_matter(self) -> None:
        text = "to have more foster carers for {{ teenagers_now }} teenagers close to the school"
        assert id_from(text, "_", words=4) == "foster_carers_teenagers_close"

    def test_of_small_words_alone_it_keeps_them(self) -> None:
        assert id_from("more of it", "_", words=4) == "more_of_it"

    @pytest.mark.parametrize("title", ["مجلس", "2024", "!", ""])
    def test_where_there_are_no_letters_it_asks_for_one(self, title: str) -> None:
        with pytest.raises(Refused, match="Choose one yourself with --id"):
            id_from(title, "-")


class TestFreeId:
    def test_a_number_is_put_behind_one_that_is_taken(self) -> None:
        assert free_id("carers", "_", {"homes"}) == "carers"
        assert free_id("carers", "_", {"carers"}) == "carers_2"
        assert free_id("carers", "_", {"carers", "carers_2", "homes"}) == "carers_3"


class TestFreeNumber:
    @pytest.mark.parametrize(
        ("before", "after", "number"),
        [
            (480, 500, 490),
            (480, 490, 485),
            (485, 490, 487),
            (480, None, 490),
            (0, None, 10),
            (12, 15, 13),
            (945, 946, None),
            (945, 945, None),
        ],
    )
    def test_between_two(self, before: int, after: int | None, number: int | None) -> None:
        assert free_number(before, after, units=(10, 5)) == number

    def test_the_roundest_is_taken_first(self) -> None:
        assert free_number(300, None, units=(100, 50, 10)) == 400
        assert free_number(300, 400, units=(100, 50, 10)) == 350
        assert free_number(340, 380, units=(100, 50, 10)) == 350
        assert free_number(350, 380, units=(100, 50, 10)) == 360
