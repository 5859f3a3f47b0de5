"""Sentences as a reader meets them, for the messages that quote them."""

import re
from collections.abc import Callable
from itertools import pairwise

from sufficiency.prose.markdown import COMMENT

_LONGEST = 240
_PART = re.compile(rf"{COMMENT}|\{{\{{.*?\}}\}}", re.DOTALL)
# A full stop within a number or an address ends nothing: white space stands behind one that does.
_END = re.compile(r"[.!?][\"'”’)\]*_]*(?=\s|$)|\n(?=[ \t]*(?:\n|[-*+#|>]|\d+[.)]|\[\^))")
_ATTRIBUTES = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_MARKS = re.compile(
    r"^[ \t]*(?:[-+*>]|#{1,6}|\d+[.)]|\[\^[^\]]+\]:)[ \t]+|\*\*|__|(?<!\w)[*_]|[*_](?!\w)",
    re.MULTILINE,
)


def sentence_at(text: str, start: int, end: int, say: Callable[[str], str]) -> str:
    """The sentence around a stretch of Markdown, as it is printed; a long one is cut.

    ``say`` gives what an expression prints, of what stands between its braces.
    """
    ends = ends_of_sentences(text)
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return shorten(as_read(text[first:last], say))


def all_sentences(text: str, say: Callable[[str], str]) -> list[str]:
    """Every sentence of a Markdown text as it is printed; ``say`` is as ``sentence_at`` takes."""
    read = (as_read(sentence, say) for sentence in split_sentences(text))
    return [sentence for sentence in read if sentence]


def split_sentences(text: str) -> list[str]:
    """The sentences of a Markdown text as they were typed, in order; together they are the text."""
    ends = [0, *ends_of_sentences(text), len(text)]
    return [text[first:last] for first, last in pairwise(ends)]


def as_typed(markdown: str) -> str:
    """Markdown as it reads, but for its expressions, which stay as they were typed."""
    return as_read(markdown, lambda inside: f"{{{{{inside}}}}}")


def ends_of_sentences(text: str) -> list[int]:
    """Where sentences end, in order."""
    # Same length, so that places stay; what expressions hold ends no sentence.
    flat = _PART.sub(lambda found: "x" * len(found[0]), text)
    return [found.end() for found in _END.finditer(flat)]


def as_read(markdown: str, say: Callable[[str], str]) -> str:
    """Markdown as it reads: expressions printed, marks and attributes left out, on one line."""

    def put(found: re.Match[str]) -> str:
        return say(found[0][2:-2]) if found[0].startswith("{{") else ""

    words = _ATTRIBUTES.sub(r"\1", _PART.sub(put, markdown))
    return " ".join(_MARKS.sub("", words.strip()).split())


def shorten(words: str) -> str:
    """The words, cut in the middle of what is too long to be quoted."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
