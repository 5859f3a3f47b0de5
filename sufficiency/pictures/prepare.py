"""Finds each entry's file, looks at it, and makes the picture that is printed."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from sufficiency.content import PictureEntry, Shelf
from sufficiency.pictures.drawing import clean_drawing
from sufficiency.pictures.encode import PictureBroken, encode, made_by
from sufficiency.pictures.header import recognise, size_of
from sufficiency.pictures.permitted import what_it_lacks
from sufficiency.pictures.picture import Picture
from sufficiency.problems import Code, Location, Problem, Severity, nearest
from sufficiency.remember import Remember
from sufficiency.sources.shape import PICTURE_KINDS, PICTURES

PICTURE_MISSING = Code(
    "PICTURE-MISSING",
    "A picture's file does not exist",
    "strategy/pictures.yml names a file that is not in the folder strategy/pictures.",
    "Put the file into strategy/pictures, or correct its name; capital letters count.",
    "file: town.jpg        # the folder holds Town.JPG",
    mended="file: Town.JPG",
)
PICTURE_PATH = Code(
    "PICTURE-PATH",
    "A picture is named by a place outside strategy/pictures",
    "Pictures are kept with the strategy, so that it can be built on any computer and no picture "
    "changes unseen.",
    "Save the picture in strategy/pictures and write its file's name alone.",
    "file: C:\\Users\\me\\town.jpg",
    mended="file: town.jpg        # copied into strategy/pictures",
)
PICTURE_FORMAT = Code(
    "PICTURE-FORMAT",
    "A picture is of a kind that cannot be used, or not of the kind that its name says",
    "Web pages, PDF and Word have three kinds in common: PNG, JPEG and SVG.",
    "Open it in Paint or another picture program and save it as PNG or JPEG. Renaming the file "
    "does not change its kind.",
    "file: town.heic",
    mended="file: town.jpg        # saved again as JPEG",
)
PICTURE_LARGE = Code(
    "PICTURE-LARGE",
    "A picture has too many pixels",
    "Print shows about 1,400 pixels across a page; more than 20 million slow the build down and "
    "may bring the computer to a halt.",
    "Open it in Paint, choose Resize, set about 2,000 pixels across, and save it.",
    "file: poster.png      # 12,000 by 9,000 pixels",
    mended="file: poster.png      # made smaller: 2,000 by 1,500 pixels",
)
PICTURE_BROKEN = Code(
    "PICTURE-BROKEN",
    "A picture's file is broken",
    "It could not be read to its end; often it was cut short when it was copied or downloaded.",
    "Copy or download it again, and look whether it opens in a picture program.",
    "file: town.jpg        # half of it was copied",
    mended="file: town.jpg        # copied again, whole",
)
PICTURE_UNSAFE = Code(
    "PICTURE-UNSAFE",
    "A drawing (SVG) holds more than shapes",
    "An SVG can run scripts, fetch files and need fonts that a reader's computer lacks.",
    "Save it as PNG, about 1,400 pixels wide, from the program that drew it; or export a plain SVG "
    "with its words turned into shapes (paths).",
    "<svg><script>…</script><text>Homes</text></svg>",
    mended='<svg><path d="…"/></svg>       # words turned into shapes',
)
PICTURE_UNLISTED = Code(
    "PICTURE-UNLISTED",
    "A picture stands in the folder and strategy/pictures.yml does not name it",
    "Nothing shows it; perhaps its entry was forgotten.",
    "List it in strategy/pictures.yml, or move the file out of strategy/pictures.",
    "strategy/pictures/town.jpg     # and nothing in pictures.yml",
    Severity.WARNING,
    mended="pictures:\n  town:\n    file: town.jpg\n    alt: A market square with a clock tower",
)

MOST_PIXELS = 20_000_000


def prepare_pictures(
    entries: Shelf[PictureEntry],
    files: Mapping[str, bytes],
    unread: frozenset[str],
    remember: Remember,
    too_large: Mapping[str, Problem] = MappingProxyType({}),
    named_elsewhere: Collection[str] = (),
) -> tuple[Shelf[Picture], list[Problem]]:
    """Every picture that can be printed, and what is wrong with the others.

    Args:
        entries: What pictures.yml says.
        files: The bytes of all pictures below strategy/pictures, by path.
        unread: Paths whose files could not be read, which has been reported.
        remember: Keeps what is slow to make.
        too_large: Those of ``unread`` that are a problem only where an entry names them.
        named_elsewhere: Paths that another file than pictures.yml names.
    """
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    named = set(named_elsewhere)
    for id, entry in entries.entries.items():
        path, found = _find(entry, files, unread)
        # A file whose name is misspelt is named all the same, by the offer of its right name.
        named |= {path} if path else {_near(entry, files)}
        problems += [*found, *(told for at, told in too_large.items() if at == path)]
        lacking = list(what_it_lacks(entry))
        problems += lacking
        if path is not None and path in files and not lacking:
            picture, found = _prepare(id, entry, files[path], remember)
            problems += found
            if picture is not None:
                pictures[id] = picture
    if entries.complete and not entries.broken:
        problems += _unlisted([*files, *too_large], named)
    broken = entries.broken | (entries.entries.keys() - pictures.keys())
    return Shelf(pictures, broken, entries.complete), problems


def _find(
    entry: PictureEntry, files: Mapping[str, bytes], unread: frozenset[str]
) -> tuple[str | None, list[Problem]]:
    """The project's path of an entry's file; None where there is no such file."""
    name = str(entry.file)
    if re.match(r"[a-zA-Z][\w+.-]*:|[/\\~]", name) or ".." in re.split(r"[/\\]", name):
        message = f'"{name}" is not a file in strategy/pictures.'
        return None, [Problem(PICTURE_PATH, entry.file.at, message, PICTURE_PATH.mend)]
    path = PICTURES + name
    if path in files or path in unread:
        return path, []
    ending = PurePosixPath(name).suffix.lower()
    near = _near(entry, files).removeprefix(PICTURES)
    message = f'the picture "{name}" is not in strategy/pictures.'
    mend = PICTURE_MISSING.mend
    if near:
        mend = f'Did you mean "{near}"?'
        if near.casefold() == name.casefold():
            mend += " Capital letters count."
    elif ending not in PICTURE_KINDS:
        mend += " Only PNG, JPEG and SVG can be used."
    return None, [Problem(PICTURE_MISSING, entry.file.at, message, mend)]


def _near(entry: PictureEntry, files: Mapping[str, bytes]) -> str:
    """The path of the file that an entry probably means; empty where there is none like it."""
    by_name = {path.removeprefix(PICTURES): path for path in files}
    stem = re.sub(r"^(strategy[/\\])?pictures[/\\]", "", str(entry.file))
    near = stem if stem in by_name else nearest(stem, by_name)
    return by_name[near] if near else ""


def _prepare(
    id: str, entry: PictureEntry, data: bytes, remember: Remember
) -> tuple[Picture | None, list[Problem]]:
    problem = _unlike_its_name(entry, data)
    if problem is not None:
        return None, [problem]
    try:
        if recognise(data) == "SVG":
            return _prepare_drawing(id, entry, data)
        return _prepare_pixels(id, entry, data, remember)
    except PictureBroken as error:
        why = f": {error}" if str(error) else ""
        message = f'the picture "{entry.file}" is broken or was cut short{why}.'
        return None, [Problem(PICTURE_BROKEN, entry.file.at, message, PICTURE_BROKEN.mend)]


def _unlike_its_name(entry: PictureEntry, data: bytes) -> Problem | None:
    """The problem of a file that is empty, or not of the kind that its name says."""
    if not data:
        message = f'the file "{entry.file}" is empty.'
        return Problem(PICTURE_BROKEN, entry.file.at, message, PICTURE_BROKEN.mend)
    ending = PurePosixPath(entry.file).suffix
    said, found = PICTURE_KINDS.get(ending.lower()), recognise(data)
    if said == found and said is not None:
        return None
    mend = PICTURE_FORMAT.mend
    if found in PICTURE_KINDS.values():
        right = next(end for end, kind in PICTURE_KINDS.items() if kind == found)
        message = f'the file "{entry.file}" is {found}, though its name does not end in {right}.'
        mend = f"Let its name end in {right}, here and in the folder."
    elif found is not None and said is not None:
        message = f'the file "{entry.file}" is not {said}, as its name says, but {found}.'
    elif said is not None:
        message = f'the file "{entry.file}" is no picture that can be read, whatever its name says.'
    else:
        message = f'the file "{entry.file}" is not PNG, JPEG or SVG.'
    return Problem(PICTURE_FORMAT, entry.file.at, message, mend)


def _prepare_pixels(
    id: str, entry: PictureEntry, data: bytes, remember: Remember
) -> tuple[Picture | None, list[Problem]]:
    size = size_of(data)
    if size is None:
        raise PictureBroken
    if size[0] * size[1] > MOST_PIXELS:
        message = (
            f'the picture "{entry.file}" has {size[0] * size[1] / 1_000_000:,.0f} million pixels '
            f"({size[0]:,} by {size[1]:,}); {MOST_PIXELS // 1_000_000} million is the most."
        )
        return None, [Problem(PICTURE_LARGE, entry.file.at, message, PICTURE_LARGE.mend)]
    as_jpeg = entry.kind == "photograph" or recognise(data) == "JPEG"
    key = hashlib.sha256(f"{made_by()} {as_jpeg} ".encode() + data).hexdigest()
    made = remember(f"picture-{key}", lambda: encode(data, as_jpeg=as_jpeg))
    width, height = size_of(made) or size
    return Picture(id, entry, made, "jpg" if as_jpeg else "png", width, height), []


def _prepare_drawing(
    id: str, entry: PictureEntry, data: bytes
) -> tuple[Picture | None, list[Problem]]:
    drawing, faults = clean_drawing(data)
    if drawing is None:
        told = "; ".join(f"{what} (line {line})" for what, line in _first_of_each(faults))
        message = f'the drawing "{entry.file}" holds {told}.'
        return None, [Problem(PICTURE_UNSAFE, entry.file.at, message, PICTURE_UNSAFE.mend)]
    return Picture(id, entry, drawing.data, "svg", drawing.width, drawing.height), []


def _first_of_each(faults: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each kind of fault with the first line that has it; forty lines of text are one fault."""
    lines: dict[str, int] = {}
    for what, line in faults:
        lines.setdefault(what, line)
    yield from lines.items()


def _unlisted(files: Collection[str], named: set[str]) -> Iterator[Problem]:
    for path in files:
        if path not in named:
            message = "no entry of strategy/pictures.yml names this picture."
            yield Problem(PICTURE_UNLISTED, Location(path), message, PICTURE_UNLISTED.mend)
