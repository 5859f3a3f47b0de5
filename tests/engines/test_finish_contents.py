"""The contents of a Word document."""

from pathlib import Path
from typing import Any

from sufficiency.engines.word_xml import style_of, tag, text_of
from tests.engines.rendering import BOX, word_of

BODY = f"""# Summary {{#sec-summary .unnumbered}}

## In short

# Needs {{#sec-needs}}

## Homes {{#sec-homes}}

### Too deep

{BOX}
# Costs {{#sec-costs}}
"""


def entries(document: Any) -> list[tuple[str, str, str | None]]:
    """Style, text and target of each entry."""
    return [
        (style_of(paragraph), text_of(paragraph), link.get(tag("anchor")))
        for paragraph in document.iter(tag("p"))
        if style_of(paragraph).startswith("TOC")
        for link in paragraph.iter(tag("hyperlink"))
    ]


class TestFillContents:
    def test_lists_headings_with_words_numbers_and_links(self, tmp_path: Path) -> None:
        assert entries(word_of(BODY, tmp_path)) == [
            ("TOC1", "Summary", "sec-summary"),
            ("TOC2", "In short", "in-short"),
            ("TOC1", "1  Needs", "sec-needs"),
            ("TOC2", "1.1  Homes", "sec-homes"),
            ("TOC1", "2  Costs", "sec-costs"),
        ]

    def test_is_one_field_that_word_refreshes(self, tmp_path: Path) -> None:
        document = word_of(BODY, tmp_path)
        contents = next(document.iter(tag("sdtContent")))
        marks = [mark.get(tag("fldCharType")) for mark in contents.iter(tag("fldChar"))]
        assert marks == ["begin", "separate", "end"]
        assert next(contents.iter(tag("fldChar"))).get(tag("dirty")) == "true"

    def test_counts_unnumbered_headings_in(self, tmp_path: Path) -> None:
        instruction = next(word_of(BODY, tmp_path).iter(tag("instrText"))).text
        assert r'\o "1-2"' in instruction
        assert r'\t "Heading 1 Unnumbered,1,Heading 2 Unnumbered,2"' in instruction

    def test_goes_by_styles_and_not_by_levels_that_boxes_have_too(self, tmp_path: Path) -> None:
        instruction = next(word_of(BODY, tmp_path).iter(tag("instrText"))).text
        assert r"\u" not in instruction
