"""The worked example as a site, a fragment and files for a content-management system: sound, whole.

Each form is made of the example's single page, as a build makes it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from sufficiency.engines.web import web_files
from tests.audits import (
    html_axe,
    html_charts,
    html_filter,
    html_folder,
    html_host,
    html_keys,
    html_nu,
    html_reflow,
    html_site_policy,
)
from tests.audits.browser import NARROW, WIDE, opened, window
from tests.audits.said import words
from tests.engines.rendering import TEMPLATES, remember
from tests.example import ROOT, ExampleOutputs

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("browser")]  # the forms are made once

FORMS = ("site", "fragment", "cms")
# The first page, charts with tables, and the landscape plan.
WALKED = ["index", "children-in-care", "action-plan"]
# The other kinds of page: terms, and the tables of the annex.
SPREAD = [*WALKED, "glossary", "evidence"]
NARROW_LIGHT: html_axe.View = (NARROW, "light", "screen")
WIDE_LIGHT: html_axe.View = (WIDE, "light", "screen")
WIDE_DARK: html_axe.View = (WIDE, "dark", "screen")
FIRST_PAGE_BYTES = 200_000

FOLDED = ("evidence.html", "golden-thread.html", "action-plan.html")
"""Chapters with tables that are wider than a telephone: what the last columns say stands below the
one before, in the same cell."""


@pytest.fixture(scope="module")
def forms(example_outputs: ExampleOutputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one folder for each form."""
    root = tmp_path_factory.mktemp("forms")
    for form in FORMS:
        files = web_files(example_outputs.html, form, templates=TEMPLATES, remember=remember)
        for name, data in files.items():
            (root / form / name).parent.mkdir(parents=True, exist_ok=True)
            (root / form / name).write_bytes(data)
    html_host.write_host(root / "fragment", "host.html", "")
    return root


@pytest.fixture(scope="module")
def bare(forms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each chapter for a content-management system as that would show it."""
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(forms / "cms" / "figures", folder / "figures")
    for path in chapters_in(forms / "cms"):
        text = html_filter.filtered(path.read_text("utf-8"))
        (folder / path.name).write_text(html_filter.bare_page(path.stem, text), encoding="utf-8")
    return folder


def chapters_in(folder: Path) -> list[Path]:
    """The files of chapters, as the contents of the first page order them."""
    first = read(folder / "index.html")
    links = (link.get("href", "") for link in first.iter("a"))
    pages = dict.fromkeys(link.partition("#")[0] for link in links if ".html" in link)
    return [folder / name for name in pages]


def faults_of(pages: list[Path], audit: Callable[[Path], list[str]]) -> list[str]:
    """What an audit finds on all the pages, each with its page."""
    return [f"{page.name}: {fault}" for page in pages for fault in audit(page)]


def walked(page: Path) -> list[str]:
    """What is wrong with a walk by keyboard, narrow or wide."""
    return [fault for width in (NARROW, WIDE) for fault in html_keys.audit(page, width=width)]


def read(path: Path) -> Any:
    text = path.read_text("utf-8")
    if text.startswith("<!DOCTYPE"):
        return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return html.fragment_fromstring(text, create_parent="div")


def main_of(path: Path) -> Any:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    page: Any = html.document_fromstring(path.read_bytes(), parser=parser)
    return page.get_element_by_id("main")


def chapters_of(path: Path) -> list[Any]:
    """The single page's chapters, each in one element, its heading of level 2 included."""
    chapters: list[Any] = []
    for block in list(main_of(path)):
        if block.tag == "h2" or block.find("h2") is not None:
            chapters.append(html.Element("div"))
        chapters[-1].append(block)
    return chapters


def is_offer(element: Any) -> bool:
    """Whether an element is there to offer files; there is nothing else in it."""
    return "downloads" in element.classes or (
        element.tag == "p" and element.find("a[@download]") is not None
    )


def is_left_out(element: Any) -> bool:
    """Whether a page for a content-management system does without: its title is typed in."""
    return element.tag == "h2" or is_offer(element)


def held(element: Any) -> dict[str, list[str]]:
    """What a chapter holds, box by box, figure by figure, header cell by header cell.

    A link within the chapter is words, since no id is kept, as is one to a number of the text.
    """
    ids = {one.get("id") for one in element.iter()}
    links = [
        one
        for one in element.iter("a")
        if one.get("download") is None
        and one.get("href", "")[1:] not in ids
        and "entry" not in one.classes
    ]
    items = [one for one in element.iter("li") if one.find("a[@download]") is None]
    shown = {
        "headings": list(element.iter("h2", "h3", "h4", "h5", "h6")),
        "items": items or list(element.iter("dd")),
        "header cells": list(element.iter("th")),
        "tables": list(element.iter("caption")),
        "links": links,
    }
    said = {what: [" ".join(words(one)) for one in ones] for what, ones in shown.items()}
    return said | {"pictures": [one.get("alt") for one in element.iter("img")]}


def said_in(element: Any, leave_out: Callable[[Any], bool] = lambda one: False) -> list[str]:
    """The words, without the colon that parts a term from what it means."""
    return [word.rstrip(":") for word in words(element, leave_out)]


def captions(element: Any) -> list[str]:
    return [" ".join(words(one)) for one in element.iter("figcaption")]


def first_page_bytes(folder: Path) -> int:
    """The size of the first page with all that it takes to be shown."""
    page = folder / "index.html"
    taken = {one.get("href") for one in read(page).iter("link")}
    taken |= {one.get("src") for one in read(page).iter("img", "script")}
    taken.discard(None)  # what is for search engines stands in the page
    style = (folder / "style.css").read_text("utf-8")
    taken |= set(re.findall(r'url\("(?!data:)([^"]+)"\)', style))
    return sum(path.stat().st_size for path in [page, *(folder / name for name in taken)])


class TestSite:
    def test_links_lead_somewhere_headings_are_in_order_and_titles_differ(
        self, forms: Path
    ) -> None:
        assert html_folder.audit(forms / "site") == []

    def test_every_page_is_valid(self, forms: Path) -> None:
        assert html_nu.audit(forms / "site") == []

    def test_axe_finds_no_violation_on_any_page(self, forms: Path) -> None:
        pages = sorted((forms / "site").glob("*.html"))
        assert len(pages) > 15
        assert faults_of(pages, lambda page: html_axe.audit(page, [NARROW_LIGHT])) == []

    def test_nor_wide_in_the_dark_on_any_kind_of_page(self, forms: Path) -> None:
        pages = [forms / "site" / f"{name}.html" for name in SPREAD]
        assert faults_of(pages, lambda page: html_axe.audit(page, [WIDE_DARK])) == []

    def test_the_keyboard_reaches_all_and_nobody_scrolls_sideways(self, forms: Path) -> None:
        pages = [forms / "site" / f"{name}.html" for name in WALKED]
        assert faults_of(pages, html_reflow.audit) == []
        assert faults_of(pages, walked) == []

    def test_text_in_charts_is_large_enough_at_320_pixels(self, forms: Path) -> None:
        assert html_charts.audit(forms / "site" / "children-in-care.html") == []

    def test_a_strict_policy_refuses_nothing(self, forms: Path) -> None:
        names = ["index.html", "children-in-care.html", "action-plan.html"]
        assert html_site_policy.audit(forms / "site", names) == []

    def test_the_first_page_is_small(self, forms: Path) -> None:
        assert first_page_bytes(forms / "site") < FIRST_PAGE_BYTES

    def test_no_word_of_the_single_page_is_lost(
        self, forms: Path, example_outputs: ExampleOutputs
    ) -> None:
        single = words(main_of(example_outputs.html))
        said = [
            word
            for path in chapters_in(forms / "site")
            for part in (read(path).find(".//h1"), read(path).find(".//main"))
            for word in words(part)
        ]
        assert said == single

    def test_an_address_of_the_single_page_leads_to_where_that_stands(self, forms: Path) -> None:
        first = (forms / "site" / "index.html").as_uri()
        with window(width=WIDE) as context:
            page = context.new_page()
            for id, name in (("sec-costs", "current-provision"), ("fig-weekly-costs", "current")):
                page.goto(f"{first}#{id}")
                page.wait_for_url(re.compile(rf"/{name}[\w-]*\.html#{id}$"))
                assert page.locator(f"#{id}").count() == 1

    def test_the_current_chapter_is_marked(self, forms: Path) -> None:
        with opened(forms / "site" / "edge-of-care.html", width=WIDE) as shown:
            current = shown.page.locator("nav.contents [aria-current=page]")
            assert current.count() == 1
            assert "Edge of care" in current.inner_text()


class TestFragment:
    def test_in_a_host_page_it_is_valid(self, forms: Path) -> None:
        assert html_nu.audit(forms / "fragment" / "host.html") == []

    def test_in_a_host_page_axe_finds_no_violation(self, forms: Path) -> None:
        assert html_axe.audit(forms / "fragment" / "host.html", [NARROW_LIGHT, WIDE_DARK]) == []

    def test_in_a_host_page_the_keyboard_reaches_all_and_nobody_scrolls_sideways(
        self, forms: Path
    ) -> None:
        host = forms / "fragment" / "host.html"
        assert html_reflow.audit(host) == []
        assert html_keys.audit(host, width=NARROW) == []

    def test_in_a_host_page_text_in_charts_is_large_enough_at_320_pixels(self, forms: Path) -> None:
        assert html_charts.audit(forms / "fragment" / "host.html") == []

    def test_a_hostile_host_and_it_leave_each_other_alone(self, forms: Path) -> None:
        assert html_host.audit(forms / "fragment") == []

    def test_links_lead_somewhere(self, forms: Path) -> None:
        assert html_folder.links(forms / "fragment") == []

    def test_no_word_of_the_single_page_is_lost(
        self, forms: Path, example_outputs: ExampleOutputs
    ) -> None:
        (main,) = read(forms / "fragment" / "strategy.html").find_class("strategy-main")
        assert words(main) == words(main_of(example_outputs.html))


class TestCms:
    def test_a_strict_filter_takes_nothing_from_any_page(self, forms: Path) -> None:
        pages = [forms / "cms" / "index.html", *chapters_in(forms / "cms")]
        assert len(pages) > 15
        assert [fault for page in pages for fault in html_filter.audit(page)] == []

    def test_no_box_figure_table_header_or_link_of_any_chapter_is_lost(
        self, forms: Path, bare: Path, example_outputs: ExampleOutputs
    ) -> None:
        for chapter, path in zip(
            chapters_of(example_outputs.html), chapters_in(forms / "cms"), strict=True
        ):
            shown = read(bare / path.name).find(".//main")
            wanted, kept = held(chapter), held(shown)
            del wanted["headings"][0]  # the title, which is typed in
            if path.name == "glossary.html":  # terms with meanings: items that say both
                assert len(kept["items"]) == len(wanted["items"]) > 0
                wanted["items"] = kept["items"]
            if path.name in FOLDED:
                for said in (kept, wanted):
                    said["header cells"] = " ".join(said["header cells"]).split()
            assert kept == wanted, path.name
            paragraphs = {" ".join(words(one)) for one in shown.iter("p")}
            assert set(captions(chapter)) <= paragraphs

    def test_in_a_bare_page_every_chapter_is_valid(self, bare: Path) -> None:
        assert html_nu.audit(bare) == []

    def test_in_a_bare_page_axe_finds_no_violation_in_any_chapter(self, bare: Path) -> None:
        pages = sorted(bare.glob("*.html"))
        # Without a style of its own a page is the same at any width.
        assert faults_of(pages, lambda page: html_axe.audit(page, [WIDE_LIGHT])) == []

    def test_in_a_bare_page_nobody_scrolls_sideways_in_any_chapter(self, bare: Path) -> None:
        assert faults_of(sorted(bare.glob("*.html")), html_reflow.audit) == []

    def test_headings_are_in_order_in_a_bare_page(self, bare: Path) -> None:
        # What describes a page is typed in.
        faults = [fault for fault in html_folder.audit(bare) if "description" not in fault]
        assert faults == []

    def test_links_lead_somewhere(self, forms: Path) -> None:
        assert html_folder.links(forms / "cms") == []

    def test_no_word_of_the_single_page_is_lost(
        self, forms: Path, example_outputs: ExampleOutputs
    ) -> None:
        for chapter, path in zip(
            chapters_of(example_outputs.html), chapters_in(forms / "cms"), strict=True
        ):
            assert said_in(read(path)) == said_in(chapter, is_left_out), path.name

    def test_the_sheet_is_valid(self, forms: Path) -> None:
        assert html_nu.audit(forms / "cms" / "upload-sheet.html") == []

    def test_axe_finds_no_violation_in_the_sheet(self, forms: Path) -> None:
        sheet = forms / "cms" / "upload-sheet.html"
        assert html_axe.audit(sheet, [NARROW_LIGHT, WIDE_DARK]) == []

    def test_the_sheet_lists_every_file(self, forms: Path) -> None:
        sheet = read(forms / "cms" / "upload-sheet.html")
        listed = {
            link.get("href") for link in sheet.iter("a") if not link.get("href").startswith("#")
        }
        files = (path for path in (forms / "cms").rglob("*") if path.is_file())
        names = {path.relative_to(forms / "cms").as_posix() for path in files}
        assert listed == names - {"upload-sheet.html"}


class TestSameBytes:
    def test_each_form_has_the_same_bytes_in_whatever_order_sets_are_gone_through(
        self, example_outputs: ExampleOutputs
    ) -> None:
        program = (
            "import hashlib, sys; from pathlib import Path\n"
            "from sufficiency.engines.web import web_files\n"
            "from tests.engines.rendering import TEMPLATES, remember\n"
            f"for form in {FORMS!r}:\n"
            "    made = web_files(Path(sys.argv[1]), form, templates=TEMPLATES,"
            " remember=remember)\n"
            "    print(form, hashlib.sha256(repr(list(made.items())).encode()).hexdigest())"
        )
        said = [
            subprocess.run(
                [sys.executable, "-c", program, example_outputs.html],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
                capture_output=True,
                encoding="utf-8",
                check=True,
            ).stdout
            for seed, zone in (("1", "UTC"), ("4242", "Pacific/Kiritimati"))
        ]
        assert said[0] == said[1]
        assert len(said[0].splitlines()) == len(FORMS)
