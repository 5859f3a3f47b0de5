"""A rule of the signs for emphasis: where one stands within a word, it was probably meant."""

import re
from collections.abc import Iterator

from sufficiency.content import Content, Section
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose.markdown import PARAGRAPH, hide_code

EMPHASIS_WITHIN = Code(
    "EMPHASIS-WITHIN",
    "A sign between two numbers or letters is taken for emphasis",
    "The * is not printed, and what stands between two of them is set in italics: 5*3*2 comes out "
    "as 532.",
    "Write × or the word “times”. If the sign itself is meant, put a backslash before it.",
    "Each of 5*3*2 homes has a garden.",
    Severity.WARNING,
    mended="Each of 5 × 3 × 2 homes has a garden.",
)
# What is no text: expressions, addresses, and the names and classes behind a bracket. Braces that
# open again before they close are none: each would be followed to the end.
_NO_TEXT = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\]\([^()\s]*\)|<[^<>\s]*>|\]\{[^{}]*\}")
_WITHIN = re.compile(r"(?<=\w)(?P<signs>\*{1,3})(?=\w)[^*]*?(?<=[^\s\\*])(?P=signs)(?!\*)")


def check_emphasis(content: Content) -> Iterator[Problem]:
    """Each place of a section where emphasis begins within a word."""
    for section in content.sections.entries.values():
        yield from _check(section)


def _check(section: Section) -> Iterator[Problem]:
    # An underscore within a word is none to pandoc.
    body = _NO_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), hide_code(section.body))
    for paragraph in PARAGRAPH.finditer(body):
        for found in _WITHIN.finditer(body, paragraph.start(), paragraph.end()):
            signs = found["signs"]
            between = " ".join(found[0].strip("*").split())
            message = f'the {signs} before and behind "{between}" are taken for emphasis, and are '
            message += "not printed."
            mend = "Write × or “times” in their place, or put a backslash before each *."
            yield Problem(EMPHASIS_WITHIN, section.body.place_at(found.start()), message, mend)
