"""What authors bring besides text, built whole, audited, and searched for what it must not say."""

import base64
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from lxml import html

from sufficiency import pipeline
from sufficiency.outputs import Cache
from sufficiency.pictures.header import size_of
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
from tests.brought import CONSENT, brought
from tests.example import FORMATS, ExampleOutputs, outputs_in
from tests.pictures.making import SECRET

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("brought")]

HOME = "Two carers and a child stand in front of a terraced house."
ALTS = [
    "Ambleford Council",
    HOME,
    "Three steps: we ask, we match, we visit.",
    "",
    "Three towns on one road.",
]
SAID = [
    "I want to stay near my school.",
    "All 60 children of us, and 12 more, said so.",
    "Young person, 15, in foster care",
    "Ask us first.",
    "A home for one of our 60 children",
    "Photograph: Ambleford Council",
    "Diagram: The fostering team",
    "Where we look for homes",
    "What we counted",
    "What we were told",
    "The first note, with 5 < 6 & stars.",
    "Its second paragraph.",
    "A note in a table.",
    "A note in a voice.",
]


def built(folder: Path) -> ExampleOutputs:
    project = brought(folder / "project")
    done = pipeline.build(project, output=folder / "output", cache=Cache(folder / "cache"))
    assert [str(problem) for problem in done.problems] == []
    return outputs_in(folder / "output")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> ExampleOutputs:
    return built(tmp_path_factory.mktemp("brought"))


class TestAudits:
    def test_the_web_page_passes(self, outputs: ExampleOutputs) -> None:
        for audit in (html_alone, html_axe, html_nu, html_reflow):
            assert audit.audit(outputs.html) == []

    def test_the_pdf_passes(self, outputs: ExampleOutputs) -> None:
        for audit in (pdf_page, pdf_structure, pdf_verapdf):
            assert audit.audit(outputs.pdf) == []

    def test_the_word_document_passes(self, outputs: ExampleOutputs) -> None:
        for audit in (docx_structure, docx_libreoffice):
            assert audit.audit(outputs.docx) == []


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_says_all_of_it(outputs: ExampleOutputs, kind: str) -> None:
    assert agreement.audit(outputs.by_format[kind], SAID) == []


class TestAltTexts:
    def test_of_the_web_page(self, outputs: ExampleOutputs) -> None:
        page = html.document_fromstring(outputs.html.read_bytes())
        found = [str(image.get("alt")) for image in page.iter("img")]
        assert [alt for alt in found if not alt.startswith("Bar chart")] == ALTS

    def test_of_the_pdf(self, outputs: ExampleOutputs) -> None:
        with pikepdf.open(outputs.pdf) as pdf:
            found = [
                str(element.Alt)
                for element in pdf.objects
                if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
            ]
        charts = [alt for alt in found if alt.startswith("Bar chart")]
        assert len(charts) == 1
        assert set(found) - set(charts) == {alt for alt in ALTS if alt}

    def test_of_the_word_document(self, outputs: ExampleOutputs) -> None:
        body = Document(str(outputs.docx)).element.body
        found = [e.get("descr") for e in body.iter() if str(e.tag).endswith("}docPr")]
        assert [alt for alt in found if not alt.startswith("Bar chart")] == ALTS


def test_pictures_stand_in_the_line_and_never_float(outputs: ExampleOutputs) -> None:
    body = Document(str(outputs.docx)).element.body
    kinds = {str(e.tag).rpartition("}")[2] for e in body.iter() if "wordprocessingDrawing" in e.tag}
    assert "inline" in kinds
    assert "anchor" not in kinds


def test_the_photograph_is_upright_and_small(outputs: ExampleOutputs) -> None:
    with zipfile.ZipFile(outputs.docx) as word:
        (photograph,) = [name for name in word.namelist() if name.endswith((".jpg", ".jpeg"))]
        data = word.read(photograph)
    assert size_of(data) == (880, 1320)


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte of the outputs, packed ones unpacked."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield path.name, data
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as word:
                yield from ((name, word.read(name)) for name in word.namelist())
        if path.suffix == ".html":
            for packed in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data):
                yield "a picture of the page", base64.b64decode(packed)
        if path.suffix == ".pdf":
            with pikepdf.open(path) as pdf:
                yield from (("a stream", data) for data in streams(pdf))


def streams(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream):
            yield stream.read_raw_bytes()
            if stream.get("/Filter") != "/DCTDecode":
                yield stream.read_bytes()


class TestWhatStaysBehind:
    @pytest.mark.parametrize("hidden", [SECRET, CONSENT, "Exif\0", "ICC_PROFILE"])
    def test_metadata_and_consents_are_in_no_output(
        self, outputs: ExampleOutputs, hidden: str
    ) -> None:
        found = [name for name, data in everything(outputs.folder) if hidden.encode() in data]
        assert found == []

    def test_the_search_would_find_them(self, outputs: ExampleOutputs) -> None:
        names = [name for name, data in everything(outputs.folder) if b"near my school" in data]
        assert {"word/document.xml"} < set(names)
        assert sum(name == "a picture of the page" for name, _ in everything(outputs.folder)) > 5


def test_every_picture_that_was_read_is_in_the_manifest(outputs: ExampleOutputs) -> None:
    inputs: dict[str, Any] = json.loads(outputs.manifest.read_text("utf-8"))["inputs"]
    assert {name for name in inputs if name.startswith("strategy/pictures")} == {
        "strategy/pictures.yml",
        *(
            f"strategy/pictures/{name}"
            for name in "A home.jpg|crest.svg|map.svg|ornament.png|pathway.png".split("|")
        ),
    }


def test_two_cold_builds_give_the_same_bytes(outputs: ExampleOutputs, tmp_path: Path) -> None:
    other = built(tmp_path)
    for kind in FORMATS:
        assert other.by_format[kind].read_bytes() == outputs.by_format[kind].read_bytes()
