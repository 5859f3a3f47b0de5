"""The small PDF is read as the small page is; what is said elsewhere, or not at all, is named."""

from pathlib import Path

import pytest

from tests.audits import reading_order

pytestmark = pytest.mark.audit


def changed(page: Path, old: str, new: str) -> Path:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    return page


class TestAudit:
    def test_both_are_read_alike(self, good_pdf: Path, good_html: Path) -> None:
        assert reading_order.audit(good_pdf, good_html) == []

    def test_a_word_that_stands_elsewhere_is_named(self, good_pdf: Path, good_html: Path) -> None:
        page = changed(good_html, "Recruit carers", "carers Recruit")
        (fault,) = reading_order.audit(good_pdf, page)
        assert fault.startswith('after "plan priority action measure grow our own fostering"')


class TestBookmarks:
    def test_they_are_the_headings_of_the_page(self, good_pdf: Path, good_html: Path) -> None:
        assert reading_order.audit_bookmarks(good_pdf, good_html) == []

    def test_a_heading_without_a_bookmark_is_named(self, good_pdf: Path, good_html: Path) -> None:
        page = changed(good_html, ">Actions</h3>", ">Deeds</h3>")
        (fault,) = reading_order.audit_bookmarks(good_pdf, page)
        assert fault == 'after "1 homes" the page says "2 deeds", the PDF "2 actions"'
