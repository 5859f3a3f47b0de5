"""What we accept of ``_brand.yml`` the library of the convention reads as we do."""

from pathlib import Path

import pytest
from brand_yml import Brand as Referee

from sufficiency.content.binding import bind
from sufficiency.content.brand import BrandFile
from sufficiency.content.brand_logo import brand_logo
from sufficiency.sources import parse_yaml
from tests.brand.brands import GREEN, RED, settled

ROOT = Path(__file__).parents[2]
WITH_ALL = """\
meta:
  name:
    short: Ambleford
    full: Ambleford Council
color:
  palette:
    plum: "#5b2a86"
    ink: "#221a2b"
  foreground: ink
  primary: plum
logo:
  images:
    crest:
      path: strategy/pictures/crest.svg
      alt: Ambleford Council
  medium: crest
typography:
  fonts:
    - family: Source Sans 3
      source: google
  base: Source Sans 3
  headings:
    family: Source Serif 4
"""
BRANDS = {
    "example": (ROOT / "_brand.yml").read_text("utf-8"),
    "starter": (ROOT / "sufficiency/authoring/starter/_brand.yml").read_text("utf-8"),
    "red": RED,
    "green": GREEN,
    "all": WITH_ALL,
}


@pytest.mark.parametrize("text", BRANDS.values(), ids=BRANDS.keys())
def test_colours_are_read_alike(text: str) -> None:
    theirs, (ours, problems) = Referee.from_yaml_str(text), settled(text)
    assert problems == []
    said = {
        "primary": ours.light.brand,
        "foreground": ours.light.ink,
        "background": ours.light.paper,
        "secondary": ours.light.quiet,
        "light": ours.light.tint,
    }
    read = theirs.color.to_dict("theme") if theirs.color else {}
    assert {key: value for key, value in said.items() if key in read} == read


@pytest.mark.parametrize("text", BRANDS.values(), ids=BRANDS.keys())
def test_the_palette_of_charts_is_read_alike(text: str) -> None:
    theirs, (ours, _) = Referee.from_yaml_str(text), settled(text)
    palette = (theirs.color.palette if theirs.color else None) or {}
    charts = [palette[name] for name in sorted(palette) if name.startswith("chart-")]
    assert not charts or tuple(charts) == ours.charts.series


@pytest.mark.parametrize("text", BRANDS.values(), ids=BRANDS.keys())
def test_fonts_are_read_alike(text: str) -> None:
    theirs, (ours, _) = Referee.from_yaml_str(text).typography, settled(text)
    if theirs is not None and theirs.base is not None:
        assert theirs.base.family == ours.base.family
    if theirs is not None and theirs.headings is not None:
        assert theirs.headings.family == ours.headings.family


def test_the_logo_is_read_alike() -> None:
    theirs = Referee.from_yaml_str(WITH_ALL).logo
    tree, _ = parse_yaml(WITH_ALL, "_brand.yml")
    assert tree is not None
    file, problems = bind(tree, BrandFile)
    assert file is not None and file.logo is not None and problems == []
    ours, problems = brand_logo(file.logo, ["strategy/pictures/crest.svg"])
    assert ours is not None and problems == []
    assert str(theirs.medium.path) == f"strategy/pictures/{ours.file}"
    assert theirs.medium.alt == ours.alt
