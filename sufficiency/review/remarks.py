"""What reviewers leave in a document, as values."""

from dataclasses import dataclass, field
from enum import StrEnum

from sufficiency.review.places import Place


class Kind(StrEnum):
    """What was left or done."""

    COMMENT = "comment"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    FORMATTED = "formatted"


@dataclass(frozen=True)
class Who:
    """Who did it and when, as Word has noted it: a name or else initials, and a moment in
    ISO 8601. Either is blank where Word has noted none."""

    name: str
    moment: str


@dataclass(frozen=True)
class Reply:
    """An answer to a comment."""

    who: Who
    text: str


@dataclass(frozen=True)
class Remark:
    """A comment, or a tracked change.

    ``words`` are those that it concerns: commented on, inserted, deleted, moved or reformatted.
    ``text`` is the comment's own, or what words were replaced by; ``to`` is where words were moved.
    """

    kind: Kind
    place: Place
    who: Who
    words: str
    text: str = ""
    replies: tuple[Reply, ...] = field(default_factory=tuple)
    is_resolved: bool = False
    to: Place | None = None
