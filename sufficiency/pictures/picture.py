"""A picture that is ready to be printed, and how wide it stands."""

from dataclasses import dataclass
from typing import Literal

from sufficiency.content import PictureEntry

FULL_WIDTH, FULL_HEIGHT = 6.3, 6.0  # inches that a picture may take of a page
PIXELS_PER_INCH = 220
SCREEN_PIXELS_PER_INCH = 96

Suffix = Literal["jpg", "png", "svg"]


@dataclass(frozen=True)
class Picture:
    """An author's picture, re-encoded: ``data`` holds what it shows and nothing else.

    ``width`` and ``height`` are its size in pixels.
    """

    id: str
    entry: PictureEntry
    data: bytes
    suffix: Suffix
    width: float
    height: float

    @property
    def path(self) -> str:
        """Where the composed document keeps it."""
        return f"pictures/{self.id}.{self.suffix}"

    @property
    def source(self) -> str:
        """What the document calls it: a drawing has no ending, since Word is given a PNG of it."""
        return self.path.removesuffix(".svg")

    @property
    def share(self) -> int:
        """Its width as a percentage of the text's: never larger than life on a screen."""
        natural = self.width / SCREEN_PIXELS_PER_INCH
        tallest = FULL_HEIGHT * self.width / self.height
        return max(1, min(100, round(100 * min(natural, tallest) / FULL_WIDTH)))
