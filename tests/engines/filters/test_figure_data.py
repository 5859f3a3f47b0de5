"""A chart's data below it on the web page, and nowhere else."""

import base64
from pathlib import Path
from typing import Any

import pytest

from sufficiency.engines import EngineError
from sufficiency.engines.finish_html import size_in_words
from tests.engines.rendering import (
    DATA,
    FIGURE,
    TABLE,
    main_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
)

FILE = "figures/weekly-costs"
FIGURE_DATA = f"""::: {{.figure-data figure="fig-costs" file="{FILE}"}}
| Home | Weekly cost |
|:--|--:|
| In-house | £675 |
| Remand | \\[c\\] |

Weekly cost (£ a week)
:::
"""
BODY = f"# A\n\n{FIGURE}\n{FIGURE_DATA}"


def details_of(folder: Path) -> Any:
    (details,) = main_of(BODY, folder).iter("details")
    return details


class TestOnTheWebPage:
    def test_it_waits_behind_a_heading_that_opens(self, tmp_path: Path) -> None:
        details = details_of(tmp_path)
        assert details.get("open") is None
        assert text(details.find("summary")) == "Data and downloads of figure 1"

    def test_its_table_has_a_caption_and_says_what_each_header_heads(self, tmp_path: Path) -> None:
        (table,) = details_of(tmp_path).iter("table")
        assert text(table.find("caption")) == "Data of figure 1: Weekly cost (£ a week)"
        assert [cell.get("scope") for cell in table.find("thead").iter("th")] == ["col", "col"]
        rows = [[text(cell) for cell in row] for row in table.find("tbody")]
        assert rows == [["In-house", "£675"], ["Remand", "[c]"]]
        assert [row[0].get("scope") for row in table.find("tbody")] == ["row", "row"]

    def test_its_table_is_not_counted_among_the_documents(self, tmp_path: Path) -> None:
        body = f"{BODY}\n::: {{#tbl-x}}\n| a | b |\n|:--|--:|\n| c | 1 |\n\nThe first\n:::\n"
        captions = [text(caption) for caption in main_of(body, tmp_path).iter("caption")]
        assert captions[1] == "Table 1: The first"

    def test_its_files_are_named_with_format_and_size(self, tmp_path: Path) -> None:
        links = list(details_of(tmp_path).iter("a"))
        size = (tmp_path / f"{FILE}.png").stat().st_size
        png = " ".join(size_in_words(size).split())
        assert [text(link) for link in links] == [
            "Data of figure 1 (CSV, 1 kB)",
            "Figure 1 as a drawing (SVG, 1 kB)",
            f"Figure 1 as a picture (PNG, {png})",
        ]
        assert [link.get("href") for link in links[1:]] == [f"{FILE}.svg", f"{FILE}.png"]
        assert [link.get("download") for link in links[1:]] == [
            "weekly-costs.svg",
            "weekly-costs.png",
        ]

    def test_the_data_are_in_the_page_itself(self, tmp_path: Path) -> None:
        link = next(details_of(tmp_path).iter("a"))
        assert link.get("download") == "weekly-costs.csv"
        kind, _, content = link.get("href").partition(";base64,")
        assert kind.startswith("data:text/csv")
        assert base64.b64decode(content) == DATA

    def test_a_figure_that_is_no_chart_has_its_file_alone(self, tmp_path: Path) -> None:
        (tmp_path / "figures").mkdir()
        (tmp_path / "figures/costs.csv").write_bytes(DATA)
        alone = '::: {.figure-data figure="tbl-costs" file="figures/costs"}\n:::\n'
        main = main_of(f"# A\n\n{TABLE}\n{alone}", tmp_path)
        assert list(main.iter("details")) == []
        (link,) = main.find_class("download")
        assert text(link) == "Data of table 1 (CSV, 1 kB)"

    def test_nothing_of_it_has_a_style_or_a_script_of_its_own(self, tmp_path: Path) -> None:
        attributes = {name for element in details_of(tmp_path).iter() for name in element.attrib}
        assert not attributes & {"style", "onclick"}
        assert not list(details_of(tmp_path).iter("script"))


class TestElsewhere:
    def test_the_pdf_leaves_it_out(self, tmp_path: Path) -> None:
        assert "In-house" not in typst_of(BODY, tmp_path)

    def test_word_leaves_it_out(self, tmp_path: Path) -> None:
        assert word_paragraphs(word_of(BODY, tmp_path))[-1][0] == "Caption"


class TestGuards:
    @pytest.mark.parametrize("path", ["/etc/hostname", "../x.csv", "https://example.org/x.csv"])
    def test_a_file_from_elsewhere_is_refused(self, tmp_path: Path, path: str) -> None:
        with pytest.raises(EngineError, match="is not one of this document's own"):
            rendered(BODY.replace(FILE, path), tmp_path, ["html"])

    def test_a_link_of_that_kind_that_an_author_typed_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match="a link to data:text/csv,x is not allowed"):
            rendered("# A\n\n[x](data:text/csv,x)\n", tmp_path, ["html"])
