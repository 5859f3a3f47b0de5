"""A review as lines for a person, or as JSON for a program."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sufficiency import __version__
from sufficiency.review.read import Review
from sufficiency.review.remarks import Kind, Remark, Who
from sufficiency.tables.period import print_date

SCHEMA = 1
"""Grows when a key is renamed, removed or comes to mean something else; a new key is no change."""
_LONGEST = 300  # letters of the words that a remark concerns
_CHANGES = (Kind.INSERTED, Kind.DELETED, Kind.REPLACED, Kind.MOVED)


def review_as_text(review: Review) -> Iterator[str]:
    """A line a remark, with the file and line that it is about; what belongs to it below."""
    for path, remarks in review.by_file.items():
        yield path
        formatted = 0
        for remark in remarks:
            if remark.kind is Kind.FORMATTED:
                formatted += 1
            else:
                yield from _lines(remark)
        if formatted:
            yield f"  {_number(formatted, 'change of formatting', 'changes of formatting')}"
        yield ""
    yield _summary(review)


def _lines(remark: Remark) -> Iterator[str]:
    words = _quoted(remark.words)
    if remark.kind is Kind.REPLACED:
        words = f"{words} by {_quoted(remark.text)}"
    elif remark.to is not None:
        words = f"{words} to {remark.to}"
    elif remark.kind is Kind.COMMENT:
        words = f"on {words}" if remark.words.strip() else "on no words"
    resolved = ", resolved" if remark.is_resolved else ""
    yield f"  {remark.place} {remark.kind}{_by(remark.who)}{resolved}: {words}"
    if remark.kind is Kind.COMMENT:
        yield from (f"      {line}" for line in _plain_lines(remark.text))
    for reply in remark.replies:
        yield f"      Reply{_by(reply.who)}:"
        yield from (f"        {line}" for line in _plain_lines(reply.text))


def _by(who: Who) -> str:
    parts = [_plain(who.name), _day(who.moment)]
    return "".join(f", {part}" for part in parts if part)


def _day(moment: str) -> str:
    try:
        return print_date(date.fromisoformat(moment[:10]))
    except ValueError:
        return ""


def _quoted(words: str) -> str:
    """Words on one line; of many the beginning."""
    plain = _plain(words)
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[:_LONGEST]}…”"


def _plain(text: str) -> str:
    """Text that a terminal shows and does not obey."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _plain_lines(text: str) -> list[str]:
    return [_plain(line) for line in text.splitlines()]


def _summary(review: Review) -> str:
    counts = Counter(remark.kind for remark in review.remarks)
    if not counts:
        return "No comments and no tracked changes."
    told = [
        _number(counts[Kind.COMMENT], "comment", "comments"),
        _number(sum(counts[kind] for kind in _CHANGES), "change", "changes"),
        _number(counts[Kind.FORMATTED], "change of formatting", "changes of formatting"),
    ]
    return f"{told[0]}, {told[1]} and {told[2]} in {_number(len(review.by_file), 'file', 'files')}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def review_as_json(review: Review) -> str:
    """All of it, in ASCII; ``docs/reports.md`` describes its keys."""
    told = {
        "schema": SCHEMA,
        "tool": {"name": "sufficiency", "version": __version__},
        "files": [
            {"path": path, "remarks": _each(remarks), "formatted": _formatted(remarks)}
            for path, remarks in review.by_file.items()
        ],
    }
    return json.dumps(told, indent=2) + "\n"


def _formatted(remarks: Iterable[Remark]) -> int:
    return sum(remark.kind is Kind.FORMATTED for remark in remarks)


def _each(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {
            "kind": remark.kind.value,
            "line": remark.place.line,
            **_made_by(remark.who),
            "words": remark.words.strip(),
            "text": remark.text,
            "resolved": remark.is_resolved,
            "replies": [{**_made_by(reply.who), "text": reply.text} for reply in remark.replies],
            "to": remark.to and {"path": remark.to.path, "line": remark.to.line},
        }
        for remark in remarks
        if remark.kind is not Kind.FORMATTED
    ]


def _made_by(who: Who) -> dict[str, str]:
    return {"author": who.name, "date": who.moment}
