"""Where a PDF's words stand: each within its page's margins, and none upon another."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html

from tests.audits import tools

MARGIN = 2.0  # points of paper; the marks of a draft's problems stand close to its edge
TALL = 60.0  # points: the word DRAFT lies under every page of a draft
TOUCHING = 1.5  # points that boxes of neighbours may share


class Box(NamedTuple):
    """A word and its box, in points from the page's left and upper edges."""

    left: float
    top: float
    right: float
    bottom: float
    word: str

    @property
    def height(self) -> float:
        return self.bottom - self.top


def audit(path: Path) -> list[str]:
    """A fault for each word that leaves its page, and for each that lies upon another."""
    report = tools.run([tools.poppler("pdftotext"), "-bbox", path, "-"]).stdout
    pages = html.document_fromstring(report.encode()).findall(".//page")
    if not any(page.findall(".//word") for page in pages):
        raise RuntimeError(f"pdftotext found no word in {path.name}")
    return [
        f"page {number}: {fault}"
        for number, page in enumerate(pages, start=1)
        for fault in _page(page)
    ]


def _page(page: html.HtmlElement) -> Iterator[str]:
    width, height = float(page.get("width", 0)), float(page.get("height", 0))
    boxes = [_box(word) for word in page.findall(".//word")]
    boxes = sorted(box for box in boxes if box.height < TALL)
    for place, box in enumerate(boxes):
        if min(box.left, box.top, width - box.right, height - box.bottom) < MARGIN:
            yield f'"{box.word}" runs off the page'
        for other in boxes[place + 1 :]:
            if other.left > box.right - TOUCHING:
                break
            if _shared(box, other) > min(box.height, other.height) / 2:
                yield f'"{other.word}" lies upon "{box.word}"'


def _box(word: html.HtmlElement) -> Box:
    left, top, right, bottom = (
        float(word.get(side, 0)) for side in ("xmin", "ymin", "xmax", "ymax")
    )
    return Box(left, top, right, bottom, word.text or "")


def _shared(box: Box, other: Box) -> float:
    """The height that both take."""
    return min(box.bottom, other.bottom) - max(box.top, other.top)
