"""Which file each chapter becomes, where the single page's ids stand then, and what it is about."""

from collections.abc import Iterable, Mapping

from sufficiency.engines.web.files import file_words
from sufficiency.engines.web.single import Chapter
from sufficiency.engines.web.tree import ids_in, words_of

FIRST_PAGE = "index.html"
_RESERVED = {"index", "upload-sheet", "con", "prn", "aux", "nul"}  # ours, and Windows's
_LONGEST_DESCRIPTION = 160


def page_names(chapters: Iterable[Chapter]) -> dict[str, str]:
    """The file of each chapter by its id, the same as long as the id is: "costs.html"."""
    names: dict[str, str] = {}
    for chapter in chapters:
        words = file_words(chapter.id.removeprefix("sec-"))
        while f"{words}.html" in names.values() or words in _RESERVED:
            words += "-chapter"
        names[chapter.id] = f"{words}.html"
    return names


def homes_of(chapters: Iterable[Chapter], names: Mapping[str, str]) -> dict[str, str]:
    """The file in which each id of the single page's chapters stands now."""
    return {
        id: names[chapter.id]
        for chapter in chapters
        for element in chapter.elements()
        for id in ids_in(element)
    }


def description_of(chapter: Chapter, otherwise: str) -> str:
    """What a search engine shows of a chapter: the beginning of its first paragraph."""
    paragraphs = (p for block in chapter.blocks for p in block.iter("p"))
    said = next(filter(None, map(words_of, paragraphs)), otherwise)
    if len(said) <= _LONGEST_DESCRIPTION:
        return said
    return said[:_LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:–") + " …"
