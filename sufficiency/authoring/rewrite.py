"""Puts other words in the place of some in a file of the strategy: no other character changes.

In YAML a text may need quotation marks that it had no need of before; they are then added. What
the file says afterwards is read and compared: it must differ in that one place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sufficiency.problems import Location
from sufficiency.sources import Text, parse_yaml
from sufficiency.sources.front_matter import FRONT_MATTER


class CannotRewrite(Exception):
    """The words do not stand there as they were read, or YAML does not let others stand there."""


@dataclass(frozen=True)
class _Edit:
    """New words in the place of a stretch of the text."""

    start: int
    end: int
    words: str


def rewrite(data: bytes, at: Location, old: str, new: str) -> bytes:
    """The file with ``new`` in the place of ``old``, which stands at the place.

    Args:
        data: A YAML file or a section, in UTF-8, with any line ends.
        at: Where ``old`` begins.
        old: Words on one line.
        new: What shall be read there, on one line: YAML's own marks are added here.

    Raises:
        CannotRewrite: Where the result would not be the old text with the new words.
    """
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    typed = data.decode("utf-8-sig")
    text = re.sub(r"\r\n?", "\n", typed)
    start = offset_of(text, at)
    if not text.startswith(old, start):
        raise CannotRewrite
    edits = [_Edit(start, start + len(old), new)]
    first, yaml = _yaml_around(text, at.path, start)
    if yaml is not None:
        found = _in_yaml(yaml, _Edit(start - first, start - first + len(old), new))
        edits = [_Edit(first + one.start, first + one.end, one.words) for one in found]
    return mark + _with_line_ends(typed, edits).encode()


def offset_of(text: str, at: Location) -> int:
    """Where a place is in a text with plain line ends."""
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1


def _yaml_around(text: str, path: str, offset: int) -> tuple[int, str | None]:
    """The YAML that the offset stands in, and where that begins; None in a section's text."""
    if not path.endswith(".md"):
        return 0, text
    front = FRONT_MATTER.match(text)
    if front is not None and offset < front.end("front"):
        return front.start("front"), front["front"]
    return 0, None


def _in_yaml(text: str, edit: _Edit) -> list[_Edit]:
    before, problems = parse_yaml(text, "")
    for node in _texts(before):
        start = offset_of(text, node.at)
        if start <= edit.start and edit.end <= start + len(node.raw):
            for edits in _ways(node.raw, start, edit):
                after, found = parse_yaml(_applied(text, edits), "")
                if len(found) == len(problems) and _differ_in(before, after, edit, text):
                    return edits
    raise CannotRewrite


def _texts(node: Any) -> Iterator[Text]:
    """Every value of a tree."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, dict | list):
        for below in node.values() if isinstance(node, dict) else node:
            yield from _texts(below)


def _ways(raw: str, start: int, edit: _Edit) -> Iterator[list[_Edit]]:
    """The edits that may do it, the plainest first; ``raw`` begins at ``start``."""
    if raw.startswith('"'):
        yield [_Edit(edit.start, edit.end, _between_double(edit.words))]
    elif raw.startswith("'"):
        yield [_Edit(edit.start, edit.end, edit.words.replace("'", "''"))]
    else:
        yield [edit]
        end = start + len(raw.rstrip())
        for sign, escape in (("'", lambda words: words.replace("'", "''")), ('"', _between_double)):
            if sign == "'" and "'" in raw:
                continue
            inside = [
                _Edit(start + one.start(), start + one.end(), escape(one[0]))
                for one in re.finditer(r"[\"'\\]", raw)
                if escape(one[0]) != one[0]
            ]
            changed = _Edit(edit.start, edit.end, escape(edit.words))
            yield [_Edit(start, start, sign), *inside, changed, _Edit(end, end, sign)]


def _between_double(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def _applied(text: str, edits: list[_Edit]) -> str:
    """The text with the edits; of two at one place the first comes first."""
    pieces, end = [], 0
    for one in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [text[end : one.start], one.words]
        end = one.end
    return "".join([*pieces, text[end:]])


def _differ_in(before: Any, after: Any, edit: _Edit, text: str) -> bool:
    """Whether one text alone has the new words in the place of the old, and all else is the same.

    ``text`` is the whole that was edited.
    """
    old = text[edit.start : edit.end]
    changed = 0
    pairs = [(before, after)]
    while pairs:
        one, other = pairs.pop()
        if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
            pairs += zip(one.values(), other.values(), strict=True)
        elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            pairs += zip(one, other, strict=True)
        elif one != other:
            changed += 1
            if not (isinstance(one, Text) and isinstance(other, Text)):
                return False
            places = [found.start() for found in re.finditer(f"(?={re.escape(old)})", one)]
            options = [one[:at] + edit.words + one[at + len(old) :] for at in places]
            if str(other) not in options:
                return False
    return changed == 1


def _with_line_ends(typed: str, edits: list[_Edit]) -> str:
    """The edits, which count each line end as one character, in the text as it was typed."""
    ends = [found.start() for found in re.finditer("\r\n", typed)]
    # Each end before a place is a character more than the edit counts.
    plain = [end - number for number, end in enumerate(ends)]

    def typed_at(offset: int) -> int:
        return offset + sum(end < offset for end in plain)

    return _applied(
        typed, [_Edit(typed_at(one.start), typed_at(one.end), one.words) for one in edits]
    )
