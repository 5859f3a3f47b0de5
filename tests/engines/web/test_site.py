"""A page a chapter: their names, headings, links, contents, and what they share."""

import json
import re

import pytest

from sufficiency.engines.web.names import page_names
from sufficiency.engines.web.single import Chapter
from sufficiency.engines.web.tree import made
from tests.engines.web.a_page import forms_of, replaced, single_page, texts, tree


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return forms_of(single_page(), "site")


class TestSite:
    def test_the_first_page_comes_first_and_each_chapter_has_its_own(
        self, site: dict[str, bytes]
    ) -> None:
        pages = [name for name in site if name.endswith(".html")]
        assert pages == ["index.html", "homes.html", "plan.html", "glossary.html"]
        assert next(iter(site)) == "index.html"

    def test_a_chapters_heading_is_the_pages_one(self, site: dict[str, bytes]) -> None:
        assert texts(tree(site["plan.html"]), "h1") == ["2 Plan"]
        assert "We need…" in texts(tree(site["plan.html"]), "h2")
        assert texts(tree(site["index.html"]), "h1") == [
            "Placement sufficiency strategy 2019 to 2023"
        ]

    def test_each_page_has_its_own_title_and_description(self, site: dict[str, bytes]) -> None:
        page = tree(site["plan.html"])
        title = "2. Plan – Placement sufficiency strategy 2019 to 2023 – Norton & Sutton Council"
        assert texts(page, "title") == [title]
        (described,) = page.xpath("//meta[@name='description']/@content")
        assert described == "See Figure 1 and Table 2. More in section 1."
        assert texts(tree(site["index.html"]), "title") != [title]

    @pytest.mark.parametrize("of_site", ["/homes", "/homes/", "/homes/index.html?old=1"])
    def test_each_page_says_its_own_address(self, of_site: str) -> None:
        address = f"https://www.example.org{of_site}"
        said = (
            f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
        )
        pages = forms_of(replaced(single_page(), "</title>", f"</title>{said}"), "site")
        for name, wanted in (
            ("index.html", address),
            ("plan.html", "https://www.example.org/homes/plan.html"),
        ):
            (canonical,) = tree(pages[name]).xpath("//link[@rel='canonical']/@href")
            (shared,) = tree(pages[name]).xpath("//meta[@property='og:url']/@content")
            assert (canonical, shared) == (wanted, wanted)

    def test_links_lead_to_the_page_on_which_their_end_stands(self, site: dict[str, bytes]) -> None:
        links = {link.get("href") for link in tree(site["plan.html"]).find(".//main").iter("a")}
        assert {"homes.html#fig-costs", "#tbl-plan", "homes.html#sec-homes"} <= links

    def test_a_number_leads_to_its_entry_on_the_page_on_which_that_stands(self) -> None:
        number = '<data value="67.3" data-entry="#sec-glossary">67%</data></p>'
        files = forms_of(replaced(single_page(), "</p>", number), "site")
        led = {
            data.get("data-entry")
            for name, page in files.items()
            if name.endswith(".html") and name != "glossary.html"
            for data in tree(page).iter("data")
        }
        assert led == {"glossary.html#sec-glossary"}

    def test_the_contents_mark_the_current_chapter_and_open_it_alone(
        self, site: dict[str, bytes]
    ) -> None:
        contents = tree(site["homes.html"]).find(".//nav[@class='contents']")
        marked = [a.get("href") for a in contents.iter("a") if a.get("aria-current") == "page"]
        assert marked == ["homes.html"]
        assert "#sec-costs" in {link.get("href") for link in contents.iter("a")}
        contents = tree(site["plan.html"]).find(".//nav[@class='contents']")
        assert [a.get("href") for a in contents.iter("a")] == [
            "homes.html",
            "plan.html",
            "glossary.html",
        ]

    def test_each_page_leads_to_the_one_before_and_the_one_after(
        self, site: dict[str, bytes]
    ) -> None:
        def ways(name: str) -> dict[str, str]:
            links = tree(site[name]).xpath("//a[@rel]")
            return {link.get("rel"): link.get("href") for link in links}

        assert ways("homes.html") == {"prev": "index.html", "next": "plan.html"}
        assert ways("plan.html") == {"prev": "homes.html", "next": "glossary.html"}
        assert ways("glossary.html") == {"prev": "plan.html"}

    def test_notes_stand_on_the_page_that_refers_to_them(self, site: dict[str, bytes]) -> None:
        assert b"first</strong> note" in site["homes.html"]
        assert b"second note" not in site["homes.html"]
        assert b"second note" in site["plan.html"]

    def test_old_addresses_have_a_line_in_the_contents_and_a_page_to_go_on_to(
        self, site: dict[str, bytes]
    ) -> None:
        lines = {line.get("id") for line in tree(site["index.html"]).iter("li")}
        assert {"sec-homes", "sec-costs", "sec-plan", "sec-glossary"} <= lines
        (pages,) = re.findall(r"pages = (\{.*?\});", site["addresses.js"].decode(), re.DOTALL)
        assert "fig-costs" in json.loads(pages)["homes.html"]
        assert b"addresses.js" not in site["plan.html"]

    def test_nothing_is_inline_and_everything_shared_lies_beside(
        self, site: dict[str, bytes]
    ) -> None:
        for name, data in site.items():
            if name.endswith(".html"):
                assert (
                    tree(data).xpath("//style | //*[@style] | //script[not(@src or @type)]") == []
                )
                assert b"data:" not in data
        assert site["figures/costs.svg"].startswith(b"<svg")
        assert site["style.css"].index(b"--brand") < site["style.css"].index(b".of-chapter")

    def test_a_draft_says_so_on_every_page(self) -> None:
        mark = '<div class="draft-mark" role="region" aria-label="Draft"><p>DRAFT</p></div>'
        page = replaced(single_page(), '<div class="notice"', f'{mark}<div class="notice"')
        site = forms_of(page, "site")
        assert all(b"draft-mark" in data for name, data in site.items() if name.endswith(".html"))

    def test_contents_that_can_be_folded_stand_open_on_the_first_page(
        self, site: dict[str, bytes]
    ) -> None:
        assert "Contents" in texts(tree(site["index.html"]), "h2")
        assert b"<details" not in site["index.html"]
        assert b"<details" in site["plan.html"]


class TestPageNames:
    @pytest.mark.parametrize(
        ("ids", "names"),
        [
            (["sec-costs", "sec-the_plan"], ["costs.html", "the-plan.html"]),
            (["sec-index", "sec-con"], ["index-chapter.html", "con-chapter.html"]),
            (["sec-a_b", "sec-a-b"], ["a-b.html", "a-b-chapter.html"]),
        ],
    )
    def test_are_the_ids_as_files(self, ids: list[str], names: list[str]) -> None:
        chapters = [Chapter(id, made("h2"), "", ()) for id in ids]
        assert list(page_names(chapters).values()) == names
