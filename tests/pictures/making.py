"""Pictures made for tests, as bytes: what cameras and drawing programs save."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

SECRET = "SECRET-OF-THE-CAMERA"
SVG_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80" width="240" height="80">'
SVG = f'{SVG_OPEN}<rect width="200" height="60" fill="#12436d"/></svg>'.encode()


def in_short(value: object) -> str | None:
    """A test's name for bytes, which would fill the screen; other values keep theirs."""
    return f"{len(value)} bytes" if isinstance(value, bytes) else None


def saved(image: Image.Image, format: str, **options: Any) -> bytes:
    """The image as a file's bytes."""
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def corners(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """A white picture whose top left quarter is dark blue and whose top right one is orange."""
    image = Image.new("RGB", size, "white")
    half = (size[0] // 2, size[1] // 2)
    image.paste((18, 67, 109), (0, 0, *half))
    image.paste((244, 106, 37), (half[0], 0, size[0], half[1]))
    return image.convert(mode)


def photograph(orientation: int = 1, size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    """A JPEG as a telephone saves it: with its place, its date, its owner and a remark."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = notes[0x013B] = SECRET
    notes[0x0132] = "2019:01:02 03:04:05"
    notes.get_ifd(0x8825).update({1: "N", 2: (51.0, 36.0, 1.0)})
    return saved(corners(size=size), "JPEG", exif=notes, comment=SECRET.encode(), **options)


def chunk(name: bytes, data: bytes) -> bytes:
    """A piece of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose header says that it is so large, with next to nothing behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def jpeg_that_claims(width: int, height: int) -> bytes:
    """A JPEG whose frame says that it is so large."""
    data = photograph()
    at = data.index(b"\xff\xc0")
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


def opened(data: bytes) -> Image.Image:
    """A picture's pixels, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
