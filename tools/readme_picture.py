"""The picture in the README: four pages of the worked example's PDF, side by side.

python -m tools.readme_picture [OUTPUT]
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tools.pictures import GAP, pages_of

PAGES = (1, 7, 16, 36)  # the cover, the summary with its tiles, charts, the action plan
HEIGHT = 420  # pixels
TARGET = Path(__file__).parents[1] / "docs" / "pictures" / "pages.png"
GROUND = "#dfe4e8"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="The picture in the README.")
    parser.add_argument("output", nargs="?", type=Path, default=Path("_output"))
    options = parser.parse_args(arguments)
    (pdf,) = options.output.glob("*.pdf")
    pages = pages_of(pdf)
    row = in_a_row([pages[number - 1] for number in PAGES])
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    # Few colours: a picture that every clone carries should be small.
    row.quantize(64).save(TARGET, optimize=True)


def in_a_row(pages: Sequence[Image.Image]) -> Image.Image:
    """The pages at one height, with a gap around each; a wide page stays wide."""
    sized = [page.resize((page.width * HEIGHT // page.height, HEIGHT)) for page in pages]
    width = sum(page.width + GAP for page in sized) + GAP
    row = Image.new("RGB", (width, HEIGHT + 2 * GAP), GROUND)
    left = GAP
    for page in sized:
        row.paste(page, (left, GAP))
        left += page.width + GAP
    return row


if __name__ == "__main__":
    main()
