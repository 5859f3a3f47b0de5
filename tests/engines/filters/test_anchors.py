"""Names that stay from year to year: of no place in an order, and of no year."""

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
            ("What we did in 2019", "what-we-did-in"),
            ("What we did in 2019/20 and after", "what-we-did-in-and-after"),
            ("Homes for 16 to 18", "homes-for-16-to-18"),
            ("Phase 2", "phase-2"),
        ],
    )
    def test_have_no_year_in_their_name(self, tmp_path: Path, words: str, name: str) -> None:
        assert names_in(page_of(f"# A {{#sec-a}}\n\n## {words}\n", tmp_path)) == {"sec-a", name}

    def test_are_still_found_by_links_to_their_old_name(self, tmp_path: Path) -> None:
        body = "# A {#sec-a}\n\n[There](#what-we-did-in-2019).\n\n## What we did in 2019\n"
        links = page_of(body, tmp_path).get_element_by_id("main").iter("a")
        assert [link.get("href") for link in links] == ["#what-we-did-in"]

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
