"""Every text of the worked example leads back to the line that it came from.

As a reviewer would find out: a comment is put on each paragraph of the built document.
"""

import re
from typing import Any

import pytest

from sufficiency.engines.word_file import read_parts
from sufficiency.engines.word_xml import add, parse, serialise, style_of, tag, text_of
from sufficiency.review import read_review
from sufficiency.review.remarks import Remark
from tests.example import ROOT, ExampleOutputs
from tests.review.reviewed import comment, comments

REFERENCE = re.compile(r"\b(?:Figure|Table|section)\s[\d.]+:?")
MADE = re.compile(
    r"Table\s\d+: (?:What we will do|How we will know|Evidence for|Sources|The golden thread)"
    r"|This is what the strategy|The first table leads"
)
OF_THE_TOOL = ("strategy/strategy.yml:1", "strategy/facts.yml:1")
LINES = 12  # that a text of the YAML may take, folded


@pytest.fixture(scope="module")
def remarks(example_outputs: ExampleOutputs) -> list[tuple[str, Remark]]:
    """The style of each paragraph of the text with the comment on it."""
    from sufficiency.engines.word_file import write_parts

    parts = read_parts(example_outputs.docx.read_bytes())
    document = parse(parts["word/document.xml"])
    styles = [
        _comment_on(paragraph, number)
        for number, paragraph in enumerate(
            one for one in document.iter(tag("p")) if text_of(one).strip()
        )
    ]
    parts["word/document.xml"] = serialise(document)
    parts |= comments(*(comment(number, "?") for number in range(len(styles))))
    paths = [path.relative_to(ROOT).as_posix() for path in (ROOT / "strategy").rglob("*.*")]
    found = read_review(write_parts(parts), "plan.docx", paths).remarks
    return list(zip(styles, found, strict=True))


def _comment_on(paragraph: Any, number: int) -> str:
    """Puts a comment on a paragraph's words, behind its bookmarks."""
    first = next(paragraph.iter(tag("r")))
    start = first.makeelement(tag("commentRangeStart"))
    start.set(tag("id"), str(number))
    first.addprevious(start)
    add(paragraph, "commentRangeEnd", id=str(number))
    return style_of(paragraph)


def is_from(remark: Remark) -> bool:
    """Whether the first words stand at the place, in the lines that a text may take."""
    text = (ROOT / remark.place.path).read_text(encoding="utf-8").splitlines()
    there = " ".join(text[remark.place.line - 1 :][:LINES])
    words = re.findall(r"[^\W\d_]{3,}", REFERENCE.sub("", remark.words))[:2]
    return all(word in there for word in words)


def is_made(remark: Remark) -> bool:
    """Whether the tool words it by itself: what the plan leaves open, what a table holds."""
    return str(remark.place) in OF_THE_TOOL or MADE.match(remark.words.strip()) is not None


class TestPlaces:
    @pytest.mark.parametrize(
        ("styles", "at_least"),
        [
            (("BoxBullet",), 30),
            (("TableBullet",), 40),
            (("Caption",), 15),
            (("DefinitionTerm", "Definition"), 50),
            (("ListBullet",), 100),
            (("Heading1", "Heading2"), 20),
            (("BodyText", "TextBelowTable"), 100),
        ],
    )
    def test_are_those_of_the_text(
        self, remarks: list[tuple[str, Remark]], styles: tuple[str, ...], at_least: int
    ) -> None:
        of_kind = [one for style, one in remarks if style in styles and not is_made(one)]
        right = [remark for remark in of_kind if is_from(remark)]
        assert len(right) >= at_least
        wrong = [(str(one.place), one.words) for one in of_kind if not is_from(one)]
        assert wrong == []
