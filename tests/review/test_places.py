"""From a bookmark's name to a file and a line."""

from pathlib import Path

import pytest

from sufficiency.engines.word_xml import tag
from sufficiency.review.places import place_of
from tests.engines.rendering import word_of

PATHS = ("strategy/needs.yml", "strategy/sections/20-in-care.md")
ALIKE = (
    "strategy/sections/50-homes-for-children-with-disabilities.md",
    "strategy/sections/60-homes-for-children-with-disabilities.md",
    "strategy/sections/70-near-homes-for-children-with-disabilities.md",
    "strategy/sections/20-homes & carers.md",
    "strategy/sections/20-homes-carers.md",
    "strategy/sections/20-homes_carers.md",
    "strategy/sections/20-hômes-carers.md",
    "strategy/sections/20-hömes-carers.md",
)


class TestPlaceOf:
    @pytest.mark.parametrize(
        ("bookmark", "place"),
        [
            ("src_needs_yml_12", "strategy/needs.yml:12"),
            ("src_needs_yml_12_2", "strategy/needs.yml:12"),
            ("src_sections_20_in_care_md_7", "strategy/sections/20-in-care.md:7"),
        ],
    )
    def test_is_that_of_the_file_that_fits(self, bookmark: str, place: str) -> None:
        assert str(place_of(bookmark, PATHS)) == place

    def test_is_that_of_its_own_file_however_alike_two_are_called(self, tmp_path: Path) -> None:
        source = '::: {{source="{}:14"}}\nText.\n:::\n\n'
        body = "# A\n\n" + "".join(source.format(path) * 2 for path in ALIKE)
        names = [
            mark.get(tag("name")) for mark in word_of(body, tmp_path).iter(tag("bookmarkStart"))
        ]
        found = [str(place) for name in names if (place := place_of(name, ALIKE))]
        assert found == [f"{path}:14" for path in ALIKE for _ in range(2)]
        assert max(map(len, names)) <= 40

    @pytest.mark.parametrize(
        ("bookmark", "place"),
        [
            ("src_needs_yml_12", "strategy/needs.yml:12"),
            ("src_x0a1b2c_with_disabilities_md_3", "strategy/with-disabilities.md:3"),
            ("src_sections_20_in_care_md_3", "strategy/sections/20-in-care.md:3"),
            ("src_priorities_1_fostering_yml_3", "strategy/priorities/1-fostering.yml:3"),
        ],
    )
    def test_is_what_it_may_be_where_there_is_no_project(self, bookmark: str, place: str) -> None:
        assert str(place_of(bookmark, ())) == place

    @pytest.mark.parametrize("bookmark", ["sec-homes", "src_", "_GoBack", "src_needs_yml"])
    def test_is_none_of_another_bookmark(self, bookmark: str) -> None:
        assert place_of(bookmark, PATHS) is None
