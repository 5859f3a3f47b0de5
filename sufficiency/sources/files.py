"""Finds the files of a project's folder and reads their bytes, of each once.

Tells what it does not read: a link out of the project, a file that is held or too large.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from sufficiency.problems import Cause, Code, Location, Problem
from sufficiency.sources.litter import is_passed_over
from sufficiency.sources.shape import (
    FONT_ENDINGS,
    FONTS,
    OTHER_PICTURES,
    PICTURE_KINDS,
    PICTURES,
)
from sufficiency.sources.workbook import OLD_WORKBOOKS, WORKBOOKS

FILE_LOCKED = Code(
    "FILE-LOCKED",
    "A file cannot be opened",
    "Another program holds it, or you may not read it.",
    "Close the program that has it open (often Excel or Word), and try again.",
    "data/children.csv is open in Excel",
    mended="data/children.csv is closed",
    cause=Cause.FILE,
)
FILE_LARGE = Code(
    "FILE-LARGE",
    "A file is too large to be read",
    "No picture in print needs so many bytes, no text and no table of figures; reading it could "
    "bring the computer to a halt.",
    "Open a picture in Paint or another picture program, make it about 2,000 pixels wide and save "
    "it as JPEG. Part a text into several sections, each in a file of its own. Export an extract "
    "again with only the rows and columns that are needed.",
    "strategy/pictures/poster.png   # 80 MB",
    mended="strategy/pictures/poster.png   # made smaller: 1 MB",
)
FILE_LINK = Code(
    "FILE-LINK",
    "A link leads out of the project, to another folder or to nothing",
    "A strategy is built from what stands in its own folder. What a link leads to may stand "
    "elsewhere on this computer, and not at all on another.",
    "Delete the link, and copy the file or folder itself to where it stood if it is needed.",
    "strategy/sections/30-homes.md   # a link to a file in another folder",
    mended="strategy/sections/30-homes.md   # a copy of that file",
    cause=Cause.FILE,
)
EXTRACTS = (".csv", *WORKBOOKS, *OLD_WORKBOOKS)
TEXT_ENDINGS = (".yml", ".yaml", ".md")
_LARGEST_PICTURE, _LARGEST_EXTRACT, _LARGEST_TEXT = 50_000_000, 20_000_000, 250_000  # bytes
_TEMPLATES, _LARGEST_TEMPLATE = "templates/", 20_000_000  # bytes
_FEWER_PICTURES = (
    "If it is a Word template, delete its text and the pictures in it that no header or footer "
    "needs."
)
_RESIZE = (
    "Open the picture in Paint or another picture program, make it about 2,000 pixels wide and "
    "save it as JPEG."
)
EXPORT_LESS = (
    "Export it again with only the years, places and columns that are needed; or open it in "
    "Excel, delete the other rows and columns, and save it."
)
_PART = "Delete what does not belong there, or part it: a section may have several files."


def read_files(
    root: Path, folders: Collection[str], is_wanted: Callable[[str], bool]
) -> tuple[dict[str, bytes], set[str], list[Problem]]:
    """The bytes of every wanted file by its path; the paths of those not read, and why."""
    files: dict[str, bytes] = {}
    unread: set[str] = set()
    problems: list[Problem] = []
    inside = dict(find_files(root, folders))
    for path, file in _find(root, folders):
        if not (is_wanted(path) or file.is_dir()):
            continue
        try:
            problem = _linked(path, file) if path not in inside else too_large(path, file)
            if problem is None:
                files[path] = file.read_bytes()
        except OSError:
            message = "the file cannot be opened."
            problem = Problem(FILE_LOCKED, Location(path), message, FILE_LOCKED.mend)
        if problem is not None:
            problems.append(problem)
            unread.add(path)
    return files, unread, problems


def find_files(root: Path, folders: Collection[str]) -> list[tuple[str, Path]]:
    """The files in folders of the project with their paths in it, in the order of the paths.

    What a link brings in from outside is none of them.
    """
    inside = root.resolve()
    return [
        (path, file)
        for path, file in _find(root, folders)
        if file.is_file() and file.resolve().is_relative_to(inside)
    ]


def is_picture(path: str) -> bool:
    """Whether a file is a picture, of a kind that can be printed or not, where pictures stand."""
    return path.startswith(PICTURES) and path.lower().endswith((*PICTURE_KINDS, *OTHER_PICTURES))


def is_font(path: str) -> bool:
    """Whether a file is a font, where fonts stand."""
    return path.startswith(FONTS) and path.lower().endswith(FONT_ENDINGS)


def _find(root: Path, folders: Collection[str]) -> list[tuple[str, Path]]:
    """What stands in the folders and is none itself: files, and links to whatever. A file among
    ``folders`` stands for itself.

    ``folders`` may name a file too.

    A folder that is a link is not looked into, but for one of ``folders`` that leads to another
    of the project.
    """
    inside = root.resolve()
    found: list[Path] = []
    for top in (root / folder for folder in folders):
        is_inside = top.resolve().is_relative_to(inside)
        found += top.rglob("*") if is_inside and not top.is_file() else [top]
    return sorted(
        (path.relative_to(root).as_posix(), path)
        for path in found
        if (path.is_symlink() or path.is_file()) and not is_passed_over(path.relative_to(root))
    )


def _linked(path: str, file: Path) -> Problem:
    message = "this is a link to a place outside the project, and is not read."
    if file.is_dir():
        message = "this is a link to another folder, and is not read."
    elif not file.exists():
        message = "this is a link to a file that is not there."
    return Problem(FILE_LINK, Location(path), message, FILE_LINK.mend)


def too_large(path: str, file: Path) -> Problem | None:
    """The problem of a picture, an extract or a text of too many bytes; for whom it is one, those
    say who know what is read."""
    size = file.stat().st_size
    megabytes = f"{size / 1_000_000:,.0f} MB"
    if is_picture(path) and size > _LARGEST_PICTURE:
        most = f"{_LARGEST_PICTURE // 1_000_000} MB is the most"
        message = f"the picture's file has {megabytes}; {most}."
        return Problem(FILE_LARGE, Location(path), message, _RESIZE)
    if path.startswith(_TEMPLATES) and size > _LARGEST_TEMPLATE:
        message = f"the template has {megabytes}; {_LARGEST_TEMPLATE // 1_000_000} MB is the most."
        return Problem(FILE_LARGE, Location(path), message, _FEWER_PICTURES)
    if path.lower().endswith(EXTRACTS) and size > _LARGEST_EXTRACT:
        most = f"{_LARGEST_EXTRACT // 1_000_000} MB is the most"
        return Problem(
            FILE_LARGE, Location(path), f"the file has {megabytes}; {most}.", EXPORT_LESS
        )
    if path.lower().endswith(TEXT_ENDINGS) and size > _LARGEST_TEXT:
        most = f"{_LARGEST_TEXT // 1_000} kB (about 40,000 words) is the most"
        message = f"the file has {size / 1_000:,.0f} kB of text; {most}."
        return Problem(FILE_LARGE, Location(path), message, _PART)
    return None
