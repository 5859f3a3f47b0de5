"""Reading text back: what the three small documents say is found, and what they do not is named."""

from pathlib import Path

import pytest

from tests.audits import agreement
from tests.audits.agreement import normalised, says
from tests.audits.small import pdf as small_pdf

pytestmark = pytest.mark.audit

SAID_BY_ALL = [
    "The council looked after 312 children, well-placed near home.",
    "312",
    "Figure 1: Children in care",
    "Grow our own fostering",
    "Recruit assessors",
    "Counted on 31 March 2019.",
    "Homes strategy",
    "Actions",
]


@pytest.fixture(params=["html", "pdf", "docx"])
def finished(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(f"good_{request.param}")
    return path


class TestAudit:
    def test_what_every_format_says_is_found(self, finished: Path) -> None:
        assert agreement.audit(finished, SAID_BY_ALL) == []

    def test_what_a_format_does_not_say_is_named(self, finished: Path) -> None:
        assert agreement.audit(finished, ["312 children", "313 children", "31"]) == [
            f'{finished.suffix} does not say "313 children"'
        ]

    def test_a_sentence_that_one_format_lost_is_named(
        self, good_html: Path, good_pdf: Path, good_docx: Path
    ) -> None:
        page = good_html.read_text(encoding="utf-8").replace("Recruit assessors", "")
        good_html.write_text(page, encoding="utf-8")
        paths = {"html": good_html, "pdf": good_pdf, "docx": good_docx}
        assert agreement.disagreements(paths, SAID_BY_ALL) == [
            '.html does not say "Recruit assessors"'
        ]


class TestPdfText:
    def test_a_running_head_does_not_cut_a_sentence(self, tmp_path: Path) -> None:
        words = " ".join(f"word{number}" for number in range(900))
        heads = '#set page(header: [Head], footer: [Foot])\n#set document(title: "Words")\n'
        pdf = small_pdf.typeset(heads + words, tmp_path / "words.pdf")
        assert agreement.audit(pdf, [words]) == []
        assert agreement.audit(pdf, ["Head"]) == ['.pdf does not say "Head"']


class TestSays:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("a cost of\n£675 a\u00a0week", "£675 a week"),
            ("multi-\nagency work", "multi-agency"),
            ("the child’s own “home”", 'the child\'s own "home"'),
            ("312 children.1 Next", "312 children."),
            ("looked after 312 children1 and", "312 children"),
            ("GROW our own", "Grow our own"),
            ("a fall of \u22129%", "\u22129%"),
        ],
    )
    def test_formats_may_differ_in_form(self, text: str, words: str) -> None:
        assert says(normalised(text), words)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1,312 children", "312 children"),
            ("312 children", "12 children"),
            ("4.56", "56"),
            ("56.4", "56"),
            ("56,000", "56"),
            ("fostering", "foster"),
            ("anything", ""),
        ],
    )
    def test_a_part_of_a_word_or_number_is_not_enough(self, text: str, words: str) -> None:
        assert not says(normalised(text), words)
