"""Figures and the notes under them."""

import base64
import zipfile
from pathlib import Path

import pytest

from sufficiency.engines import EngineError
from tests.engines.rendering import (
    BAR,
    FIGURE,
    NARROW,
    main_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
)


def half_figure(id: str) -> str:
    figure = FIGURE.replace("#fig-costs", f"#{id} .half")
    figure = figure.replace("}", ' narrow="figures/narrow/weekly-costs.svg"}')
    return f'::: {{source="strategy/sections/20-a.md:{len(id)}"}}\n{figure}\n:::\n'


class TestFigures:
    def test_have_alt_text_and_a_numbered_caption_in_html(self, tmp_path: Path) -> None:
        figure = main_of(f"# A\n\n{FIGURE}", tmp_path).find("figure")
        assert figure.get("id") == "fig-costs"
        assert figure.find("img").get("alt") == "Bar chart: £675."
        assert figure.find("img").get("src").startswith("data:image/svg+xml;base64,")
        assert text(figure.find("figcaption")) == "Figure 1: Homes cost more"

    def test_have_alt_text_in_typst(self, tmp_path: Path) -> None:
        written = typst_of(f"# A\n\n{FIGURE}", tmp_path)
        assert 'image("figures/weekly-costs.svg", width: 100%, alt: "Bar chart: £675.")' in written
        assert 'kind: "quarto-float-fig", supplement: "Figure")<fig-costs>' in written

    def test_stand_abreast_in_typst_where_two_on_end_are_half(self, tmp_path: Path) -> None:
        blocks = [half_figure("fig-a"), half_figure("fig-b"), "Words.\n", half_figure("fig-c")]
        written = typst_of("# A\n\n" + "\n".join(blocks), tmp_path)
        first, second, alone = (written.partition(f"<fig-{one}>")[0] for one in "abc")
        narrow = 'image("figures/narrow/weekly-costs.svg", width: 100%'
        assert "#abreast([" in first
        assert narrow in first
        assert "], [" in second.partition("<fig-a>")[2]
        assert narrow not in alone.partition("<fig-b>")[2]
        assert 'image("figures/weekly-costs.svg"' in alone.partition("<fig-b>")[2]

    def test_quote_what_would_end_a_typst_string(self, tmp_path: Path) -> None:
        body = '# A\n\n![C](figures/weekly-costs){#fig-a fig-alt="a \\"b\\" \\\\ #c"}\n'
        assert r'alt: "a \"b\" \\ #c"' in typst_of(body, tmp_path)

    def test_have_alt_text_and_a_counting_caption_in_word(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n{FIGURE}", tmp_path)
        described = [
            element.get("descr")
            for element in document.iter()
            if isinstance(element.tag, str) and element.tag.endswith("}docPr")
        ]
        assert described == ["Bar chart: £675."]
        assert word_paragraphs(document)[-1] == (
            "Caption",
            "Figure\N{NO-BREAK SPACE}1: Homes cost more",
        )

    def test_without_alt_text_are_named(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match=r"the picture figures/weekly-costs has no alt text"):
            rendered("# A\n\n![](figures/weekly-costs){#fig-a}\n", tmp_path, ["pdf"])


class TestNarrowPictures:
    BODY = "# A\n\n" + FIGURE.replace("}", ' narrow="figures/narrow/weekly-costs.svg"}')

    def test_a_narrow_screen_takes_them_and_the_alt_text_stands_once(self, tmp_path: Path) -> None:
        (picture,) = main_of(self.BODY, tmp_path).iter("picture")
        (source,), (image,) = picture.iter("source"), picture.iter("img")
        assert source.get("media") == "screen and (max-width: 37rem)"
        assert embedded(source.get("srcset")) == NARROW
        assert embedded(image.get("src")) == BAR
        assert image.get("alt") == "Bar chart: £675."
        assert not source.get("alt")

    def test_the_pdf_and_word_take_the_wide_one_alone(self, tmp_path: Path) -> None:
        (tmp_path / "word").mkdir()
        assert "narrow" not in typst_of(self.BODY, tmp_path)
        path = rendered(self.BODY, tmp_path / "word", ["docx"])["docx"]
        with zipfile.ZipFile(path) as archive:
            pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert len(pictures) == 1

    @pytest.mark.parametrize("path", ["/etc/hostname", "../x.svg", "https://example.org/x.svg"])
    def test_one_from_elsewhere_is_refused(self, tmp_path: Path, path: str) -> None:
        body = self.BODY.replace("figures/narrow/weekly-costs.svg", path)
        with pytest.raises(EngineError, match="is not one of this document's own"):
            rendered(body, tmp_path, ["html"])


def embedded(address: str) -> bytes:
    """What a data: address holds."""
    return base64.b64decode(address.removeprefix("data:image/svg+xml;base64,"))


class TestNotes:
    BODY = f"# A\n\n{FIGURE}\n::: {{.figure-note}}\nSource: own text.\n:::\n"

    def test_are_small_in_each_format(self, tmp_path: Path) -> None:
        (tmp_path / "word").mkdir()
        assert (
            text(main_of(self.BODY, tmp_path).find_class("figure-note")[0]) == "Source: own text."
        )
        assert typst_of(self.BODY, tmp_path).endswith("#figure-note[\nSource: own text.\n\n]")
        paragraphs = word_paragraphs(word_of(self.BODY, tmp_path / "word"))
        assert paragraphs[-1] == ("FigureNote", "Source: own text.")
