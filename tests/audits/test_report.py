"""The page of problems, put to the same audits as the documents, closed and with all explained."""

from pathlib import Path

import pytest

from sufficiency.problems import Findings
from sufficiency.problems.reports import REPORTS
from tests.audits import html_alone, html_axe, html_nu, html_reflow
from tests.problems.made import WARNING, found
from tests.problems.reports.many import find_many

pytestmark = pytest.mark.audit


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """With many kinds of problems and a warning: as it is written, and all opened; and empty."""
    found_there = find_many(tmp_path)
    warned = Findings([*found_there.problems, found(WARNING, "data/a.csv")], found_there.lines)
    many = REPORTS["html"](warned)
    assert "<details>" in many
    texts = {
        "many.html": many,
        "opened.html": many.replace("<details>", "<details open>"),
        "none.html": REPORTS["html"](Findings([])),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in texts]


@pytest.mark.xdist_group("browser")
class TestInABrowser:
    def test_axe_finds_nothing(self, pages: list[Path]) -> None:
        assert [html_axe.audit(page, html_axe.EACH_ONCE) for page in pages] == [[], [], []]

    def test_nobody_has_to_scroll_sideways(self, pages: list[Path]) -> None:
        assert [html_reflow.audit(page) for page in pages] == [[], [], []]

    def test_it_asks_for_nothing_and_runs_nothing(self, pages: list[Path]) -> None:
        assert [html_alone.audit(page) for page in pages] == [[], [], []]


@pytest.mark.xdist_group("java")
class TestNu:
    def test_it_is_valid(self, pages: list[Path]) -> None:
        assert [html_nu.audit(page) for page in pages] == [[], [], []]
