"""Re-encoding: upright, in the web's colours, no larger than needed, with nothing hidden in it."""

import random

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from sufficiency.pictures.encode import HIGHEST, WIDEST, PictureBroken, encode
from sufficiency.pictures.header import recognise, size_of
from tests.pictures.making import SECRET, corners, opened, photograph, png_that_claims, saved

BLUE, ORANGE, WHITE = (18, 67, 109), (244, 106, 37), (255, 255, 255)
Colour = tuple[int, ...]


def colour_at(image: Image.Image, x: int, y: int) -> Colour:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def is_like(found: Colour, wanted: Colour, *, within: int = 6) -> bool:
    return all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))


def swapped_profile() -> bytes:
    """A colour profile in which red and green have changed places."""
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    held = own.replace(b"rXYZ", b"xxxx", 1).replace(b"gXYZ", b"rXYZ", 1)
    return held.replace(b"xxxx", b"gXYZ", 1)


class TestUpright:
    @pytest.mark.parametrize(
        ("orientation", "blue"),
        [(1, "tl"), (2, "tr"), (3, "br"), (4, "bl"), (5, "tl"), (6, "tr"), (7, "br"), (8, "bl")],
    )
    def test_the_picture_is_turned_as_the_camera_was_held(
        self, orientation: int, blue: str
    ) -> None:
        image = opened(encode(photograph(orientation), as_jpeg=False))
        assert image.size == ((60, 40) if orientation < 5 else (40, 60))
        x = 4 if "l" in blue else image.width - 5
        y = 4 if "t" in blue else image.height - 5
        assert is_like(colour_at(image, x, y), BLUE)


class TestColours:
    @pytest.mark.parametrize(
        ("mode", "format"), [("RGB", "PNG"), ("RGB", "JPEG"), ("RGBA", "PNG"), ("CMYK", "JPEG")]
    )
    def test_every_kind_of_colour_becomes_rgb(self, mode: str, format: str) -> None:
        image = opened(encode(saved(corners(mode), format), as_jpeg=False))
        assert image.mode == "RGB"
        assert is_like(colour_at(image, 4, 4), BLUE)
        assert is_like(colour_at(image, 55, 4), ORANGE)

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P"])
    def test_grey_and_few_colours_become_rgb(self, mode: str) -> None:
        image = opened(encode(saved(corners(mode), "PNG"), as_jpeg=False))
        assert image.mode == "RGB"
        assert colour_at(image, 4, 36) == WHITE

    def test_grey_of_sixteen_bits_keeps_its_shades(self) -> None:
        data = saved(Image.new("I;16", (8, 8), 0x8000), "PNG")
        assert colour_at(opened(encode(data, as_jpeg=False)), 1, 1) == (128, 128, 128)

    def test_a_profile_is_applied_and_left_behind(self) -> None:
        data = saved(Image.new("RGB", (8, 8), "red"), "PNG", icc_profile=swapped_profile())
        made = encode(data, as_jpeg=False)
        red, green, _ = colour_at(opened(made), 1, 1)
        assert green > 200 > red
        assert "icc_profile" not in opened(made).info

    @pytest.mark.parametrize("length", [7, 200])
    def test_a_broken_profile_is_passed_over(self, length: int) -> None:
        data = saved(corners(), "PNG", icc_profile=swapped_profile()[:length])
        assert colour_at(opened(encode(data, as_jpeg=False)), 4, 4) == BLUE

    def test_a_profile_of_other_colours_is_passed_over(self) -> None:
        data = saved(corners("CMYK"), "JPEG", icc_profile=swapped_profile())
        assert is_like(colour_at(opened(encode(data, as_jpeg=False)), 4, 4), BLUE)

    def test_what_is_transparent_shows_white(self) -> None:
        clear = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
        for image in (clear, clear.quantize(4)):
            made = opened(encode(saved(image, "PNG"), as_jpeg=False))
            assert colour_at(made, 1, 1) == WHITE

    def test_a_colour_that_stands_for_transparent_shows_white(self) -> None:
        data = saved(corners(), "PNG", transparency=BLUE)
        made = opened(encode(data, as_jpeg=False))
        assert (colour_at(made, 4, 4), colour_at(made, 55, 4)) == (WHITE, ORANGE)


class TestSize:
    @pytest.mark.parametrize(
        ("size", "becomes"),
        [
            ((200, 100), (200, 100)),
            ((2 * WIDEST, 1000), (WIDEST, 500)),
            ((300, 4 * HIGHEST), (75, HIGHEST)),
            ((WIDEST, HIGHEST), (WIDEST, HIGHEST)),
        ],
    )
    @pytest.mark.parametrize("as_jpeg", [True, False])
    def test_print_needs_no_more(
        self, size: tuple[int, int], becomes: tuple[int, int], as_jpeg: bool
    ) -> None:
        data = saved(corners(size=size), "JPEG" if as_jpeg else "PNG")
        assert size_of(encode(data, as_jpeg=as_jpeg)) == becomes

    def test_a_picture_on_its_side_is_measured_when_it_stands(self) -> None:
        made = encode(photograph(6, (2000, 500)), as_jpeg=True)
        assert size_of(made) == (HIGHEST // 4, HIGHEST)


class TestWhatStaysBehind:
    @pytest.mark.parametrize("as_jpeg", [True, False])
    def test_place_date_and_names_of_a_photograph(self, as_jpeg: bool) -> None:
        data = photograph(icc_profile=swapped_profile())
        assert data.count(SECRET.encode()) >= 3
        made = encode(data, as_jpeg=as_jpeg)
        assert [word for word in (SECRET.encode(), b"Exif", b"2019:") if word in made] == []
        assert set(opened(made).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}

    def test_texts_of_a_png(self) -> None:
        notes = PngInfo()
        notes.add_text("Author", SECRET)
        notes.add_itxt("XML:com.adobe.xmp", SECRET)
        data = saved(corners(), "PNG", pnginfo=notes, dpi=(72, 72), exif=b"Exif\0\0" + b"\0" * 8)
        assert SECRET.encode() in data
        assert opened(encode(data, as_jpeg=False)).info == {}


class TestBroken:
    @pytest.mark.parametrize(
        "data",
        [photograph(size=(200, 150)), saved(corners(size=(200, 150)), "PNG")],
        ids=["JPEG", "PNG"],
    )
    def test_a_file_that_is_cut_short_is_told(self, data: bytes) -> None:
        with pytest.raises(PictureBroken):
            encode(data[: len(data) * 2 // 3], as_jpeg=False)

    def test_a_header_that_promises_more_than_there_is(self) -> None:
        with pytest.raises(PictureBroken):
            encode(png_that_claims(3000, 3000), as_jpeg=False)

    @pytest.mark.parametrize(
        "data", [photograph(), saved(corners("RGBA"), "PNG")], ids=["JPEG", "PNG"]
    )
    def test_no_change_of_bytes_does_worse_than_break_it(self, data: bytes) -> None:
        chance = random.Random(7)
        for _ in range(200):
            changed = bytearray(data)
            for _ in range(3):
                changed[chance.randrange(len(data))] = chance.randrange(256)
            size = size_of(bytes(changed)) if recognise(bytes(changed)) else None
            if size is None or size[0] * size[1] > 1_000_000:
                continue
            try:
                assert size_of(encode(bytes(changed), as_jpeg=False)) is not None
            except PictureBroken:
                continue


class TestBytes:
    @pytest.mark.parametrize("as_jpeg", [True, False])
    def test_the_same_picture_gives_the_same_bytes(self, as_jpeg: bool) -> None:
        data = photograph(6, (2000, 1500))
        made = encode(data, as_jpeg=as_jpeg)
        assert made == encode(data, as_jpeg=as_jpeg)
        assert recognise(made) == ("JPEG" if as_jpeg else "PNG")
