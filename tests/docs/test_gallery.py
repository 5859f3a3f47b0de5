"""The gallery shows what the tool takes, in words too, and is small enough for every clone."""

import re
from pathlib import Path

import pytest

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
PAGE = (GALLERY / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", PAGE)
LARGEST = 250_000  # bytes


def test_it_shows_each_of_its_pictures_once() -> None:
    assert sorted(name for _, name in SHOWN) == sorted(path.name for path in GALLERY.glob("*.png"))


@pytest.mark.parametrize(("words", "name"), SHOWN)
def test_each_is_small_and_says_in_words_what_it_shows(words: str, name: str) -> None:
    assert (GALLERY / name).stat().st_size < LARGEST
    assert len(words.split()) > 10


def test_it_shows_each_form_two_widths_the_dark_and_two_brands() -> None:
    assert {name for _, name in SHOWN} >= {
        "pdf.png",
        "word.png",
        "web-light.png",
        "web-narrow-light.png",
        "web-dark.png",
        "web-narrow-dark.png",
        "other-brand-pdf.png",
        "other-brand-web.png",
    }
