"""However the logo's file and its alt text are written, both reach the cover, or one problem."""

import pytest

from sufficiency.content import PictureEntry
from sufficiency.content.binding import bind_what_can_be
from sufficiency.content.brand import BrandFile
from sufficiency.content.brand_logo import brand_logo
from sufficiency.problems import Problem
from sufficiency.sources import parse_yaml

FILE = "strategy/pictures/logo.png"


def read(logo: str) -> tuple[PictureEntry | None, list[Problem]]:
    """What ``logo:`` with this behind it comes to, where the file is there."""
    tree, _ = parse_yaml(f"logo:{logo}\n", "_brand.yml")
    assert tree is not None
    brand, _, problems = bind_what_can_be(tree, BrandFile)
    assert problems == []
    assert brand is not None and brand.logo is not None
    return brand_logo(brand.logo, [FILE])


@pytest.mark.parametrize(
    "logo",
    [
        f" {{path: {FILE}, alt: Testshire}}",
        f" {{medium: {FILE}, alt: Testshire}}",
        f"\n  medium: {{path: {FILE}, alt: Testshire}}",
        f"\n  large:\n    path: {FILE}\n    alt: Testshire",
        f"\n  small:\n    light: {{path: {FILE}, alt: Testshire}}\n    dark: dark.png",
        f"\n  medium: {{light: {FILE}}}\n  alt: Testshire",
        f"\n  images:\n    crest: {{path: {FILE}, alt: Testshire}}\n  medium: crest",
        f"\n  images:\n    crest: {FILE}\n  medium: crest\n  alt: Testshire",
        f"\n  images:\n    crest: {{path: {FILE}, alt: A crest}}\n"
        "  medium: {path: crest, alt: Testshire}\n  alt: Other",
    ],
)
def test_file_and_alt_text_are_used_wherever_they_may_be_written(logo: str) -> None:
    entry, problems = read(logo)
    assert problems == []
    assert entry is not None
    assert (entry.file, entry.alt) == ("logo.png", "Testshire")


@pytest.mark.parametrize(
    ("logo", "line", "to_write"),
    [
        (
            f" {FILE}",
            1,
            f"`logo:` alone on its line; below it, indented by two spaces, `path: {FILE}`",
        ),
        (f"\n  path: {FILE}", 2, "on a line of its own below `logo:`"),
        (f"\n  medium:\n    path: {FILE}", 3, "on a line of its own below `logo:`"),
        (f"\n  path: {FILE}\n  alt: ''", 3, "after `alt:`"),
    ],
)
def test_a_logo_without_alt_text_is_told_with_the_lines_to_write(
    logo: str, line: int, to_write: str
) -> None:
    entry, (problem,) = read(logo)
    assert entry is None
    assert (problem.code.id, problem.at.line) == ("LOGO-ALT", line)
    assert problem.mend.startswith(f"Write {to_write}")
    assert problem.mend.endswith("`alt: Ambleford Council`.")
