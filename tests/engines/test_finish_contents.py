"""The contents of a Word document."""

from pathlib import Path
from typing import Any

from sufficiency.engines.word_xml import style_of, tag, text_of
from tests.engines.rendering import BOX, FIGURE, TABLE, word_of

BODY = f"""# Summary {{#sec-summary .unnumbered}}

## In short

# Needs {{#sec-needs}}

## Homes {{#sec-homes}}

### Too deep

{BOX}
# Costs {{#sec-costs}}
"""


def entries(document: Any) -> list[tuple[str, str, str | None]]:
    """Style, text and target of each entry."""
    return [
        (style_of(paragraph), text_of(paragraph), link.get(tag("anchor")))
        for paragraph in document.iter(tag("p"))
        if style_of(paragraph).startswith("TOC")
        for link in paragraph.iter(tag("hyperlink"))
    ]


class TestFillContents:
    def test_lists_headings_with_words_numbers_and_links(self, tmp_path: Path) -> None:
        assert entries(word_of(BODY, tmp_path)) == [
            ("TOC1", "Summary", "sec-summary"),
            ("TOC2", "In short", "summary-in-short"),
            ("TOC1", "1  Needs", "sec-needs"),
            ("TOC2", "1.1  Homes", "sec-homes"),
            ("TOC1", "2  Costs", "sec-costs"),
        ]

    def test_is_one_field_that_word_refreshes(self, tmp_path: Path) -> None:
        document = word_of(BODY, tmp_path)
        contents = next(document.iter(tag("sdtContent")))
        marks = [mark.get(tag("fldCharType")) for mark in contents.iter(tag("fldChar"))]
        assert marks == ["begin", "separate", "end"]
        assert next(contents.iter(tag("fldChar"))).get(tag("dirty")) == "true"

    def test_counts_unnumbered_headings_in(self, tmp_path: Path) -> None:
        instruction = next(word_of(BODY, tmp_path).iter(tag("instrText"))).text
        assert r'\o "1-2"' in instruction
        assert r'\t "Heading 1 Unnumbered,1,Heading 2 Unnumbered,2"' in instruction

    def test_goes_by_styles_and_not_by_levels_that_boxes_have_too(self, tmp_path: Path) -> None:
        instruction = next(word_of(BODY, tmp_path).iter(tag("instrText"))).text
        assert r"\u" not in instruction


class TestListsOfCaptions:
    def test_list_each_caption_with_a_link(self, tmp_path: Path) -> None:
        body = f"# A {{#sec-a}}\n\n{FIGURE}\n{TABLE}"
        assert captions(word_of(body, tmp_path)) == [
            ("ContentsHeading", "Figures", None),
            ("TableofFigures", "Figure\N{NO-BREAK SPACE}1: Homes cost more", "fig-costs"),
            ("ContentsHeading", "Tables", None),
            ("TableofFigures", "Table\N{NO-BREAK SPACE}1: What homes cost", "tbl-costs"),
        ]

    def test_are_left_out_where_there_is_nothing_to_list(self, tmp_path: Path) -> None:
        listed = captions(word_of(f"# A\n\n{TABLE}", tmp_path))
        assert [words for style, words, _ in listed if style == "ContentsHeading"] == ["Tables"]
        assert captions(word_of("# A\n", tmp_path / "none")) == []

    def test_leave_out_the_annex_as_the_pdf_does_and_numbers_go_on(self, tmp_path: Path) -> None:
        bodies = (TABLE.replace("tbl-costs", f"tbl-{id}") for id in ("a", "b .evidence", "c"))
        document = word_of("# A\n\n" + "\n".join(bodies), tmp_path)
        assert [target for _, _, target in captions(document) if target] == ["tbl-a", "tbl-c"]
        codes = (code.text.strip() for code in document.iter(tag("instrText")))
        assert [code for code in codes if code.startswith("SEQ")] == [
            r"SEQ Table \* ARABIC",
            r"SEQ Annex \* ARABIC \r 2",
            r"SEQ Table \* ARABIC \r 3",
        ]

    def test_are_fields_that_word_refreshes(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{FIGURE}\n{TABLE}", tmp_path)
        codes = [code.text.strip() for code in document.iter(tag("instrText"))]
        assert [code for code in codes if "\\c" in code] == [
            r'TOC \h \z \c "Figure"',
            r'TOC \h \z \c "Table"',
        ]
        marks = [mark.get(tag("fldCharType")) for mark in document.iter(tag("fldChar"))]
        assert marks.count("begin") == marks.count("end")


def captions(document: Any) -> list[tuple[str, str, str | None]]:
    """Style, text and target of each paragraph of the lists."""
    return [
        (
            style_of(paragraph),
            text_of(paragraph),
            link.get(tag("anchor")) if link is not None else None,
        )
        for paragraph in document.iter(tag("p"))
        if style_of(paragraph) in ("ContentsHeading", "TableofFigures")
        for link in [paragraph.find(tag("hyperlink"))]
    ]
