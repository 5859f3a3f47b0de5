"""The comparison of two engines' documents: silent where they agree, and naming what does not."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.audits.same_documents import differences, told_by
from tests.engines.rendering import BOX, FIGURE, TABLE, rendered

pytestmark = pytest.mark.audit

BODY = f"""# Homes {{#sec-homes}}

See @fig-costs, @tbl-costs and [a page](https://example.org/homes).

{FIGURE}
## Costs

{TABLE}
{BOX}
::: {{.landscape}}
# Plan
:::
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One small document with something of each kind, in each format."""
    return rendered(BODY, tmp_path_factory.mktemp("small"), ["html", "pdf", "docx"])


def copy(path: Path, folder: Path) -> Path:
    return Path(shutil.copy(path, folder / path.name))


class TestDifferences:
    @pytest.mark.parametrize("format", ["html", "pdf", "docx"])
    def test_a_document_is_like_itself(self, documents: dict[str, Path], format: str) -> None:
        path = documents[format]
        assert differences(path, path) == []

    def test_the_size_of_a_file_that_is_offered_may_be_another(
        self, documents: dict[str, Path], tmp_path: Path
    ) -> None:
        pages = [tmp_path / "one.html", tmp_path / "other.html"]
        for page, size in zip(pages, ("560\u00a0kB", "1.3\u00a0MB"), strict=True):
            offered = f'<p><a href="a.docx">Word, {size}</a></p></main>'
            said = documents["html"].read_text("utf-8").replace("</main>", offered)
            page.write_text(said, "utf-8")
        assert "560" in pages[0].read_text("utf-8")
        assert differences(*pages) == []

    @pytest.mark.parametrize("format", ["html", "pdf", "docx"])
    def test_there_is_something_of_each_kind_to_compare(
        self, documents: dict[str, Path], format: str
    ) -> None:
        told = told_by(documents[format])
        assert [kind for kind, found in told.items() if not found] == []

    @pytest.mark.parametrize(
        ("old", "new", "kind"),
        [
            ("Figure\u00a01:", "Figure\u00a03:", "captions of figures"),
            ("Table\u00a01:", "Table\u00a02:", "captions of tables"),
            ("<h2", "<h3", "headings"),
            ('alt="', 'alt="No ', "alt texts"),
            ('scope="row"', "", "header cells"),
            ('href="#', 'href="#no-', "links"),
            ("<p>", "<p>More. ", "text"),
        ],
    )
    def test_what_a_page_says_otherwise_is_named(
        self, documents: dict[str, Path], tmp_path: Path, old: str, new: str, kind: str
    ) -> None:
        page = copy(documents["html"], tmp_path)
        text = page.read_text("utf-8")
        assert old in text
        page.write_text(text.replace(old, new), "utf-8")
        assert any(f".html {kind}: " in found for found in differences(documents["html"], page))

    @pytest.mark.parametrize(
        ("break_it", "kind"),
        [
            (lambda pdf: _first(pdf, "/TH").__setitem__("/S", pikepdf.Name.TD), "header cells"),
            (lambda pdf: _first(pdf, "/Figure").__setitem__("/Alt", "None."), "alt texts"),
            (lambda pdf: _first(pdf, "/H2").__setitem__("/S", pikepdf.Name.H3), "headings"),
            (lambda pdf: pdf.docinfo.__setitem__("/Title", "Strategy"), "title"),
            (lambda pdf: pdf.Root.Metadata.write(b"<x/>"), "standards"),
        ],
    )
    def test_what_a_pdf_says_otherwise_is_named(
        self,
        documents: dict[str, Path],
        tmp_path: Path,
        break_it: Callable[[pikepdf.Pdf], None],
        kind: str,
    ) -> None:
        broken = tmp_path / "broken.pdf"
        with pikepdf.open(documents["pdf"]) as pdf:
            break_it(pdf)
            pdf.save(broken)
        assert any(f".pdf {kind}: " in found for found in differences(documents["pdf"], broken))

    @pytest.mark.parametrize(
        ("old", "new", "kind"),
        [
            ('w:val="Heading2"', 'w:val="Heading3"', "headings"),
            ('descr="', 'descr="No ', "alt texts"),
            ("<w:tblHeader", "<w:cantSplit", "header cells"),
            ('w:anchor="', 'w:anchor="no-', "links"),
            ('w:orient="landscape"', "", "sections"),
        ],
    )
    def test_what_a_word_file_says_otherwise_is_named(
        self, documents: dict[str, Path], tmp_path: Path, old: str, new: str, kind: str
    ) -> None:
        broken = copy(documents["docx"], tmp_path)
        rewrite_word(broken, old, new)
        assert any(f".docx {kind}: " in found for found in differences(documents["docx"], broken))


def rewrite_word(path: Path, old: str, new: str) -> None:
    """Replaces a piece of the main part, which must be there."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    assert old in main
    parts["word/document.xml"] = main.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _first(pdf: pikepdf.Pdf, role: str) -> Any:
    """The first structure element of the role."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == role:
            return element
        below = element.get("/K", pikepdf.Array())
        listed = list(below) if isinstance(below, pikepdf.Array) else [below]
        waiting += [one for one in listed if isinstance(one, pikepdf.Dictionary)]
    raise AssertionError(f"there is no {role}")
