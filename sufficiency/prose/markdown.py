"""Text as Markdown that shows it as it was typed, and Markdown's blocks with their places."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sufficiency.prose.piles import find_piles


class Markdown(str):
    """Markdown that is meant as such. Plain text becomes it only through ``escape_markdown``."""

    __slots__ = ()


_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~^@$&=]|^:|\.(?=\.))")
_LIST_NUMBER = re.compile(r"^(\s*(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+))\.(?=\s|$)")


def escape_markdown(text: str) -> Markdown:
    """The text with every sign escaped that pandoc could read as markup, on one line.

    Quotation marks and apostrophes stay, so that they become typographic like those in prose;
    where so many of them are open that pandoc would not end, they are printed straight.
    """
    escaped = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
    if any(find_piles(escaped)):
        escaped = re.sub(r"([\"'])", r"\\\1", escaped)
    return Markdown(_LIST_NUMBER.sub(r"\1\.", escaped))


@dataclass(frozen=True)
class Chunk:
    """A run of a section's text that stands together, and where it begins in the text."""

    text: str
    offset: int

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading alone."""
        return self.text.startswith("#")


PARAGRAPH = re.compile(r"^(?:[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
"""A run of lines that are not blank."""

_NOTE = re.compile(r"^(?P<before> {0,3}\[\^)(?P<name>[^\[\]\s]+)\]:", re.MULTILINE)
_LIST_ITEM = re.compile(r"([-*+]|\d+[.)]|\(@\w*\)|:|\[\^[^\]]+\]:)\s")
# The meaning of a term, or a table's caption.
_DEFINITION = re.compile(r"(?:[:~]|Table:)[ \t]")
_FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})")


def split_chunks(text: str) -> list[Chunk]:
    """The text's blocks: parted by blank lines, but for lists, fences and what is indented.

    A list with blank lines between its items is one chunk, since parting it would make several
    lists of it. A heading is always a chunk of its own.
    """
    chunks: list[Chunk] = []
    for offset, paragraph, is_continued in _paragraphs(text):
        if is_continued and chunks and not chunks[-1].is_heading:
            start = chunks[-1].offset
            chunks[-1] = Chunk(text[start : offset + len(paragraph)], start)
        else:
            chunks += _part_heading(Chunk(paragraph, offset))
    return chunks


def _paragraphs(text: str) -> Iterator[tuple[int, str, bool]]:
    """Offset and text of each run between blank lines, and whether it continues the one before."""
    fence: str | None = None
    was_list = False
    for found in PARAGRAPH.finditer(text):
        paragraph = found[0].rstrip("\n")
        is_item = bool(_LIST_ITEM.match(paragraph))
        is_continued = (
            fence is not None
            or paragraph[0] in " \t"
            or (is_item and was_list)
            or bool(_DEFINITION.match(paragraph))
        )
        was_list = is_item or (was_list and is_continued)
        for line in paragraph.splitlines():
            mark = _FENCE.match(line)
            if mark and fence is None:
                fence = mark[1][0] * 3
            elif mark and fence and line.startswith(fence) and not line.strip(fence[0]).strip():
                fence = None
        yield found.start(), paragraph, is_continued


def _part_heading(chunk: Chunk) -> list[Chunk]:
    """A heading with text straight below it as two chunks, as authors mean it."""
    chunks: list[Chunk] = []
    text, start = chunk.text, 0
    while text.startswith("#", start) and (end := text.find("\n", start)) >= 0:
        chunks.append(Chunk(text[start:end], chunk.offset + start))
        start = end + 1
    return [*chunks, Chunk(text[start:], chunk.offset + start)]


COMMENT = r"\{##(?:(?!\{##).)*?##\}"
"""A pattern's piece: what an author keeps from print; ``.`` must match line ends too."""

_CODE = re.compile(
    COMMENT + r"|^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)


def hide_code(text: str) -> str:
    """The text with comments and code blanked out: every other sign keeps its place and line."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", "c", found[0]), text)


def shift_heading(text: str, by: int) -> str:
    """A heading's line with so many more levels."""
    return "#" * by + text if re.match(r"#+[ \t]", text) else text


def rename_repeated_notes(texts: Iterable[str]) -> list[str]:
    """A section's texts, in which the second note of a name, which is told, has another.

    Two of one name would stop pandoc, and with it a draft.
    """
    seen: Counter[str] = Counter()

    def rename(found: re.Match[str]) -> str:
        name = found["name"]
        seen[name] += 1
        again = f"-again-{seen[name]}" if seen[name] > 1 else ""
        return f"{found['before']}{name}{again}]:"

    return [_NOTE.sub(rename, text) for text in texts]


def name_footnotes(text: str, section: str) -> str:
    """Footnote marks with the section's id, since two sections may both have a [^1]."""
    return re.sub(r"\[\^([^\[\]\s]+)\]", rf"[^{section}-\1]", text)
