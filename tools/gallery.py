"""The pictures in ``docs/gallery/``: what the worked example looks like in each form.

    python -m tools.gallery [--into FOLDER]

The example is built as it is, and once more with another brand. Pages are found by what they say,
so that the pictures stay right when pages move.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from sufficiency.outputs import Cache
from sufficiency.pipeline import build
from tests.audits import agreement
from tests.audits.browser import NARROW, WIDE, window
from tests.brand.brands import GREEN
from tools.author_pictures import texts_of_pages
from tools.pictures import LIGHT_GROUND, in_a_row, pages_of, read_png, save_small, word_pages_of

ROOT = Path(__file__).resolve().parents[1]
INTO = ROOT / "docs" / "gallery"
PROJECT = ("strategy", "data", "templates", "_quarto.yml", "_brand.yml")
PAGE_HEIGHT = 560  # pixels
SCREEN_HEIGHT = 800  # CSS pixels
COVER, BACK = 0, -1
# What a page says, or which page it is: a first and a second row of three.
PDF_ROWS = (
    (COVER, 1, "Figure 1: Barnet’s children in care"),
    ("Figure 5: For its size Barnet", "Table 5: What we will do", BACK),
)
WORD_PAGES = (1, 8, 13, 34)
CHAPTER, PRIORITY = "#sec-number-of-children", "#sec-priority-fostering"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="The pictures in docs/gallery.")
    parser.add_argument("--into", type=Path, default=INTO)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in take_pictures(Path(folder)):
            target = options.into / f"{name}.png"
            save_small(picture, target)
            sys.stdout.write(f"{target}: {target.stat().st_size / 1000:.0f} kB\n")


def take_pictures(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Each picture with the name of its file; ``folder`` is an empty one to work in."""
    own = built(folder / "own")
    page, pdf, docx = (next(own.glob(f"*.{ending}")) for ending in ("html", "pdf", "docx"))
    yield "pdf", pdf_pages(pdf, PDF_ROWS)
    word = word_pages_of(docx)
    yield "word", in_a_row([word[number - 1] for number in WORD_PAGES], height=PAGE_HEIGHT)
    for colours in ("light", "dark"):
        yield f"web-{colours}", screens(page, WIDE, colours, ["body", CHAPTER, PRIORITY])
        yield f"web-narrow-{colours}", screens(page, NARROW, colours, ["body", CHAPTER, PRIORITY])
    other = built(folder / "other", brand=GREEN)
    page, pdf = (next(other.glob(f"*.{ending}")) for ending in ("html", "pdf"))
    yield "other-brand-pdf", pdf_pages(pdf, PDF_ROWS[1:])
    yield "other-brand-web", screens(page, WIDE, "light", ["body", CHAPTER, PRIORITY])


def built(project: Path, *, brand: str | None = None) -> Path:
    """The output folder of a copy of the example, with its own brand or another."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        project.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, project / name)
    if brand is not None:
        (project / "_brand.yml").write_text(brand, encoding="utf-8")
    output = project / "_output"
    made = build(project, output=output, cache=Cache(project / ".cache"))
    assert made.files, made.problems
    return output


def pdf_pages(pdf: Path, rows: Sequence[Sequence[int | str]]) -> Image.Image:
    """Pages of a PDF in rows, by their place or by the last page that says the words."""
    pages, said = pages_of(pdf), texts_of_pages(pdf)[: len(pages_of(pdf))]

    def find(wanted: int | str) -> Image.Image:
        if isinstance(wanted, int):
            return pages[wanted]
        found = [number for number, text in enumerate(said) if agreement.says(text, wanted)]
        return pages[found[-1]]

    drawn = [in_a_row([find(each) for each in row], height=PAGE_HEIGHT) for row in rows]
    size = (max(row.width for row in drawn), sum(row.height for row in drawn))
    whole = Image.new("RGB", size, LIGHT_GROUND)
    top = 0
    for row in drawn:
        whole.paste(row, (0, top))
        top += row.height
    return whole


def screens(page: Path, width: int, colours: str, places: Sequence[str]) -> Image.Image:
    """What a window shows of the page at each place, side by side; wide windows half size."""
    with window(width=width, color_scheme=colours) as context:
        shown = context.new_page()
        shown.set_viewport_size({"width": width, "height": SCREEN_HEIGHT})
        shown.goto(page.resolve().as_uri(), wait_until="load")
        taken = []
        for place in places:
            shown.evaluate("place => document.querySelector(place).scrollIntoView()", place)
            shown.wait_for_timeout(300)  # the contents mark where the reader is
            taken.append(read_png(shown.screenshot()))
    height = SCREEN_HEIGHT // 2 if width == WIDE else SCREEN_HEIGHT
    return in_a_row(taken, height=height)


if __name__ == "__main__":
    main()
