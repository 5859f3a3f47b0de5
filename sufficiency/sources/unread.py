"""What stands in a project's folder and nothing reads, though somebody meant something by it.

Notes and sources that stand beside the folders of sections and priorities are let be, and so is a
text without the beginning of a section.
"""

import re
from collections.abc import Collection, Iterator
from itertools import dropwhile
from pathlib import Path, PurePosixPath

from sufficiency.problems import Cause, Code, Location, Problem, Severity, nearest
from sufficiency.sources.files import EXTRACTS, TEXT_ENDINGS
from sufficiency.sources.plain_words import plain_words
from sufficiency.sources.shape import (
    DATA,
    FOLDERS,
    OTHER_PICTURES,
    PICTURE_KINDS,
    PICTURES,
    PRIORITIES,
    SECTIONS,
    YAML_FILES,
)

FILE_UNKNOWN = Code(
    "FILE-UNKNOWN",
    "A file has a name that means nothing here",
    "Nothing reads it: what it says would be left out of the strategy without a word.",
    "Give the file a name that is read, such as strategy/figures.yml, or move it out of the "
    "folder.",
    "strategy/figure.yml",
    mended="strategy/figures.yml",
    cause=Cause.FILE,
)
FILE_UNREAD = Code(
    "FILE-UNREAD",
    "A file stands where files of its kind are not read",
    "What it says is left out of the strategy. A section that came as a Word file, or an extract "
    "that was saved beside the text, is easily missed.",
    "Put it where the message says, or copy what belongs into the strategy into a file that is "
    "read. Move what is only kept out of the folder.",
    "strategy/sections/40-homes.docx",
    Severity.WARNING,
    mended="strategy/sections/40-homes.md",
    cause=Cause.FILE,
)
READ_ENDINGS = (*TEXT_ENDINGS, *EXTRACTS)
BY_NOTEPAD = tuple(f"{ending}.txt" for ending in READ_ENDINGS)
"""What Notepad makes of these endings unless it is told to save as "All files"."""


def tell_unread(path: str, data: bytes = b"", taken: Collection[str] = ()) -> Iterator[Problem]:
    """What is told of a file that is no section, priority, extract or picture of the project.

    ``data`` are its bytes, where it is a text. ``taken`` are the paths of files that exist: whoever
    gave this file the name of another would lose that.
    """
    ending = PurePosixPath(path).suffix.lower()
    if path.lower().endswith(BY_NOTEPAD) or ending in (".yml", ".yaml"):
        mend = _other_name(path, taken)
        yield Problem(FILE_UNKNOWN, Location(path), "nothing reads a file of this name.", mend)
    elif ending in EXTRACTS:
        what = "an extract is read from the folder data alone."
        yield _unread(path, what, f"Move it to {DATA} and list it in {DATA}catalogue.yml.")
    elif path.startswith((SECTIONS, PRIORITIES)):
        yield _unread(path, *_among_texts(path, ending))
    elif ending == ".md" and not path.startswith(DATA) and _BEGINNING.match(data):
        what = f"a section is read from {SECTIONS.rstrip('/')} alone."
        yield _unread(path, what, "Move it there; if it is only kept, delete its front matter.")


def folders_named_as_files(root: Path) -> list[str]:
    """The paths of folders that have the name of a file which would be read."""
    places = (root, *(root / folder for folder in (*FOLDERS, SECTIONS, PRIORITIES)))
    found = {
        path.relative_to(root).as_posix()
        for place in places
        if place.is_dir()
        for path in place.iterdir()
        if path.name.lower().endswith(READ_ENDINGS) and path.is_dir()
    }
    return sorted(path for path in found if path in YAML_FILES or "/" in path)


def tell_misnamed(root: Path) -> Iterator[Problem]:
    """What is told of folders that are named as files, and of settings and a brand that stand
    beside the folders under another name.

    Quarto and others take more names than one: nobody would learn why nothing changed.
    """
    yield from map(_folder_not_file, folders_named_as_files(root))
    there = {path.name: path for path in sorted(root.glob("*"))}
    for name, path in there.items():
        found = _BESIDE_THE_FOLDERS.fullmatch(name)
        right = f"_{found[1].lower()}.yml" if found else ""
        if found and name != right and not path.is_dir():
            message = f'this file is not read: only one called "{right}" is.'
            mend = f'Rename it to "{right}".'
            if right in there:
                mend = f'"{right}" exists already: copy into that one what belongs there, and '
                mend += "delete this."
            elif name.lower().endswith(BY_NOTEPAD):
                mend += ' In Notepad save as "All files".'
            yield Problem(FILE_UNKNOWN, Location(name), message, mend)


def _folder_not_file(path: str) -> Problem:
    message = "this is a folder, where a file of this name is read."
    mend = (
        "Rename the folder. If it holds the file that was meant, move that one to where the folder "
        f'stands, and call it "{PurePosixPath(path).name}".'
    )
    return Problem(FILE_UNKNOWN, Location(path), message, mend)


_BESIDE_THE_FOLDERS = re.compile(r"_?(brand|quarto)\.ya?ml(?:\.txt)?", re.IGNORECASE)

# A line of three hyphens alone may be a rule above a note.
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*(?:\r\n?+|\n)(?:(?!---)[^\r\n]*+(?:\r\n?+|\n))*?title[ \t]*:"
)


def _other_name(path: str, taken: Collection[str]) -> str:
    """How to mend the name of a file of keys, or the folder that it stands in."""
    file = PurePosixPath(path)
    is_by_notepad = path.lower().endswith(BY_NOTEPAD)
    meant: str | None
    if is_by_notepad:
        meant = str(file.with_suffix(""))
        mend = f'Rename it to "{file.stem}". In Notepad save as "All files".'
    elif path.startswith(PRIORITIES):
        meant, mend = str(file.with_suffix(".yml")), "Let its name end in .yml."
    elif path.startswith(SECTIONS) or file.name[0].isdecimal():
        meant, free = None, f"{PRIORITIES}{file.stem}.yml"
        there = f'to "{free}"'
        if free in taken:
            there = f"to {PRIORITIES.rstrip('/')}, with a name that none has there"
        mend = f"If it is a priority, move it {there}. A section's file ends in .md."
    else:
        meant = nearest(path, YAML_FILES)
        mend = f'Should it be "{meant}"?' if meant else FILE_UNKNOWN.mend
    if meant in taken:
        mend = f'"{meant}" exists already: copy into that one what belongs there, and delete this.'
    return mend


def _unread(path: str, what: str, mend: str) -> Problem:
    return Problem(FILE_UNREAD, Location(path), f"nothing reads this file: {what}", mend)


def _among_texts(path: str, ending: str) -> tuple[str, str]:
    """Why a file among the sections or the priorities is not read, and what to do with it."""
    folder = SECTIONS if path.startswith(SECTIONS) else PRIORITIES
    kind, number, read = (
        ("section", "40", ".md") if folder == SECTIONS else ("priority", "2", ".yml")
    )
    what = f"a {kind}'s file ends in {read}."
    if ending in (*PICTURE_KINDS, *OTHER_PICTURES):
        return what, f"Move it to {PICTURES} and list it in strategy/pictures.yml."
    words = plain_words(PurePosixPath(path).stem)
    if words and words[0].isdecimal():
        number = words[0]
    id = list(dropwhile(lambda word: word[0].isdecimal(), words)) or ["homes"]
    name = f"{'-'.join([number, *id])}{read}"
    mend = f'If it is a {kind}, copy its text into a file such as "{name}"'
    return what, f"{mend}; if it is only kept, move it out of {folder.rstrip('/')}."
