"""Running typst: the standards, the one font family, and warnings that count as failures."""

import sys
from datetime import date
from pathlib import Path

import pytest

from sufficiency.engines import EngineError, ToolMissing, font_folder
from sufficiency.engines.typst_pdf import compile_pdf, compile_typst, timestamp
from tests.audits import tools
from tests.engines.rendering import PUBLISHED, rendered

VALUES = ("312", "32.1 per 10,000", "£4,140 a week")


class TestCompilePdf:
    def test_names_the_line_that_typst_refuses(self, tmp_path: Path) -> None:
        source = tmp_path / "strategy.typ"
        source.write_text("= A\n#nothing-of-the-sort\n")
        with pytest.raises(EngineError) as stopped:
            compile_pdf(source, tmp_path / "x.pdf", published=PUBLISHED)
        assert str(stopped.value) == (
            "typst could not make the PDF: unknown variable: nothing-of-the-sort; if you meant "
            "to use subtraction, try adding spaces around the minus signs: "
            "`nothing - of - the - sort` (strategy.typ:2)."
        )


class TestTimestamp:
    def test_is_midnight_utc(self) -> None:
        assert timestamp(date(1970, 1, 2)) == 86_400


class TestCompileTypst:
    def test_a_missing_font_is_a_failure(self) -> None:
        with pytest.raises(EngineError, match="a test whole: unknown font family: comic sans ms"):
            compile_typst(
                {"main.typ": b'#set text(font: "Comic Sans MS")\nx'}, making="a test", format="pdf"
            )

    def test_says_how_to_install_typst(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "typst", None)
        with pytest.raises(ToolMissing, match="pip install typst"):
            compile_typst({"main.typ": b"x"}, making="a test")


class TestTemplate:
    def test_a_character_that_the_font_lacks_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match='the text `"京"` could not be displayed'):
            rendered("# A\n\nTick 京 here.\n", tmp_path, ["pdf"])

    def test_a_tiles_value_stays_on_one_line(self, tmp_path: Path) -> None:
        tiles = "".join(f"- [{each}]{{.tile-value}} [Children]{{.tile-label}}\n" for each in VALUES)
        body = f"# A\n\n::: {{#fig-glance .tiles}}\n{tiles}\nAt a glance\n:::\n"
        pdf = rendered(body, tmp_path, ["pdf"])["pdf"]
        lines = tools.run([tools.poppler("pdftotext"), "-raw", pdf, "-"]).stdout.splitlines()
        assert [line for line in lines if line in VALUES] == list(VALUES)

    def test_writes_no_font_but_ours(self, tmp_path: Path) -> None:
        import pikepdf

        body = "# A\n\nPlain, *slanted*, **bold**, ***both***, `code`\n\n- a\n  - b\n    - c\n"
        with pikepdf.open(rendered(body, tmp_path, ["pdf"])["pdf"]) as pdf:
            names = {
                str(font.BaseFont).partition("+")[2].partition("-")[0]
                for page in pdf.pages
                for font in page.Resources.get("/Font", {}).values()
            }
        assert names == {"AtkinsonHyperlegible"}


class TestFontFolder:
    def test_holds_the_four_faces(self) -> None:
        assert len(list(font_folder().glob("AtkinsonHyperlegible-*.ttf"))) == 4
