"""Rule of sections: one that claims what figures would show cites something.

What counts as a claim is narrow, since a false alarm teaches people to pass over warnings: words
for what was found, for a change that has been, for most of the children, and for standing above or
below others. Digits and numbers in words have rules of their own.
"""

import re
from collections.abc import Iterator

from sufficiency.facts import Commitment
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.prose import (
    BoundFigure,
    BoundMissing,
    BoundPicture,
    BoundSection,
    BoundStrategy,
    BoundText,
    BoundTiles,
)

SECTION_UNCITED = Code(
    "SECTION-UNCITED",
    "A section claims something and cites nothing",
    "A reader is asked to believe what figures would show, and finds none: no fact, no number with "
    "its source, no figure, and nothing that leads to one.",
    "Print a fact, quote a number with its source, or say where the figures stand: (see "
    "@sec-costs), (@fig-weekly-costs), a footnote or a link. Or say it as a belief, if it is one.",
    "Prices have risen every year.",
    Severity.WARNING,
    mended="Prices have risen every year (see @fig-weekly-costs).",
)

_FOUND = (
    r"(?:evidence|research|studies|statistics|analysis|(?:the|our) (?:data|figures)) "
    r"(?:clearly |now |also )?"
    r"(?:shows?|suggests?|indicates?|confirms?|demonstrates?|found|tells? us)"
)
_CHANGED = (
    r"(?<!\bwe\s)(?:has|have) (?:also |now |steadily |sharply )?"
    r"(?:risen|fallen|increased|decreased|grown|doubled|halved|trebled|tripled|dropped|declined|"
    r"reduced|gone (?:up|down))"
)
_FELL = (
    r"(?:rose|fell|grew|increased|decreased|dropped|declined|doubled|halved) "
    r"(?:again|each year|every year|last year|over the|in the (?:last|past)|since|sharply|"
    r"steadily|slightly)"
)
_MOST = (
    r"(?:the )?(?:(?:vast|great|large) )?majority of (?:our |the |these |those )?"
    r"(?:children|young people|care leavers|carers|families|placements|homes)"
)
_AGAINST = (
    r"(?:above|below|higher than|lower than|more than|fewer than|less than|better than|worse than) "
    r"(?:the |our |that of |those of |in )*"
    r"(?:national|regional|London|England|English|statistical neighbours?)(?: average)?"
)
_WORDS = "|".join((_FOUND, _CHANGED, _FELL, _MOST, _AGAINST)).replace(" ", r"\s+")
_CLAIM = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?<![\w\\])@(?:fig|tbl|sec)-\w|\[\^[^\]]+\]|\]\(https?:|<https?:|^\[\^", re.IGNORECASE
)
_SHOWS = BoundFigure | BoundTiles | BoundPicture | BoundMissing


def check_uncited(bound: BoundStrategy) -> Iterator[Problem]:
    """The first claim of each section that cites nothing; a chapter cites what its parts do."""
    numbered = {entry.section for entry in bound.ledger if not isinstance(entry.origin, Commitment)}
    citing = {part.section.id for part in bound.sections if _leads_to_evidence(part)} | numbered
    citing |= {
        str(part.section.front.parent)
        for part in bound.sections
        if part.section.front.parent and part.section.id in citing
    }
    for part in bound.sections:
        claim = None if part.section.id in citing else _first_claim(part)
        if claim is not None:
            words, at = claim
            message = f'"{words}": the section says so and cites nothing that shows it.'
            yield Problem(SECTION_UNCITED, at, message, SECTION_UNCITED.mend)


def _leads_to_evidence(part: BoundSection) -> bool:
    """Whether it shows a figure or leads to one, or to another section or publication."""
    return any(isinstance(block.content, _SHOWS) for block in part.blocks) or (
        _REFERENCE.search(part.section.body) is not None
    )


def _first_claim(part: BoundSection) -> tuple[str, Location] | None:
    """Its words and its place. What somebody says in a box of their own is no claim of ours."""
    for block in part.blocks:
        if isinstance(block.content, BoundText):
            found = _CLAIM.search(block.content.markdown)
            if found is not None:
                at = part.section.body.place_of(found[0])
                return " ".join(found[0].split()), at
    return None
