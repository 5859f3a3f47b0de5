"""The brand's fonts for typst and for browsers."""

import io
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from sufficiency.brand import Brand, Typeface, default_brand
from sufficiency.brand.typeface import brought, packaged
from sufficiency.engines import ToolMissing, drawable_characters
from sufficiency.engines.brand_files import branded
from sufficiency.engines.fonts import font_files, font_rules, letters_lacking
from tests.engines.rendering import TEMPLATES, remember


def with_fonts(base: str, headings: str = "") -> Brand:
    """The default brand in other families."""
    found = [packaged(family) for family in (base, headings or base)]
    assert found[0] is not None and found[1] is not None
    return replace(default_brand(), base=found[0], headings=found[1])


def fonts_in(rules: str) -> list[TTFont]:
    """The fonts that a style sheet brings."""
    data = re.findall(r"data:font/woff2;base64,([^\"]+)", rules)
    return [TTFont(io.BytesIO(b64decode(each))) for each in data]


class TestFontFiles:
    def test_a_family_of_text_and_headings_is_written_once(self) -> None:
        assert len(font_files(default_brand())) == 4

    def test_two_families_are_written_both(self) -> None:
        names = font_files(with_fonts("Source Sans 3", "Atkinson Hyperlegible"))
        assert len(names) == 6

    def test_two_files_of_one_name_in_two_folders_are_written_both(self) -> None:
        faces = [default_brand().base.face(weight) for weight in (400, 700)]
        given = {f"strategy/fonts/{face.weights[0]}/Town.ttf": face.data for face in faces}
        own = brought("Town", given)
        names = font_files(replace(default_brand(), base=own, headings=own))
        assert sorted(names.values()) == sorted(given.values())

    def test_a_family_that_is_not_installed_is_told_with_its_package(self) -> None:
        missing = replace(default_brand(), base=Typeface("Atkinson Hyperlegible"))
        with pytest.raises(ToolMissing, match="pip install fontpkg-atkinson-hyperlegible"):
            font_files(missing)


class TestFontRules:
    def test_they_bring_four_faces_with_the_characters_of_the_text_alone(self) -> None:
        fonts = fonts_in(font_rules(default_brand(), "Barnet £", remember))
        assert [font.flavor for font in fonts] == ["woff2"] * 4
        assert {frozenset(map(chr, font.getBestCmap())) for font in fonts} == {
            frozenset("Barnet £")
        }

    def test_a_variable_face_is_brought_once_with_its_weights_alone(self) -> None:
        rules = font_rules(with_fonts("Source Serif 4"), "Barnet", remember)
        fonts = fonts_in(rules)
        assert [[axis.axisTag for axis in font["fvar"].axes] for font in fonts] == [["wght"]] * 2
        assert rules.count("font-weight: 200 900;") == 2

    def test_they_are_the_same_each_time(self) -> None:
        assert font_rules(default_brand(), "ab", remember) == font_rules(
            default_brand(), "ba", remember
        )

    def test_they_are_small(self) -> None:
        text = "".join(map(chr, range(32, 127)))
        assert len(font_rules(default_brand(), text, remember)) < 50_000


class TestLettersLacking:
    def test_welsh_ones_that_a_family_has_are_its_own(self) -> None:
        assert letters_lacking(with_fonts("Source Sans 3"), remember) == ""
        assert "ŵ" in letters_lacking(default_brand(), remember)

    def test_they_are_set_in_another_font_only_where_they_are_lacking(self) -> None:
        name = "formats/typst/typst-template.typ"
        written = [
            branded(TEMPLATES, brand, "Dŵr", remember)[name].decode()
            for brand in (default_brand(), with_fonts("Source Sans 3"))
        ]
        assert ["covers: regex" in text for text in written] == [True, False]


class TestDrawableCharacters:
    def test_they_are_found_anew_for_each_brand(self) -> None:
        keys: list[str] = []

        def kept(key: str, make: Callable[[], bytes]) -> bytes:
            keys.append(key)
            return b"[65]"

        for brand in (default_brand(), with_fonts("Source Sans 3")):
            assert "A" in drawable_characters(brand, kept)
        assert len(set(keys)) == 2
