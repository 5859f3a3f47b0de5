"""A draft full of problems passes the audits, and shows each problem in its three formats."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.engines import FORMATS
from sufficiency.outputs import Cache
from tests.a_project import SOUND, write_project
from tests.audits import (
    agreement,
    docx_libreoffice,
    docx_structure,
    html_axe,
    html_nu,
    html_reflow,
    pdf_page,
    pdf_structure,
    pdf_verapdf,
)

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("draft")]

FAULTS = (
    ("strategy/sections/10-summary.md", "{{ cic_change }}", "{{ cic_chang }}"),
    ("strategy/sections/10-summary.md", 'source="register"', 'source="registr"'),
    ("strategy/sections/10-summary.md", "We look", "We 😀 look"),
    ("strategy/sections/20-fostering.md", "what homes", "<b>what</b> ![homes](x.png)"),
    ("strategy/sections/20-fostering.md", "@fig-in-care", "@fig-in-car and @fig-in-care"),
    ("strategy/sections/30-carers.md", "title: Carers", 'title: "Carers'),
    ("strategy/figures.yml", "indicator: children_in_care", "indicator: children_in_caree"),
    ("strategy/figures.yml", "across: home", "across: hom"),
    ("strategy/needs.yml", "text: carers for weekends", "texxt: carers"),
    ("strategy/priorities/1-fostering.yml", "due: Summer 2020", "start: Sommer"),
    ("strategy/facts.yml", "of: cic_now", "of: cic_noww"),
)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The files of a draft in which everything is wrong that can be, by format."""
    files: dict[str, str | bytes | None] = {}
    for path, old, new in FAULTS:
        text = files.get(path, SOUND[path])
        assert isinstance(text, str)
        assert old in text
        files[path] = text.replace(old, new, 1)
    root = write_project(tmp_path_factory.mktemp("draft"), files)
    built = pipeline.build(root, output=root / "_output", cache=Cache(root / "cache"))
    assert len(built.problems) >= len(FAULTS)
    return dict(zip(FORMATS, built.files, strict=True))


class TestDraft:
    def test_the_web_page_has_no_violation(self, draft: Mapping[str, Path]) -> None:
        assert html_axe.audit(draft["html"], html_axe.EACH_ONCE) == []
        assert html_reflow.audit(draft["html"]) == []
        assert html_nu.audit(draft["html"]) == []

    def test_the_pdf_keeps_its_standards(self, draft: Mapping[str, Path]) -> None:
        assert pdf_page.audit(draft["pdf"]) == []
        assert pdf_structure.audit(draft["pdf"]) == []
        assert pdf_verapdf.audit(draft["pdf"]) == []

    def test_the_word_document_keeps_its_structure(self, draft: Mapping[str, Path]) -> None:
        assert docx_structure.audit(draft["docx"]) == []
        assert docx_libreoffice.audit(draft["docx"]) == []

    @pytest.mark.parametrize("format", FORMATS)
    def test_every_format_says_draft_and_lists_every_problem(
        self, draft: Mapping[str, Path], format: str
    ) -> None:
        words = ["DRAFT, not for publication.", "Problems in this draft", "[NAME-UNKNOWN]"]
        words += [f"Problem {number}." for number in range(1, len(FAULTS) + 1)]
        assert agreement.audit(draft[format], words) == []
