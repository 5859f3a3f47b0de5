"""The picture in the README: four pages of the worked example's PDF, side by side.

python -m tools.readme_picture [OUTPUT]
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from tools.pictures import in_a_row, pages_of, save_small

PAGES = (1, 7, 23, 33)  # the cover, the summary with its tiles, a box and a chart, the action plan
HEIGHT = 420  # pixels
TARGET = Path(__file__).parents[1] / "docs" / "pictures" / "pages.png"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="The picture in the README.")
    parser.add_argument("output", nargs="?", type=Path, default=Path("_output"))
    options = parser.parse_args(arguments)
    (pdf,) = options.output.glob("*.pdf")
    pages = pages_of(pdf)
    row = in_a_row([pages[number - 1] for number in PAGES], height=HEIGHT)
    save_small(row, TARGET)


if __name__ == "__main__":
    main()
