"""How a review is told."""

import json
from pathlib import Path

from sufficiency.review import Review, read_review, review_as_json, review_as_text
from tests.review.reviewed import (
    BY_AB,
    PATHS,
    came_back,
    comment,
    commented,
    comments,
    deleted,
    inserted,
    run_of,
)

NEARER = run_of("nearer homes")
CHANGES = {
    run_of("We have few homes."): deleted("We have few homes.") + inserted("Homes are few."),
    run_of("more homes"): commented(7, words="more homes"),
    NEARER: NEARER.replace(
        "<w:r>", f"<w:r><w:rPr><w:b/><w:rPrChange {BY_AB}><w:rPr/></w:rPrChange></w:rPr>"
    ),
}


def review(folder: Path, text: str = "How many?") -> Review:
    return read_review(came_back(folder, CHANGES, comments(comment(7, text))), "x.docx", PATHS)


class TestText:
    def test_is_a_line_a_remark_below_its_file(self, tmp_path: Path) -> None:
        assert list(review_as_text(review(tmp_path))) == [
            "strategy/sections/10-summary.md",
            "  strategy/sections/10-summary.md:5 replaced, AB, 5 January 2026: "
            "“We have few homes.” by “Homes are few.”",
            "",
            "strategy/needs.yml",
            "  strategy/needs.yml:4 comment, AB, 5 January 2026: on “more homes”",
            "      How many?",
            "  1 change of formatting",
            "",
            "1 comment, 1 change and 1 change of formatting in 2 files.",
        ]

    def test_shows_no_sign_that_a_terminal_obeys(self, tmp_path: Path) -> None:
        told = list(review_as_text(review(tmp_path, "How \x9b31mmany?")))
        assert "      How 31mmany?" in told

    def test_says_so_where_there_is_nothing(self, tmp_path: Path) -> None:
        nothing = read_review(came_back(tmp_path), "x.docx", PATHS)
        assert list(review_as_text(nothing)) == ["No comments and no tracked changes."]


class TestJson:
    def test_holds_all_of_it(self, tmp_path: Path) -> None:
        report = json.loads(review_as_json(review(tmp_path)))
        assert [(file["path"], file["formatted"]) for file in report["files"]] == [
            ("strategy/sections/10-summary.md", 0),
            ("strategy/needs.yml", 1),
        ]
        assert report["files"][1]["remarks"] == [
            {
                "kind": "comment",
                "line": 4,
                "author": "AB",
                "date": "2026-01-05T10:22:00Z",
                "words": "more homes",
                "text": "How many?",
                "resolved": False,
                "replies": [],
                "to": None,
            }
        ]
