"""Headings that are real and stand in no contents: ``.unnumbered .unlisted``."""

from pathlib import Path

import pytest
from lxml import html

from sufficiency.engines.word_xml import style_of, tag, text_of
from tests.audits import docx_structure, tools
from tests.engines.rendering import page_of, rendered, text, word_of, word_paragraphs

BODY = """# Pledge {#sec-pledge}

## Who you are {.unnumbered .unlisted #list-you}

### Within {.unnumbered .unlisted}

## Your home {#sec-home}
"""


class TestUnlisted:
    def test_are_headings_in_html_and_not_in_its_contents(self, tmp_path: Path) -> None:
        page = page_of(BODY, tmp_path)
        heading = page.get_element_by_id("list-you").find("h3")
        assert text(heading) == "Who you are"
        contents = text(page.find(".//nav"))
        assert "Your home" in contents
        assert "Who you are" not in contents

    def test_are_headings_in_the_pdf_and_neither_in_its_contents_nor_its_numbers(
        self, tmp_path: Path
    ) -> None:
        path = rendered(BODY, tmp_path, ["pdf"])["pdf"]
        said = tools.run([tools.poppler("pdftotext"), "-layout", path, "-"]).stdout
        assert said.count("Who you are") == 1
        assert said.count("Your home") == 2
        assert "1.1 Your home" in " ".join(said.split())
        structure = tools.run([tools.poppler("pdfinfo"), "-struct-text", path]).stdout
        assert structure.partition("Who you are")[0].split()[-2:-1] == ["H2"]

    @pytest.mark.parametrize(
        ("level", "words"), [(2, "Who you are"), (3, "Within")], ids=["second", "third"]
    )
    def test_are_headings_in_word_of_a_style_that_its_contents_leave_out(
        self, tmp_path: Path, level: int, words: str
    ) -> None:
        document = word_of(BODY, tmp_path)
        assert (f"Heading{level}Unlisted", words) in word_paragraphs(document)
        entries = [
            text_of(paragraph)
            for paragraph in document.iter(tag("p"))
            if style_of(paragraph).startswith("TOC")
        ]
        assert entries[-2:] == ["1  Pledge", "1.1  Your home"]

    def test_have_their_level_in_word(self, tmp_path: Path) -> None:
        from docx import Document

        path = rendered(BODY, tmp_path, ["docx"])["docx"]
        found = docx_structure.headings(Document(str(path)))
        assert [(one.level, one.text) for one in found if "you" in one.text] == [(2, "Who you are")]


class TestContentsOfThePdf:
    @pytest.mark.parametrize("words", ["Home", "Cartref Ŵyn — دار الأمل (بيت 12)", "دار الأمل"])
    def test_have_the_pages_number_at_the_end_of_the_line(self, tmp_path: Path, words: str) -> None:
        path = rendered(f"# A\n\n## {words}\n", tmp_path, ["pdf"])["pdf"]
        report = tools.run([tools.poppler("pdftotext"), "-bbox", "-f", "2", "-l", "2", path, "-"])
        found = html.document_fromstring(report.stdout.encode()).findall(".//word")
        (start,) = [word.get("ymin") for word in found if text(word) == "1.1"]
        line = [word for word in found if word.get("ymin") == start]
        last = max(line, key=lambda word: float(word.get("xmax", 0)))
        assert text(last).endswith("3")
