"""PNGs for Word: the right size, made once, and plain when they cannot be."""

import struct

import pytest

from sufficiency.engines import EngineError
from sufficiency.engines.svg_png import PIXELS_PER_INCH, png_of
from tests.engines.rendering import BAR


class TestPngOf:
    def test_has_so_many_pixels_an_inch(self) -> None:
        png = png_of(BAR, name="x.svg", remember=lambda key, make: make())
        width, height = struct.unpack(">II", png[16:24])
        assert (width, height) == (
            round(400 / 72 * PIXELS_PER_INCH),
            round(100 / 72 * PIXELS_PER_INCH),
        )

    def test_is_remembered_by_what_it_is_made_from(self) -> None:
        keys: list[str] = []

        def kept(key: str, make: object) -> bytes:
            keys.append(key)
            return b"kept"

        assert png_of(BAR, name="x.svg", remember=kept) == b"kept"
        png_of(BAR, name="y.svg", remember=kept)
        png_of(BAR + b"\n", name="x.svg", remember=kept)
        assert keys[0] == keys[1] != keys[2]

    def test_names_the_file_that_is_no_svg(self) -> None:
        with pytest.raises(EngineError, match=r"a PNG for Word from x\.svg: "):
            png_of(b"no picture", name="x.svg", remember=lambda key, make: make())
