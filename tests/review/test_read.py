"""What is read of a document that came back."""

from pathlib import Path

import pytest

from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.review import NotReviewable, Review, read_review
from sufficiency.review.remarks import Kind, Remark
from tests.review.reviewed import (
    BY_AB,
    BY_CD,
    PATHS,
    came_back,
    comment,
    commented,
    comments,
    deleted,
    inserted,
    run_of,
    threads,
)

HOMES, FEW, FAR = map(run_of, ("more homes", "We have few homes.", "Some live far away."))
ON_HOMES = {HOMES: commented(7, words="more homes")}
HOW_MANY = comments(comment(7, "How many?"))
DOCUMENT = "word/document.xml"


def read(data: bytes) -> Review:
    return read_review(data, "plan.docx", PATHS)


def only(data: bytes) -> Remark:
    (remark,) = read(data).remarks
    return remark


class TestComments:
    def test_have_their_words_author_and_place(self, tmp_path: Path) -> None:
        remark = only(came_back(tmp_path, ON_HOMES, HOW_MANY))
        assert (remark.kind, str(remark.place)) == (Kind.COMMENT, "strategy/needs.yml:4")
        assert (remark.words, remark.text) == ("more homes", "How many?")
        assert (remark.who.name, remark.who.moment) == ("AB", "2026-01-05T10:22:00Z")

    def test_have_their_replies_and_whether_they_are_resolved(self, tmp_path: Path) -> None:
        listed = comments(
            comment(7, "How many?", paragraph="0A"),
            comment(8, "Thirty.", by="CD", paragraph="0B"),
        ) | threads(("0A", "", True), ("0B", "0A", True))
        both = {HOMES: commented(7, 8, words="more homes")}
        remark = only(came_back(tmp_path, both, listed))
        assert remark.is_resolved
        assert [(reply.who.name, reply.text) for reply in remark.replies] == [("CD", "Thirty.")]

    def test_that_begin_where_a_text_does_are_about_that_text(self, tmp_path: Path) -> None:
        """Word writes a comment's beginning before a bookmark that stands at the same point."""
        parts = read_parts(came_back(tmp_path, ON_HOMES, HOW_MANY))
        start = '<w:commentRangeStart w:id="7"/>'
        text = parts[DOCUMENT].decode().replace(start, "")
        mark = text[: text.index('w:name="src_needs_yml_4"')].rindex("<w:bookmarkStart")
        parts[DOCUMENT] = (text[:mark] + start + text[mark:]).encode()
        assert str(only(write_parts(parts)).place) == "strategy/needs.yml:4"

    def test_without_a_range_stand_at_their_mark(self, tmp_path: Path) -> None:
        mark = FEW + '<w:r><w:commentReference w:id="7"/></w:r>'
        remark = only(came_back(tmp_path, {FEW: mark}, HOW_MANY))
        assert (str(remark.place), remark.words) == ("strategy/sections/10-summary.md:5", "")


class TestChanges:
    def test_inserted_words_of_several_runs_are_one(self, tmp_path: Path) -> None:
        remark = only(came_back(tmp_path, {FEW: FEW + inserted(" And ") + inserted("fewer.")}))
        assert (remark.kind, remark.words) == (Kind.INSERTED, " And fewer.")
        assert str(remark.place) == "strategy/sections/10-summary.md:5"

    def test_words_of_two_people_are_two(self, tmp_path: Path) -> None:
        more = inserted(" And ") + inserted("fewer.", BY_CD)
        found = read(came_back(tmp_path, {FEW: FEW + more})).remarks
        assert [remark.who.name for remark in found] == ["AB", "CD"]

    def test_deleted_words_are_told(self, tmp_path: Path) -> None:
        remark = only(came_back(tmp_path, {HOMES: deleted("more homes")}))
        assert (remark.kind, remark.words) == (Kind.DELETED, "more homes")
        assert str(remark.place) == "strategy/needs.yml:4"

    @pytest.mark.parametrize("turn", [1, -1])
    def test_words_put_in_place_of_others_replace_them(self, tmp_path: Path, turn: int) -> None:
        both = [deleted("more homes"), inserted("thirty homes")][::turn]
        remark = only(came_back(tmp_path, {HOMES: "".join(both)}))
        assert remark.kind is Kind.REPLACED
        assert (remark.words, remark.text) == ("more homes", "thirty homes")

    @pytest.mark.parametrize("turn", [1, -1])
    def test_a_move_is_one_with_both_its_places(self, tmp_path: Path, turn: int) -> None:
        taken = (
            f'<w:moveFromRangeStart {BY_AB} w:name="move1"/><w:moveFrom {BY_AB}>'
            f'{HOMES}</w:moveFrom><w:moveFromRangeEnd w:id="901"/>'
        )
        put = taken.replace("moveFrom", "moveTo")
        ends = [taken, put][::turn]
        remark = only(came_back(tmp_path, {HOMES: ends[0], FAR: FAR + ends[1]}))
        assert (remark.kind, remark.words) == (Kind.MOVED, "more homes")
        places = ["strategy/needs.yml:4", "strategy/sections/20-homes.md:9"][::turn]
        assert [str(remark.place), str(remark.to)] == places

    def test_a_change_of_formatting_is_noted(self, tmp_path: Path) -> None:
        bold = f"<w:r><w:rPr><w:b/><w:rPrChange {BY_AB}><w:rPr/></w:rPrChange></w:rPr>"
        remark = only(came_back(tmp_path, {HOMES: HOMES.replace("<w:r>", bold)}))
        assert (remark.kind, remark.words) == (Kind.FORMATTED, "more homes")

    def test_a_new_paragraph_is_told_by_its_words(self, tmp_path: Path) -> None:
        mark = f"<w:p><w:pPr><w:rPr><w:ins {BY_AB}/></w:rPr></w:pPr>%s</w:p><w:sectPr>"
        told = only(came_back(tmp_path / "a", {"<w:sectPr>": mark % inserted("Here.")}))
        assert (told.kind, told.words) == (Kind.INSERTED, "Here.")
        empty = only(came_back(tmp_path / "b", {"<w:sectPr>": mark % ""}))
        assert (empty.kind, empty.words) == (Kind.INSERTED, "(a new paragraph)")

    def test_a_row_of_a_table_is_one(self, tmp_path: Path) -> None:
        cell = f"<w:tc><w:p>{inserted('Homes')}</w:p></w:tc>"
        row = f"<w:tr><w:trPr><w:ins {BY_AB}/></w:trPr>{cell}{cell}</w:tr>"
        table = f"<w:tbl><w:tblPr/>{row}</w:tbl><w:sectPr>"
        remark = only(came_back(tmp_path, {"<w:sectPr>": table}))
        assert (remark.kind, remark.words) == (Kind.INSERTED, "(a row of a table) Homes | Homes")

    def test_of_a_footnote_belong_to_the_text_that_it_explains(self, tmp_path: Path) -> None:
        note = run_of("A footnote.")
        data = came_back(tmp_path, {note: deleted("A footnote.")}, part="word/footnotes.xml")
        assert str(only(data).place) == "strategy/sections/10-summary.md:5"

    def test_of_the_cover_belong_to_strategy_yml(self, tmp_path: Path) -> None:
        council = run_of("Norton &amp; Sutton Council")
        remark = only(came_back(tmp_path, {council: deleted("Norton")}))
        assert str(remark.place) == "strategy/strategy.yml:1"


class TestOrder:
    def test_is_that_of_reading_file_by_file(self, tmp_path: Path) -> None:
        changes = {
            FEW: deleted("We have few homes."),
            HOMES: deleted("more homes"),
            FAR: commented(7, words="Some live far away."),
        }
        review = read(came_back(tmp_path, changes, HOW_MANY))
        assert [(path, len(found)) for path, found in review.by_file.items()] == [
            ("strategy/sections/10-summary.md", 1),
            ("strategy/needs.yml", 1),
            ("strategy/sections/20-homes.md", 1),
        ]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class TestNotReviewable:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"Dear all", "is no Word document, or is damaged"),
            (OLE, "is saved as Word did before 2007"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password, or is encrypted"),
            (b" " * 51_000_000, "has 51 MB; 50 MB is the most"),
        ],
        ids=["text", "doc", "password", "large"],
    )
    def test_what_is_no_word_document_is_called_what_it_is(self, data: bytes, said: str) -> None:
        with pytest.raises(NotReviewable, match=f'^"plan.docx" {said}'):
            read(data)

    def test_a_document_of_somebody_elses_is_told(self, tmp_path: Path) -> None:
        parts = read_parts(came_back(tmp_path))
        parts[DOCUMENT] = parts[DOCUMENT].replace(b'w:name="src_', b'w:name="of_')
        with pytest.raises(NotReviewable, match="was not built by this tool, or has lost"):
            read(write_parts(parts))

    def test_a_damaged_part_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(NotReviewable, match="is damaged: a part of it cannot be read"):
            read(came_back(tmp_path, parts={"word/comments.xml": b"<w:comments"}))
