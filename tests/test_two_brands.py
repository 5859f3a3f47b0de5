"""Nothing is hard-coded: of a council with another brand no output has the default's colours."""

import re
import zipfile
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sufficiency.brand import Brand, default_brand
from sufficiency.brand.palette import BASELINE, WHITE
from sufficiency.brand.typeface import packaged
from sufficiency.outputs import Cache
from sufficiency.pipeline import build, compose_documents, understand
from sufficiency.sources import audited, audited_whole
from sufficiency.sources.audited import read_record
from sufficiency.sources.shape import FONTS
from tests.a_project import write_project
from tests.brand.brands import GREEN, RED, settled
from tests.example import ROOT

pytestmark = pytest.mark.xdist_group("brands")  # each brand is built once

NEUTRAL = {WHITE, BASELINE, "#ffdd00", "#0b0c0c"}
"""The same in every brand: paper, the charts' axes, where the keyboard is."""
OPERATORS = {"rg", "RG", "sc", "SC", "scn", "SCN"}


def colours_of(brand: Brand) -> set[str]:
    """Every colour that the brand gives to anything."""
    light, dark = (astuple(palette) for palette in (brand.light, brand.dark))
    single = {one for one in (*light, *dark) if isinstance(one, str)}
    several = (*brand.light.priorities, *brand.dark.priorities, *brand.charts.series)
    return {*single, *several, brand.charts.ink} - NEUTRAL


@pytest.fixture(scope="module", params=[RED, GREEN], ids=["red", "green"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Brand, dict[str, Path]]:
    """A brand, and the three formats of the tiny project with it."""
    folder = tmp_path_factory.mktemp("brand")
    project = write_project(folder / "project", {"_brand.yml": request.param})
    done = build(project, output=folder / "out", cache=Cache(folder / "cache"))
    files = {path.suffix.lstrip("."): path for path in done.files}
    return settled(request.param)[0], files


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_an_output_has_the_brands_colours_and_none_of_the_defaults(
    built: tuple[Brand, dict[str, Path]], format: str
) -> None:
    brand, files = built
    read = {"html": in_html, "pdf": in_pdf, "docx": in_word}[format]
    found = read(files[format])
    assert {brand.light.brand, brand.light.ink, brand.light.tint} <= found
    assert found & (colours_of(default_brand()) - colours_of(brand)) == set()


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_an_output_is_set_in_the_brands_fonts_and_in_none_of_the_defaults(
    built: tuple[Brand, dict[str, Path]], format: str
) -> None:
    brand, files = built
    named = {"html": named_in_html, "pdf": named_in_pdf, "docx": named_in_word}[format]
    families = {brand.base.family.replace(" ", ""), brand.headings.family.replace(" ", "")}
    found = named(files[format])
    assert all(any(one.startswith(family) for one in found) for family in families)
    assert not any(one.startswith("Atkinson") for one in found)


def test_a_font_of_the_councils_own_may_have_whatever_name_the_council_gives_it(
    tmp_path: Path,
) -> None:
    serif = packaged("Source Serif 4")
    assert serif is not None
    files = {f"{FONTS}{face.file}": face.data for face in serif.faces}
    text = "typography:\n  fonts:\n    - family: Town Serif\n      source: file\n      files:\n"
    text += "".join(f'        - "{file}"\n' for file in files) + "  base: Town Serif\n"
    project = write_project(tmp_path / "it", {"_brand.yml": text, **files})
    cache = Cache(tmp_path / "cache")
    done = build(project, output=tmp_path / "out", cache=cache, formats=["html", "pdf"])
    written = {path.suffix: path for path in done.files}
    assert named_in_html(written[".html"]) == {"TownSerif"}
    assert any(font.startswith("SourceSerif4") for font in named_in_pdf(written[".pdf"]))


@pytest.mark.parametrize("text", [RED, GREEN], ids=["red", "green"])
def test_a_chart_has_the_brands_colours_and_none_of_the_defaults(text: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    model, _ = understand(write_project(tmp_path / "it", {"_brand.yml": text}), cache=cache)
    assert model is not None
    (document,) = compose_documents(model, cache=cache)
    for charts in (document.charts, document.narrow_charts):
        for svg in charts.values():
            found = hex_colours(svg.decode())
            assert set(model.brand.charts.series) & found
            assert found & (colours_of(default_brand()) - colours_of(model.brand)) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "tested an example that was made with the same templates. They"),
        ((ROOT / "_brand.yml").read_text("utf-8"), "with the same templates. They"),
        (GREEN, "were checked: they differ enough"),
        ('color: {primary: "#f46a25"}', "were checked, and some were refused"),
    ],
    ids=["none", "shipped", "green", "refused"],
)
def test_only_the_brand_that_was_audited_is_said_to_be(
    text: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    root = write_project(tmp_path / "it", {"_brand.yml": text})
    model, _ = understand(root, cache=cache)
    assert model is not None
    whole = audited_whole(model.project.templates)
    record = replace(read_record(), templates=whole)
    monkeypatch.setattr(audited, "read_record", lambda: record)
    (document,) = compose_documents(model, cache=cache)
    assert said in document.qmd


def test_what_is_remembered_of_one_brand_is_not_shown_in_another(tmp_path: Path) -> None:
    cache, made = Cache(tmp_path / "cache"), []
    for name, text in (("red", RED), ("green", GREEN)):
        project = write_project(tmp_path / name, {"_brand.yml": text})
        done = build(project, output=tmp_path / f"{name}-out", cache=cache, formats=["docx"])
        made += [in_word(path) for path in done.files if path.suffix == ".docx"]
    assert settled(RED)[0].light.brand in made[0] - made[1]
    assert settled(GREEN)[0].light.brand in made[1] - made[0]


def hex_colours(text: str) -> set[str]:
    """Every "#12436d" of a text."""
    return {found.lower() for found in re.findall(r"#[0-9a-fA-F]{6}\b", text)}


def in_html(path: Path) -> set[str]:
    """The colours of the page and its style sheet."""
    return hex_colours(path.read_text(encoding="utf-8"))


def in_word(path: Path) -> set[str]:
    """The colours of every part: a hex value is all that an attribute holds."""
    with zipfile.ZipFile(path) as parts:
        texts = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    found = re.findall(r'="([0-9a-fA-F]{6})"', " ".join(texts))
    return {f"#{colour.lower()}" for colour in found}


def in_pdf(path: Path) -> set[str]:
    """The colours that pages, and the drawings on them, are painted with."""
    found: set[str] = set()
    with pikepdf.open(path) as pdf:
        streams: list[Any] = [*pdf.pages, *(one for one in pdf.objects if is_drawing(one))]
        for stream in streams:
            painted: Any = pikepdf.parse_content_stream(stream)
            for operands, operator in painted:
                if str(operator) in OPERATORS and len(operands) == 3:
                    parts = [round(255 * float(part)) for part in operands]
                    found.add("#" + "".join(f"{part:02x}" for part in parts))
    return found


def named_in_html(path: Path) -> set[str]:
    """The families that the page brings, without their spaces."""
    found = re.findall(r'@font-face \{ font-family: "([^"]+)"', path.read_text(encoding="utf-8"))
    return {family.replace(" ", "") for family in found}


def named_in_pdf(path: Path) -> set[str]:
    """The fonts that are embedded."""
    with pikepdf.open(path) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        return {str(font.FontName).partition("+")[2] for font in fonts if "/FontFile2" in font}


def named_in_word(path: Path) -> set[str]:
    """The fonts that the styles name and Word's table of fonts too, without their spaces."""
    with zipfile.ZipFile(path) as parts:
        found = re.findall(r'w:ascii="([^"]+)"', parts.read("word/styles.xml").decode())
        table = parts.read("word/fontTable.xml").decode()
    return {family.replace(" ", "") for family in found if f'w:name="{family}"' in table}


def is_drawing(thing: Any) -> bool:
    """Whether an object of a PDF is a drawing within others."""
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
