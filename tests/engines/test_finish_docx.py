"""What finishing adds to a Word document."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from sufficiency.engines import EngineError, finish
from sufficiency.engines.finish_docx import finish_docx
from sufficiency.engines.pandoc import run_pandoc
from sufficiency.engines.word_xml import has_property, style_of, tag, text_of
from tests.engines.rendering import (
    FIGURE,
    LIST_TABLE,
    PUBLISHED,
    TABLE,
    rendered,
    word_of,
    word_paragraphs,
    word_part,
)

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
LANDSCAPE = f"# A\n\n::: {{.landscape}}\n\n# Plan\n\n{LIST_TABLE}\n:::\n\n# B\n"


class TestSections:
    def test_all_have_the_header_and_the_footer(self, tmp_path: Path) -> None:
        document = docx.Document(str(rendered(LANDSCAPE, tmp_path, ["docx"])["docx"]))
        assert len(document.sections) == 3
        for section in document.sections:
            assert section.header.paragraphs[0].text == "Placement sufficiency strategy"
            assert "Page 1 of 1" in section.footer.paragraphs[0].text

    def test_only_the_first_has_a_page_without_them(self, tmp_path: Path) -> None:
        document = docx.Document(str(rendered(LANDSCAPE, tmp_path, ["docx"])["docx"]))
        different = [section.different_first_page_header_footer for section in document.sections]
        assert different == [True, False, False]

    def test_turn_the_margins_with_the_page(self, tmp_path: Path) -> None:
        upright, turned, _ = word_of(LANDSCAPE, tmp_path).iter(tag("pgMar"))
        assert turned.get(tag("top")) == upright.get(tag("left"))
        assert turned.get(tag("left")) == upright.get(tag("bottom"))


class TestDepthsOfLists:
    @pytest.mark.parametrize(("sign", "kind"), [("-", "ListBullet"), ("1.", "ListNumber")])
    def test_are_five_styles(self, tmp_path: Path, sign: str, kind: str) -> None:
        styles = [style_of(item) for item in _items(sign, tmp_path)]
        assert styles == [f"{kind}{depth}" for depth in ("", 2, 3, 4, 5, 5)]

    @pytest.mark.parametrize("sign", ["-", "1."])
    def test_below_them_keep_their_own_level(self, tmp_path: Path, sign: str) -> None:
        numbering = _items(sign, tmp_path)[-1].find(f"{tag('pPr')}/{tag('numPr')}")
        assert numbering.find(tag("ilvl")).get(tag("val")) == "5"


def _items(sign: str, folder: Path) -> list[Any]:
    """The items of six lists, each within the one before."""
    body = "".join(f"{'    ' * level}{sign} item\n" for level in range(6))
    paragraphs = word_of(f"# A\n\n{body}", folder).iter(tag("p"))
    return [paragraph for paragraph in paragraphs if text_of(paragraph) == "item"]


class TestPages:
    def test_the_first_chapter_begins_one_and_others_follow_on(self, tmp_path: Path) -> None:
        first, second = _chapters(word_of("# A\n\nText.\n\n# B\n\nText.\n", tmp_path))
        assert first == (True, "0")
        assert second == (False, None)

    def test_a_chapter_that_begins_a_section_stands_at_the_top(self, tmp_path: Path) -> None:
        assert _chapters(word_of(LANDSCAPE, tmp_path))[1:] == [(False, "0"), (False, "0")]


def _chapters(document: Any) -> list[tuple[bool, str | None]]:
    """Of each chapter's heading: whether it begins a page, and the room that it has above."""
    found = []
    for paragraph in document.iter(tag("p")):
        if style_of(paragraph) == "Heading1":
            properties = paragraph.find(tag("pPr"))
            spacing = properties.find(tag("spacing"))
            room = None if spacing is None else spacing.get(tag("before"))
            found.append((properties.find(tag("pageBreakBefore")) is not None, room))
    return found


class TestLists:
    def test_are_in_words_own_styles(self, tmp_path: Path) -> None:
        body = "# A\n\n- one\n- two\n    - three\n\nText.\n\n- four\n"
        assert word_paragraphs(word_of(body, tmp_path))[-5:] == [
            ("ListBullet", "one"),
            ("ListBullet", "two"),
            ("ListBullet2", "three"),
            ("BodyText", "Text."),
            ("ListBullet", "four"),
        ]

    def test_leave_room_below_their_last_item(self, tmp_path: Path) -> None:
        body = "# A\n\n- one\n- two\n    - three\n\nText.\n\n- four\n"
        room = [
            text_of(item)
            for item in word_of(body, tmp_path).iter(tag("p"))
            if style_of(item).startswith("List") and has_property(item, "spacing")
        ]
        assert room == ["three", "four"]

    def test_keep_numbers_of_their_own_and_what_belongs_to_an_item(self, tmp_path: Path) -> None:
        body = "# A\n\n1. one\n\n    More.\n\n2. two\n\nText.\n\n1. again\n"
        document = word_of(body, tmp_path)
        assert word_paragraphs(document)[-5:] == [
            ("ListNumber", "one"),
            ("ListContinue", "More."),
            ("ListNumber", "two"),
            ("BodyText", "Text."),
            ("ListNumber", "again"),
        ]
        first, again = (
            next(item for item in document.iter(tag("p")) if text_of(item) == words)
            for words in ("one", "again")
        )
        assert _list_of(first) != _list_of(again)

    def test_begin_on_the_page_of_the_line_that_leads_into_them(self, tmp_path: Path) -> None:
        body = "# A\n\nPlain.\n\nWe will:\n\n- one\n- two\n\nAnd so:\n\nThe end.\n"
        kept = [
            text_of(paragraph)
            for paragraph in word_of(body, tmp_path).iter(tag("p"))
            if paragraph.find(f"{tag('pPr')}/{tag('keepNext')}") is not None
        ]
        assert kept == ["We will:"]


def _list_of(item: Any) -> str | None:
    number: str | None = item.find(f".//{tag('numId')}").get(tag("val"))
    return number


class TestPictures:
    def test_stand_flush_with_the_text(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{FIGURE}", tmp_path)
        (picture,) = document.iter("{" + DRAWING + "}inline")
        assert [picture.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4


class TestTables:
    def test_have_row_headers_and_a_title(self, tmp_path: Path) -> None:
        table = word_of(f"# A\n\n{TABLE}", tmp_path).find(f".//{tag('tbl')}")
        properties = table.find(tag("tblPr"))
        assert properties.find(tag("tblLook")).get(tag("firstColumn")) == "1"
        title = properties.find(tag("tblCaption")).get(tag("val"))
        assert title == "Table\N{NO-BREAK SPACE}1: What homes cost"

    def test_repeat_the_first_row_and_split_none(self, tmp_path: Path) -> None:
        table = word_of(f"# A\n\n{TABLE}", tmp_path).find(f".//{tag('tbl')}")
        rows = [
            [child.tag.rpartition("}")[2] for child in row.find(tag("trPr"))]
            for row in table.findall(tag("tr"))
        ]
        assert rows == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"]]

    def test_stay_on_one_page_where_they_are_short(self, tmp_path: Path) -> None:
        table = word_of(f"# A\n\n{TABLE}", tmp_path).find(f".//{tag('tbl')}")
        kept = [
            all(
                paragraph.find(f"{tag('pPr')}/{tag('keepNext')}") is not None
                for paragraph in row.iter(tag("p"))
            )
            for row in table.findall(tag("tr"))
        ]
        assert kept == [True, True, False]

    def test_may_break_where_a_few_rows_hold_half_a_page(self, tmp_path: Path) -> None:
        long = TABLE
        words = " ".join(["word"] * 250)
        row = next(line for line in long.splitlines() if line.startswith("|") and "--" not in line)
        long = long.replace(row, row.replace("|", f"| {words} ", 1), 1)
        table = word_of(f"# A\n\n{long}", tmp_path).find(f".//{tag('tbl')}")
        last = table.findall(tag("tr"))[1]
        assert last.find(f".//{tag('keepNext')}") is None

    def test_have_texts_in_styles_of_their_own(self, tmp_path: Path) -> None:
        table = word_of(f"# A\n\n{LIST_TABLE}", tmp_path).find(f".//{tag('tbl')}")
        styles = {text: style for style, text in word_paragraphs(table)}
        assert (styles["Priority"], styles["Strategic"]) == ("TableHead", "TableText")
        assert styles["Recruit"] == "TableBullet"

    def test_are_parted_where_two_meet(self, tmp_path: Path) -> None:
        plain = '::: {source="a.md:1"}\n| A | B |\n|---|---|\n| x | y |\n:::\n'
        document = word_of(f"# A\n\n{plain}\n{plain}", tmp_path)
        tables = list(document.iter(tag("tbl")))
        following = tables[0].getnext()
        while following.tag in (tag("bookmarkStart"), tag("bookmarkEnd")):
            following = following.getnext()
        assert (style_of(following), following.getnext()) == ("TableEnd", tables[1])

    def test_leave_room_for_the_text_below_them(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{TABLE}\nText.\n\nMore.\n", tmp_path)
        assert word_paragraphs(document)[-2:] == [
            ("TextBelowTable", "Text."),
            ("BodyText", "More."),
        ]

    def test_keep_the_numbers_of_numbered_lists(self, tmp_path: Path) -> None:
        numbered = LIST_TABLE.replace("    - Recruit", "    1. Recruit")
        table = word_of(f"# A\n\n{numbered}", tmp_path).find(f".//{tag('tbl')}")
        (item,) = [row for row in table.iter(tag("p")) if text_of(row) == "Recruit"]
        assert item.find(f"{tag('pPr')}/{tag('numPr')}") is not None


class TestBookmarks:
    def test_have_ids_of_their_own_that_open_and_close(self, tmp_path: Path) -> None:
        source = '::: {source="strategy/sections/20-x.md:%d"}\nText.\n:::\n\n'
        body = f"# A {{#sec-a}}\n\n{source % 3}{source % 9}{TABLE}"
        document = word_of(body, tmp_path)
        opened = [mark.get(tag("id")) for mark in document.iter(tag("bookmarkStart"))]
        closed = [mark.get(tag("id")) for mark in document.iter(tag("bookmarkEnd"))]
        assert len(opened) == len(set(opened)) == 4
        assert sorted(opened) == sorted(closed)


class TestHeadings:
    def test_lose_numbers_that_were_typed(self, tmp_path: Path) -> None:
        source, path = tmp_path / "x.md", tmp_path / "x.docx"
        source.write_text("# A\n\n## B\n")
        run_pandoc([str(source), "--number-sections", f"--output={path}"], making="a test")
        finish_docx(path, published=PUBLISHED)
        assert word_paragraphs(word_part(path, "word/document.xml")) == [
            ("Heading1", "A"),
            ("Heading2", "B"),
        ]


class TestProperties:
    def test_say_title_author_language_and_day(self, tmp_path: Path) -> None:
        path = rendered("# A\n", tmp_path, ["docx"])["docx"]
        core = docx.Document(str(path)).core_properties
        assert (core.title, core.author, core.language) == (
            "Placement sufficiency strategy",
            "Norton & Sutton Council",
            "en-GB",
        )
        assert {str(core.created), str(core.modified)} == {"2026-11-20 00:00:00+00:00"}

    def test_say_nothing_of_how_it_was_built(self, tmp_path: Path) -> None:
        path = rendered("# A\n", tmp_path, ["docx"])["docx"]
        assert len(word_part(path, "docProps/custom.xml")) == 0

    def test_open_in_words_own_mode(self, tmp_path: Path) -> None:
        path = rendered("# A\n", tmp_path, ["docx"])["docx"]
        (setting,) = word_part(path, "word/settings.xml").iter(tag("compatSetting"))
        assert (setting.get(tag("name")), setting.get(tag("val"))) == ("compatibilityMode", "15")


class TestCoverPage:
    def test_is_real_paragraphs(self, tmp_path: Path) -> None:
        paragraphs = word_paragraphs(word_of("# A\n", tmp_path))
        assert paragraphs[:7] == [
            ("Author", "Norton & Sutton Council"),
            ("Title", "Placement sufficiency strategy"),
            ("Subtitle", "2019 to 2023"),
            ("Date", "Published: 20 November 2026"),
            ("Date", "Figures as at: 31 March 2019"),
            ("CoverNotice", "An unofficial worked example."),
            ("TOCHeading", "Contents"),
        ]


class TestFinishDocx:
    def test_twice_is_as_good_as_once(self, tmp_path: Path) -> None:
        path = rendered(LANDSCAPE, tmp_path, ["docx"])["docx"]
        once = path.read_bytes()
        finish(path, published=PUBLISHED)
        assert path.read_bytes() == once

    def test_refuses_what_is_no_word_document(self, tmp_path: Path) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr("x.txt", "x")
        path = tmp_path / "x.docx"
        path.write_bytes(written.getvalue())
        with pytest.raises(EngineError, match=r"x\.docx is not a Word document"):
            finish(path, published=PUBLISHED)

    def test_every_style_that_is_used_is_defined(self, tmp_path: Path) -> None:
        path = rendered(LANDSCAPE, tmp_path, ["docx"])["docx"]
        defined = {
            style.get(tag("styleId"))
            for style in word_part(path, "word/styles.xml").iter(tag("style"))
        }
        document = word_part(path, "word/document.xml")
        used = {style_of(paragraph) for paragraph in document.iter(tag("p"))} - {""}
        assert used <= defined
