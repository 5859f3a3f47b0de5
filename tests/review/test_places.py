"""From a bookmark's name to a file and a line."""

import pytest

from sufficiency.review.places import place_of

LONG = "strategy/sections/50-homes-for-children-with-disabilities.md"
PATHS = ("strategy/needs.yml", "strategy/sections/20-Homes & carers.md", LONG)


class TestPlaceOf:
    @pytest.mark.parametrize(
        ("bookmark", "place"),
        [
            ("src_needs_yml_12", "strategy/needs.yml:12"),
            ("src_needs_yml_12_2", "strategy/needs.yml:12"),
            ("src_sections_20_Homes_carers_md_7", "strategy/sections/20-Homes & carers.md:7"),
            ("src_s_for_children_with_disabilities_md_14", f"{LONG}:14"),
        ],
    )
    def test_is_that_of_the_file_that_fits(self, bookmark: str, place: str) -> None:
        assert str(place_of(bookmark, PATHS)) == place

    @pytest.mark.parametrize(
        ("bookmark", "place"),
        [
            ("src_needs_yml_12", "strategy/needs.yml:12"),
            ("src_sections_20_in_care_md_3", "strategy/sections/20-in-care.md:3"),
            ("src_priorities_1_fostering_yml_3", "strategy/priorities/1-fostering.yml:3"),
        ],
    )
    def test_is_what_it_may_be_where_there_is_no_project(self, bookmark: str, place: str) -> None:
        assert str(place_of(bookmark, ())) == place

    @pytest.mark.parametrize("bookmark", ["sec-homes", "src_", "_GoBack", "src_needs_yml"])
    def test_is_none_of_another_bookmark(self, bookmark: str) -> None:
        assert place_of(bookmark, PATHS) is None
