"""Tables and tables written as lists."""

from pathlib import Path
from typing import Any

import pytest

from sufficiency.engines import EngineError
from sufficiency.engines.word_xml import tag
from tests.engines.rendering import (
    LIST_TABLE,
    TABLE,
    TEMPLATES,
    main_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
)


def column_widths(document: Any) -> list[int]:
    """Those of a Word document's only table."""
    return [int(column.get(tag("w"))) for column in document.iter(tag("gridCol"))]


class TestTables:
    def test_have_a_caption_on_top_and_headers_with_scopes(self, tmp_path: Path) -> None:
        table = main_of(f"# A\n\n{TABLE}", tmp_path).find(".//table")
        assert text(table[0]) == "Table 1: What homes cost"
        assert [cell.get("scope") for cell in table.iter("th")] == [*["col"] * 3, *["row"] * 2]

    def test_have_classes_and_no_styles_in_html(self, tmp_path: Path) -> None:
        main = main_of(f"# A\n\n{TABLE}\n{LIST_TABLE}", tmp_path)
        assert main.xpath("//*[@style]") == []
        assert [text(cell) for cell in main.find_class("number")] == [
            "2018", "2019", "650", "675", "900", "936",
        ]  # fmt: skip

    def test_have_columns_as_wide_as_their_longest_cell_in_word(self, tmp_path: Path) -> None:
        bare = TABLE.replace(' tbl-colwidths="[50,25,25]"', "").replace(
            "In-house", "Children who live with our own carers"
        )
        widths = column_widths(word_of(f"# A\n\n{bare}", tmp_path))
        assert widths[0] > 3 * widths[1]
        assert widths[1] == widths[2]

    def test_of_too_many_columns_none_is_narrower_for_what_another_says_in_word(
        self, tmp_path: Path
    ) -> None:
        heads = ["Authority", *["September"] * 7, "Change"]
        says_much = "Homes of our own, of agencies and of others"
        rows = [heads, ["--"] * 9, [says_much, *["12"] * 7, "3 percentage points"]]
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        body = f"# A\n\n::: {{#tbl-a}}\n{table}\nWords\n:::\n"
        first, *middle, last = column_widths(word_of(body, tmp_path))
        assert abs(last / middle[0] - (10 + 4) / (9 + 4)) < 0.02  # as their longest words
        assert abs(first / middle[0] - 1) < 0.02

    OWN = "| A | B |\n|:--|--:|\n| x | 1 |\n\n: What we counted"

    @pytest.mark.parametrize("name", ["", " {#tbl-own}", " {#own}"])
    def test_of_authors_are_numbered_where_they_have_a_caption(
        self, tmp_path: Path, name: str
    ) -> None:
        for folder in ("html", "pdf", "docx"):
            (tmp_path / folder).mkdir()
        body = f"# A\n\n{TABLE}\n{self.OWN}{name}\n"
        tables = main_of(body, tmp_path / "html").findall(".//table")
        assert [text(table[0]) for table in tables] == [
            "Table 1: What homes cost",
            "Table 2: What we counted",
        ]
        assert ", [What we counted])" in typst_of(body, tmp_path / "pdf")
        captions = [
            words
            for style, words in word_paragraphs(word_of(body, tmp_path / "docx"))
            if style == "Caption"
        ]
        assert captions[1] == "Table\N{NO-BREAK SPACE}2: What we counted"

    def test_the_second_of_a_name_is_numbered_without_it(self, tmp_path: Path) -> None:
        body = f"# A\n\nSee @tbl-costs.\n\n{TABLE}\n{self.OWN} {{#tbl-costs}}\n"
        tables = main_of(body, tmp_path).findall(".//table")
        assert [text(table[0]).partition(":")[0] for table in tables] == ["Table 1", "Table 2"]
        assert [table.get("id") == "tbl-costs" for table in tables] == [True, False]

    def test_stand_in_a_named_region_that_a_keyboard_reaches(self, tmp_path: Path) -> None:
        (region,) = main_of(f"# A\n\n{TABLE}", tmp_path).find_class("table-region")
        assert dict(region.attrib) == {
            "class": "table-region",
            "role": "region",
            "tabindex": "0",
            "aria-label": "Table 1: What homes cost",
        }

    def test_without_captions_stand_in_regions_of_different_names(self, tmp_path: Path) -> None:
        plain = "| A | B |\n|:--|--:|\n| x | 1 |\n\n"
        regions = main_of(f"# A\n\n{plain}And:\n\n{plain}", tmp_path).find_class("table-region")
        assert len({region.get("aria-label") for region in regions}) == 2

    def test_have_the_widths_asked_for_in_typst(self, tmp_path: Path) -> None:
        written = typst_of(f"# A\n\n{TABLE}", tmp_path)
        assert "columns: (50%, 25%, 25%)" in written
        assert 'kind: "quarto-float-tbl", supplement: "Table")<tbl-costs>' in written

    def test_of_the_annex_name_their_sources_without_links_in_the_pdf_alone(
        self, tmp_path: Path
    ) -> None:
        sources = "[Source 1](#source-homes), [Source 2](#publication-act)"
        linked = TABLE.replace("Agency", f"{sources}, [Home](#tbl-costs)")
        linked = f"# A\n\n{linked.replace('#tbl-costs tbl', '#tbl-costs .evidence tbl')}\n"
        linked += "# [Homes]{#source-homes} of [Source 1](#source-homes)\n"
        written = typst_of(linked, tmp_path)
        assert "[Source 1, Source 2, #link(<tbl-costs>)[Home]]" in written
        assert written.count("#link(<source-homes>)") == 1
        hrefs = [link.get("href") for link in main_of(linked, tmp_path).iter("a")]
        assert hrefs == ["#source-homes", "#publication-act", "#tbl-costs", "#source-homes"]

    def test_keep_rows_whole_unless_a_cell_is_long(self, tmp_path: Path) -> None:
        long = TABLE.replace("Agency", "word " * 200)
        written = typst_of(f"# A\n\n{long}", tmp_path)
        assert "table.cell(breakable: true)[word" in written
        assert "\n  [In-house]" in written
        page = TEMPLATES["formats/typst/typst-template.typ"].decode()
        assert "set table.cell(breakable: false)" in page

    def test_stay_on_one_page_where_they_are_short(self, tmp_path: Path) -> None:
        short, long = tmp_path / "short", tmp_path / "long"
        rows = "".join(f"| Home {row} | 1 | 2 |\n" for row in range(30))
        whole = "#[#show figure: set block(breakable: false)"
        short.mkdir()
        long.mkdir()
        assert whole in typst_of(f"# A\n\n{TABLE}", short)
        grown = TABLE.replace("| Agency", rows + "| Agency")
        assert whole not in typst_of(f"# A\n\n{grown}", long)

    def test_let_a_row_break_where_a_narrow_cell_has_many_lines(self, tmp_path: Path) -> None:
        many = LIST_TABLE.replace("    - Assess", "\n".join(f"    - Act {n}" for n in range(25)))
        written = typst_of(f"# A\n\n{many}", tmp_path)
        assert "[#strong[Strategic]" in written.partition("table.cell(breakable: true)")[0]
        assert "table.cell(breakable: true)[#strong[Operational]" in written

    def test_break_a_long_row_between_its_bullets(self, tmp_path: Path) -> None:
        many = LIST_TABLE.replace("    - Assess", "\n".join(f"    - Act {n}" for n in range(25)))
        written = typst_of(f"# A\n\n{many}", tmp_path)
        assert "- #whole[Act 24]" in written
        assert "- Recruit" in written

    def test_break_a_whole_row_where_one_of_its_cells_is_long(self, tmp_path: Path) -> None:
        long = TABLE.replace("900", "word " * 200)
        assert "(breakable: true)[Agency], table.cell(breakable: true)[word" in typst_of(
            f"# A\n\n{long}", tmp_path
        )

    def test_have_a_counting_caption_before_them_in_word(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{TABLE}", tmp_path)
        caption = document.find(f".//{tag('tbl')}").getprevious()
        assert word_paragraphs(caption.getparent())[-1][0] == "TableText"
        fields = [field.text.strip() for field in caption.iter(tag("instrText"))]
        assert fields == [r"SEQ Table \* ARABIC"]


class TestListTables:
    def test_cover_rows_as_asked_and_scope_them(self, tmp_path: Path) -> None:
        table = main_of(f"# A\n\n{LIST_TABLE}", tmp_path).find(".//table")
        rows = [
            [(cell.tag, cell.get("rowspan"), text(cell)) for cell in row]
            for row in table.find("tbody")
        ]
        assert rows == [
            [
                ("th", "2", "Grow fostering"),
                ("td", None, "Strategic Recruit"),
                ("td", "2", "More homes"),
            ],
            [("td", None, "Operational Assess")],
        ]
        assert table.find("tbody/tr/th").get("scope") == "row"

    def test_merge_cells_in_word(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{LIST_TABLE}", tmp_path)
        merges = [merge.get(tag("val")) for merge in document.iter(tag("vMerge"))]
        assert merges == ["restart", "restart", "continue", "continue"]

    def test_that_are_no_lists_of_lists_are_named(self, tmp_path: Path) -> None:
        body = "# A\n\n::: {.list-table #tbl-plan}\n- one\n- two\n\nThe plan\n:::\n"
        with pytest.raises(EngineError, match="tbl-plan is not a list of rows"):
            rendered(body, tmp_path, ["html"])
