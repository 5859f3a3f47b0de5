"""The worked example in its three formats passes every audit, and says what its sources say."""

import pytest

from tests.audits import (
    agreement,
    docx_libreoffice,
    docx_structure,
    html_alone,
    html_axe,
    html_nu,
    html_reflow,
    pdf_page,
    pdf_structure,
    pdf_verapdf,
)
from tests.audits.expected import Expected, expected_of
from tests.example import FORMATS, ROOT, ExampleOutputs

pytestmark = pytest.mark.audit


class TestHtml:
    @pytest.mark.xdist_group("browser")
    def test_axe_finds_no_violation_narrow_or_wide(self, example_outputs: ExampleOutputs) -> None:
        assert html_axe.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    def test_nobody_scrolls_sideways_at_320_pixels(self, example_outputs: ExampleOutputs) -> None:
        assert html_reflow.audit(example_outputs.html) == []

    @pytest.mark.xdist_group("browser")
    def test_the_page_stands_alone(self, example_outputs: ExampleOutputs) -> None:
        assert html_alone.audit(example_outputs.html) == []

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


class TestWord:
    def test_its_structure_is_words_own(self, example_outputs: ExampleOutputs) -> None:
        assert docx_structure.audit(example_outputs.docx) == []

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
