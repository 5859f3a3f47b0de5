"""Reads a project's folder, each file once."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from sufficiency.problems import Cause, Code, Location, Problem, nearest
from sufficiency.sources.encodings import is_utf_16
from sufficiency.sources.files import (
    EXTRACTS,
    FILE_LARGE,
    find_files,
    is_font,
    is_picture,
    read_files,
)
from sufficiency.sources.front_matter import FRONT_MATTER, may_open, no_front_matter
from sufficiency.sources.shape import (
    BRAND,
    DATA,
    FOLDERS,
    NEEDED,
    PLACES,
    PRIORITIES,
    SECTIONS,
    SETTINGS,
    YAML_FILES,
)
from sufficiency.sources.templates import packaged_brand, resolve_templates
from sufficiency.sources.unread import (
    BY_NOTEPAD,
    FILE_UNKNOWN,
    READ_ENDINGS,
    folders_named_as_files,
    tell_misnamed,
    tell_unread,
)
from sufficiency.sources.yaml_tree import Text, YamlMapping, parse_yaml

_Held = TypeVar("_Held")

FILE_MISSING = Code(
    "FILE-MISSING",
    "A file that is needed does not exist",
    "Something names this file, or every project has one.",
    "Check the spelling of the name, capital letters included, and that the file was saved in "
    "this folder.",
    "file: unaccompanied.csv     # the folder holds Unaccompanied.csv",
    mended="file: Unaccompanied.csv",
    cause=Cause.FILE,
)
FILE_ENCODING = Code(
    "FILE-ENCODING",
    "A text file is not saved as UTF-8",
    "Accents, pound signs and quotation marks would come out wrong.",
    "In Notepad choose Save as, and UTF-8 under Encoding.",
    "facts.yml saved in Notepad with the encoding ANSI",
    mended="facts.yml saved in Notepad with the encoding UTF-8",
    cause=Cause.FILE,
)


@dataclass(frozen=True)
class MarkdownFile:
    """A section's file: its front matter, and the text below it.

    Where the front matter is not ``is_whole`` a problem has been told, and it holds those of its
    lines that can be read alone.
    """

    path: str
    front: YamlMapping
    body: Text
    is_whole: bool = True


@dataclass(frozen=True)
class Project:
    """A project as it was read: trees, texts and bytes, by path with forward slashes.

    ``files`` are all of them as they stand on disk; ``texts`` are the YAML files and sections that
    could be read, decoded, with plain line ends; ``yaml`` has the packaged brand where there is
    none; ``unreadable`` are those that could not be opened or decoded, and the YAML files that
    could not be parsed. ``large_tables`` and ``large_pictures`` were not read, each with the
    problem that it is where an entry names it.
    """

    files: Mapping[str, bytes]
    texts: Mapping[str, str]
    yaml: Mapping[str, YamlMapping]
    markdown: Mapping[str, MarkdownFile]
    tables: Mapping[str, bytes]
    pictures: Mapping[str, bytes]
    templates: Mapping[str, bytes]
    unreadable: frozenset[str] = field(default_factory=frozenset)
    large_tables: Mapping[str, Problem] = field(default_factory=dict)
    large_pictures: Mapping[str, Problem] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def inputs(self) -> dict[str, bytes]:
        """Every file that a build is made from, templates and brand included, by its path."""
        has_own = BRAND in self.files or BRAND in self.unreadable
        brand = {} if has_own else {BRAND: packaged_brand()}
        templates = {f"templates/{name}": data for name, data in self.templates.items()}
        return {**self.files, **brand, **templates}


def read_project(
    root: Path, instead: Mapping[str, bytes] | None = None
) -> tuple[Project, list[Problem]]:
    """Reads YAML, Markdown and extracts below ``strategy/`` and ``data/``, pictures and templates.

    ``instead`` are files as they would be, by path, read in the place of those on disk.
    """
    # What stands in a folder that should be a file is told with it.
    places = [name for name in PLACES if name in FOLDERS or not (root / name).is_dir()]
    files, not_read, found = read_files(root, places, _is_read)
    not_read |= set(folders_named_as_files(root))
    files = dict(sorted({**files, **(instead or {})}.items()))
    too_large = {one.at.path: one for one in found if one.code is FILE_LARGE}
    problems = [one for one in found if one.at.path not in too_large or _is_text(one.at.path)]
    problems += _tell_kept(root, places, too_large, files)
    texts, found = _read_texts(_among(files, _is_text))
    unreadable = not_read | (_among(files, _is_text).keys() - texts.decoded.keys())
    problems += [*found, *_tell_others(files), *_tell_missing(root, files)]
    problems += [*tell_misnamed(root), *_only_for_quarto(root)]
    templates, found = resolve_templates(root)
    problems += found
    project = Project(
        files=files,
        texts=texts.decoded,
        yaml=texts.yaml if BRAND in files or BRAND in unreadable else _with_brand(texts.yaml),
        markdown={**_unread_sections(unreadable), **texts.sections},
        tables=_among(files, _is_table),
        pictures=_among(files, is_picture),
        templates=templates,
        unreadable=frozenset(unreadable),
        large_tables=_among(too_large, _is_table),
        large_pictures=_among(too_large, is_picture),
        fonts=_among(files, is_font),
    )
    return project, problems


def _among(files: Mapping[str, _Held], is_one: Callable[[str], bool]) -> dict[str, _Held]:
    """Those of the files that are of a kind."""
    return {path: held for path, held in files.items() if is_one(path)}


@dataclass(frozen=True)
class _Texts:
    """What could be read of the YAML files and sections, as ``Project`` says it."""

    decoded: dict[str, str] = field(default_factory=dict)
    yaml: dict[str, YamlMapping] = field(default_factory=dict)
    sections: dict[str, MarkdownFile] = field(default_factory=dict)


def _read_texts(files: Mapping[str, bytes]) -> tuple[_Texts, list[Problem]]:
    texts = _Texts()
    problems: list[Problem] = []
    for path, data in files.items():
        text, found = _decode(data, path)
        problems += found
        if found:
            continue
        if _is_section(path):
            texts.sections[path], found = _split_front_matter(text, path)
        else:
            tree, found = parse_yaml(text, path)
            texts.yaml.update({path: tree} if tree is not None else {})
        problems += found
        if path in texts.sections or path in texts.yaml:
            texts.decoded[path] = text
    return texts, problems


def _with_brand(trees: Mapping[str, YamlMapping]) -> dict[str, YamlMapping]:
    """The trees and that of the packaged brand."""
    tree, _ = parse_yaml(packaged_brand().decode(), BRAND)
    return {**trees, **({BRAND: tree} if tree is not None else {})}


def _tell_others(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is told of files that are of no kind that is read here."""
    for path, data in files.items():
        if not any(is_one(path) for is_one in (_is_table, is_picture, is_font, _is_text)):
            yield from tell_unread(path, data, files)


def _tell_missing(root: Path, files: Collection[str]) -> Iterator[Problem]:
    for path in NEEDED:
        if path not in files and not (root / path).exists():
            yield missing_file(Location(path), path)


def _only_for_quarto(root: Path) -> Iterator[Problem]:
    """Files beside the settings from which Quarto would make documents of its own."""
    for path in sorted([*root.glob("_quarto*"), *root.glob("_metadata.y*ml")]):
        is_misnamed = path.stem == PurePosixPath(SETTINGS).stem and path.suffix != ".local"
        if not is_misnamed and path.suffix in (".yml", ".yaml", ".local"):
            message = "only Quarto reads this file, and would make other documents."
            mend = f'Move what is needed of it to "{SETTINGS}", and delete it.'
            yield Problem(FILE_UNKNOWN, Location(path.name), message, mend)


def _tell_kept(
    root: Path, places: Collection[str], too_large: Collection[str], taken: Collection[str]
) -> Iterator[Problem]:
    """What is told of files that are not read and that nothing would read."""
    for path, _ in find_files(root, places):
        is_meant = _is_text(path) or _is_table(path) or is_picture(path)
        if not _is_read(path) or (path in too_large and not is_meant):
            yield from tell_unread(path, taken=taken)


def _is_read(path: str) -> bool:
    return path.lower().endswith(READ_ENDINGS + BY_NOTEPAD) or is_picture(path) or is_font(path)


def _is_known(path: str) -> bool:
    return path in YAML_FILES or (path.startswith(PRIORITIES) and path.endswith(".yml"))


def _is_section(path: str) -> bool:
    return path.startswith(SECTIONS) and path.lower().endswith(".md")


def _is_text(path: str) -> bool:
    return _is_section(path) or _is_known(path)


def _is_table(path: str) -> bool:
    return path.startswith(DATA) and path.lower().endswith(EXTRACTS)


def _unread_sections(unreadable: Collection[str]) -> dict[str, MarkdownFile]:
    """Sections that cannot be read; a draft keeps their places."""
    return {
        path: MarkdownFile(
            path, YamlMapping(Location(path)), Text("", Location(path)), is_whole=False
        )
        for path in sorted(unreadable)
        if _is_section(path)
    }


def missing_file(at: Location, path: str, there: Collection[str] = ()) -> Problem:
    """The problem of a file that is not there, at the place that needs it.

    ``there`` are the paths of files that somebody may have meant.
    """
    near = nearest(PurePosixPath(path).name, [PurePosixPath(other).name for other in there])
    mend = f'Did you mean "{near}"?' if near else FILE_MISSING.mend
    return Problem(FILE_MISSING, at, f'the file "{path}" does not exist.', mend)


def _decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text with plain line ends; a problem names the first line that is not UTF-8."""
    if is_utf_16(data):
        message = "the file is saved as UTF-16 (Notepad calls it Unicode)."
        return "", [Problem(FILE_ENCODING, Location(path), message, FILE_ENCODING.mend)]
    try:
        text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        *lines, sound = error.object[: error.start].split(b"\n")
        place = Location(path, len(lines) + 1, len(sound.decode("utf-8")) + 1)
        message = "this line holds a character that is not UTF-8."
        return "", [Problem(FILE_ENCODING, place, message, FILE_ENCODING.mend)]
    # Line ends to YAML, and to no editor: the lines of every message below would be off.
    return text.translate(_NO_LINE_ENDS), []


_NO_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")


def _split_front_matter(text: str, path: str) -> tuple[MarkdownFile, list[Problem]]:
    found = FRONT_MATTER.match(text)
    if not found:
        problem = no_front_matter(text, path)
        nothing = YamlMapping(Location(path))
        # Front matter that is not closed cannot be told from the text below it.
        body = "" if may_open(text) else text
        return MarkdownFile(path, nothing, Text(body, Location(path)), is_whole=False), [problem]
    front, problems = parse_yaml(found["front"], path, first_line=2)
    is_whole = front is not None
    front = front or _lines_that_can_be_read(found["front"], path)
    first_line = text.count("\n", 0, found.end()) + 1
    body = Text(text[found.end() :], Location(path, first_line))
    return MarkdownFile(path, front, body, is_whole), problems


def _lines_that_can_be_read(front: str, path: str) -> YamlMapping:
    """What the lines say that are YAML by themselves: ``parent: fostering``."""
    kept = YamlMapping(Location(path))
    for number, line in enumerate(front.splitlines(), start=2):
        read, _ = parse_yaml(line, path, first_line=number)
        for key, value in (read or {}).items():
            kept[key] = value
            kept.keys_at[key] = kept.values_at[key] = Location(path, number)
    return kept
