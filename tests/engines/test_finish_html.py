"""The finished web page holds what it names beside it, and nothing from elsewhere."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from sufficiency.engines import EngineError, finish
from sufficiency.engines.finish_html import size_in_words
from tests.engines.rendering import PUBLISHED

FILES = {
    "figures/x.svg": b"<svg/>",
    "figures/x.csv": b"a,b\r\n",
    "style.css": b"p { margin: 0 }\n",
    "brand.css": b"\xef\xbb\xbfp {\r\n}\r\n",
    "script.js": b"go();\r\n",
    "page.pdf": b"%PDF" * 400,
    "ledger.csv": b"entry,value" * 2000,
}
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'none'; script-src 'none'; img-src data:\">\n"
)


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
    def test_style_sheets_go_into_the_page_as_one(self, tmp_path: Path) -> None:
        page = (
            '<link rel="stylesheet" href="style.css">\n<link rel="stylesheet" href="brand.css">\n'
        )
        style = "<style>\np { margin: 0 }\n\np {\n}\n</style>\n"
        assert finished(tmp_path, f"{page}<title>x</title>") == f"{style}<title>x</title>"

    def test_so_does_the_script(self, tmp_path: Path) -> None:
        page = '<script src="script.js"></script>\n'
        assert finished(tmp_path, page) == "<script>\ngo();\n</script>\n"

    def test_pictures_and_their_narrow_forms_do(self, tmp_path: Path) -> None:
        picture = held("image/svg+xml", "figures/x.svg")
        page = '<source media="screen" srcset="figures/x.svg"><img src="figures/x.svg" alt="A b" />'
        assert finished(tmp_path, page) == (
            f'<source media="screen" srcset="{picture}"><img src="{picture}" alt="A b" />'
        )

    def test_data_to_download_do_with_their_size(self, tmp_path: Path) -> None:
        data = held("text/csv", "figures/x.csv")
        page = '<ul><li><a class="if-made" href="figures/x.csv" download="x.csv">Data</a></li></ul>'
        words = f"Data (CSV, {size_in_words(5)})"
        link = f'<a class="download" href="{data}" download="x.csv">{words}</a>'
        assert finished(tmp_path, page) == f"<ul><li>{link}</li>\n</ul>"

    @pytest.mark.parametrize(
        ("name", "said"), [("page.pdf", "PDF, 2 kB"), ("ledger.csv", "CSV, 22 kB")]
    )
    def test_larger_files_to_download_stay_beside_it(
        self, tmp_path: Path, name: str, said: str
    ) -> None:
        page = f'<li><a class="if-made" href="{name}">All</a></li>\n'
        shown = said.replace(" kB", "\N{NO-BREAK SPACE}kB")
        link = f'<a class="download" href="{name}">All ({shown})</a>'
        assert finished(tmp_path, page) == f"<li>{link}</li>\n"

    def test_a_file_that_was_not_made_is_not_offered(self, tmp_path: Path) -> None:
        page = (
            '<p>x</p>\n<ul class="downloads">\n'
            '<li><a class="if-made" href="page.docx">To edit</a></li>\n</ul>\n<p>y</p>'
        )
        assert finished(tmp_path, page) == "<p>x</p>\n<p>y</p>"

    def test_a_file_to_download_from_elsewhere_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match=r"names \.\./x\.pdf, which is not beside it"):
            finished(tmp_path, '<li><a class="if-made" href="../x.pdf">x</a></li>')

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


class TestPolicy:
    def test_it_allows_the_style_and_the_script_by_their_hashes(self, tmp_path: Path) -> None:
        page = (
            f'{POLICY}<link rel="stylesheet" href="style.css">\n'
            '<script type="application/ld+json">{}</script><script src="script.js"></script>'
        )
        said = finished(tmp_path, page)
        style, script = (
            b64encode(sha256(part).digest()).decode()
            for part in (b"\np { margin: 0 }\n", b"\ngo();\n")
        )
        rules = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:"
        assert f"content=\"default-src 'none'; {rules}\">" in said

    def test_a_page_without_style_and_script_allows_none(self, tmp_path: Path) -> None:
        assert finished(tmp_path, POLICY) == POLICY

    def test_a_template_without_a_policy_gets_none(self, tmp_path: Path) -> None:
        assert "Security" not in finished(tmp_path, '<script src="script.js"></script>')


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "1 kB"),
        (1_499, "1 kB"),
        (1_500, "2 kB"),
        (970_499, "970 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_250_000, "1.3 MB"),
        (12_340_000, "12.3 MB"),
    ],
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert size_in_words(count) == words.replace(" ", "\N{NO-BREAK SPACE}")
