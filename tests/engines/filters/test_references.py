"""Cross-references: links where they lead somewhere, a stop where they do not."""

from pathlib import Path

import pikepdf
import pytest
from lxml import html

from sufficiency.engines import EngineError
from sufficiency.engines.word_xml import tag
from tests.audits import tools
from tests.engines.rendering import FIGURE, TABLE, main_of, rendered, text, typst_of, word_of

FORMATS = ("html", "pdf", "docx")


def _lines_drawn(path: Path) -> list[int]:
    """How many lines are drawn on each page of a PDF."""
    with pikepdf.open(path) as pdf:
        pages = [pikepdf.parse_content_stream(page) for page in pdf.pages]
    return [sum(str(one.operator) == "S" for one in page) for page in pages]


class TestReferences:
    BODY = f"# Costs {{#sec-costs}}\n\n@fig-costs, @tbl-costs, @sec-costs\n\n{FIGURE}\n{TABLE}"

    def test_become_links_that_name_and_number_in_html(self, tmp_path: Path) -> None:
        links = main_of(self.BODY, tmp_path).findall("p/a")
        assert [(text(link), link.get("href")) for link in links] == [
            ("Figure 1", "#fig-costs"),
            ("Table 1", "#tbl-costs"),
            ("section 1", "#sec-costs"),
        ]

    def test_say_in_the_pdf_the_numbers_that_typst_counts(self, tmp_path: Path) -> None:
        assert "#link(<sec-costs>)[section~1]" in typst_of(self.BODY, tmp_path)
        second = FIGURE.replace("fig-costs", "fig-second")
        body = (
            f"# Zero {{.unnumbered}}\n\n# A\n\n# B\n\n## Costs {{#sec-costs}}\n\n{FIGURE}\n{second}"
        )
        path = rendered(f"{body}\nSee @fig-second in @sec-costs.\n", tmp_path, ["pdf"])["pdf"]
        said = tools.run([tools.poppler("pdftotext"), "-raw", path, "-"]).stdout
        said = said.replace("\N{NO-BREAK SPACE}", " ")
        assert "See Figure 2 in section 2.1." in said
        assert "2.1 Costs" in said
        assert "Figure 2: Homes cost more" in said

    def test_are_underlined_in_the_pdf_and_not_told_by_colour_alone(self, tmp_path: Path) -> None:
        said = "# Costs {#sec-costs}\n\nSee @sec-costs.\n"
        linked = _lines_drawn(rendered(said, tmp_path / "linked", ["pdf"])["pdf"])
        plain = _lines_drawn(rendered(said.replace("@", ""), tmp_path / "plain", ["pdf"])["pdf"])
        assert linked == [*plain[:2], plain[2] + 1]  # cover, contents, text

    @pytest.mark.parametrize(
        "before",
        [
            "Text[^1].\n\n[^1]: Note\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n    : Cap\n",
            "Term\n\n:   Meaning\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n    : Cap\n",
        ],
        ids=["footnote", "definition"],
    )
    def test_pass_over_tables_that_are_not_counted(self, tmp_path: Path, before: str) -> None:
        files = rendered(f"# A\n\n{before}\nSee @tbl-costs.\n\n{TABLE}", tmp_path, ["html", "pdf"])
        said = tools.run([tools.poppler("pdftotext"), "-raw", files["pdf"], "-"]).stdout
        said = said.replace("\N{NO-BREAK SPACE}", " ")
        assert "See Table 1." in said
        assert "Table 1: What homes cost" in said
        page = html.document_fromstring(files["html"].read_bytes())
        assert [table.get("data-number") for table in page.iter("table")] == [None, None]

    def test_become_links_to_bookmarks_in_word(self, tmp_path: Path) -> None:
        document = word_of(self.BODY, tmp_path)
        names = {mark.get(tag("name")) for mark in document.iter(tag("bookmarkStart"))}
        anchors = {link.get(tag("anchor")) for link in document.iter(tag("hyperlink"))}
        assert {"fig-costs", "tbl-costs", "sec-costs"} <= anchors <= names

    def test_with_a_capital_open_a_sentence(self, tmp_path: Path) -> None:
        body = "# Costs {#sec-costs}\n\n@Sec-costs says so.\n"
        assert text(main_of(body, tmp_path).find("p")) == "Section 1 says so."

    def test_to_an_unnumbered_section_print_its_title(self, tmp_path: Path) -> None:
        body = "# Annex {#sec-annex .unnumbered}\n\nSee @sec-annex.\n"
        assert text(main_of(body, tmp_path).find("p")) == "See “Annex”."

    def test_in_brackets_at_a_lines_start_are_no_example_list(self, tmp_path: Path) -> None:
        body = f"# A\n\n(@fig-costs) shows it.\n\n{FIGURE}"
        assert text(main_of(body, tmp_path).find("p")) == "(Figure 1) shows it."

    def test_to_nothing_are_kept_when_they_are_of_no_kind_of_ours(self, tmp_path: Path) -> None:
        body = "# A\n\nWrite to @ourteam.\n"
        assert text(main_of(body, tmp_path).find("p")) == "Write to @ourteam."

    @pytest.mark.parametrize("output", FORMATS)
    def test_that_lead_nowhere_are_all_named_with_their_places(
        self, tmp_path: Path, output: str
    ) -> None:
        body = (
            '# A\n\n::: {source="strategy/sections/20-x.md:14"}\n> See @fig-nope.\n:::\n\n'
            "And [@tbl-gone].\n"
        )
        with pytest.raises(EngineError) as stopped:
            rendered(body, tmp_path, [output])
        assert str(stopped.value).partition(": ")[2] == (
            "strategy/sections/20-x.md:14: the cross-reference @fig-nope leads nowhere: "
            "nothing here is called fig-nope.\n"
            "the cross-reference @tbl-gone leads nowhere: nothing here is called tbl-gone."
        )
