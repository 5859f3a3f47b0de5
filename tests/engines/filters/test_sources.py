"""Where a block came from, kept in Word only."""

from pathlib import Path
from typing import Any

from lxml import etree

from sufficiency.engines.word_xml import tag, text_of
from tests.engines.rendering import FIGURE, main_of, page_of, typst_of, word_of


class TestSources:
    BODY = '# A\n\n::: {source="strategy/sections/20-x.md:14"}\nText.\n:::\n'

    def test_become_bookmarks_in_word(self, tmp_path: Path) -> None:
        names = bookmark_names(word_of(self.BODY, tmp_path))
        assert "src_sections_20_x_md_14" in names

    def test_leave_no_trace_in_html(self, tmp_path: Path) -> None:
        main = main_of(self.BODY, tmp_path)
        assert [child.tag for child in main] == ["h2", "p"]

    def test_before_a_heading_leave_it_in_the_contents(self, tmp_path: Path) -> None:
        marked = '::: {source="strategy/priorities/1-x.yml:1"}\n:::\n'
        body = f"# A\n\n::: {{.priority .priority-1}}\n{marked}\n## B {{#sec-b}}\n\nText.\n:::\n"
        contents = page_of(body, tmp_path).find(".//nav")
        assert "#sec-b" in {link.get("href") for link in contents.iter("a")}

    def test_leave_no_trace_in_typst(self, tmp_path: Path) -> None:
        assert typst_of(self.BODY, tmp_path).endswith("<a>\nText.")

    def test_keep_the_end_of_a_long_path_within_words_limit(self, tmp_path: Path) -> None:
        body = self.BODY.replace("20-x", "a-very-long-name-for-one-section-of-a-strategy")
        (name,) = [name for name in bookmark_names(word_of(body, tmp_path)) if "src_" in name]
        assert len(name) <= 40
        assert name.endswith("of_a_strategy_md_14")

    def test_that_come_twice_are_told_apart(self, tmp_path: Path) -> None:
        body = self.BODY + self.BODY.partition("\n\n")[2]
        names = [name for name in bookmark_names(word_of(body, tmp_path)) if "src_" in name]
        assert names == ["src_sections_20_x_md_14", "src_sections_20_x_md_14_2"]


class TestSourcesWithinABlock:
    NEED = '[]{source="strategy/needs.yml:%d"}%s'
    BODY = f"# A\n\n- {NEED % (3, 'more homes')}\n- {NEED % (4, 'nearer homes')}\n"

    def test_stand_before_their_words_in_word(self, tmp_path: Path) -> None:
        items = [
            paragraph
            for paragraph in word_of(self.BODY, tmp_path).iter(tag("p"))
            if text_of(paragraph).endswith("homes")
        ]
        assert [bookmark_names(item) for item in items] == [
            ["src_needs_yml_3"],
            ["src_needs_yml_4"],
        ]

    def test_leave_no_trace_elsewhere(self, tmp_path: Path) -> None:
        plain = "# A\n\n- more homes\n- nearer homes\n"
        assert typst_of(self.BODY, tmp_path / "a") == typst_of(plain, tmp_path / "b")
        with_places, without = main_of(self.BODY, tmp_path), main_of(plain, tmp_path)
        assert etree.tostring(with_places) == etree.tostring(without)

    def test_are_no_entry_of_the_list_of_figures(self, tmp_path: Path) -> None:
        figure = FIGURE.replace("![", "![" + self.NEED % (9, ""))
        links = word_of(f"# A\n\n{figure}", tmp_path).iter(tag("hyperlink"))
        assert [link.get(tag("anchor")) for link in links] == ["a", "fig-costs"]


def bookmark_names(document: Any) -> list[str]:
    marks = document.iter(tag("bookmarkStart"))
    return [mark.get(tag("name")) for mark in marks]
