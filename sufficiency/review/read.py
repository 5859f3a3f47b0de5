"""Reads a Word document's remarks: from its parts to values in reading order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sufficiency.engines.word_xml import name_of, parse, tag
from sufficiency.review.comments import read_comments
from sufficiency.review.remarks import Remark
from sufficiency.review.walk import COVER, Walk
from sufficiency.sources.word_document import NotWord, read_word_document

LARGEST = 50_000_000  # bytes
_DOCUMENT, _FOOTNOTES = "word/document.xml", "word/footnotes.xml"


class NotReviewable(Exception):
    """The document cannot be read, or says nothing of where its texts came from; in words."""


@dataclass(frozen=True)
class Review:
    """What reviewers left in a document: comments and tracked changes, file by file.

    The files stand in the order in which the document comes to them.
    """

    remarks: tuple[Remark, ...]

    @property
    def by_file(self) -> dict[str, list[Remark]]:
        """The remarks of each file, by its path, in reading order."""
        files: dict[str, list[Remark]] = {}
        for remark in self.remarks:
            files.setdefault(remark.place.path, []).append(remark)
        return files


def read_review(data: bytes, name: str, paths: Collection[str]) -> Review:
    """The remarks in a document.

    Args:
        data: The document's bytes.
        name: What messages call it.
        paths: The project's files, of which bookmarks name one each.

    Raises:
        NotReviewable: If it cannot be read as a Word document that this tool has built.
    """
    from lxml.etree import XMLSyntaxError

    if len(data) > LARGEST:
        most = f"{LARGEST // 1_000_000} MB is the most"
        raise NotReviewable(f'"{name}" has {len(data) / 1_000_000:,.0f} MB; {most}.')
    try:
        parts = read_word_document(data)
    except NotWord as error:
        raise NotReviewable(f'"{name}" {error.what}. {error.mend}') from error
    try:
        return _read(parts, name, paths)
    except XMLSyntaxError as error:
        mend = "Open it in Word, which may be able to repair it, and save it."
        raise NotReviewable(f'"{name}" is damaged: a part of it cannot be read. {mend}') from error


def _read(parts: Mapping[str, bytes], name: str, paths: Collection[str]) -> Review:
    walk = Walk(paths, read_comments(parts))
    walk.read(parse(parts[_DOCUMENT]))
    if not walk.marks:
        raise NotReviewable(
            f'"{name}" was not built by this tool, or has lost the marks that say which file each '
            "text came from; copying the text into another document loses them. Take the copy that "
            "was sent to the reviewer."
        )
    for note in parse(parts[_FOOTNOTES]) if _FOOTNOTES in parts else ():
        if name_of(note) == "footnote":
            walk.place = walk.notes.get(str(note.get(tag("id"))), COVER)
            walk.read(note)
    for part in sorted(parts):
        if part.startswith(("word/header", "word/footer")):
            walk.place = COVER
            walk.read(parse(parts[part]))
    return Review(tuple(walk.found))
