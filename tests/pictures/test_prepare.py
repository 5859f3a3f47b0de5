"""Entries of pictures.yml and files of the folder come to pictures, or to problems."""

from collections.abc import Callable

import pytest

from sufficiency.content import PictureEntry
from sufficiency.content.binding import bind_shelf
from sufficiency.pictures import Picture, prepare_pictures
from sufficiency.pictures.prepare import MOST_PIXELS
from sufficiency.sources import parse_yaml
from tests.engines.rendering import remember
from tests.pictures.making import (
    SVG,
    SVG_OPEN,
    corners,
    in_short,
    jpeg_that_claims,
    photograph,
    png_that_claims,
    saved,
)

PNG = saved(corners(), "PNG")


def prepared(
    files: dict[str, bytes], *names: str, kind: str = "diagram", unread: tuple[str, ...] = ()
) -> tuple[dict[str, Picture], list[str]]:
    """The pictures of entries a, b, … that name the files; files by name below the folder."""
    lines = [
        f"  {id}: {{file: '{name}', kind: {kind}, alt: A, people: false}}\n"
        for id, name in zip("abcdef", names, strict=False)
    ]
    tree, _ = parse_yaml(f"pictures:\n{''.join(lines)}", "strategy/pictures.yml")
    shelf, problems = bind_shelf(tree, "pictures", PictureEntry)
    assert problems == []
    pictures, problems = prepare_pictures(
        shelf,
        {f"strategy/pictures/{name}": data for name, data in files.items()},
        frozenset(f"strategy/pictures/{name}" for name in unread),
        remember,
    )
    return dict(pictures.entries), [str(problem) for problem in problems]


def told(files: dict[str, bytes], *names: str) -> str:
    """The words of the one problem, without its place."""
    pictures, problems = prepared(files, *names)
    assert pictures == {}
    (problem,) = problems
    assert problem.startswith("strategy/pictures.yml:2:13 ")
    return problem.partition(" ")[2]


class TestPictures:
    @pytest.mark.parametrize(
        ("name", "data", "suffix"),
        [("a.png", PNG, "png"), ("a.JPG", photograph(), "jpg"), ("a b.jpeg", photograph(), "jpg")],
        ids=in_short,
    )
    def test_pixels_keep_their_kind(self, name: str, data: bytes, suffix: str) -> None:
        pictures, problems = prepared({name: data}, name)
        assert problems == []
        picture = pictures["a"]
        assert (picture.path, picture.source) == (f"pictures/a.{suffix}",) * 2
        assert (picture.width, picture.height) == (60, 40)
        assert picture.data != data

    def test_a_photograph_becomes_a_jpeg_which_is_smaller(self) -> None:
        pictures, _ = prepared({"a.png": PNG}, "a.png", kind="photograph")
        assert pictures["a"].path == "pictures/a.jpg"

    def test_a_drawing_is_called_without_its_ending(self) -> None:
        pictures, problems = prepared({"a.svg": SVG}, "a.svg")
        assert problems == []
        assert (pictures["a"].path, pictures["a"].source) == ("pictures/a.svg", "pictures/a")

    def test_a_file_in_a_folder_below_is_found(self) -> None:
        assert prepared({"people/a.png": PNG}, "people/a.png")[1] == []

    def test_two_entries_may_share_a_file(self) -> None:
        pictures, problems = prepared({"a.png": PNG}, "a.png", "a.png")
        assert (set(pictures), problems) == ({"a", "b"}, [])

    def test_the_same_file_is_made_once(self) -> None:
        asked: list[str] = []

        def ask(key: str, make: Callable[[], bytes]) -> bytes:
            asked.append(key)
            return make()

        tree, _ = parse_yaml("pictures:\n  a: {file: a.png, kind: diagram, alt: A}\n", "p.yml")
        shelf, _ = bind_shelf(tree, "pictures", PictureEntry)
        for _ in range(2):
            files = {"strategy/pictures/a.png": PNG}
            prepare_pictures(shelf, files, frozenset(), ask)
        assert len(asked) == 2
        assert len(set(asked)) == 1


class TestShare:
    @pytest.mark.parametrize(
        ("size", "share"),
        [((605, 300), 100), ((302, 100), 50), ((1386, 900), 100), ((600, 1200), 48), ((2, 1), 1)],
    )
    def test_a_picture_is_no_larger_than_life_and_fits_a_page(
        self, size: tuple[int, int], share: int
    ) -> None:
        data = saved(corners(size=size), "PNG")
        assert prepared({"a.png": data}, "a.png")[0]["a"].share == share


class TestFile:
    def test_one_that_is_not_there(self) -> None:
        assert told({}, "town.jpg") == (
            'the picture "town.jpg" is not in strategy/pictures. Put the file into '
            "strategy/pictures, or correct its name; capital letters count."
        )

    @pytest.mark.parametrize(
        ("there", "name", "offer"),
        [
            ("Town.JPG", "town.jpg", 'Did you mean "Town.JPG"? Capital letters count.'),
            ("town.png", "towm.png", 'Did you mean "town.png"?'),
            ("town.png", "pictures/town.png", 'Did you mean "town.png"?'),
            ("town.png", "strategy/pictures/town.png", 'Did you mean "town.png"?'),
        ],
    )
    def test_the_near_miss_is_offered_and_not_told_again(
        self, there: str, name: str, offer: str
    ) -> None:
        assert told({there: PNG}, name).endswith(f"is not in strategy/pictures. {offer}")

    @pytest.mark.parametrize(
        "name",
        [
            "/etc/hostname.png",
            "C:\\Users\\me\\a.png",
            "C:/a.png",
            "\\\\server\\a.png",
            "../a.png",
            "people/../../a.png",
            "..\\a.png",
            "~/a.png",
            "https://example.org/a.png",
            "file:///a.png",
            "data:image/png;base64,AAAA",
        ],
    )
    def test_nothing_outside_the_folder_is_read(self, name: str) -> None:
        assert "is not a file in strategy/pictures. Save the picture in" in told({}, name)

    def test_one_that_could_not_be_read_is_not_told_again(self) -> None:
        assert prepared({}, "a.png", unread=("a.png",)) == ({}, [])

    def test_one_that_nobody_names_is_told_at_the_file(self) -> None:
        _, problems = prepared({"a.png": PNG, "old.gif": b"GIF89a"}, "a.png")
        assert problems == [
            "strategy/pictures/old.gif:1:1 no entry of strategy/pictures.yml names this picture. "
            "List it in strategy/pictures.yml, or move the file out of strategy/pictures."
        ]


class TestFormat:
    @pytest.mark.parametrize(
        ("name", "data", "words"),
        [
            ("a.png", photograph(), "is JPEG, though its name does not end in .jpg."),
            ("a.jpg", PNG, "is PNG, though its name does not end in .png."),
            ("a.gif", PNG, "is PNG, though its name does not end in .png."),
            ("a.png", saved(corners(), "GIF"), "is not PNG, as its name says, but GIF."),
            ("a.jpg", b"\0\0\0\x18ftypheic0000", "is not JPEG, as its name says, but HEIC."),
            ("a.svg", b"\x1f\x8b0000", "is not SVG, as its name says, but SVGZ."),
            ("a.heic", b"\0\0\0\x18ftypheic0000", "is not PNG, JPEG or SVG."),
            ("a.png", b"Dear council", "is no picture that can be read, whatever its name says."),
            ("a.png", b"", "is empty."),
        ],
        ids=in_short,
    )
    def test_it_goes_by_the_bytes_and_not_the_name(
        self, name: str, data: bytes, words: str
    ) -> None:
        assert told({name: data}, name).startswith(f'the file "{name}" {words}')

    def test_how_to_rename_it_is_said(self) -> None:
        mend = "Let its name end in .jpg, here and in the folder."
        assert told({"a.png": photograph()}, "a.png").endswith(mend)


class TestPixels:
    @pytest.mark.parametrize(
        ("name", "data"),
        [("a.png", png_that_claims(30_000, 30_000)), ("a.jpg", jpeg_that_claims(30_000, 30_000))],
        ids=["PNG", "JPEG"],
    )
    def test_a_bomb_is_refused_by_its_header(self, name: str, data: bytes) -> None:
        words = told({name: data}, name)
        assert words.startswith(
            f'the picture "{name}" has 900 million pixels (30,000 by 30,000); 20 million is the '
            "most. Open it in Paint, choose Resize"
        )

    def test_the_most_is_let_through_to_be_decoded(self) -> None:
        data = png_that_claims(MOST_PIXELS // 1000, 1000)
        assert 'the picture "a.png" is broken' in told({"a.png": data}, "a.png")


class TestBroken:
    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.png", PNG[:-40]),
            ("a.jpg", photograph(size=(300, 200))[:2000]),
            ("a.jpg", b"\xff\xd8\xff\xe0"),
            ("a.svg", SVG[:-8]),
        ],
        ids=["PNG", "JPEG", "JPEG without a frame", "SVG"],
    )
    def test_a_file_that_was_cut_short_is_told(self, name: str, data: bytes) -> None:
        assert f'the picture "{name}" is broken or was cut short' in told({name: data}, name)

    def test_nothing_is_kept_of_it(self) -> None:
        for _ in range(2):
            assert "is broken" in told({"a.png": PNG[:-40]}, "a.png")


def test_a_drawing_that_holds_more_than_shapes_is_told_once_for_each_kind() -> None:
    data = f"{SVG_OPEN}\n<text>a</text>\n<text>b</text>\n<script/></svg>".encode()
    assert told({"a.svg": data}, "a.svg").startswith(
        'the drawing "a.svg" holds words that need a font (line 2); a script (line 4). Save it as '
        "PNG"
    )
