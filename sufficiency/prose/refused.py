"""Markup that may not stand in a section, since it reaches out of the strategy.

Raw HTML would make the three formats differ; executable cells and Quarto's shortcodes can read
the machine that builds; a picture by path or address would embed what is not the council's.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from sufficiency.problems import Code, Location, Problem, nearest
from sufficiency.sources import Text

MARKUP_REFUSED = Code(
    "MARKUP-REFUSED",
    "Markup stands in the text that cannot be used here",
    "It would show in one format and not in the others, or reach out to the computer that "
    "builds the strategy.",
    "Write it in Markdown. If the signs are meant as text, put a backslash before the first.",
    "This is <b>important</b>.",
    mended="This is **important**.",
)

_PICTURE = re.compile(r"!\[[^\]]*\](?:\((?P<file>[^)]*)\)?|\[[^\]]*\]?)?")
_WEB = r"(?!https?://|mailto:|tel:|#)"
_NO_WEB_PAGE = "a link that leads to no web page"
_BEGIN_WITH_HTTPS = (
    "Begin its address with https://, or use a cross-reference such as @sec-fostering."
)
# From the widest to the narrowest: what stands inside one that was found is not told again.
_REFUSED = (
    (re.compile(r"\{\{<.*?>\}\}", re.DOTALL), "a shortcode", "Delete it."),
    (
        re.compile(r"^\s*(`{3,}|~{3,})\s*\{?=.*?(?:^\s*\1|\Z)", re.MULTILINE | re.DOTALL),
        "raw markup",
        "Write it in Markdown.",
    ),
    (
        re.compile(r"^\s*(`{3,}|~{3,})\s*\{.*?(?:^\s*\1|\Z)", re.MULTILINE | re.DOTALL),
        "a cell that would be run",
        "Delete it.",
    ),
    (re.compile(r"`[^`\n]*`\{=[^}\n]*\}?"), "raw markup", "Write it in Markdown."),
    (
        # pandoc reads what follows such a line as settings of the whole document.
        re.compile(r"^[ \t>]*-{3}[ \t]*$", re.MULTILINE),
        "a line of three hyphens",
        "For a line across the page write * * *; for a heading begin its line with ##.",
    ),
    (re.compile(r"<(?=[a-zA-Z/!?])(?!https?://|mailto:)[^<>]*>"), "HTML", "Write it in Markdown."),
    (
        _PICTURE,
        "a picture",
        'List it in strategy/pictures.yml and place it with {{ picture("id") }}; place a chart '
        'with {{ figure("id") }}.',
    ),
    (re.compile(r"\]\(\s*" + _WEB + r"[^)\s]*"), _NO_WEB_PAGE, _BEGIN_WITH_HTTPS),
    (
        re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?" + _WEB + r"\S+", re.MULTILINE),
        _NO_WEB_PAGE,
        _BEGIN_WITH_HTTPS,
    ),
)


def refused_markup(body: Text, pictures: Mapping[str, str]) -> list[Problem]:
    """Each place in a section's text where markup stands that may not.

    ``pictures`` are the files of pictures.yml by id, to offer the one that is meant.
    """
    problems = []
    told: list[tuple[int, int]] = []
    for pattern, what, mend in _REFUSED:
        for found in pattern.finditer(body):
            start = found.end() - len(found[0].lstrip())
            is_inside = any(first <= start < last for first, last in told)
            if is_inside or (start and body[start - 1] == "\\"):
                continue
            told.append(found.span())
            before = body[:start]
            column = start - (before.rfind("\n") + 1) + 1
            at = Location(body.at.path, body.at.line + before.count("\n"), column)
            offer = _offer(found, pictures) if pattern is _PICTURE else None
            problems.append(Problem(MARKUP_REFUSED, at, f"{what} stands here.", offer or mend))
    return problems


def _offer(found: re.Match[str], pictures: Mapping[str, str]) -> str | None:
    """How to place the picture that is probably meant; None where none is like it."""
    words = (found["file"] or "").split()
    name = PurePosixPath(words[0].replace("\\", "/")).name if words else ""
    by_file = {PurePosixPath(file).name: id for id, file in pictures.items()}
    near = nearest(name, by_file)
    return (
        f'Did you mean {{{{ picture("{by_file[near]}") }}}}, on a line by itself?' if near else None
    )
