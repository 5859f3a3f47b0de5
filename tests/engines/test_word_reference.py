"""The Word document that styles come from."""

import io
import zlib
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from sufficiency.brand import default_brand
from sufficiency.engines.word_reference import make_reference_document, reference_document
from sufficiency.engines.word_styles import HEADING_SIZES, PARAGRAPHS, colours_of, fonts_of
from tests.engines.rendering import remember
from tests.versions import set_version

BRAND = default_brand()
COLOURS, FONTS = colours_of(BRAND), fonts_of(BRAND)


@pytest.fixture(scope="module")
def reference() -> Any:
    return docx.Document(io.BytesIO(reference_document(BRAND, remember)))


class TestReferenceDocument:
    def test_has_the_same_bytes_each_time(self) -> None:
        assert make_reference_document(COLOURS, FONTS) == make_reference_document(COLOURS, FONTS)

    def test_is_made_once(self) -> None:
        keys: list[str] = []

        def kept(key: str, make: object) -> bytes:
            keys.append(key)
            return b"kept"

        assert reference_document(BRAND, kept) == b"kept"
        assert keys[0].startswith("word-reference-")

    def test_another_version_of_what_makes_it_makes_it_anew(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keys: list[str] = []

        def kept(key: str, make: object) -> bytes:
            keys.append(key)
            return b"kept"

        reference_document(BRAND, kept)
        for package in ("python-docx", "lxml"):
            set_version(monkeypatch, package, "99")
            reference_document(BRAND, kept)
        monkeypatch.setattr(zlib, "ZLIB_RUNTIME_VERSION", "99")
        reference_document(BRAND, kept)
        assert len(set(keys)) == 4

    def test_holds_every_style_that_is_described(self, reference: Any) -> None:
        known = {style.name.casefold() for style in reference.styles}
        assert {look.name.casefold() for look in PARAGRAPHS} <= known

    def test_numbers_headings_by_one_multilevel_list(self, reference: Any) -> None:
        lists = reference.part.numbering_part.element
        (headings,) = [
            found
            for found in lists.findall(qn("w:abstractNum"))
            if _style_of_first_level(found) == "Heading1"
        ]
        shown = [text.get(qn("w:val")) for text in headings.iter(qn("w:lvlText"))]
        assert shown == ["%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"]

    def test_leaves_room_for_numbers_of_two_digits_at_every_level(self, reference: Any) -> None:
        """In DejaVu Sans Bold, the widest font that takes the place of one that is lacking."""
        digit, point = 0.696, 0.38  # of the letters' size
        levels = reference.part.numbering_part.element.iterfind(f".//{qn('w:lvl')}")
        of_headings = [
            level
            for level in levels
            if (style := level.find(qn("w:pStyle"))) is not None
            and style.get(qn("w:val")).startswith("Heading")
        ]
        assert len(of_headings) == 4
        for depth, (level, (size, *_)) in enumerate(zip(of_headings, HEADING_SIZES, strict=True)):
            room = int(level.find(f".//{qn('w:ind')}").get(qn("w:hanging"))) / 20
            assert (2 * digit * (depth + 1) + point * depth) * size < room

    @pytest.mark.parametrize("name", ["Heading 1 Unnumbered", "TOC Heading"])
    def test_takes_the_number_off_where_there_is_none(self, reference: Any, name: str) -> None:
        numbered = reference.styles[name].element.find(f".//{qn('w:numId')}")
        assert numbered.get(qn("w:val")) == "0"

    def test_gives_box_headings_a_level_for_navigation(self, reference: Any) -> None:
        level = reference.styles["Box Heading 3"].element.find(f".//{qn('w:outlineLvl')}")
        assert level.get(qn("w:val")) == "2"

    def test_is_in_british_english(self, reference: Any) -> None:
        language = reference.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        assert language.get(qn("w:val")) == "en-GB"

    def test_puts_paragraph_properties_in_the_order_of_the_schema(self, reference: Any) -> None:
        properties = reference.styles["Box Bullet"].element.pPr
        names = [child.tag.rpartition("}")[2] for child in properties]
        assert names == ["keepNext", "keepLines", "numPr", "pBdr", "shd", "spacing", "ind", "jc"]

    def test_has_the_page_and_the_count_in_its_footer(self, reference: Any) -> None:
        footer = reference.sections[0].footer._element
        fields = [field.text.strip() for field in footer.iter(qn("w:instrText"))]
        assert fields == ["AUTHOR", "PAGE", "NUMPAGES"]

    @pytest.mark.parametrize(
        ("style", "following"),
        [
            ("Heading 1", "Body Text"),
            ("Heading 2 Unnumbered", "Body Text"),
            ("Box Heading 3", "Box Bullet"),
            ("Caption", "Body Text"),
            ("List Bullet", "List Bullet"),
            ("Box Bullet", "Box Bullet"),
        ],
    )
    def test_goes_on_as_a_writer_expects_on_enter(
        self, reference: Any, style: str, following: str
    ) -> None:
        assert reference.styles[style].next_paragraph_style.name == following

    def test_says_its_font_once(self, reference: Any) -> None:
        named = [look for look in PARAGRAPHS if _has_a_font(reference.styles[look.name])]
        assert named == []

    def test_has_one_style_of_each_name_and_id(self, reference: Any) -> None:
        names = [style.name.casefold() for style in reference.styles]
        ids = [style.style_id for style in reference.styles]
        assert (len(names), len(ids)) == (len(set(names)), len(set(ids)))


def _style_of_first_level(described: Any) -> str | None:
    style = described.find(f"{qn('w:lvl')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def _has_a_font(style: Any) -> bool:
    return style.element.find(f".//{qn('w:rFonts')}") is not None
