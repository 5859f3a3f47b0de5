"""Families that a council brings as files: named as fonts are, whole, and escaped where printed."""

import io
import json
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from sufficiency.brand import Brand, Typeface, default_brand, settle_brand
from sufficiency.brand.typeface import Face, FontBroken, brought, default_typeface
from sufficiency.content.binding import bind
from sufficiency.content.brand import BrandFile
from sufficiency.problems import Problem
from sufficiency.sources import parse_yaml

HOSTILE = 'A"; } </style><script>alert(1)</script>'
PLACE = "strategy/fonts/Town-Regular.ttf"


def with_font(family: str, data: bytes) -> tuple[Brand, list[Problem]]:
    """The brand of which text is set in one file of a family, and what is told of it."""
    named = json.dumps(family, ensure_ascii=False)
    text = (
        f"typography:\n  fonts:\n    - family: {named}\n      source: file\n"
        f"      files: [{PLACE}]\n  base: {named}\n"
    )
    tree, _ = parse_yaml(text, "_brand.yml")
    assert tree is not None
    file, found = bind(tree, BrandFile)
    assert found == []
    return settle_brand(file, {PLACE: data})


def regular() -> Face:
    return default_typeface().face(400)


def renamed(data: bytes, family: str) -> bytes:
    """A font that calls itself something else."""
    written = io.BytesIO()
    with TTFont(io.BytesIO(data)) as font:
        for record in font["name"].names:
            if record.nameID == 1:
                record.string = family
        font.save(written)
    return written.getvalue()


class TestNames:
    @pytest.mark.parametrize(
        "family", [HOSTILE, "A\\", "{A}", "A#", "A\nB", "A\N{ZERO WIDTH SPACE}", "-", "A;B", "$A$"]
    )
    def test_one_that_no_font_has_is_told_where_it_stands_and_not_used(self, family: str) -> None:
        brand, problems = with_font(family, regular().data)
        assert [f"{one.at.within} {one.code.id}" for one in problems] == ["3:15 FONT-NAME"]
        assert brand.base == default_typeface()

    @pytest.mark.parametrize(
        "family", ["Town Sans 3", "Gill Sans MT-Pro", "D'Nealian & Sons (Beta)", "Noto Serif Ñandú"]
    )
    def test_one_of_letters_digits_and_a_few_signs_is_let_be(self, family: str) -> None:
        assert "FONT-NAME" not in {one.code.id for one in with_font(family, regular().data)[1]}


class TestFiles:
    def test_one_that_was_cut_short_is_told_wherever_it_was_cut(self) -> None:
        whole = regular().data
        lengths = [0, 3, 4, 11, 12, 100, 300, *(len(whole) * part // 9 for part in range(1, 9))]
        for length in (*lengths, len(whole) - 5):
            _, problems = with_font("Town", whole[:length])
            assert [one.message for one in problems] == [
                f'the file "{PLACE}" is no font, or was cut short.'
            ], length

    @pytest.mark.parametrize("table", ["cmap", "glyf", "hmtx", "name", "post"])
    def test_one_that_lacks_what_text_is_set_with_is_told(self, table: str) -> None:
        renamed = regular().data.replace(table.encode(), b"zzzz", 1)
        with pytest.raises(FontBroken):
            brought("Town", {PLACE: renamed})

    def test_a_whole_one_is_read(self) -> None:
        (face,) = brought("Town", {PLACE: regular().data}).faces
        assert (face.weights, face.is_italic) == ((400, 400), False)


class TestPrinted:
    """Whatever a name holds, it ends neither its quotation marks nor what it stands in."""

    brand = Brand(
        light=default_brand().light,
        dark=default_brand().dark,
        charts=default_brand().charts,
        base=Typeface(HOSTILE + "\\\n", faces=default_typeface().faces),
        headings=default_typeface(),
    )

    def test_in_a_style_sheet(self) -> None:
        from sufficiency.engines.brand_files import style_sheet

        style = style_sheet(self.brand, "a", lambda key, make: make()).decode()
        assert "</style" not in style
        escaped = r"A\22 \3b  \7d  \3c /style>\3c script>alert(1)\3c /script>\5c \a "
        assert style.count(f'"{escaped}"') == 5  # as what text is set in, and for each face

    def test_in_typst_which_goes_by_the_name_in_the_file(self) -> None:
        from sufficiency.engines.brand_files import branded

        path = "formats/typst/typst-template.typ"
        base = brought("Town", {PLACE: renamed(regular().data, HOSTILE + "\\\nx")})
        brand = replace(self.brand, base=base)
        made = branded({path: b""}, brand, "a", lambda key, make: make())[path].decode()
        assert r'"A\u{22}; } </style><script>alert(1)</script>\u{5c}\u{a}x", "Deja' in made
