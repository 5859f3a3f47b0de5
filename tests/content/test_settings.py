"""Settings that both engines mind: what they do to the composed document, and to each format."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.brand import default_brand
from sufficiency.engines.word_reference import make_reference_document
from sufficiency.engines.word_styles import colours_of, fonts_of
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import write_project
from tests.engines.rendering import composed, main_of, rendered, text, word_of, word_paragraphs
from tests.example import ROOT

PROJECT = (ROOT / "_quarto.yml").read_text("utf-8")
DEEP = """---
title: "Strategy"
lang: en-GB
number-sections: false
toc-depth: 3
---

"""
BODY = "# One {#sec-one}\n\nSee @sec-two.\n\n## Two {#sec-two}\n\n### Three\n"


def front_of(project: Path) -> str:
    cache = Cache(cache_folder())
    model, problems = pipeline.understand(project, cache=cache)
    assert model is not None
    assert problems == []
    (document,) = pipeline.compose_documents(model, cache=cache)
    return document.qmd.partition("\n---\n")[0]


class TestSettings:
    def test_a_project_without_any_has_two_levels_of_contents_and_numbers(
        self, tmp_path: Path
    ) -> None:
        front = front_of(write_project(tmp_path))
        assert "\ntoc-depth: 2" in front
        assert "\nnumber-sections: true" in front
        assert "\nlang: en-GB" in front

    def test_they_reach_the_document(self, tmp_path: Path) -> None:
        settings = PROJECT.replace("toc-depth: 2", "toc-depth: 3")
        settings = settings.replace("number-sections: true", "number-sections: false")
        front = front_of(write_project(tmp_path, {"_quarto.yml": settings}))
        assert "\ntoc-depth: 3" in front
        assert "\nnumber-sections: false" in front

    def test_the_word_template_is_the_one_that_they_name(self, tmp_path: Path) -> None:
        own = make_reference_document(colours_of(default_brand()), fonts_of(default_brand()))
        settings = f"{PROJECT}format:\n  docx:\n    reference-doc: templates/council.docx\n"
        changes: dict[str, str | bytes | None] = {
            "_quarto.yml": settings,
            "templates/council.docx": own,
        }
        model, problems = pipeline.understand(
            write_project(tmp_path, changes), cache=Cache(cache_folder())
        )
        assert model is not None
        assert problems == []
        assert model.project.templates["formats/docx/reference.docx"] == own

    def test_a_word_template_that_cannot_be_used_is_told(self, tmp_path: Path) -> None:
        settings = f"{PROJECT}format:\n  docx:\n    reference-doc: templates/council.docx\n"
        changes: dict[str, str | bytes | None] = {
            "_quarto.yml": settings,
            "templates/council.docx": b"no Word file",
        }
        _, problems = pipeline.understand(
            write_project(tmp_path, changes), cache=Cache(cache_folder())
        )
        assert [(one.code.id, one.at.path) for one in problems] == [
            ("TEMPLATE-KIND", "templates/council.docx")
        ]


class TestWithoutNumbers:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return tmp_path

    def test_no_heading_of_the_page_has_one_and_references_name_titles(self, folder: Path) -> None:
        main = main_of(BODY, folder, front=DEEP)
        assert [text(heading) for heading in main.iter("h2", "h3", "h4")] == ["One", "Two", "Three"]
        assert "See “Two”." in text(main)

    def test_no_heading_in_word_has_one(self, folder: Path) -> None:
        styles = [style for style, words in word_paragraphs(word_of(BODY, folder, front=DEEP))]
        assert "Heading1" not in styles
        assert "Heading1Unnumbered" in styles

    def test_three_levels_are_listed_in_the_contents(self, folder: Path) -> None:
        page = rendered(BODY, folder, ["html"], front=DEEP)["html"].read_text("utf-8")
        contents = page.partition("<nav")[2].partition("</nav>")[0]
        assert 'href="#two-three"' in contents
        assert composed(BODY, front=DEEP).qmd.count("toc-depth: 3") == 1
