"""Landscape pages and the cover."""

from pathlib import Path

from sufficiency.engines.word_xml import tag
from tests.engines.rendering import (
    FIGURE,
    FRONT,
    LIST_TABLE,
    TABLE,
    main_of,
    page_of,
    text,
    typst_of,
    word_of,
)


class TestLandscape:
    BODY = f"# A\n\n::: {{.landscape}}\n\n# Plan\n\n{LIST_TABLE}\n:::\n\n# B\n"

    def test_turns_typst_pages_at_top_level(self, tmp_path: Path) -> None:
        written = typst_of(self.BODY, tmp_path)
        assert "\n#set page(flipped: true)\n= Plan" in written
        assert "\n#set page(flipped: false)\n= B" in written

    def test_is_a_section_of_its_own_in_word(self, tmp_path: Path) -> None:
        sizes = list(word_of(self.BODY, tmp_path).iter(tag("pgSz")))
        assert [size.get(tag("orient")) for size in sizes] == [None, "landscape", None]

    def test_two_that_follow_each_other_have_no_upright_page_between_them(
        self, tmp_path: Path
    ) -> None:
        second = f'\n::: {{source="a.yml:1"}}\n:::\n\n::: {{.landscape}}\n# Annex\n\n{TABLE}\n:::\n'
        body = self.BODY.replace("\n# B\n", second)
        sizes = list(word_of(body, tmp_path).iter(tag("pgSz")))
        assert [size.get(tag("orient")) for size in sizes] == [None, "landscape", "landscape", None]

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


class TestBackPage:
    BODY = "# A\n\n::: {.back-page}\n\n# Control\n\nWords.\n\n:::\n"

    def test_is_a_page_of_its_own_in_typst(self, tmp_path: Path) -> None:
        assert "\n#back-page[\n= Control" in typst_of(self.BODY, tmp_path)


def opening_of(body: str, folder: Path, *, front: str = FRONT) -> str:
    """What typst is told before the text."""
    typst_of(body, folder, front=front)
    (written,) = folder.glob("*.typ")
    return written.read_text(encoding="utf-8").partition("#show: document")[2]


class TestLists:
    FIGURES = "\n".join(FIGURE.replace("fig-costs", f"fig-costs-{place}") for place in range(5))

    def test_of_figures_stands_behind_the_contents_where_there_are_many(
        self, tmp_path: Path
    ) -> None:
        opening = opening_of(f"# A\n\n{self.FIGURES}", tmp_path)
        assert "list-of-figures: true" in opening
        assert "list-of-tables: true" not in opening

    def test_of_figures_is_left_out_where_there_are_few(self, tmp_path: Path) -> None:
        assert "list-of-figures: true" not in opening_of(f"# A\n\n{FIGURE}", tmp_path)

    def test_is_there_or_not_as_the_front_matter_says(self, tmp_path: Path) -> None:
        front = FRONT.replace("toc-depth", "lof: false\nlot: true\ntoc-depth")
        opening = opening_of(f"# A\n\n{self.FIGURES}", tmp_path, front=front)
        assert "list-of-figures: true" not in opening
        assert "list-of-tables: true" in opening

    def test_of_tables_leaves_out_the_annex_of_evidence(self, tmp_path: Path) -> None:
        evidence = TABLE.replace("#tbl-costs", "#tbl-evidence .evidence")
        written = typst_of(f"# A\n\n{evidence}\n{TABLE}", tmp_path)
        assert "outlined: false)<tbl-evidence>" in written
        assert "outlined: false)<tbl-costs>" not in written


class TestPriority:
    BODY = (
        "# Plan\n\n::: {.priority .priority-2}\n\n## [Aim 7:]{.priority-name} Grow\n\n"
        f"{LIST_TABLE}\n:::\n"
    )

    def test_is_told_by_its_place_to_typst(self, tmp_path: Path) -> None:
        assert "\n#priority(2)[\n== #priority-name[Aim 7:] Grow" in typst_of(self.BODY, tmp_path)

    def test_is_marked_with_its_place_on_a_web_page(self, tmp_path: Path) -> None:
        (priority,) = main_of(self.BODY, tmp_path).find_class("priority-2")
        assert text(priority.find(".//h3")) == "1.1 Aim 7: Grow"
