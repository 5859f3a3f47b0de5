"""The name that an author probably meant."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.problems import nearest, suggestion


class TestNearest:
    def test_a_letter_too_few_is_found(self) -> None:
        assert nearest("in_house_shar", ["in_house_share", "cic_now"]) == "in_house_share"

    def test_capital_letters_make_no_difference(self) -> None:
        assert nearest("briarton", ["Briarton"]) == "Briarton"

    def test_nothing_is_offered_for_another_word(self) -> None:
        assert nearest("zebra", ["in_house_share"]) is None

    @pytest.mark.parametrize(
        ("asked", "there"),
        [
            ("31 March 2024", "31 March 2026"),
            ("31 March 2024", "31 May 2024"),
            ("year to 31 March 2024", "year to 31 March 2025"),
            ("2024", "2025"),
            ("2023-24", "2023-25"),
            ("2023 to 2024", "2022 to 2023"),
            ("2023/24 (OT)", "2024/25 (OT)"),
            ("31/03/2024", "31/03/2025"),
            ("2024-03-31", "2025-03-31"),
            ("March 2024", "March 2025"),
        ],
    )
    def test_a_period_is_no_slip_for_another(self, asked: str, there: str) -> None:
        assert nearest(asked, [there]) is None

    @pytest.mark.parametrize(
        ("asked", "there"),
        [
            ("31 Mrach 2024", "31 March 2024"),
            ("31 March 2108", "31 March 2018"),
            ("31 march 2024", "31 March 2024"),
            ("children_2024", "children_2025"),
        ],
    )
    def test_what_is_no_period_may_be_a_slip(self, asked: str, there: str) -> None:
        assert nearest(asked, [there]) == there

    @given(st.text("abc_", max_size=8), st.sets(st.text("abc_", max_size=8), max_size=6))
    def test_it_is_what_difflib_finds(self, name: str, known: set[str]) -> None:
        found = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        assert nearest(name, known) == (found[0] if found else None)


class TestSuggestion:
    def test_the_near_miss_is_asked_about(self) -> None:
        assert suggestion("cic_noww", ["cic_now"]) == 'Did you mean "cic_now"?'

    def test_the_names_there_are_stand_in_order_where_none_is_near(self) -> None:
        assert suggestion("zebra", ["two", "one"]) == 'Known: "one", "two".'

    def test_a_blank_is_no_name(self) -> None:
        assert suggestion("zebra", ["", "one"]) == 'Known: "one".'
        assert suggestion("zebra", [""]) == "None is defined yet."

    def test_of_many_names_eight_are_shown(self) -> None:
        names = [f"name_{number}" for number in range(9)]
        shown = ", ".join(f'"{name}"' for name in names[:8])
        assert suggestion("zebra", names) == f"Known: {shown} …."

    def test_of_many_periods_those_around_the_one_asked_for_are_shown(self) -> None:
        periods = [f"31 March {year}" for year in range(2001, 2027) if year != 2015]
        told = suggestion("31 March 2015", periods)
        years = (2011, 2012, 2013, 2014, 2016, 2017, 2018, 2019)
        shown = ", ".join(f'"31 March {year}"' for year in years)
        assert told == f"Known: {shown} …."

    def test_where_nothing_is_defined_it_says_so_or_how_to_begin(self) -> None:
        assert suggestion("zebra", []) == "None is defined yet."
        assert suggestion("zebra", [], "Add one.") == "Add one."
