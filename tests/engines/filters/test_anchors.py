"""Names that stay from year to year: of a section and its words, of no place and no year."""

from pathlib import Path
from typing import Any

import pytest

from tests.engines.rendering import page_of

FOSTERING = "# Fostering {#sec-fostering}\n\n## What it costs\n\nText.\n\n"
RESIDENTIAL = "# Residential {#sec-residential}\n\n## What it costs\n\nText.\n\n"


def names_in(page: Any) -> set[str]:
    """The names of the sections of a page."""
    return {str(section.get("id")) for section in page.get_element_by_id("main").iter("section")}


class TestHeadings:
    def test_of_the_same_words_are_named_by_their_section_in_any_order(
        self, tmp_path: Path
    ) -> None:
        found = []
        for name, body in (("a", FOSTERING + RESIDENTIAL), ("b", RESIDENTIAL + FOSTERING)):
            (tmp_path / name).mkdir()
            found.append(names_in(page_of(body, tmp_path / name)))
        assert found[0] == found[1]
        assert found[0] == {
            "sec-fostering",
            "sec-residential",
            "fostering-what-it-costs",
            "residential-what-it-costs",
        }

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("What we did in 2019", "a-what-we-did-in"),
            ("What we did in 2019/20 and after", "a-what-we-did-in-and-after"),
            ("Plan for 2024", "a-plan-for"),
            ("Need in 2025/26", "a-need-in"),
            ("Homes for 16 to 18", "a-homes-for-16-to-18"),
            ("Phase 2", "a-phase-2"),
            ("What’s “near” – and £5 a week?", "a-whats-near-and-5-a-week"),
            ("!", "a-part"),
        ],
    )
    def test_have_no_year_in_their_name(self, tmp_path: Path, words: str, name: str) -> None:
        assert names_in(page_of(f"# A {{#sec-a}}\n\n## {words}\n", tmp_path)) == {"sec-a", name}

    def test_are_still_found_by_links_to_their_old_name(self, tmp_path: Path) -> None:
        body = "# A {#sec-a}\n\n[There](#what-we-did-in-2019).\n\n## What we did in 2019\n"
        links = page_of(body, tmp_path).get_element_by_id("main").iter("a")
        assert [link.get("href") for link in links] == ["#a-what-we-did-in"]

    def test_keep_their_name_when_another_section_has_the_same_words(self, tmp_path: Path) -> None:
        one = "# Costs {#sec-costs}\n\n## Homes\n\n"
        other = "# Two {#sec-two}\n\n## Homes\n\n"
        assert "costs-homes" in names_in(page_of(one, tmp_path / "a"))
        assert "costs-homes" in names_in(page_of(other + one, tmp_path / "b"))

    def test_of_years_alone_keep_these(self, tmp_path: Path) -> None:
        body = "# Two {#sec-two}\n\n## 2024\n\n## 2025\n\n"
        assert names_in(page_of(body, tmp_path)) == {"sec-two", "two-2024", "two-2025"}

    def test_of_the_same_words_in_one_section_are_told_apart_after_the_first(
        self, tmp_path: Path
    ) -> None:
        body = "# A {#sec-a}\n\n## Spent in 2024\n\n## Spent in 2025\n\n## Spent in 2025\n"
        names = {"sec-a", "a-spent-in", "a-spent-in-2025", "a-spent-in-2025-2"}
        assert names_in(page_of(body, tmp_path)) == names

    def test_take_no_name_that_an_author_gave(self, tmp_path: Path) -> None:
        body = "# A {#sec-a}\n\n## Homes\n\n## B {#a-homes}\n\n### Homes\n\n## Homes\n"
        names = {"sec-a", "a-homes-2", "a-homes", "a-homes-homes", "a-homes-3"}
        assert names_in(page_of(body, tmp_path)) == names

    def test_are_named_by_the_section_that_they_stand_under(self, tmp_path: Path) -> None:
        body = "# A {#sec-a}\n\n## B {#sec-b}\n\n### Homes\n\n## Carers\n"
        names = {"sec-a", "sec-b", "b-homes", "a-carers"}
        assert names_in(page_of(body, tmp_path)) == names

    def test_that_an_entry_names_keep_that(self, tmp_path: Path) -> None:
        body = "# A {#sec-plan-2019}\n\n## B {#sec-priority-1}\n"
        assert names_in(page_of(body, tmp_path)) == {"sec-plan-2019", "sec-priority-1"}


class TestTables:
    def test_of_authors_are_named_by_their_caption(self, tmp_path: Path) -> None:
        own = "| A | B |\n|:--|--:|\n| x | 1 |\n\n: {}\n\n"
        body = "# A\n\n" + "".join(map(own.format, ["Homes, by ward (2019)", "Carers", "Carers"]))
        tables = page_of(body, tmp_path).get_element_by_id("main").iter("table")
        assert [table.get("id") for table in tables] == [
            "tbl-text-homes-by-ward",
            "tbl-text-carers",
            "tbl-text-carers-2",
        ]
