"""Two brands that have nothing in common, with each other or with the default."""

from collections.abc import Mapping

from sufficiency.brand import Brand, settle_brand
from sufficiency.content.binding import bind
from sufficiency.content.brand import BrandFile
from sufficiency.problems import Problem
from sufficiency.sources import parse_yaml

RED = """\
color:
  primary: "#8b0000"
typography:
  base: Source Serif 4
"""
GREEN = """\
meta:
  name: Ambleford Council
color:
  palette:
    forest: "#0b5d3b"
    chart-1: "#004225"
    chart-2: "#a98f40"
    chart-3: "#4a1f7a"
    rule: "#a9c3b4"
    focus: "#ffb000"
  primary: forest
  foreground: "#10241a"
  background: "#fdfefd"
  secondary: "#41564a"
  light: "#e6f2ea"
typography:
  base: Source Sans 3
  headings: Source Serif 4
"""


def settled(text: str, fonts: Mapping[str, bytes] | None = None) -> tuple[Brand, list[Problem]]:
    """The brand that a text says, and all that is told of it."""
    tree, problems = parse_yaml(text, "_brand.yml")
    assert tree is not None
    file, found = bind(tree, BrandFile)
    assert file is not None, found
    brand, more = settle_brand(file, fonts or {})
    return brand, [*problems, *found, *more]


def told(text: str) -> list[str]:
    """What is told of a brand: place, code, message and mend on a line each."""
    return [f"{one.at.within} {one.code.id}: {one.message} {one.mend}" for one in settled(text)[1]]
