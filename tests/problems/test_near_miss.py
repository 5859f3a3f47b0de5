"""The name that an author probably meant."""

from sufficiency.problems import nearest, suggestion


class TestNearest:
    def test_a_letter_too_few_is_found(self) -> None:
        assert nearest("in_house_shar", ["in_house_share", "cic_now"]) == "in_house_share"

    def test_capital_letters_make_no_difference(self) -> None:
        assert nearest("briarton", ["Briarton"]) == "Briarton"

    def test_nothing_is_offered_for_another_word(self) -> None:
        assert nearest("zebra", ["in_house_share"]) is None


class TestSuggestion:
    def test_the_near_miss_is_asked_about(self) -> None:
        assert suggestion("cic_noww", ["cic_now"]) == 'Did you mean "cic_now"?'

    def test_the_names_there_are_stand_in_order_where_none_is_near(self) -> None:
        assert suggestion("zebra", ["two", "one"]) == 'Known: "one", "two".'

    def test_of_many_names_eight_are_shown(self) -> None:
        names = [f"name_{number}" for number in range(9)]
        shown = ", ".join(f'"{name}"' for name in names[:8])
        assert suggestion("zebra", names) == f"Known: {shown} …."

    def test_where_nothing_is_defined_it_says_so(self) -> None:
        assert suggestion("zebra", []) == "None is defined yet."
