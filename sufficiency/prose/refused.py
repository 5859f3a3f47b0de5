"""Markup that may not stand in a section, since it reaches out of the strategy.

Raw HTML would make the three formats differ; executable cells and Quarto's shortcodes can read
the machine that builds; a picture by path or address would embed what is not the council's.
"""

import re

from sufficiency.problems import Code, Location, Problem
from sufficiency.sources import Text

MARKUP_REFUSED = Code(
    "MARKUP-REFUSED",
    "Markup stands in the text that cannot be used here",
    "It would show in one format and not in the others, or reach out to the computer that "
    "builds the strategy.",
    "Write it in Markdown. If the signs are meant as text, put a backslash before the first.",
    "<b>important</b>, {{< include file >}}, ```{python}, ![](picture.png)",
)

_REFUSED = (
    (re.compile(r"\{\{<.*?>\}\}", re.DOTALL), "a shortcode", "Delete it."),
    (re.compile(r"^(`{3,}|~{3,})\s*\{", re.MULTILINE), "a cell that would be run", "Delete it."),
    (re.compile(r"`[^`\n]*`\{="), "raw markup", "Write it in Markdown."),
    (re.compile(r"^\s*(`{3,}|~{3,})\s*\{?=", re.MULTILINE), "raw markup", "Write it in Markdown."),
    (re.compile(r"<(?=[a-zA-Z/!?])(?!https?://|mailto:)[^>\n]*>"), "HTML", "Write it in Markdown."),
    (
        re.compile(r"!\[[^\]]*\]\("),
        "a picture",
        'Place charts with {{ figure("id") }}; other pictures cannot be placed yet.',
    ),
    (
        re.compile(r"\]\(\s*(?!https?://|mailto:|tel:|#)[^)\s]*"),
        "a link that leads to no web page",
        "Begin its address with https://, or use a cross-reference such as @sec-fostering.",
    ),
)


def refused_markup(body: Text) -> list[Problem]:
    """Each place in a section's text where markup stands that may not."""
    problems = []
    for pattern, what, mend in _REFUSED:
        for found in pattern.finditer(body):
            if found.start() and body[found.start() - 1] == "\\":
                continue
            before = body[: found.start()]
            at = Location(
                body.at.path,
                body.at.line + before.count("\n"),
                found.start() - (before.rfind("\n") + 1) + 1,
            )
            problems.append(Problem(MARKUP_REFUSED, at, f"{what} stands here.", mend))
    return problems
