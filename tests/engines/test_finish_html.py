"""The finished web page holds what it names beside it, and nothing from elsewhere."""

from base64 import b64encode
from pathlib import Path

import pytest

from sufficiency.engines import EngineError, finish
from tests.engines.rendering import PUBLISHED

FILES = {"figures/x.svg": b"<svg/>", "figures/x.csv": b"a,b\r\n", "style.css": b"p { margin: 0 }\n"}


def finished(folder: Path, page: str) -> str:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    finish(path, published=PUBLISHED)
    once = path.read_text(encoding="utf-8")
    finish(path, published=PUBLISHED)
    assert path.read_text(encoding="utf-8") == once
    return once


def held(kind: str, name: str) -> str:
    return f"data:{kind};base64,{b64encode(FILES[name]).decode()}"


class TestFinishHtml:
    def test_the_style_sheet_goes_into_the_page(self, tmp_path: Path) -> None:
        page = '<link rel="stylesheet" href="style.css">'
        assert finished(tmp_path, page) == "<style>\np { margin: 0 }\n</style>"

    def test_pictures_and_their_narrow_forms_do(self, tmp_path: Path) -> None:
        picture = held("image/svg+xml", "figures/x.svg")
        page = '<source media="screen" srcset="figures/x.svg"><img src="figures/x.svg" alt="A b" />'
        assert finished(tmp_path, page) == (
            f'<source media="screen" srcset="{picture}"><img src="{picture}" alt="A b" />'
        )

    def test_a_file_to_download_does(self, tmp_path: Path) -> None:
        data = held("text/csv", "figures/x.csv")
        page = '<a href="figures/x.csv" download="x.csv">Data</a>'
        assert finished(tmp_path, page) == f'<a href="{data}" download="x.csv">Data</a>'

    @pytest.mark.parametrize(
        "page",
        [
            '<a href="#sec-x">x</a>',
            '<a href="https://example.org/x.csv">x</a>',
            '<a href="mailto:a@example.org">x</a>',
            '<p>&lt;img src=&quot;figures/x.svg&quot;&gt; src="figures/x.svg"</p>',
        ],
    )
    def test_what_leads_elsewhere_and_what_is_text_stay(self, tmp_path: Path, page: str) -> None:
        assert finished(tmp_path, page) == page

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("figures/y.svg", "names figures/y.svg, which is not beside it"),
            ("../secret.svg", "names ../secret.svg, which is not beside it"),
            ("/secret.svg", "names /secret.svg, which is not beside it"),
            ("style.css", "names style.css, which it cannot hold"),
        ],
    )
    def test_a_file_that_is_not_the_documents_own_is_refused(
        self, tmp_path: Path, name: str, told: str
    ) -> None:
        (tmp_path / "secret.svg").write_bytes(b"<svg/>")
        folder = tmp_path / "page"
        folder.mkdir()
        with pytest.raises(EngineError, match=told):
            finished(folder, f'<img src="{name}" alt="x">')
