"""The pictures in ``docs/for-authors.md``: a reader's own, taken as the page is followed.

    python -m tools.author_pictures [--into FOLDER]

A copy of the example is taken through the page's steps, as the tests do, and each picture is
taken of the documents as they stand where the page shows it.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect

from tests.audits import agreement, tools
from tests.audits.browser import opened
from tests.docs.walk import PAGE, Walk, read_steps
from tools.pictures import in_a_row, pages_of, read_png, save_small

INTO = PAGE.parent / "pictures"
WIDTH = 760  # CSS pixels: the text fills the page and is legible at full size
MARGIN = 16
PDF_HEIGHT = 680  # pixels; about as Poppler draws an A4 page of that width


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="The pictures in docs/for-authors.md.")
    parser.add_argument("--into", type=Path, default=INTO)
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)

    def look(picture: str, project: Path) -> None:
        target = options.into / Path(picture).name
        save_small(PICTURES[target.name](project / "_output"), target)
        sys.stdout.write(f"{target}: {target.stat().st_size / 1000:.0f} kB\n")

    with tempfile.TemporaryDirectory() as folder:
        Walk(Path(folder), look).take(read_steps(PAGE))


def from_to(first: str, last: str) -> Callable[[Path], Image.Image]:
    """The web page from one element to another, both by their CSS selectors, and a margin."""

    def take(output: Path) -> Image.Image:
        (page,) = output.glob("*.html")
        with opened(page, width=WIDTH) as shown:
            boxes = [shown.page.locator(each).first.bounding_box() for each in (first, last)]
            above, below = (box for box in boxes if box is not None)
            scrolled: float = shown.page.evaluate("window.scrollY")
            top = above["y"] + scrolled - MARGIN
            height = below["y"] + scrolled + below["height"] + MARGIN - top
            clip = FloatRect(x=0, y=max(top, 0), width=WIDTH, height=height)
            return read_png(shown.page.screenshot(full_page=True, clip=clip))

    return take


def top_of_the_page(output: Path) -> Image.Image:
    """What the web page shows first."""
    (page,) = output.glob("*.html")
    with opened(page, width=WIDTH) as shown:
        clip = FloatRect(x=0, y=0, width=WIDTH, height=504)
        return read_png(shown.page.screenshot(full_page=True, clip=clip))


def pages_that_say(*words: str) -> Callable[[Path], Image.Image]:
    """The PDF's pages from the last that says the first words to the last that says the others."""

    def take(output: Path) -> Image.Image:
        (pdf,) = output.glob("*.pdf")
        said = list(enumerate(texts_of_pages(pdf)))
        found = [
            max(number for number, text in said if agreement.says(text, each)) for each in words
        ]
        return in_a_row(pages_of(pdf)[min(found) : max(found) + 1], height=PDF_HEIGHT)

    return take


def texts_of_pages(pdf: Path) -> list[str]:
    """What each page of a PDF says, normalised; headers and page numbers with it."""
    said = tools.run([tools.poppler("pdftotext"), pdf, "-"]).stdout
    return [agreement.normalised(text) for text in said.split("\f")]


PICTURES: dict[str, Callable[[Path], Image.Image]] = {
    "author-page.png": top_of_the_page,
    "author-word-before.png": from_to("#sec-distance", "#sec-distance > p:nth-of-type(2)"),
    "author-word-after.png": from_to("#sec-distance", "#sec-distance > p:nth-of-type(2)"),
    "author-box.png": from_to("#need-supported_lodgings", "#need-supported_lodgings"),
    "author-chart.png": from_to("#fig-staying-put", "#fig-staying-put + *"),
    "author-section-web.png": from_to("#sec-suitable-homes", "#need-suitable_homes"),
    "author-section-pdf.png": pages_that_say("its care leavers aged 19 to 21", "What we do next"),
}
"""Each picture by its file's name, taken of the output folder as it stands then."""


if __name__ == "__main__":
    main()
