"""Re-encodes photographs and other pictures of pixels: upright, sRGB, no larger than print needs.

Only the pixels go into the new file, so that place, date, camera and author stay behind.
"""

import io
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from sufficiency.pictures.header import size_of
from sufficiency.pictures.picture import FULL_HEIGHT, FULL_WIDTH, PIXELS_PER_INCH
from sufficiency.remember import versions

if TYPE_CHECKING:
    from PIL.Image import Image

WIDEST, HIGHEST = round(FULL_WIDTH * PIXELS_PER_INCH), round(FULL_HEIGHT * PIXELS_PER_INCH)
_LONGEST = max(WIDEST, HIGHEST)  # on its side, a picture may yet be turned
_JPEG_QUALITY = 85


class PictureBroken(Exception):
    """The file begins like a picture and cannot be read to its end; the argument may say why."""


def made_by() -> str:
    """A text that changes when what is made could, for cache keys."""
    return f"{versions('pillow')} {WIDEST} {HIGHEST} {_JPEG_QUALITY}"


def encode(data: bytes, *, as_jpeg: bool) -> bytes:
    """The picture as JPEG or PNG. Its header must have been found small enough.

    Raises:
        PictureBroken: If it cannot be decoded.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is left behind anyway
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.size != size_of(data):
                    raise PictureBroken
                # Pixels that print will not show need not be decoded.
                opened.draft(None, (_LONGEST, _LONGEST))
                opened.load()
                image = _shrink(_on_white(_to_srgb(_upright(opened))))
    # A decoder that meets broken bytes may raise anything, and each means the same here.
    except Exception as error:
        raise PictureBroken from error
    return _write(image, as_jpeg=as_jpeg)


def _upright(image: "Image") -> "Image":
    """Turned as the camera says that it was held."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # what the camera noted cannot be read
        return image


def _to_srgb(image: "Image") -> "Image":
    """The picture in the colours of the web, RGB or RGBA; without a profile it has them already."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    image = _eight_bits(image)
    if "transparency" in image.info or image.mode in ("P", "LA", "PA"):
        image = image.convert("RGBA")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if profile:
        # A profile may be broken, or be one of other colours than the picture's.
        with suppress(ImageCms.PyCMSError, OSError):
            converted = ImageCms.profileToProfile(
                image.convert("RGB") if alpha else image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            image = converted or image
    image = image.convert("RGB")
    if alpha:
        image.putalpha(alpha)
    return image


def _eight_bits(image: "Image") -> "Image":
    """Grey of 16 bits a pixel as grey of 8, which Pillow would cut off instead."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _on_white(image: "Image") -> "Image":
    """What is transparent shows the page's white; Word and PDF readers differ on it else."""
    from PIL import Image

    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return ground


def _shrink(image: "Image") -> "Image":
    from PIL import Image

    scale = min(1, WIDEST / image.width, HIGHEST / image.height)
    if scale == 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


def _write(image: "Image", *, as_jpeg: bool) -> bytes:
    file = io.BytesIO()
    if as_jpeg:
        image.save(file, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    else:
        image.save(file, "PNG", optimize=True)
    return file.getvalue()
