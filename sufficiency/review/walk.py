"""Walks a Word document in reading order and notes comments and tracked changes where they stand.

The nearest bookmark of this tool's before something says which file and line it is about.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sufficiency.engines.word_xml import name_of, tag
from sufficiency.review.comments import Comment, who_of
from sufficiency.review.places import Place, place_of
from sufficiency.review.remarks import Kind, Remark

COVER = Place("strategy/strategy.yml", 1)
"""Where the cover, headers and footers come from."""

_CHANGES = {"ins": Kind.INSERTED, "del": Kind.DELETED}
_FORMATTING = tuple(
    tag(name) for name in "rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange"
    " tblGridChange numberingChange".split()
)  # fmt: skip
_PARAGRAPH_BREAK = "(a new paragraph)"
_JOINED = "(the end of a paragraph)"
_PASSED_OVER = ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd")


@dataclass
class Walk:
    """One walk: what is open while the document is read, and what was found.

    ``place`` is that of the text that is read: at first the cover's, which says what strategy.yml
    does. ``notes`` are the places of footnotes' marks by the footnote's id; ``marks`` counts the
    bookmarks that name a place.
    """

    paths: Collection[str]
    comments: Mapping[str, Comment]
    found: list[Remark] = field(default_factory=list)
    place: Place = COVER
    notes: dict[str, Place] = field(default_factory=dict)
    marks: int = 0
    _open: dict[str, int] = field(default_factory=dict)  # comments by id: their place in found
    _moves: dict[str, int] = field(default_factory=dict)
    _move: str = ""  # the name of the move that is read
    _told: set[str] = field(default_factory=set)
    _begun: list[tuple[int, Any]] = field(default_factory=list)  # since the last word, and where
    _last: Any = None

    def read(self, root: Any) -> None:
        """Notes everything within, in order; an element is met before what it holds."""
        for element in _in_order(root):
            name = name_of(element)
            if name in ("t", "delText"):
                self._begun.clear()
            if name == "bookmarkStart":
                self._pass_bookmark(element)
            elif name in ("commentRangeStart", "commentReference"):
                self._open_comment(element, is_range=name.endswith("Start"))
            elif name == "commentRangeEnd":
                self._open.pop(str(element.get(tag("id"))), None)
            elif name == "footnoteReference":
                self.notes[str(element.get(tag("id")))] = self.place
            elif name == "t" or name == "p":
                self._add_to_comments(" " if name == "p" else element.text or "")
            elif name in _CHANGES:
                self._note_change(element, _CHANGES[name])
            elif name.startswith("move"):
                self._note_move(element, name)
            elif element.tag in _FORMATTING:
                self._note_formatting(element)

    def _pass_bookmark(self, bookmark: Any) -> None:
        """Word may write at one point the beginning of a comment, and then the bookmark."""
        place = place_of(bookmark.get(tag("name")) or "", self.paths)
        if place is None:
            return
        self.place = place
        self.marks += 1
        for index, paragraph in self._begun:
            if paragraph is not None and paragraph is _paragraph_of(bookmark):
                self.found[index] = replace(self.found[index], place=place)

    def _open_comment(self, mark: Any, *, is_range: bool) -> None:
        """A comment has a range, or only a mark; a reply is told with what it answers."""
        id = str(mark.get(tag("id")))
        comment = self.comments.get(id)
        if comment is None or id in self._told:
            return
        self._told.add(id)
        if is_range:
            self._open[id] = len(self.found)
        remark = Remark(Kind.COMMENT, self.place, comment.who, "", comment.text)
        self._begin(replace(remark, replies=comment.replies, is_resolved=comment.is_resolved), mark)

    def _begin(self, remark: Remark, element: Any) -> None:
        self._begun.append((len(self.found), _paragraph_of(element)))
        self.found.append(remark)

    def _add_to_comments(self, text: str) -> None:
        for index in self._open.values():
            remark = self.found[index]
            self.found[index] = replace(remark, words=remark.words + text)

    def _note_change(self, change: Any, kind: Kind) -> None:
        parent = name_of(change.getparent())
        if parent == "rPr":
            self._note_paragraph_mark(change, kind)
        elif parent == "trPr":
            row = next(change.iterancestors(tag("tr")))
            cells = (_said(cell).strip() for cell in row.findall(tag("tc")))
            words = " | ".join(cell for cell in cells if cell)
            self._add(kind, change, f"(a row of a table) {words}".strip())
        elif not _is_in_changed_row(change):
            self._note_words(change, kind)

    def _note_words(self, change: Any, kind: Kind) -> None:
        """Word parts one edit into several runs, and notes a replacement as two."""
        words, who = _said(change), who_of(change)
        if not words:
            return
        last = self.found[-1] if self.found else None
        follows = last is not None and last.who.name == who.name and self._last is _before(change)
        if follows and last is not None and last.kind is kind:
            self.found[-1] = replace(last, words=last.words + words)
        elif follows and last is not None and {last.kind, kind} == set(_CHANGES.values()):
            old, new = (last.words, words) if kind is Kind.INSERTED else (words, last.words)
            self.found[-1] = replace(last, kind=Kind.REPLACED, words=old, text=new)
        elif follows and last is not None and last.kind is Kind.REPLACED:
            more = ("", words) if kind is Kind.INSERTED else (words, "")
            self.found[-1] = replace(last, words=last.words + more[0], text=last.text + more[1])
        else:
            self._begin(Remark(kind, self.place, who, words), change)
        self._last = change

    def _note_paragraph_mark(self, change: Any, kind: Kind) -> None:
        """An end of a paragraph by itself; with words of the paragraph it is told by these."""
        paragraph = next(change.iterancestors(tag("p")))
        name = name_of(change)
        if next(paragraph.iterchildren(tag(name)), None) is not None:
            return
        if not _is_in_changed_row(change):
            self._add(kind, change, _PARAGRAPH_BREAK if kind is Kind.INSERTED else _JOINED)

    def _note_move(self, element: Any, name: str) -> None:
        """A move has a name of its own, at both of its ends."""
        if name.endswith("RangeStart"):
            self._move = element.get(tag("name")) or ""
        elif name.endswith("RangeEnd"):
            self._move = ""
        elif words := _said(element):
            who = who_of(element)
            key = self._move or who.name
            if key not in self._moves:
                self._moves[key] = len(self.found)
                self._begin(Remark(Kind.MOVED, self.place, who, ""), element)
            index = self._moves[key]
            remark = self.found[index]
            if name == "moveTo":
                self.found[index] = replace(remark, to=remark.to or self.place)
            else:
                place = remark.place if remark.words else self.place
                self.found[index] = replace(remark, words=remark.words + words, place=place)

    def _note_formatting(self, change: Any) -> None:
        holder = change.getparent().getparent()
        self._add(Kind.FORMATTED, change, _said(holder) if holder is not None else "")

    def _add(self, kind: Kind, change: Any, words: str) -> None:
        self._begin(Remark(kind, self.place, who_of(change), words), change)


def _in_order(root: Any) -> Iterator[Any]:
    """Elements as they are read. Pictures' fall-backs for old versions of Word say all twice."""
    for element in root.iter():
        if name_of(element) and next(element.iterancestors(_FALLBACK), None) is None:
            yield element


_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _said(element: Any) -> str:
    """The words within, deleted ones among them."""
    return "".join(text.text or "" for text in element.iter(tag("t"), tag("delText")))


def _before(change: Any) -> Any:
    for neighbour in change.itersiblings(preceding=True):
        if name_of(neighbour) not in _PASSED_OVER:
            return neighbour
    return None


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(tag("p")), None)


def _is_in_changed_row(element: Any) -> bool:
    for row in element.iterancestors(tag("tr")):
        properties = row.find(tag("trPr"))
        if properties is not None and any(
            properties.find(tag(name)) is not None for name in _CHANGES
        ):
            return True
    return False
