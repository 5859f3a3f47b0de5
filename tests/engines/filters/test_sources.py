"""Where a block came from, kept in Word only."""

from pathlib import Path
from typing import Any

from sufficiency.engines.word_xml import tag
from tests.engines.rendering import main_of, typst_of, word_of


class TestSources:
    BODY = '# A\n\n::: {source="strategy/sections/20-x.md:14"}\nText.\n:::\n'

    def test_become_bookmarks_in_word(self, tmp_path: Path) -> None:
        names = bookmark_names(word_of(self.BODY, tmp_path))
        assert "src_sections_20_x_md_14" in names

    def test_leave_no_trace_in_html(self, tmp_path: Path) -> None:
        main = main_of(self.BODY, tmp_path)
        assert [child.tag for child in main] == ["h2", "p"]

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


def bookmark_names(document: Any) -> list[str]:
    marks = document.iter(tag("bookmarkStart"))
    return [mark.get(tag("name")) for mark in marks]
