"""Numbers of figures, tables and sections, and the headings they hang on."""

from pathlib import Path

import pytest
from lxml import html

from sufficiency.engines import EngineError
from tests.engines.rendering import (
    DRAFT,
    FIGURE,
    TABLE,
    main_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
)


class TestNumbering:
    def test_counts_figures_and_tables_apart_in_reading_order(self, tmp_path: Path) -> None:
        second = FIGURE.replace("fig-costs", "fig-second")
        main = main_of(f"# A\n\n{FIGURE}\n{TABLE}\n{second}", tmp_path)
        labels = [text(label) for label in main.find_class("caption-label")]
        assert labels == ["Figure 1:", "Table 1:", "Figure 2:"]

    def test_sections_have_the_same_numbers_in_html_and_in_references(self, tmp_path: Path) -> None:
        body = "# A\n\n# Zero {.unnumbered}\n\n# B\n\n## C {#sec-c}\n\n@sec-c\n"
        main = main_of(body, tmp_path)
        assert [text(heading) for heading in main.iter("h2", "h3")] == [
            "1 A",
            "Zero",
            "2 B",
            "2.1 C",
        ]
        assert text(main.find("p/a")) == "section 2.1"

    def test_two_places_of_one_name_stop_the_build(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match='two places are called "fig-costs"'):
            rendered(f"# A\n\n{FIGURE}\n{FIGURE}", tmp_path, ["html"])

    @pytest.mark.parametrize("body", ["# A {#x}\n\n# B {#x}\n", f"# A\n\n{FIGURE}\n{FIGURE}"])
    def test_the_second_place_of_one_name_goes_without_in_a_draft(
        self, tmp_path: Path, body: str
    ) -> None:
        files = rendered(body, tmp_path, ["html", "pdf", "docx"], front=DRAFT)
        page = html.document_fromstring(files["html"].read_bytes())
        names = [part.get("id") for part in page.iter() if part.get("id")]
        assert len(names) == len(set(names))
        assert "<>" not in typst_of(body, tmp_path, front=DRAFT)


class TestHeadings:
    def test_below_an_unnumbered_one_are_unnumbered(self, tmp_path: Path) -> None:
        main = main_of("# Annex {.unnumbered}\n\n## Part\n\n# Next\n\n## Sub\n", tmp_path)
        headings = [text(heading) for heading in main.iter("h2", "h3")]
        assert headings == ["Annex", "Part", "1 Next", "1.1 Sub"]

    def test_skip_no_level(self, tmp_path: Path) -> None:
        main = main_of("# A\n\n### Deep\n", tmp_path)
        assert [heading.tag for heading in main.iter("h2", "h3", "h4")] == ["h2", "h3"]

    def test_that_are_unnumbered_have_a_style_of_their_own_in_word(self, tmp_path: Path) -> None:
        paragraphs = word_paragraphs(word_of("# A\n\n# B {.unnumbered}\n", tmp_path))
        assert paragraphs[-2:] == [("Heading1", "A"), ("Heading1Unnumbered", "B")]
