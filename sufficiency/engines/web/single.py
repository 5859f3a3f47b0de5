"""The single page taken apart: its chapters, its notes, its style and script, and what is left."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from sufficiency.engines.errors import EngineError
from sufficiency.engines.web.files import (
    Beside,
    Files,
    file_words,
    take_out_files,
    take_out_of_style,
)
from sufficiency.engines.web.tree import (
    Element,
    heading_level,
    made,
    notes_in,
    read_page,
    words_of,
)

_CHAPTER_LEVEL = 2  # the page's title is its one h1
_RUN_OR_SHOWN = ("", "module", "text/css", "text/javascript")  # and not data for search engines


@dataclass(frozen=True)
class Chapter:
    """A chapter: its heading, and the blocks below it up to the next chapter.

    ``id`` is the heading's, by which the chapter is gone to; ``classes`` are those of the section
    around it.
    """

    id: str
    heading: Element
    classes: str
    blocks: tuple[Element, ...]

    @property
    def title(self) -> str:
        """The heading's words with a full stop after the number: "3. Children in care"."""
        number, words = self.heading.get("data-number"), words_of(self.heading)
        return f"{number}. {words.removeprefix(number).strip()}" if number else words

    def elements(self) -> tuple[Element, ...]:
        """The heading and the blocks."""
        return (self.heading, *self.blocks)

    def section(self, *content: Element) -> Element:
        """A section as that around the chapter, with this in it."""
        frame = made("section", "\n", *content)
        if self.classes:
            frame.set("class", self.classes)
        frame.tail = "\n"
        return frame


@dataclass(frozen=True)
class Single:
    """The single page: what stands around its main part, and that part in pieces.

    ``shell`` is the page without style, script, policy, and with an empty main part; ``front`` is
    what its main part has before the first chapter. Notes stand with what refers to them. ``style``
    and ``script`` are their texts, ``files`` what it held as data, fonts included, and what it led
    to beside it, by name.
    """

    shell: Element
    front: tuple[Element, ...]
    chapters: tuple[Chapter, ...]
    style: str
    script: str
    files: Mapping[str, bytes]

    @property
    def title(self) -> str:
        return words_of(next(self.shell.iter("h1")))

    @property
    def description(self) -> str:
        found = next(
            (one for one in self.shell.iter("meta") if one.get("name") == "description"), None
        )
        return "" if found is None else " ".join(found.get("content").split())

    def before_chapters(self) -> Iterator[Element]:
        """Dates and downloads of the cover, notices, the contents, and what the front has.

        Not the title, the logo and the council, nor the footer: where these are wanted, they are
        taken with the shell.
        """
        main = main_of(self.shell)
        for element in self.shell.find("body"):
            if element.tag == "footer" or "skip-link" in element.classes:
                continue
            if element.tag == "header":
                title = next(element.iter("h1"), None)
                yield from [] if title is None else title.itersiblings()
            elif element is main or main in element.iterdescendants():
                yield from list(main.itersiblings(preceding=True))[::-1]
            elif not element.get("aria-hidden"):
                yield element
        yield from self.front


def take_apart(page: bytes, beside: Beside) -> Single:
    """The single page in its pieces.

    Raises EngineError where it has no main part or no chapter, or names a file that is not there.
    """
    root = read_page(page)
    files = Files()
    take_out_files(root, files, beside)
    main = main_of(root)
    notes = _take_notes(main)
    front, chapters = _cut(list(main))
    if not chapters:
        raise EngineError("the web page has no chapter, so that no pages can be made of it.")
    for child in list(main):
        main.remove(child)
    main.text = "\n"
    style = take_out_of_style(_take_texts(root, "style"), files)
    script = _take_texts(root, "script")
    for policy in [each for each in root.iter("meta") if each.get("http-equiv")]:
        policy.drop_tree()
    return Single(
        shell=root,
        front=_with_notes(front, notes),
        chapters=tuple(
            replace(chapter, blocks=_with_notes(chapter.elements(), notes)[1:])
            for chapter in chapters
        ),
        style=style,
        script=script,
        files=files.all(),
    )


def main_of(root: Element) -> Element:
    """The page's main part."""
    found = next(root.iter("main"), None)
    if found is None:
        raise EngineError("the web page has no main part.")
    return found


def contents_of(root: Element) -> Element | None:
    """The list of contents, if the page has one."""
    return next((nav for nav in root.iter("nav") if "contents" in nav.classes), None)


def _cut(blocks: list[Element]) -> tuple[list[Element], list[Chapter]]:
    """What stands before the first chapter, and the chapters."""
    front: list[Element] = []
    chapters: list[Chapter] = []
    for block, classes in _laid_open(blocks):
        block.tail = "\n"
        if heading_level(block) == _CHAPTER_LEVEL:
            block.set("id", block.get("id") or file_words(words_of(block)))
            chapters.append(Chapter(block.get("id"), block, classes, ()))
        elif chapters:
            last = chapters[-1]
            chapters[-1] = replace(last, blocks=(*last.blocks, block))
        else:
            front.append(block)
    return front, chapters


def _laid_open(blocks: list[Element], classes: str = "") -> Iterator[tuple[Element, str]]:
    """The blocks, without the sections that hold a chapter or several, and these sections' classes.

    A section's id, where its heading has none, becomes the heading's.
    """
    for block in blocks:
        held = next((each for each in block.iter("h2") if each is not block), None)
        if held is None:
            yield block, classes
            continue
        if block.get("id") and not held.get("id"):
            held.set("id", block.get("id"))
        yield from _laid_open(list(block), block.get("class", ""))


def _take_notes(main: Element) -> Element | None:
    """The notes at the page's end, taken out of it, each with the number that it had."""
    notes = next((each for each in main.iter() if each.get("role") == "doc-endnotes"), None)
    if notes is None:
        return None
    notes.drop_tree()
    notes.attrib.pop("id", None)
    for number, note in enumerate(notes_in(notes), start=1):
        note.set("value", str(number))
    return notes


def _with_notes(blocks: Sequence[Element], notes: Element | None) -> tuple[Element, ...]:
    """The blocks with those of the notes that they refer to, at their end."""
    wanted = {
        link.get("href", "#")[1:]
        for block in blocks
        for link in block.iter("a")
        if link.get("role") == "doc-noteref"
    }
    if notes is None or not wanted:
        return tuple(blocks)
    own = deepcopy(notes)
    for note in notes_in(own):
        if note.get("id") not in wanted:
            note.drop_tree()
    return (*blocks, own)


def _take_texts(root: Element, tag: str) -> str:
    """What the page's style sheets, or its scripts, say; they are taken out of it."""
    said = []
    for element in list(root.iter(tag)):
        if element.get("type", "") in _RUN_OR_SHOWN:
            said.append((element.text or "").strip("\n"))
            element.drop_tree()
    return "".join(f"{text}\n" for text in said)
