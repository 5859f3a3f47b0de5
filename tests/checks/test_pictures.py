"""Rules of authors' pictures, on the sound project with a picture in it."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.content import read_content
from sufficiency.outputs import Cache, cache_folder
from sufficiency.pictures import prepare_pictures
from sufficiency.problems import Problem
from sufficiency.sources import read_project
from tests.a_project import replaced, write_project
from tests.pictures.making import SVG, corners, photograph, saved

PICTURES, CARERS = "strategy/pictures.yml", "strategy/sections/30-carers.md"
STRATEGY = "strategy/strategy.yml"
HOME = """\
pictures:
  home:
    file: home.jpg
    kind: photograph
    people: false
    alt: A terraced house.
    caption: One of our homes
"""
Changes = dict[str, str | bytes | None]


def with_picture(entry: str = HOME, *, placed: str = '{{ picture("home") }}') -> Changes:
    changes = replaced(CARERS, "## What carers say\n", f"## What carers say\n\n{placed}\n")
    return {**changes, PICTURES: entry, "strategy/pictures/home.jpg": photograph()}


def problems_of(folder: Path, changes: Changes) -> list[Problem]:
    project = write_project(folder, changes)
    return pipeline.understand(project, cache=Cache(cache_folder()))[1]


def told(folder: Path, changes: Changes) -> list[str]:
    return [
        f"{problem.code.id} {problem.at.line}: {problem.message}"
        for problem in problems_of(folder, changes)
    ]


def changed(old: str, new: str) -> Changes:
    assert old in HOME
    return with_picture(HOME.replace(old, new))


class TestAlt:
    def test_a_picture_with_all_that_it_needs_is_let_through(self, tmp_path: Path) -> None:
        assert told(tmp_path, with_picture()) == []

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("    alt: A terraced house.\n", "", "PICTURE-ALT 3: the picture has no alt text."),
            ("A terraced house.", "", "PICTURE-ALT 6: the picture has no alt text."),
            ("A terraced house.", "' '", "PICTURE-ALT 6: the picture has no alt text."),
            (
                "A terraced house.",
                "Image of a house",
                'PICTURE-ALT-OPENING 6: the alt text begins with "Image of".',
            ),
            (
                "A terraced house.",
                "a photo showing a house",
                'PICTURE-ALT-OPENING 6: the alt text begins with "a photo showing".',
            ),
            (
                "A terraced house.",
                "ONE of our homes.",
                "PICTURE-ALT-CAPTION 6: the alt text is the caption again.",
            ),
            (
                "A terraced house.",
                "x" * 251,
                "PICTURE-ALT-LONG 6: the alt text has 251 letters; 250 are enough.",
            ),
            (
                "    caption",
                "    decorative: true\n    caption",
                "PICTURE-DECORATIVE 6: the picture is decorative and has an alt text.",
            ),
        ],
    )
    def test_what_is_wrong_is_told_at_its_line(
        self, tmp_path: Path, old: str, new: str, said: str
    ) -> None:
        assert told(tmp_path, changed(old, new)) == [said]

    def test_a_decorative_picture_has_no_caption_either(self, tmp_path: Path) -> None:
        changes = changed("    alt: A terraced house.\n", "    decorative: true\n")
        assert told(tmp_path, changes) == [
            "PICTURE-DECORATIVE 7: the picture is decorative and has a caption."
        ]

    @pytest.mark.parametrize(
        "alt", ["Imagine a house.", "The picture rail in the hall", "x" * 250, "Pictures of houses"]
    )
    def test_what_only_sounds_alike_is_let_through(self, tmp_path: Path, alt: str) -> None:
        assert told(tmp_path, changed("A terraced house.", alt)) == []


class TestPeople:
    def test_a_photograph_says_whether_people_are_in_it(self, tmp_path: Path) -> None:
        assert told(tmp_path, changed("    people: false\n", "")) == [
            "PICTURE-PEOPLE 3: the photograph does not say whether people can be recognised in it."
        ]

    def test_people_have_agreed(self, tmp_path: Path) -> None:
        assert told(tmp_path, changed("people: false", "people: true")) == [
            "PICTURE-CONSENT 5: the picture shows people, and no consent is recorded."
        ]

    def test_where_they_did_is_named(self, tmp_path: Path) -> None:
        entry = "people: true\n    consent: consents-14"
        assert told(tmp_path, changed("people: false", entry)) == []

    def test_a_diagram_says_nothing_of_people(self, tmp_path: Path) -> None:
        changes = changed("kind: photograph\n    people: false", "kind: diagram")
        assert told(tmp_path, changes) == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("people: false", "people: true"),
            ("    people: false\n", ""),
            ("    alt: A terraced house.\n", ""),
        ],
    )
    def test_without_consent_or_alt_text_there_is_no_picture_for_any_draft(
        self, tmp_path: Path, old: str, new: str
    ) -> None:
        project, _ = read_project(write_project(tmp_path, changed(old, new)))
        content, _ = read_content(project)
        shelf, problems = prepare_pictures(
            content.pictures, project.pictures, frozenset(), lambda key, make: make()
        )
        assert len(problems) == 1
        assert not shelf.entries
        assert shelf.broken == {"home"}


class TestPlaces:
    def test_a_picture_that_nothing_places_is_told(self, tmp_path: Path) -> None:
        changes = with_picture(placed="Nothing.")
        assert told(tmp_path, changes) == ['PLACED-NOWHERE 3: no section shows the picture "home".']

    def test_it_is_not_where_the_section_cannot_be_read(self, tmp_path: Path) -> None:
        changes = with_picture(placed="Nothing.") | {CARERS: "No front matter."}
        codes = [problem.code.id for problem in problems_of(tmp_path, changes)]
        assert "PLACED-NOWHERE" not in codes

    def test_one_that_is_placed_as_a_figure_is_told_once(self, tmp_path: Path) -> None:
        changes = with_picture(placed='{{ figure("home") }}')
        (problem,) = problems_of(tmp_path, changes)
        assert problem.message == '"home" is a picture.'
        assert problem.mend == 'Write {{ picture("home") }}.'

    def test_a_table_that_is_placed_as_a_picture_is_told_once(self, tmp_path: Path) -> None:
        path = "strategy/sections/20-fostering.md"
        changes = replaced(path, '{{ table("costs") }}', '{{ picture("costs") }}')
        (problem,) = problems_of(tmp_path, changes)
        assert problem.message == '"costs" is a table.'
        assert problem.mend == 'Write {{ table("costs") }}.'

    def test_a_picture_has_a_name_that_no_figure_has(self, tmp_path: Path) -> None:
        entry = HOME.replace("  home:\n", "  in-care:\n")
        changes = with_picture(entry, placed='{{ picture("in-care") }}')
        assert told(tmp_path, changes) == ['ID-TWICE 3: a figure has the id "in-care" already.']

    def test_a_reference_to_a_picture_with_a_caption_leads_to_it(self, tmp_path: Path) -> None:
        assert told(tmp_path, with_picture(placed='See @fig-home.\n\n{{ picture("home") }}')) == []

    def test_one_to_a_picture_without_says_what_it_lacks(self, tmp_path: Path) -> None:
        entry = HOME.replace("    caption: One of our homes\n", "")
        changes = with_picture(entry, placed='See @fig-home.\n\n{{ picture("home") }}')
        (problem,) = problems_of(tmp_path, changes)
        assert problem.mend.startswith("Give the picture a caption")

    def test_a_picture_that_is_broken_is_the_only_problem(self, tmp_path: Path) -> None:
        changes = with_picture(placed='See @fig-home.\n\n{{ picture("home") }}')
        changes["strategy/pictures/home.jpg"] = photograph()[:300]
        assert [problem.code.id for problem in problems_of(tmp_path, changes)] == ["PICTURE-BROKEN"]

    def test_a_picture_that_an_unreadable_entry_may_name_is_not_unlisted(
        self, tmp_path: Path
    ) -> None:
        changes = changed("kind: photograph", "kind: painting")
        (problem,) = problems_of(tmp_path, changes)
        assert problem.message.startswith('"painting" is not one of')

    def test_pixels_and_letters_of_pictures_are_no_text(self, tmp_path: Path) -> None:
        drawn = SVG.replace(b"<rect", "<title>✓</title><rect".encode())
        entry = HOME.replace("home.jpg", "home.svg")
        changes = with_picture(entry) | {"strategy/pictures/home.svg": drawn}
        del changes["strategy/pictures/home.jpg"]
        assert told(tmp_path, changes) == []


class TestLogo:
    LOGO = "pictures:\n  crest:\n    file: crest.png\n    kind: logo\n    alt: Ambleford Council\n"

    def changes(self, named: str, entry: str = LOGO) -> Changes:
        changes = replaced(STRATEGY, "keywords:", f"logo: {named}\nkeywords:")
        crest = {"strategy/pictures/crest.png": saved(corners(), "PNG")}
        return {**changes, PICTURES: entry, **crest}

    def test_it_needs_no_other_place(self, tmp_path: Path) -> None:
        assert told(tmp_path, self.changes("crest")) == []

    def test_one_that_is_not_defined_is_told_with_the_near_miss(self, tmp_path: Path) -> None:
        (unknown,) = problems_of(tmp_path, self.changes("crst"))
        assert unknown.message == 'picture "crst" is not defined.'
        assert unknown.mend == 'Did you mean "crest"?'

    def test_a_photograph_is_no_logo(self, tmp_path: Path) -> None:
        entry = self.LOGO.replace("kind: logo", "kind: photograph\n    people: false")
        (problem,) = problems_of(tmp_path, self.changes("crest", entry))
        assert problem.message == 'the picture "crest" is a photograph, not a logo.'

    @pytest.mark.parametrize(
        ("logo", "code"),
        [
            ("strategy/pictures/logo.svg", "LOGO-ALT"),
            ("{path: strategy/pictures/logo.svg, alt: ''}", "LOGO-ALT"),
            ("{path: strategy/pictures/lgo.svg, alt: Ambleford}", "LOGO-FILE"),
            ("{path: logo.svg, alt: Ambleford}", "LOGO-FILE"),
            ("[strategy/pictures/logo.svg]", "VALUE-TYPE"),
        ],
    )
    def test_one_of_the_brand_that_cannot_be_used_is_told_once(
        self, tmp_path: Path, logo: str, code: str
    ) -> None:
        changes: Changes = {"_brand.yml": f"logo: {logo}\n", "strategy/pictures/logo.svg": SVG}
        assert [one.code.id for one in problems_of(tmp_path, changes)] == [code]

    def test_another_picture_is_still_unlisted(self, tmp_path: Path) -> None:
        changes: Changes = {"_brand.yml": "logo: strategy/pictures/logo.svg\n"}
        changes |= {f"strategy/pictures/{name}.svg": SVG for name in ("logo", "town")}
        told = [(one.code.id, one.at.path) for one in problems_of(tmp_path, changes)]
        assert told[1:] == [("PICTURE-UNLISTED", "strategy/pictures/town.svg")]

    def test_the_brands_other_sizes_are_not_unlisted(self, tmp_path: Path) -> None:
        brand = "logo:\n  small: strategy/pictures/small.svg\n"
        brand += "  medium: {path: strategy/pictures/logo.svg, alt: Ambleford}\n"
        changes: Changes = {"_brand.yml": brand}
        changes |= {f"strategy/pictures/{name}.svg": SVG for name in ("logo", "small")}
        assert problems_of(tmp_path, changes) == []
