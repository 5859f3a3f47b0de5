"""The switch that shows where numbers come from, in a browser, under the page's own policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.audits.browser import NARROW, WIDE, window
from tests.engines.rendering import FRONT, rendered

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("browser")]

STRATEGY = """# Homes {#sec-homes}

Foster carers look after [67%]{.n1} of [312 children]{.n2}, as [the *count* of [5]{.n3}](#sec-homes)
says.

# Annex {#sec-evidence}

| In the text | Entry |
|:--|:--|
| 67% | [1]{.e1} |
| 312 children | [2]{.e2} |
"""
LEDGER = FRONT.replace("engine:", 'ledger-values: "67.3\\\\|312\\\\|5"\nengine:')
LINKS = "main data a"


@pytest.fixture(scope="module")
def page_with_numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered(STRATEGY, tmp_path_factory.mktemp("numbers"), ["html"], front=LEDGER)["html"]


@contextmanager
def shown(path: Path, *, width: int = WIDE, script: bool = True) -> Iterator[Page]:
    with window(width=width, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        yield page


class TestTheSwitch:
    def test_makes_links_of_numbers_outside_links_and_takes_them_away(
        self, page_with_numbers: Path
    ) -> None:
        with shown(page_with_numbers) as page:
            switch = page.get_by_role("button", name="Show evidence", pressed=False)
            assert page.locator(LINKS).count() == 0
            switch.click()
            assert page.locator(LINKS).all_inner_texts() == ["67%", "312 children"]
            page.get_by_role("button", name="Show evidence", pressed=True).click()
            assert page.locator(LINKS).count() == 0
            assert "67% of 312 children" in page.inner_text("main")

    @pytest.mark.parametrize("width", [NARROW, WIDE])
    def test_leads_by_keyboard_to_an_entry_and_back(
        self, page_with_numbers: Path, width: int
    ) -> None:
        with shown(page_with_numbers, width=width) as page:
            page.get_by_role("button", name="Show evidence").press("Space")
            page.get_by_role("link", name="312 children: evidence").press("Enter")
            assert page.evaluate("document.querySelector(':target').id") == "evidence-2"
            assert page.evaluate("document.activeElement.id") == "evidence-2"
            page.keyboard.press("Enter")
            assert page.evaluate("document.querySelector(':target').id") == "number-2"

    def test_remembers_nothing(self, page_with_numbers: Path) -> None:
        with shown(page_with_numbers) as page:
            page.get_by_role("button", name="Show evidence").click()
            page.reload()
            assert page.get_by_role("button", pressed=False).count() == 1
            assert page.evaluate("[document.cookie, localStorage.length]") == ["", 0]

    def test_is_not_printed(self, page_with_numbers: Path) -> None:
        with shown(page_with_numbers) as page:
            page.emulate_media(media="print")
            assert not page.locator(".show-evidence").is_visible()


class TestWithoutAScript:
    def test_there_is_no_switch_and_entries_lead_to_their_numbers(
        self, page_with_numbers: Path
    ) -> None:
        with shown(page_with_numbers, script=False) as page:
            assert page.get_by_role("button").count() == 0
            page.get_by_role("link", name="2", exact=True).click()
            assert page.url.endswith("#number-2")
