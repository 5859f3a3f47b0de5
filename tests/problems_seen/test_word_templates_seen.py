"""Bad Word templates beside their messages: each gets exactly the words in its file.

A template is no text, so it is made here; else as in ``test_problems_seen``.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.sources.templates import WORD_TEMPLATE, with_word_template
from tests.a_project import write_project
from tests.council_template import council_template, on_us_letter, without_heading_1
from tests.problems_seen.test_problems_seen import said_by_check

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "word_templates"
PLACE = "templates/formats/docx/reference.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def of_kind(kind: str) -> bytes:
    """A template that says of itself that it is of another kind."""
    parts = read_parts(council_template())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind.encode()
    )
    return write_parts(parts)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * 120_000_000)
    return data.getvalue()


def workbook() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
    return data.getvalue()


CASES: Mapping[str, Callable[[], bytes]] = {
    "password": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "of-old-word": lambda: OLE + b"WordDocument",
    "dotx": lambda: of_kind("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    "docm": lambda: of_kind("vnd.ms-word.document.macroEnabled.main+xml"),
    "text": lambda: b"Dear all",
    "damaged": lambda: council_template()[:5000],
    "another-kind-of-file": workbook,
    "unpacks-to-too-much": bomb,
    "no-heading-1": lambda: council_template(without_heading_1),
    "us-letter": lambda: council_template(on_us_letter),
    "too-many-bytes": lambda: b" " * 21_000_000,
}


@pytest.mark.parametrize("name", CASES)
def test_a_problem_of_a_word_template_is_told_in_the_words_beside_it(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    said = said_by_check(write_project(tmp_path, {PLACE: CASES[name]()}))
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-snapshots"):
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def test_of_two_templates_the_one_that_is_not_used_is_told(tmp_path: Path) -> None:
    settings = (ROOT / "_quarto.yml").read_text("utf-8")
    settings += "format:\n  docx:\n    reference-doc: templates/council.docx\n"
    both = {name: council_template() for name in (PLACE, "templates/council.docx")}
    said = said_by_check(write_project(tmp_path, {**both, "_quarto.yml": settings}))
    assert f'Word documents are made with "templates/council.docx"; "{PLACE}"' in said
    assert "[TEMPLATE-TWO]" in said


def test_a_template_that_is_told_for_its_paper_is_used() -> None:
    named = {"council.docx": council_template(on_us_letter)}
    templates, problems = with_word_template(named, "council.docx")
    assert [problem.code.id for problem in problems] == ["TEMPLATE-PAPER"]
    assert templates[WORD_TEMPLATE] == named["council.docx"]


def test_every_file_of_words_belongs_to_a_case() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)
