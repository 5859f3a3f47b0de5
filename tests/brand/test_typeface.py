"""Families of fonts: from packages, or from the project's own files."""

from pathlib import Path

import pytest

from sufficiency.brand import default_brand
from sufficiency.brand.typeface import (
    BOLD,
    REGULAR,
    FontBroken,
    brought,
    lacking,
    package_of,
    packaged,
)
from sufficiency.sources.shape import FONTS
from tests.brand.brands import settled, told


def atkinson(*faces: str) -> dict[str, bytes]:
    """Font files as a council brings them."""
    own = {face.file: face.data for face in default_brand().base.faces}
    names = [f"AtkinsonHyperlegible-{face}.ttf" for face in faces]
    return {f"{FONTS}{name}": own[name] for name in names}


def saying(*files: str) -> str:
    listed = "".join(f"        - {file}\n" for file in files)
    return (
        "typography:\n  fonts:\n    - family: Town Sans\n      source: file\n"
        f"      files:\n{listed}  base: Town Sans\n"
    )


class TestPackaged:
    def test_a_static_family_has_a_file_for_each_face(self) -> None:
        family = packaged("Atkinson Hyperlegible")
        assert family is not None
        assert family.face(BOLD).file == "AtkinsonHyperlegible-Bold.ttf"
        assert family.face(REGULAR, is_italic=True).file == "AtkinsonHyperlegible-Italic.ttf"

    def test_a_variable_family_has_all_weights_in_one_file(self) -> None:
        family = packaged("Source Sans 3")
        assert family is not None
        assert family.face(BOLD) == family.face(REGULAR)
        assert not family.face(BOLD).is_static

    @pytest.mark.parametrize(
        ("family", "expected"), [("Source Serif 4", True), ("Source Sans 3", False)]
    )
    def test_it_is_known_whether_a_family_has_serifs(self, family: str, expected: bool) -> None:
        found = packaged(family)
        assert found is not None
        assert found.is_serif == expected

    def test_a_family_that_is_not_installed_is_none(self) -> None:
        assert packaged("Comic Sans MS") is None

    def test_a_package_is_called_like_its_family(self) -> None:
        assert package_of("Source Sans 3") == "fontpkg-source-sans-3"


class TestBrought:
    def test_a_face_is_what_its_file_says(self) -> None:
        family = brought("Town Sans", atkinson("Regular", "BoldItalic"))
        assert [(face.weights, face.is_italic) for face in family.faces] == [
            ((400, 400), False),
            ((700, 700), True),
        ]
        assert not family.is_serif

    def test_a_face_that_is_missing_is_told(self) -> None:
        assert list(lacking(brought("Town Sans", atkinson("Regular", "BoldItalic")))) == ["bold"]

    @pytest.mark.parametrize("cut", [b"", b"no font", None])
    def test_what_is_no_font_is_refused(self, cut: bytes | None) -> None:
        whole = next(iter(atkinson("Bold").values()))
        with pytest.raises(FontBroken, match=r"a\.ttf"):
            brought("Town Sans", {"a.ttf": whole[:300] if cut is None else cut})


class TestFontsGiven:
    def test_those_of_the_project_are_used_by_their_name(self) -> None:
        files = atkinson("Regular", "Bold")
        brand, problems = settled(saying(*files), files)
        assert problems == []
        assert brand.base.family == brand.headings.family == "Town Sans"

    def test_headings_may_have_a_family_of_their_own(self) -> None:
        brand, problems = settled("typography:\n  headings:\n    family: Source Serif 4\n")
        assert problems == []
        assert (brand.base.family, brand.headings.family) == (
            "Atkinson Hyperlegible",
            "Source Serif 4",
        )

    def test_a_family_from_elsewhere_is_taken_from_its_package(self) -> None:
        text = "typography:\n  fonts:\n    - family: Source Sans 3\n      source: google\n"
        brand, problems = settled(f"{text}  base: Source Sans 3\n")
        assert problems == []
        assert brand.base.family == "Source Sans 3"

    def test_a_family_that_is_nowhere_is_told_and_the_default_used(self) -> None:
        brand, problems = settled("typography:\n  base: Town Sans\n")
        assert [one.code.id for one in problems] == ["FONT-NONE"]
        assert brand == settled("{meta: x}")[0]

    def test_of_a_font_that_every_computer_has_one_as_wide_is_offered(self) -> None:
        (line,) = told("typography:\n  base: Arial\n")
        assert '"Arimo" is as wide' in line
        assert "fontpkg-arimo" in line

    @pytest.mark.parametrize(
        ("files", "expected"),
        [
            (["strategy/fonts/TownSans.ttf"], "is not there"),
            (["fonts/TownSans.ttf"], "is no TTF or OTF file in strategy/fonts"),
            (["strategy/fonts/TownSans.woff2"], "is no TTF or OTF file in strategy/fonts"),
        ],
    )
    def test_a_file_that_cannot_be_used_is_told(self, files: list[str], expected: str) -> None:
        assert expected in told(saying(*files))[0]

    def test_a_family_without_its_bold_face_is_told(self) -> None:
        files = atkinson("Regular")
        (problem,) = settled(saying(*files), files)[1]
        assert problem.message == 'none of the files of "Town Sans" is its bold face.'

    def test_a_broken_file_is_told_where_it_is_named(self) -> None:
        files = {**atkinson("Regular"), f"{FONTS}Bold.ttf": b"cut"}
        (problem,) = settled(saying(*files), files)[1]
        assert (problem.code.id, problem.at.line) == ("FONT-FILE", 7)


def test_no_brand_of_two_shares_what_is_remembered_of_its_fonts() -> None:
    one, other = settled("typography:\n  base: Source Sans 3\n")[0], default_brand()
    assert repr(one.base) != repr(other.base)
    assert Path(one.base.faces[0].file).suffix == ".ttf"
