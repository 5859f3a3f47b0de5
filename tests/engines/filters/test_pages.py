"""Landscape pages and the cover."""

from pathlib import Path

from sufficiency.engines.word_xml import tag
from tests.engines.rendering import FRONT, LIST_TABLE, main_of, page_of, text, typst_of, word_of


class TestLandscape:
    BODY = f"# A\n\n::: {{.landscape}}\n\n# Plan\n\n{LIST_TABLE}\n:::\n\n# B\n"

    def test_turns_typst_pages_at_top_level(self, tmp_path: Path) -> None:
        written = typst_of(self.BODY, tmp_path)
        assert "\n#set page(flipped: true)\n= Plan" in written
        assert "\n#set page(flipped: false)\n= B" in written

    def test_is_a_section_of_its_own_in_word(self, tmp_path: Path) -> None:
        sizes = list(word_of(self.BODY, tmp_path).iter(tag("pgSz")))
        assert [size.get(tag("orient")) for size in sizes] == [None, "landscape", None]

    def test_is_nothing_in_html(self, tmp_path: Path) -> None:
        assert main_of(self.BODY, tmp_path).find_class("landscape") == []


class TestCover:
    def test_says_an_edition_once(self, tmp_path: Path) -> None:
        dates = page_of("# A\n", tmp_path).find_class("dates")[0]
        assert text(dates) == "Published20 November 2026 Figures as at31 March 2019"

    def test_says_an_edition_that_differs_from_the_subtitle(self, tmp_path: Path) -> None:
        front = FRONT.replace('edition: "2019 to 2023"', 'edition: "Second"')
        dates = page_of("# A\n", tmp_path, front=front).find_class("dates")[0]
        assert "EditionSecond" in text(dates)


class TestPriority:
    BODY = f"# Plan\n\n::: {{.priority .priority-2}}\n\n## Grow\n\n{LIST_TABLE}\n:::\n"

    def test_is_told_by_its_place_to_typst(self, tmp_path: Path) -> None:
        assert "\n#priority(2)[\n== Grow" in typst_of(self.BODY, tmp_path)

    def test_is_marked_with_its_place_on_a_web_page(self, tmp_path: Path) -> None:
        (priority,) = main_of(self.BODY, tmp_path).find_class("priority-2")
        assert text(priority.find(".//h3")) == "1.1 Grow"
