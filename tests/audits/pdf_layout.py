"""How a PDF's pages are laid out: nothing alone at a page's foot, and no page left half empty.

What belongs together is known from the structure tree, which says on which page each piece of text
stands; how full a page is, from the page as it is drawn. Pages are counted from 1.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pikepdf
from pikepdf import Array, Dictionary
from PIL import Image

from tests.audits import tools

DOTS_PER_INCH = 36
MARGIN_TOP, MARGIN_BOTTOM = 26, 23  # millimetres, with the running heads and feet
INK = 215  # a lighter grey is a tint or a water mark
MOST_EMPTY = 1 / 3
HIGH_ON_A_PAGE = 0.8  # of its height: a chapter's title here is at the page's top
HEADING = r"/H\d?"
CELL = "/T[HD]"


Element = tuple[str, tuple[int, int]]  # its role, and the number of its object


@dataclass(frozen=True)
class Piece:
    """A piece of text or a picture: its page, and the elements around it, outermost first."""

    page: int
    around: tuple[Element, ...]

    def within(self, role: str) -> Element | None:
        """The innermost element of that role around it; a pattern."""
        named = [element for element in self.around if re.fullmatch(role, element[0])]
        return named[-1] if named else None


@dataclass(frozen=True)
class Chapter:
    """Where a bookmark of the first level leads; ``height`` is 1 at a page's top, 0 at its foot."""

    page: int
    height: float


def audit(path: Path) -> list[str]:
    """Faults of what is parted, of empty pages, and of pages that do not say their number."""
    with pikepdf.open(path) as pdf:
        pieces = list(_pieces(pdf))
        empty = _emptiness(path)
        chapters = list(_chapters(pdf))
        is_wide = [_is_wide(page) for page in pdf.pages]
    half_empty = _half_empty(empty, chapters, is_wide)
    return [*_parted(pieces), *half_empty, *_unnumbered(path, len(empty))]


def _parted(pieces: list[Piece]) -> Iterator[str]:
    """What ends a page and belongs to what begins the next."""
    for piece, following in pairwise(pieces):
        if piece.page != following.page and (fault := _fault_between(piece, following)):
            yield f"page {piece.page}: {fault}"


def _fault_between(piece: Piece, following: Piece) -> str:
    if piece.within(HEADING):
        return "a heading stands alone at its foot"
    if following.within("/Table") is None:
        return ""
    if piece.within("/Caption"):
        return "a table's caption stands alone at its foot"
    if piece.within("/Table") != following.within("/Table"):
        return ""
    if piece.within("/THead"):
        return "a table's header stands alone at its foot"
    if piece.within("/LI") in following.around:
        return "a row of a table breaks within a bullet"
    if piece.within("/LI") is None and piece.within(CELL) == following.within(CELL):
        return "a row of a table breaks within its text"
    return ""


def _half_empty(empty: list[float], chapters: list[Chapter], is_wide: list[bool]) -> Iterator[str]:
    first_page = min((chapter.page for chapter in chapters), default=1)
    tops = {chapter.page for chapter in chapters if chapter.height > HIGH_ON_A_PAGE}
    for page, share in enumerate(empty, start=1):
        is_before = page < first_page  # the cover and the contents
        is_last = page == len(empty) or page + 1 in tops
        if share > MOST_EMPTY and not (is_before or is_last or is_wide[page]):
            yield f"page {page}: {share:.0%} of it is empty"


def _unnumbered(path: Path, count: int) -> Iterator[str]:
    said = tools.run([tools.poppler("pdftotext"), "-layout", path, "-"]).stdout.split("\f")
    for page in range(2, count + 1):
        if f"Page {page} of {count}" not in said[page - 1]:
            yield f'page {page}: it does not say "Page {page} of {count}"'


def _pieces(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    """Every piece in the order in which it is read."""
    pages = _page_numbers(pdf)

    def walk(kid: Any, around: tuple[Element, ...], page: Any) -> Iterator[Piece]:
        if isinstance(kid, Array):
            for one in kid:
                yield from walk(one, around, page)
        elif isinstance(kid, Dictionary) and "/S" in kid:
            inside = (*around, (str(kid.S), kid.objgen))
            yield from walk(kid.get("/K", Array()), inside, kid.get("/Pg", page))
        elif not isinstance(kid, Dictionary):  # the number of a piece of the page's content
            yield Piece(pages[page.objgen], around)
        elif kid.get("/Type") == "/MCR":
            yield Piece(pages[kid.get("/Pg", page).objgen], around)

    yield from walk(pdf.Root.StructTreeRoot.K, (), None)


def _page_numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}


def _chapters(pdf: pikepdf.Pdf) -> Iterator[Chapter]:
    pages = _page_numbers(pdf)
    with pdf.open_outline() as outline:
        for item in outline.root:
            page, _, _, top, _ = cast("Array", item.destination)
            yield Chapter(pages[page.objgen], float(top) / float(page.MediaBox[3]))


def _is_wide(page: pikepdf.Page) -> bool:
    _, _, width, height = (float(edge) for edge in page.mediabox)
    return width > height


def _emptiness(path: Path) -> list[float]:
    """Of each page, the largest part that holds nothing, as a share of the room for text."""
    with tempfile.TemporaryDirectory() as folder:
        command = [tools.poppler("pdftoppm"), "-gray", "-r", str(DOTS_PER_INCH)]
        tools.run([*command, path, Path(folder) / "page"])
        shares = []
        for file in sorted(Path(folder).iterdir()):
            with Image.open(file) as page:
                shares.append(_largest_gap(page))
        return shares


def _largest_gap(page: Image.Image) -> float:
    per_millimetre = DOTS_PER_INCH / 25.4
    first = round(MARGIN_TOP * per_millimetre)
    last = page.height - round(MARGIN_BOTTOM * per_millimetre)
    largest = gap = 0
    for row in range(first, last):
        darkest, _ = cast("tuple[int, int]", page.crop((0, row, page.width, row + 1)).getextrema())
        gap = 0 if darkest < INK else gap + 1
        largest = max(largest, gap)
    return largest / (last - first)
