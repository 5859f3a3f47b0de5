"""A strategy in a council's own Word template passes every audit, and looks like the council's."""

from pathlib import Path

import pytest
from docx import Document

from sufficiency import pipeline
from sufficiency.outputs import Cache
from sufficiency.sources.templates import WORD_TEMPLATE
from tests.audits import docx_libreoffice, docx_structure, docx_styles
from tests.brought import brought
from tests.council_template import FONT, HEADER, council_template

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("libreoffice")]


@pytest.fixture(scope="module")
def strategy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word document of a whole project that has a template of its own."""
    folder = tmp_path_factory.mktemp("council")
    project = brought(folder / "project")
    place = project / "templates" / WORD_TEMPLATE
    place.parent.mkdir(parents=True)
    place.write_bytes(council_template())
    done = pipeline.build(
        project, output=folder / "output", cache=Cache(folder / "cache"), formats=["docx"]
    )
    assert [str(problem) for problem in done.problems] == []
    return done.files[0]


class TestCouncilsOwnTemplate:
    def test_its_structure_is_words_own(self, strategy: Path) -> None:
        assert docx_structure.audit(strategy) == []

    def test_its_styles_are_those_that_an_officer_knows(self, strategy: Path) -> None:
        assert docx_styles.audit(strategy) == []

    def test_libreoffice_loses_no_word_and_no_number(self, strategy: Path) -> None:
        assert docx_libreoffice.audit(strategy) == []

    def test_it_looks_like_the_councils(self, strategy: Path) -> None:
        document = Document(str(strategy))
        assert document.styles["Normal"].font.name == FONT
        assert {section.header.paragraphs[0].text for section in document.sections} == {
            f"DRAFT \N{EM DASH} {HEADER}"
        }
