"""Whatever an author types into a text is shown as typed, in every format, and does nothing."""

import csv
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from tests.audits import agreement
from tests.hostile_texts import BUILDS, TEXTS, hostile_project, texts_of

PROPERTIES = ("description", "keyword")
"""Places whose text no page shows: it is a property of the file."""
FIELD = re.compile(r"\s*(SEQ|TOC|PAGE|NUMPAGES|REF|PAGEREF|TITLE|AUTHOR|HYPERLINK \\l)\b")
RUNS = {"iframe", "object", "embed", "form", "base", "svg", "input", "math"}
ADDRESS = re.compile(
    r"#|data:image/|data:text/csv|evidence/figures/[\w-]+\.(svg|png)$|[\w-]+\.(pdf|docx)$",
    re.IGNORECASE,
)
SCRIPT = Path(__file__).parents[1] / "templates/formats/html/script.js"
FORMULA = re.compile(r"\s*[=+\-@](?![\d,.]+%?$)")

TOLD = {"NEED-UNANSWERED", "NUMBER-UNBOUND", "NUMBER-WORD"}
"""What authors are told of such a plan, and of texts with typed numbers in them."""


@dataclass(frozen=True)
class Built:
    """One build: its folder and the text of each place."""

    folder: Path
    texts: Mapping[str, str]

    def file(self, kind: str) -> Path:
        (path,) = self.folder.glob(f"*.{kind}")
        return path


@pytest.fixture(scope="module", params=range(BUILDS))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    project, texts = hostile_project(folder, request.param)
    done = pipeline.build(project, output=folder / "out", cache=Cache(cache_folder()))
    told = {problem.code.id: str(problem) for problem in done.problems}
    assert {id: said for id, said in told.items() if id not in TOLD} == {}
    return Built(folder / "out", texts)


pytestmark = pytest.mark.xdist_group("hostile")


def squeezed(text: str) -> str:
    """The text without white space and hyphens, which each format breaks lines at in its way."""
    return re.sub(r"[\s\-\u2010\u2011\u2212]", "", text.translate(agreement.STRAIGHT))


def test_every_place_has_every_text_in_one_of_the_builds() -> None:
    for place in range(1, 50):
        assert all(any(text in texts_of(build, place) for build in range(BUILDS)) for text in TEXTS)


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
def test_every_text_is_shown_as_it_was_typed(built: Built, kind: str) -> None:
    said = squeezed(agreement.text_of(built.file(kind)))
    lost = {
        place: text
        for place, text in built.texts.items()
        if place not in PROPERTIES and squeezed(text) not in said
    }
    assert lost == {}


def test_the_properties_of_the_files_say_it_too(built: Built) -> None:
    wanted = [squeezed(built.texts[place]) for place in PROPERTIES]
    page = html.document_fromstring(built.file("html").read_bytes())
    metas = {meta.get("name"): squeezed(meta.get("content") or "") for meta in page.iter("meta")}
    assert [metas["description"], metas["keywords"]] == wanted
    core = Document(str(built.file("docx"))).core_properties
    assert [squeezed(core.comments or core.subject), squeezed(core.keywords)] == wanted
    with pikepdf.open(built.file("pdf")) as pdf:
        assert squeezed(str(pdf.docinfo["/Keywords"])) == wanted[1]


def test_nothing_in_the_web_page_runs_or_fetches(built: Built) -> None:
    page = html.document_fromstring(built.file("html").read_bytes())
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} & RUNS == set()
    data, script = (element for element in elements if element.tag == "script")
    assert script.text == f"\n{SCRIPT.read_text('utf-8')}"
    assert data.get("type") == "application/ld+json"
    assert json.loads(data.text or "")["@type"] == "Report"
    for element in elements:
        assert [name for name in map(str, element.attrib) if name.lower().startswith("on")] == []
        for name in ("href", "src", "srcset", "action"):
            assert ADDRESS.match(element.get(name, "#")), etree.tostring(element)[:300]


def test_word_runs_no_field_and_fetches_nothing(built: Built) -> None:
    with zipfile.ZipFile(built.file("docx")) as word:
        parts = {name: word.read(name) for name in word.namelist()}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(data)
            for element in root.iter("{*}instrText", "{*}fldSimple"):
                assert FIELD.match(element.text or element.get(qn("w:instr")) or "")
            targets = [e.get("Target") for e in root.iter("{*}Relationship") if e.get("TargetMode")]
            assert targets == []


def test_no_cell_of_a_data_file_is_a_formula(built: Built) -> None:
    files = sorted(built.folder.glob("evidence/figures/*.csv"))
    assert len(files) == 2
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            cells = [cell for row in csv.reader(lines) for cell in row]
        assert [cell for cell in cells if FORMULA.match(cell)] == []


def test_the_evidence_can_be_read_and_no_file_of_the_machine_is_in_it(built: Built) -> None:
    for path in (built.folder / "evidence/ledger.json", built.folder / "manifest.json"):
        json.loads(path.read_text("utf-8"))
    secrets = Path("/etc/passwd").read_bytes().splitlines()[0]
    for path in built.folder.rglob("*"):
        assert path.is_dir() or secrets not in path.read_bytes()
