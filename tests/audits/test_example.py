"""The worked example in its three formats passes every audit, and says what its sources say."""

import re
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import FloatRect

from tests.audits import (
    agreement,
    docx_libreoffice,
    docx_structure,
    docx_styles,
    html_alone,
    html_axe,
    html_charts,
    html_contents,
    html_downloads,
    html_keys,
    html_nu,
    html_outline,
    html_policy,
    html_reflow,
    pdf_layout,
    pdf_page,
    pdf_structure,
    pdf_verapdf,
    reading_order,
)
from tests.audits.anchors import names_in
from tests.audits.browser import NARROW, WIDE, opened, window
from tests.audits.expected import Expected, expected_of
from tests.example import FORMATS, ROOT, ExampleOutputs
from tools.pictures import read_png

pytestmark = pytest.mark.audit

ENTRIES = ("fn", "number-", "evidence-")
"""How names of footnotes and of the ledger's entries begin, which are numbered anew each year."""


SHOW_END = """one => {
  one.scrollIntoView({ block: "end", behavior: "instant" });
  const { right, bottom } = one.getBoundingClientRect();
  const columns = one.querySelector("tr").cells.length;
  return [columns, one.scrollWidth > one.clientWidth, Math.floor(right), Math.floor(bottom)];
}"""


@cache
def tables_at_320(path: Path) -> list[tuple[int, bool, tuple[int, int, int]]]:
    """Of each table: its columns, whether a part is out of sight, the colour of its right edge.

    A picture of the place alone: for one of a table higher than the window all is laid out anew.
    """
    with opened(path, width=NARROW) as shown:
        found = []
        for region in shown.page.locator(".table-region").all():
            columns, is_cut, right, bottom = region.evaluate(SHOW_END)
            place: FloatRect = {"x": right - 2, "y": bottom - 5, "width": 1, "height": 1}
            edge = read_png(shown.page.screenshot(clip=place)).getpixel((0, 0))
            found.append((columns, is_cut, cast("tuple[int, int, int]", edge)))
    return found


class TestHtml:
    @pytest.mark.xdist_group("browser")
    def test_axe_finds_no_violation_narrow_or_wide_light_or_dark_or_printed(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert html_axe.audit(example_outputs.html, html_axe.EACH_ONCE) == []

    @pytest.mark.xdist_group("browser")
    def test_nobody_scrolls_sideways_at_320_pixels(self, example_outputs: ExampleOutputs) -> None:
        assert html_reflow.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    def test_tables_of_two_columns_fit_at_320_pixels(self, example_outputs: ExampleOutputs) -> None:
        tables = {columns for columns, is_cut, _ in tables_at_320(example_outputs.html) if is_cut}
        assert tables == {3, 4, 5}

    @pytest.mark.xdist_group("browser")
    def test_a_table_that_scrolls_is_shaded_at_its_edge_and_no_other(
        self, example_outputs: ExampleOutputs
    ) -> None:
        for _, is_cut, edge in tables_at_320(example_outputs.html):
            assert (edge != (255, 255, 255)) == is_cut

    @pytest.mark.xdist_group("browser")
    def test_text_in_charts_is_large_enough_at_320_pixels(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert html_charts.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    def test_each_chart_has_its_narrow_form_narrow_and_its_wide_form_wide(
        self, example_outputs: ExampleOutputs
    ) -> None:
        for width, is_narrow in ((NARROW, True), (WIDE, False)):
            charts = html_charts.measured(example_outputs.html, width=width)
            assert {chart["is_narrow"] for chart in charts} == {is_narrow}

    @pytest.mark.xdist_group("browser")
    def test_on_paper_charts_are_wide(self, example_outputs: ExampleOutputs) -> None:
        with opened(example_outputs.html, width=NARROW) as shown:
            shown.page.emulate_media(media="print")
            images = shown.page.locator("picture img")
            assert images.count() > 0
            assert images.evaluate_all("all => all.every(one => one.currentSrc === one.src)")

    def test_the_page_is_not_too_large_to_mail(self, example_outputs: ExampleOutputs) -> None:
        assert example_outputs.html.stat().st_size < 1_500_000

    @pytest.mark.xdist_group("browser")
    def test_the_data_of_each_chart_is_downloaded_from_the_page_itself(
        self, example_outputs: ExampleOutputs, tmp_path: Path
    ) -> None:
        with opened(example_outputs.html, width=NARROW) as shown:
            links = shown.page.locator("details.figure-data a[download$='.csv']")
            assert links.count() == shown.page.locator("picture").count()
            for place in (0, links.count() - 1):
                with shown.page.expect_download() as started:
                    links.nth(place).click()
                started.value.save_as(tmp_path / "data.csv")
                file = (
                    example_outputs.folder / "evidence/figures" / started.value.suggested_filename
                )
                assert (tmp_path / "data.csv").read_bytes() == file.read_bytes()

    @pytest.mark.xdist_group("browser")
    def test_the_page_stands_alone(self, example_outputs: ExampleOutputs) -> None:
        assert html_alone.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    def test_it_keeps_the_policy_that_it_carries(self, example_outputs: ExampleOutputs) -> None:
        assert html_policy.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    @pytest.mark.parametrize("width", [NARROW, WIDE])
    def test_a_walk_by_keyboard_sees_every_stop(
        self, example_outputs: ExampleOutputs, width: int
    ) -> None:
        assert html_keys.audit(example_outputs.html, width=width) == []

    @pytest.mark.xdist_group("browser")
    def test_the_contents_mark_each_section_in_view(self, example_outputs: ExampleOutputs) -> None:
        assert html_contents.audit(example_outputs.html, width=WIDE) == []

    def test_its_places_are_named_by_no_year_and_no_order(
        self, example_outputs: ExampleOutputs
    ) -> None:
        names = names_in(example_outputs.html)
        files = (ROOT / "strategy/sections").glob("*.md")
        assert {f"sec-{path.stem.partition('-')[2]}" for path in files} <= names
        numbered = {name.removeprefix("toc-") for name in names if re.search(r"\d", name)}
        assert {name for name in numbered if not name.startswith(ENTRIES)} == {
            "sec-aged-16-and-over",
            "need-aged_16_and_over",
            "tbl-evidence-aged-16-and-over",
            "publication-barnet_strategy_2019",  # so is the publication
            "costs-homes-for-young-people-aged-16-and-over",
            "aged-16-and-over-what-we-have-commissioned",
        }

    def test_its_bones_are_sound(self, example_outputs: ExampleOutputs) -> None:
        assert html_outline.audit(example_outputs.html) == []

    def test_each_figure_and_document_is_offered_with_its_true_size(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert html_downloads.audit(example_outputs.html) == []
        addresses = {address for _, address in html_downloads.offered(example_outputs.html)}
        drawn = (example_outputs.folder / "evidence/figures").glob("*.[sp][vn]g")
        assert {f"evidence/figures/{path.name}" for path in drawn} <= addresses
        assert {example_outputs.pdf.name, example_outputs.docx.name} <= addresses

    @pytest.mark.xdist_group("browser")
    def test_without_scripts_contents_are_open_and_lead_where_they_say(
        self, example_outputs: ExampleOutputs
    ) -> None:
        with window(width=NARROW, java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(example_outputs.html.as_uri())
            page.locator("nav a[href='#sec-distance']").click()
            box = page.locator("#sec-distance").bounding_box()
            assert box is not None
            assert 0 <= box["y"] < 100
            summary = page.locator("details.figure-data summary").first
            summary.click()
            assert page.locator("details.figure-data table").first.is_visible()

    @pytest.mark.xdist_group("browser")
    def test_contents_never_cover_the_text_on_a_small_screen(
        self, example_outputs: ExampleOutputs
    ) -> None:
        with window(width=NARROW) as context:
            page = context.new_page()
            page.goto(example_outputs.html.as_uri())
            links = page.locator("nav a")
            assert not links.first.is_visible()
            page.locator("nav summary").click()
            last, text = links.last.bounding_box(), page.locator("main").bounding_box()
            assert last is not None
            assert text is not None
            assert last["y"] + last["height"] <= text["y"]

    @pytest.mark.xdist_group("browser")
    def test_in_the_readers_own_colours_focus_is_seen_and_charts_stay_on_their_plate(
        self, example_outputs: ExampleOutputs
    ) -> None:
        with window(width=WIDE, forced_colors="active", color_scheme="dark") as context:
            page = context.new_page()
            page.goto(example_outputs.html.as_uri())
            page.keyboard.press("Tab")
            link = page.locator(":focus-visible")
            assert "rgba(0, 0, 0, 0)" not in link.evaluate("a => getComputedStyle(a).outlineColor")
            plate = page.locator("picture img").first
            assert (
                plate.evaluate("a => getComputedStyle(a).backgroundColor") == "rgb(255, 255, 255)"
            )

    def test_nothing_moves(self, example_outputs: ExampleOutputs) -> None:
        style = example_outputs.html.read_text("utf-8").partition("<style>")[2]
        style = style.partition("</style>")[0]
        assert "color" in style
        for mover in ("transition", "animation", "scroll-behavior", "@keyframes"):
            assert mover not in style

    @pytest.mark.xdist_group("java")
    def test_the_page_is_valid(self, example_outputs: ExampleOutputs) -> None:
        assert html_nu.audit(example_outputs.html) == []


class TestPdf:
    def test_it_keeps_both_standards(self, example_outputs: ExampleOutputs) -> None:
        assert pdf_page.audit(example_outputs.pdf) == []

    @pytest.mark.xdist_group("java")
    def test_verapdf_agrees(self, example_outputs: ExampleOutputs) -> None:
        assert pdf_verapdf.audit(example_outputs.pdf) == []

    def test_tables_have_headers_figures_have_words_and_there_are_bookmarks(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert pdf_structure.audit(example_outputs.pdf) == []

    def test_nothing_is_alone_at_a_foot_and_no_page_is_half_empty(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert pdf_layout.audit(example_outputs.pdf) == []

    @pytest.mark.xdist_group("agreement")
    def test_it_is_read_in_the_order_of_the_web_page(self, example_outputs: ExampleOutputs) -> None:
        assert reading_order.audit(example_outputs.pdf, example_outputs.html) == []

    def test_its_bookmarks_are_the_headings_of_the_web_page(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert reading_order.audit_bookmarks(example_outputs.pdf, example_outputs.html) == []


class TestWord:
    def test_its_structure_is_words_own(self, example_outputs: ExampleOutputs) -> None:
        assert docx_structure.audit(example_outputs.docx) == []

    def test_its_styles_are_those_that_an_officer_knows(
        self, example_outputs: ExampleOutputs
    ) -> None:
        assert docx_styles.audit(example_outputs.docx) == []

    @pytest.mark.xdist_group("libreoffice")
    def test_libreoffice_shows_every_heading(self, example_outputs: ExampleOutputs) -> None:
        assert docx_libreoffice.audit(example_outputs.docx) == []


@pytest.fixture(scope="module")
def expected(example_outputs: ExampleOutputs) -> Expected:
    return expected_of(ROOT, example_outputs.folder)


@pytest.mark.xdist_group("agreement")
@pytest.mark.parametrize("kind", FORMATS)
class TestAgreement:
    @pytest.mark.parametrize("what", ["narrative", "needs", "actions", "measures", "facts"])
    def test_every_format_says_it_all(
        self, example_outputs: ExampleOutputs, expected: Expected, kind: str, what: str
    ) -> None:
        words: list[str] = getattr(expected, what)
        assert words
        assert agreement.audit(example_outputs.by_format[kind], words) == []

    def test_a_changed_number_would_be_named(
        self, example_outputs: ExampleOutputs, expected: Expected, kind: str
    ) -> None:
        sentence = next(words for words in expected.narrative if "312" in words)
        changed = sentence.replace("312", "313")
        assert agreement.audit(example_outputs.by_format[kind], [sentence, changed]) == [
            f'.{kind} does not say "{changed}"'
        ]
