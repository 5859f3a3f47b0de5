"""References that are typed by hand, "see Table 1", and so keep their number when others change."""

import re
from collections.abc import Iterator
from itertools import islice

from sufficiency.problems import Code, Problem, Severity
from sufficiency.problems.many import MOST
from sufficiency.prose.numbers import hide_bound
from sufficiency.prose.unbound import Place

REFERENCE_TYPED = Code(
    "REFERENCE-TYPED",
    "A figure, a table or a section is called by a typed number",
    "Figures, tables and sections are numbered when the documents are made: a number that is typed "
    "leads to another one as soon as something is added before it, and it is no link.",
    "Write @fig-name for a chart and @tbl-name for a table, by their names in "
    "strategy/figures.yml, or @sec-name for a section, by the name of its file without the number "
    "before it: the right number and a link are printed. References work in sections; elsewhere, "
    "in captions or actions, say what is meant in words. If it is another publication's, say "
    "whose: Table 4 of the register.",
    "As Figure 3 shows, more children stay near home.",
    Severity.WARNING,
    mended="As @fig-distance shows, more children stay near home.",
)

_NUMBER = r"\d{1,2}(?:\.\d{1,2})*(?![\w%]|[.,]\d)"
_TYPED = re.compile(
    rf"\b(?:(?P<figure>figures?|figs?\.?|charts?|diagrams?)|(?P<table>tables?)|chapters?"
    rf"|(?:see|in)\s+sections?)\s+{_NUMBER}|\bsections?\s+\d{{1,2}}(?:\.\d{{1,2}})+(?![\w%]|[.,]\d)"
    r"|\b(?:see|on)\s+pages?\s+\d{1,3}\b",
    re.IGNORECASE,
)
# What is said to be another's is not ours, and sections of acts are numbered by their own.
_OF_ANOTHER = re.compile(
    r"(?:\s*(?:,|-|–|and|to)\s*\d[\d.]*)*\s+(?:of|in|from)\s+(?!(?:this|our)\b)"
    r"|\s*\([^)\n]*(?:19|20)\d\d|[^.;\n]{0,30}\b(?:Act|Regulations)\b",
)
_SHORT = re.compile(r"(?:figure|fig|chart|diagram|table|chapter|section|page)", re.IGNORECASE)


def tell_typed_references(text: str, place: Place) -> Iterator[Problem]:
    """A warning for each reference of a text to a part of its own document by a typed number."""
    if not _SHORT.search(text):
        return
    shown = hide_bound(text)
    for found in islice(_TYPED.finditer(shown), MOST):
        # "Table 1: Costs" as a headline numbers itself, which is told as CAPTION-NUMBER.
        is_own_number = found.start() == 0 and shown.startswith(":", found.end())
        if not is_own_number and not _OF_ANOTHER.match(shown, found.end()):
            said = " ".join(found[0].split())
            message = f'"{said}" is typed by hand: added before it, another would take its number.'
            yield Problem(
                REFERENCE_TYPED, place(found.start(), found[0]), message, _mend(found, said)
            )


def _mend(found: re.Match[str], said: str) -> str:
    if found["figure"] or found["table"]:
        sign, kind = ("fig", "chart") if found["figure"] else ("tbl", "table")
        write = f"@{sign}-name, with the {kind}'s name in strategy/figures.yml"
    else:
        write = "@sec-name, with the name of the section's file without the number before it"
    return (
        f"Write {write}: the right number is printed. Outside sections say in words what is meant. "
        f'If it stands in another publication, say in which: "{said} of the register".'
    )
