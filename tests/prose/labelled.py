"""Numbers in published texts, each labelled by a reader before any rule about them was written.

The texts are not ours to publish, so a label says only where a number stands and what it is:
`labels/README.md` explains kinds and decisions. Whoever measures a rule finds the same numbers
in a text with `find_tokens` and `find_number_words`.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

LABELS = Path(__file__).parent / "labels"

SEEDS = {
    "barnet_2019": "barnet-2019-strategy.md",
    "barnet_2023": "barnet-2023-cabinet-report.md",
    "leeds_2024": "leeds-2024-executive-board-report.md",
}
"""Each file of labels, without its ending, and the text that it labels."""

FLAGGED = {"figure", "target", "word"}
"""Kinds that the rules should find; a label's ``bind`` has the last word."""

LET_PASS = {
    *("date", "financial_year", "age", "age_range", "statute", "ordinal", "tier", "form"),
    *("provision", "list", "identifier", "word_idle", "other"),
}

WORD_KINDS = {"word", "word_idle"}

TOKEN = re.compile(
    r"""
      (?: https?:// | www\. ) (?= [^\s<>()\[\]]* \d ) [^\s<>()\[\]]* [^\W_]  # an address
    | [⁰¹²³⁴-⁹]+                                                     # a footnote's mark
    | [£€$]?
      (?: [^\W_⁰¹²³⁴-⁹]+ (?: [.,:/@_'’-] | (?<=\d)–(?=\d) ) )*      # what is joined before it
      [^\W_⁰¹²³⁴-⁹]* [\d¼-¾⅐-⅞] [^\W_⁰¹²³⁴-⁹]*                      # a word with a digit
      (?: (?: [.,:/@_'’-] | (?<=\d)–(?=\d) ) [^\W_⁰¹²³⁴-⁹]+ )*      # what is joined after it
      [%+]?
    """,
    re.VERBOSE,
)
"""A number written with digits; a sign before it is not part of it."""

NUMBER_WORD = re.compile(
    r"""
    (?<![^\W_]) (?: [^\W\d_]+ [-'’] )*
    (?: zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
      | (?:thir|four|fif|six|seven|eigh|nine)teen
      | (?:twen|thir|for|fif|six|seven|eigh|nine)ty
      | (?:hundred|thousand|million|billion|dozen)s?
      | half|halves|halved?|halving | quarters? | (?:third|fifth|sixth|seventh|eighth|ninth|tenth)s?
      | first|second|fourth | once|twice|thrice
      | (?:doubl|tripl|trebl|quadrupl)(?:e|ed|es|ing) | (?:two|three|four|five|ten)fold
    )
    (?: [-'’] [^\W\d_]+ )* (?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A word, or words joined by hyphens, one of which is a number's."""


class Place(NamedTuple):
    """Where something stands: line and column from 1, and its length, both in characters."""

    line: int
    column: int
    length: int


@dataclass(frozen=True)
class Label:
    """What a reader found at one place: its kind, and whether a rule should flag it."""

    place: Place
    kind: str
    bind: bool
    note: str


def read_labels(name: str) -> list[Label]:
    """The labels of one text, in its order; ``name`` is a key of ``SEEDS``."""
    with (LABELS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [_label(row) for row in csv.DictReader(file)]


def _label(row: dict[str, str]) -> Label:
    place = Place(int(row["line"]), int(row["column"]), int(row["length"]))
    return Label(place, row["kind"], {"yes": True, "no": False}[row["bind"]], row["note"])


def find_tokens(text: str) -> set[Place]:
    """Every number that a text writes with digits."""
    return set(_find(TOKEN, text))


def find_number_words(text: str) -> set[Place]:
    """Every number that a text writes as a word."""
    return set(_find(NUMBER_WORD, text))


def _find(pattern: re.Pattern[str], text: str) -> Iterator[Place]:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in pattern.finditer(line):
            yield Place(number, match.start() + 1, len(match[0]))
