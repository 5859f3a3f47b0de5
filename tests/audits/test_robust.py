"""Projects at the edges of what councils write are built whole: nothing runs off, over or away."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from sufficiency import pipeline
from sufficiency.outputs import Cache
from tests.a_project import write_project
from tests.audits import (
    agreement,
    docx_structure,
    html_nu,
    html_reflow,
    pdf_bounds,
    pdf_page,
    pdf_structure,
    tools,
)
from tests.example import ExampleOutputs, outputs_in
from tests.robust import ARABIC, CAPTION, COUNCIL, HEBREW, PROJECTS, WELSH, WORD

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("robust")]

WORDS = {
    "long_words": [COUNCIL, CAPTION, f"{WORD} at level 3", f"Head of {WORD}"],
    "many_actions": ["What we will do: Priority 1"],
    "large_tables": ["Home 298 of our own", "Homes in each band"],
    "many_sections": ["Part 40 of our strategy", "Part 99 of our strategy"],
    "next_to_nothing": ["Each home is found for one child at a time"],
    "other_letters": [ARABIC, HEBREW, WELSH],
}
"""What each format must say of each project, whatever line it is broken over."""
PROBLEMS = {"large_tables": ["TABLE-WIDE"]}
"""What each is told of; nothing where it is not named."""


@pytest.fixture(scope="module", params=PROJECTS)
def name(request: pytest.FixtureRequest) -> str:
    named: str = request.param
    return named


@pytest.fixture(scope="module")
def outputs(name: str, tmp_path_factory: pytest.TempPathFactory) -> ExampleOutputs:
    root = write_project(tmp_path_factory.mktemp(name), PROJECTS[name]())
    cache = Cache(tmp_path_factory.getbasetemp() / "robust-cache")
    built = pipeline.build(root, output=root / "_output", cache=cache)
    assert [problem.code.id for problem in built.problems] == PROBLEMS.get(name, [])
    return outputs_in(root / "_output")


class TestEachProject:
    def test_no_word_leaves_its_page_or_lies_upon_another(self, outputs: ExampleOutputs) -> None:
        assert pdf_bounds.audit(outputs.pdf) == []

    def test_the_pdf_keeps_its_standards(self, outputs: ExampleOutputs) -> None:
        assert pdf_page.audit(outputs.pdf) == []
        assert pdf_structure.audit(outputs.pdf) == []

    def test_nobody_scrolls_sideways_at_320_pixels(self, outputs: ExampleOutputs) -> None:
        assert html_reflow.audit(outputs.html) == []

    def test_the_web_page_is_valid(self, outputs: ExampleOutputs) -> None:
        assert html_nu.audit(outputs.html) == []

    def test_the_word_document_keeps_its_structure(self, outputs: ExampleOutputs) -> None:
        assert docx_structure.audit(outputs.docx) == []

    def test_every_format_says_all_of_it(self, outputs: ExampleOutputs, name: str) -> None:
        for format in ("html", "docx"):
            assert agreement.audit(outputs.by_format[format], WORDS[name]) == []
        said = squeezed("".join(text_by_page(outputs.pdf, "-q")))
        assert [words for words in WORDS[name] if squeezed(words) not in said] == []


@pytest.mark.parametrize("name", ["large_tables"], indirect=True)
class TestLongTables:
    def test_the_header_row_is_repeated_on_every_page(self, outputs: ExampleOutputs) -> None:
        pages = [page for page in text_by_page(outputs.pdf) if " of our own" in page]
        assert len(pages) > 5
        assert all("Weekly cost of a home" in page for page in pages)

    def test_it_is_whole_in_word(self, outputs: ExampleOutputs) -> None:
        rows = [len(table.rows) for table in Document(str(outputs.docx)).tables]
        assert max(rows) == 301


def text_by_page(path: Path, how: str = "-layout") -> Iterator[str]:
    yield from tools.run([tools.poppler("pdftotext"), how, path, "-"]).stdout.split("\f")


def squeezed(text: str) -> str:
    """The text without what parts it into lines and turns it, which are marks of pdftotext."""
    return re.sub(r"[\s\u00ad\u200b\u202a-\u202e-]", "", text)
