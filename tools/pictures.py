"""Contact sheets of the finished documents, to look at them as a reader would.

For each PDF, Word document and web page in an output folder it writes one PNG to ``pictures/``:
the PDF's pages, the Word document's pages as LibreOffice lays them out, and the web page in
Chromium at 320 and at 1,280 pixels, cut into screens that read down and then across.

    python -m tools.pictures [OUTPUT] [--into FOLDER]
"""

import argparse
import io
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect

from tests.audits import tools
from tests.audits.browser import NARROW, WIDE, opened
from tests.audits.docx_libreoffice import converted

PAGE_WIDTH = 480  # pixels; A4 text of 10 points is still legible
PAGES_ACROSS = 5
SCREEN_HEIGHTS = {NARROW: 1_300, WIDE: 1_600}
SCREENS_ACROSS = {NARROW: 8, WIDE: 4}
GAP = 12
GROUND = "#6f777b"
LIGHT_GROUND = "#dfe4e8"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Contact sheets of the finished documents.")
    parser.add_argument("output", nargs="?", type=Path, default=Path("_output"))
    parser.add_argument("--into", type=Path, default=Path("pictures"))
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    written = list(write_sheets(options.output, options.into))
    if not written:
        parser.error(f"{options.output} holds no PDF, Word document or web page")
    sys.stdout.writelines(f"{path}\n" for path in written)


def write_sheets(output: Path, into: Path) -> Iterator[Path]:
    """Writes a sheet for each document in ``output`` and yields its path.

    Raises:
        RuntimeError: If LibreOffice could not open a Word document.
    """
    for path in sorted(output.glob("*.pdf")):
        yield sheet(pages_of(path), into / f"{path.stem}-pdf.png", across=PAGES_ACROSS)
    for path in sorted(output.glob("*.docx")):
        yield sheet(word_pages_of(path), into / f"{path.stem}-docx.png", across=PAGES_ACROSS)
    for path in sorted(output.glob("*.html")):
        for width in (NARROW, WIDE):
            target = into / f"{path.stem}-html-{width}.png"
            yield sheet(screens_of(path, width), target, across=SCREENS_ACROSS[width])


def pages_of(pdf: Path) -> list[Image.Image]:
    """The PDF's pages, each ``PAGE_WIDTH`` pixels wide."""
    with tempfile.TemporaryDirectory() as folder:
        size = ["-scale-to-x", str(PAGE_WIDTH), "-scale-to-y", "-1"]
        tools.run([tools.poppler("pdftoppm"), "-png", *size, pdf, Path(folder) / "page"])
        return [read_png(path.read_bytes()) for path in sorted(Path(folder).glob("*.png"))]


def word_pages_of(docx: Path) -> list[Image.Image]:
    """The Word document's pages as LibreOffice lays them out."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = converted(docx, Path(folder))
        if pdf is None:
            raise RuntimeError(f"LibreOffice could not open {docx}")
        return pages_of(pdf)


def screens_of(page: Path, width: int) -> list[Image.Image]:
    """The web page at that width, from top to bottom, half size where it is wide."""
    height = SCREEN_HEIGHTS[width]
    with opened(page, width=width) as shown:
        whole: int = shown.page.evaluate("document.documentElement.scrollHeight")
        # One picture of a long page would pass the 16,384 pixels that Chromium can draw.
        screens = [
            read_png(shown.page.screenshot(full_page=True, clip=clip))
            for top in range(0, whole, height)
            for clip in [FloatRect(x=0, y=top, width=width, height=min(height, whole - top))]
        ]
    return [screen.reduce(2) if width == WIDE else screen for screen in screens]


def sheet(pictures: Sequence[Image.Image], target: Path, *, across: int) -> Path:
    """Lays the pictures out in rows on one ground and writes them as a PNG."""
    across = min(across, len(pictures))
    wide = max(picture.width for picture in pictures) + GAP
    high = max(picture.height for picture in pictures) + GAP
    rows = math.ceil(len(pictures) / across)
    whole = Image.new("RGB", (wide * across + GAP, high * rows + GAP), GROUND)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, across)
        whole.paste(picture, (GAP + column * wide, GAP + row * high))
    whole.save(target)
    return target


def in_a_row(pages: Sequence[Image.Image], *, height: int) -> Image.Image:
    """The pages at one height, with a gap around each; a wide page stays wide."""
    sized = [page.resize((page.width * height // page.height, height)) for page in pages]
    width = sum(page.width + GAP for page in sized) + GAP
    row = Image.new("RGB", (width, height + 2 * GAP), LIGHT_GROUND)
    left = GAP
    for page in sized:
        row.paste(page, (left, GAP))
        left += page.width + GAP
    return row


def save_small(picture: Image.Image, target: Path) -> None:
    """Writes a PNG of few colours: a picture that every clone carries should be small."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(64).save(target, optimize=True)


def read_png(png: bytes) -> Image.Image:
    """The picture that a browser or Poppler wrote, without transparency."""
    return Image.open(io.BytesIO(png)).convert("RGB")


if __name__ == "__main__":
    main()
