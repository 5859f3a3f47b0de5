"""The comments of a Word document with their replies, from the parts that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency.engines.word_xml import parse, tag, text_of
from sufficiency.review.remarks import Reply, Who

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True)
class Comment:
    """A comment without its place: the document says where it stands."""

    who: Who
    text: str
    replies: tuple[Reply, ...] = ()
    is_resolved: bool = False


@dataclass(frozen=True)
class _Thread:
    """What Word notes of a comment elsewhere, by its last paragraph."""

    answers: str | None
    is_resolved: bool


def read_comments(parts: Mapping[str, bytes]) -> dict[str, Comment]:
    """The comments that answer no other, by their id, each with its replies in order."""
    listed = parts.get("word/comments.xml")
    if listed is None:
        return {}
    threads = _threads(parts.get("word/commentsExtended.xml"))
    first: dict[str, Any] = {}
    replies: dict[str, list[Reply]] = {}
    for comment in parse(listed).iter(tag("comment")):
        paragraph = _last_paragraph(comment)
        thread = threads.get(paragraph)
        if thread is not None and thread.answers is not None:
            reply = Reply(who_of(comment), _text(comment))
            replies.setdefault(_root(thread.answers, threads), []).append(reply)
        else:
            first[paragraph or f"comment {comment.get(tag('id'))}"] = comment
    return {
        str(comment.get(tag("id"))): Comment(
            who_of(comment),
            _text(comment),
            tuple(replies.get(paragraph, ())),
            paragraph in threads and threads[paragraph].is_resolved,
        )
        for paragraph, comment in first.items()
    }


def who_of(element: Any) -> Who:
    """Who made a comment or a change, by name or else by initials, and when."""
    name = element.get(tag("author")) or element.get(tag("initials")) or ""
    return Who(name.strip(), (element.get(tag("date")) or "").strip())


def _threads(part: bytes | None) -> dict[str, _Thread]:
    if part is None:
        return {}
    return {
        noted.get(f"{_WORD_2012}paraId"): _Thread(
            noted.get(f"{_WORD_2012}paraIdParent"),
            noted.get(f"{_WORD_2012}done") in ("1", "true"),
        )
        for noted in parse(part).iter(f"{_WORD_2012}commentEx")
    }


def _root(paragraph: str, threads: Mapping[str, _Thread]) -> str:
    """The comment that began a thread, whatever answers what."""
    seen = {paragraph}
    while (above := threads.get(paragraph)) and above.answers and above.answers not in seen:
        paragraph = above.answers
        seen.add(paragraph)
    return paragraph


def _last_paragraph(comment: Any) -> str:
    paragraphs = comment.findall(f".//{tag('p')}")
    return str(paragraphs[-1].get(f"{_WORD_2010}paraId", "")) if paragraphs else ""


def _text(comment: Any) -> str:
    """Its paragraphs, a line each."""
    lines = (text_of(paragraph).strip() for paragraph in comment.iter(tag("p")))
    return "\n".join(line for line in lines if line)
