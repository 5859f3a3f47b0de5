"""Authors' pictures: with a caption a figure, without one a paragraph, decorative ones silent."""

from pathlib import Path
from typing import Any

import pytest

from sufficiency.engines import EngineError
from sufficiency.engines.word_xml import style_of, tag
from tests.engines.rendering import (
    FRONT,
    main_of,
    page_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
    word_part,
)

SOURCE = "figures/weekly-costs"
CAPTIONED = f'![One of our homes]({SOURCE}){{#fig-home .picture fig-alt="A house." width="50%"}}'
PLAIN = f'::: {{.picture}}\n![]({SOURCE}){{.picture fig-alt="A house." width="50%"}}\n:::'
CREDITED = PLAIN.replace(".picture fig", ".picture .credited fig")
DECORATIVE = f'::: {{.picture}}\n![]({SOURCE}){{.picture .decorative width="50%"}}\n:::'
DECORATIVE_MARK = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def drawings(document: Any) -> list[Any]:
    """Word's properties of every picture."""
    return [
        found
        for found in document.iter()
        if isinstance(found.tag, str) and found.tag.endswith("}docPr")
    ]


class TestHtml:
    def test_one_with_a_caption_is_a_numbered_figure(self, tmp_path: Path) -> None:
        figure = main_of(f"# A\n\n{CAPTIONED}\n", tmp_path).find("figure")
        image = figure.find("img")
        assert (image.get("alt"), image.get("class")) == ("A house.", "picture")
        assert image.get("style") is None
        assert text(figure.find("figcaption")) == "Figure 1: One of our homes"

    def test_one_without_is_a_paragraph_with_alt_text(self, tmp_path: Path) -> None:
        main = main_of(f"# A\n\n{PLAIN}\n", tmp_path)
        image = main.find("p/img")
        assert (image.get("alt"), image.get("style")) == ("A house.", None)
        assert main.find("figure") is None

    def test_a_decorative_one_is_silent(self, tmp_path: Path) -> None:
        image = main_of(f"# A\n\n{DECORATIVE}\n", tmp_path).find("p/img")
        assert image.get("alt") == ""
        assert (image.get("role"), image.get("aria-label")) == (None, None)


class TestTypst:
    def test_widths_and_alt_texts_are_kept(self, tmp_path: Path) -> None:
        image = 'image("figures/weekly-costs.svg", width: 50%, alt: "A house.")'
        assert f"#figure([#box({image})" in typst_of(f"# A\n\n{CAPTIONED}\n", tmp_path)
        assert f"#block(box({image}))" in typst_of(f"# A\n\n{PLAIN}\n", tmp_path)

    def test_one_stays_with_the_note_of_whose_it_is(self, tmp_path: Path) -> None:
        assert "#block(sticky: true, box(" in typst_of(f"# A\n\n{CREDITED}\n", tmp_path)

    def test_a_decorative_one_is_an_artifact(self, tmp_path: Path) -> None:
        image = 'pdf.artifact(box(image("figures/weekly-costs.svg", width: 50%)))'
        assert image in typst_of(f"# A\n\n{DECORATIVE}\n", tmp_path)


class TestWord:
    def test_each_has_its_style_and_its_alt_text(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{CAPTIONED}\n\n{PLAIN}\n", tmp_path)
        assert [found.get("descr") for found in drawings(document)] == ["A house."] * 2
        assert word_paragraphs(document)[-1][0] == "Caption"

    def test_one_stays_with_the_note_of_whose_it_is(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{CREDITED}\n\n{PLAIN}\n", tmp_path)
        styles = [style_of(paragraph) for paragraph in document.iter(tag("p"))]
        assert styles[-2:] == ["CaptionedFigure", "Picture"]

    def test_widths_are_shares_of_the_text(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{PLAIN}\n", tmp_path)
        (extent,) = [
            found
            for found in document.iter()
            if isinstance(found.tag, str) and found.tag.endswith("wordprocessingDrawing}extent")
        ]
        half_of_the_text = 83 * 36_000  # millimetres to EMU
        assert int(extent.get("cx")) == pytest.approx(half_of_the_text, rel=0.01)

    def test_a_decorative_one_is_marked_as_such(self, tmp_path: Path) -> None:
        (found,) = drawings(word_of(f"# A\n\n{DECORATIVE}\n", tmp_path))
        assert (found.get("descr"), found.get("title")) == ("", None)
        (mark,) = found.iter(DECORATIVE_MARK)
        assert mark.get("val") == "1"


def test_one_that_is_neither_named_nor_decorative_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="has no alt text"):
        rendered(f"# A\n\n![]({SOURCE}){{.picture}}\n", tmp_path, ["html"])


class TestLogo:
    LOGO = f"![Norton *&* Sutton]({SOURCE}){{width='40mm'}}"
    WITH_LOGO = FRONT.replace("engine:", f'cover-logo: "{LOGO}"\nengine:')

    def test_it_stands_on_the_cover_of_the_web_page(self, tmp_path: Path) -> None:
        page = page_of("# A\n", tmp_path, front=self.WITH_LOGO)
        (logo,) = page.find_class("logo")
        assert logo.getparent().getparent().get("class") == "cover"
        image = logo.find("img")
        assert (image.get("alt"), image.get("style")) == ("Norton & Sutton", None)
        assert image.get("src").startswith("data:image/svg+xml")

    def test_it_stands_on_the_cover_of_the_others(self, tmp_path: Path) -> None:
        files = rendered("# A\n", tmp_path, ["docx", "pdf"], front=self.WITH_LOGO)
        document = word_part(files["docx"], "word/document.xml")
        assert [found.get("descr") for found in drawings(document)] == ["Norton & Sutton"]
        written = (tmp_path / "sufficiency-strategy.typ").read_text("utf-8")
        assert '#logo(box(image("figures/weekly-costs.svg", width: 40mm, alt: "Norton' in written

    def test_without_one_there_is_no_room_for_it(self, tmp_path: Path) -> None:
        assert page_of("# A\n", tmp_path).find_class("logo") == []

    @pytest.mark.parametrize("path", ["/etc/hostname", "https://example.org/x.svg"])
    def test_one_from_elsewhere_is_refused(self, tmp_path: Path, path: str) -> None:
        front = self.WITH_LOGO.replace(SOURCE, path)
        with pytest.raises(EngineError, match="is not one of this document's own"):
            rendered("# A\n", tmp_path, ["html"], front=front)
