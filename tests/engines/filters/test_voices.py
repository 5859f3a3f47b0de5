"""What somebody said: a quotation with its speaker in each format; and authors' notes."""

from pathlib import Path
from typing import Any

import pikepdf

from tests.engines.rendering import (
    DRAFT,
    main_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
    word_part,
)

BY = "\n::: {.voice-by}\nYoung person in foster care\n:::\n"
VOICE = f"# A\n\n:::: {{.voice}}\nI want to *stay*.\n\nPlease.\n{BY}::::\n"
NAMELESS = VOICE.replace(BY, "")


def roles(element: Any) -> list[Any]:
    """The roles of a PDF's structure, as lists within lists."""
    below = element.get("/K")
    listed = list(below) if isinstance(below, pikepdf.Array) else [below]
    kept = [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [(str(kid.S), roles(kid)) for kid in kept]


class TestVoices:
    def test_are_a_figure_with_a_quotation_in_html(self, tmp_path: Path) -> None:
        (figure,) = main_of(VOICE, tmp_path).find_class("voice")
        assert figure.tag == "figure"
        assert [text(p) for p in figure.findall("blockquote/p")] == ["I want to stay.", "Please."]
        assert text(figure.find("figcaption")) == "– Young person in foster care"

    def test_without_a_speaker_are_a_quotation_alone(self, tmp_path: Path) -> None:
        (box,) = main_of(NAMELESS, tmp_path).find_class("voice")
        assert (box.tag, [child.tag for child in box]) == ("div", ["blockquote"])

    def test_are_a_call_in_typst(self, tmp_path: Path) -> None:
        written = typst_of(VOICE, tmp_path)
        assert "#voice(by: [-- Young person in foster care])[" in written
        assert "#voice()[" in typst_of(NAMELESS, tmp_path)

    def test_are_tagged_as_a_quotation_in_the_pdf(self, tmp_path: Path) -> None:
        path = rendered(VOICE, tmp_path, ["pdf"])["pdf"]
        with pikepdf.open(path) as pdf:
            (document,) = roles(pdf.Root.StructTreeRoot)
        quotation: Any = ("/BlockQuote", [("/P", []), ("/P", []), ("/P", [])])
        assert quotation in [(role, [(kid, []) for kid, _ in kids]) for role, kids in document[1]]

    def test_have_their_own_styles_in_word(self, tmp_path: Path) -> None:
        assert word_paragraphs(word_of(VOICE, tmp_path))[-3:] == [
            ("VoiceText", "I want to stay."),
            ("VoiceText", "Please."),
            ("VoiceBy", "– Young person in foster care"),
        ]

    def test_end_with_room_below_in_word(self, tmp_path: Path) -> None:
        assert word_paragraphs(word_of(NAMELESS, tmp_path))[-1] == ("VoiceText", "Please.")

    def test_the_bar_is_drawn_by_words_own_style(self, tmp_path: Path) -> None:
        styles = word_part(rendered(VOICE, tmp_path, ["docx"])["docx"], "word/styles.xml")
        space = {"w": styles.nsmap["w"]}
        border = styles.find(".//w:style[@w:styleId='VoiceText']/w:pPr/w:pBdr/w:left", space)
        assert border.get(f"{{{space['w']}}}val") == "double"


class TestNotes:
    NOTE = "# A\n\nBy [\\[To do: ask\\]]{.todo} 2019.\n"

    def test_are_marked_in_words_in_each_format(self, tmp_path: Path) -> None:
        (mark,) = main_of(self.NOTE, tmp_path, front=DRAFT).find_class("todo")
        assert text(mark) == "[To do: ask]"
        assert r"By #to-do[\[To do: ask\]] 2019." in typst_of(self.NOTE, tmp_path, front=DRAFT)
        document = word_of(self.NOTE, tmp_path, front=DRAFT)
        space = {"w": document.nsmap["w"]}
        (run,) = [
            run
            for run in document.iter(f"{{{space['w']}}}r")
            if run.find("w:rPr/w:rStyle[@w:val='ToDo']", space) is not None
        ]
        assert "".join(run.itertext()) == "[To do: ask]"

    def test_their_style_is_words_own(self, tmp_path: Path) -> None:
        files = rendered(self.NOTE, tmp_path, ["docx", "pdf"], front=DRAFT)
        styles = word_part(files["docx"], "word/styles.xml")
        space = {"w": styles.nsmap["w"]}
        assert styles.find(".//w:style[@w:styleId='ToDo']/w:rPr/w:shd", space) is not None
