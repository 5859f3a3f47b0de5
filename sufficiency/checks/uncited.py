"""Rule of sections: a paragraph that claims what figures would show has them near.

Near is the paragraph itself, the one before it and the one behind it, or a figure that stands
there. A chapter's own words sum up its parts, and lean on what those cite.

What counts as a claim is narrow, since a false alarm teaches people to pass over warnings: words
for what was found, for a change that has been, for most of the children, and for standing above or
below others. Digits and numbers in words have rules of their own.
"""

import re
from collections.abc import Iterator

from sufficiency.content import Content
from sufficiency.facts import Commitment
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.prose import (
    BoundBlock,
    BoundFigure,
    BoundMissing,
    BoundPicture,
    BoundSection,
    BoundStrategy,
    BoundText,
    BoundTiles,
)
from sufficiency.prose.marks import keys_of_marks

SECTION_UNCITED = Code(
    "SECTION-UNCITED",
    "A paragraph claims something, and nothing near it shows it",
    "A reader is asked to believe what figures would show, and finds none in the paragraph or in "
    "those before and behind it: no fact, no number with its source, no figure, and nothing that "
    "leads to one.",
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
_SHOWN = BoundFigure | BoundTiles | BoundPicture | BoundMissing


def check_uncited(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """The first claim of each paragraph that nothing near it shows.

    None while publications cannot be read: what is quoted may show it.
    """
    if content.references.broken or not content.references.complete:
        return
    leaning = {
        str(part.section.front.parent)
        for part in bound.sections
        if part.section.front.parent and any(map(_shows, part.blocks))
    }
    for part in bound.sections:
        if part.section.id in leaning:
            continue
        shows = [False, *map(_shows, part.blocks), False]
        for place, block in enumerate(part.blocks):
            claim = None if any(shows[place : place + 3]) else _first_claim(block)
            if claim is not None:
                at = _place(part, block, claim)
                said = " ".join(claim.split())
                message = f'"{said}": nothing in this paragraph or beside it shows it.'
                yield Problem(SECTION_UNCITED, at, message, SECTION_UNCITED.mend)


def _shows(block: BoundBlock) -> bool:
    """Whether a block is a figure, prints what has a source, or leads to what does.

    What could not be printed might have one.
    """
    content = block.content
    if not isinstance(content, BoundText):
        return isinstance(content, _SHOWN)
    if _REFERENCE.search(content.markdown) or keys_of_marks(content.markdown):
        return True
    return any(not isinstance(entry.origin, Commitment) for entry in content.printed)


def _first_claim(block: BoundBlock) -> str | None:
    """Its words. What somebody says in a box of their own is no claim of ours."""
    if not isinstance(block.content, BoundText):
        return None
    found = _CLAIM.search(block.content.markdown)
    return None if found is None else found[0]


def _place(part: BoundSection, block: BoundBlock, claim: str) -> Location:
    """Where a claim stands in its own paragraph: the same words may come in others."""
    body = part.section.body
    above = body.splitlines(keepends=True)[: block.at.line - body.at.line]
    offset = body.find(claim, sum(map(len, above)))
    return block.at if offset < 0 else body.place_at(offset)
