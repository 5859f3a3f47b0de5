"""What a file is and how large, from its header."""

import pytest

from sufficiency.pictures.header import recognise, size_of
from tests.pictures.making import (
    SVG,
    corners,
    jpeg_that_claims,
    photograph,
    png_that_claims,
    saved,
)


class TestRecognise:
    @pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
    def test_it_goes_by_the_bytes(self, format: str) -> None:
        assert recognise(saved(corners(), format)) == format

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (SVG, "SVG"),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?><!DOCTYPE svg><svg/>", "SVG"),
            (b"<!-- drawn by hand --><svg/>", "SVG"),
            (b"RIFF0000WEBPVP8 ", "WebP"),
            (b"\0\0\0\x18ftypheic0000", "HEIC"),
            (b"\0\0\0\x18ftypavif0000", "AVIF"),
            (b"%PDF-1.7", "PDF"),
            (b"<html><body></body></html>", None),
            (b"a letter", None),
            (b"", None),
        ],
    )
    def test_other_kinds_have_their_names(self, data: bytes, name: str | None) -> None:
        assert recognise(data) == name


class TestSizeOf:
    @pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 10}])
    def test_a_jpeg_says_so_in_its_frame(self, options: dict[str, int]) -> None:
        assert size_of(photograph(size=(61, 43), **options)) == (61, 43)

    def test_a_png_says_so_at_its_beginning(self) -> None:
        assert size_of(saved(corners(size=(61, 43)), "PNG")) == (61, 43)

    def test_nothing_is_decoded(self) -> None:
        assert size_of(png_that_claims(100_000, 90_000)) == (100_000, 90_000)
        assert size_of(jpeg_that_claims(60_000, 50_000)) == (60_000, 50_000)

    @pytest.mark.parametrize("length", [2, 12, 20])
    def test_a_header_that_is_cut_short_says_nothing(self, length: int) -> None:
        assert size_of(photograph()[:length]) is None
        assert size_of(saved(corners(), "PNG")[:length]) is None

    def test_a_picture_of_no_pixels_is_none(self) -> None:
        assert size_of(png_that_claims(0, 10)) is None
