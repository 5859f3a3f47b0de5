"""What a file of bytes is, and how many pixels it has, from its first bytes alone.

Nothing is decoded here, so that a picture of any size can be looked at without harm.
"""

import struct

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "SVGZ"),
    (b"PK\x03\x04", "ZIP"),
)
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"avif": "AVIF"}
_STANDING_ALONE = (0x01, *range(0xD0, 0xD9))  # JPEG marks that no length follows
_NO_FRAMES = (0xC4, 0xC8, 0xCC)  # between the marks of frames, and none


def recognise(data: bytes) -> str | None:
    """The kind of picture that the bytes are, whatever their file is called; None if unknown."""
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "HEIC")
    beginning = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_markup = beginning.startswith((b"<?xml", b"<!--", b"<!DOCTYPE svg", b"<svg"))
    return "SVG" if is_markup and b"<svg" in data[:20_000] else None


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG, or None where the header does not say."""
    size = _png_size(data) if recognise(data) == "PNG" else _jpeg_size(data)
    return size if size and min(size) > 0 else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks from mark to mark to the first frame, which says how large it is."""
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        mark = data[at + 1]
        if mark == 0xFF or mark in _STANDING_ALONE:
            at += 1 if mark == 0xFF else 2
        elif 0xC0 <= mark <= 0xCF and mark not in _NO_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
