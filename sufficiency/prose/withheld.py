"""Words in a box that names no consent: they are printed nowhere, and no problem quotes them.

What is wrong in them is told once the consent is named; until then their box is the problem.
"""

import re
from collections.abc import Collection, Iterable

from sufficiency.content import Section
from sufficiency.problems import Problem
from sufficiency.prose.boxes import part_boxes
from sufficiency.prose.markdown import COMMENT

_COMMENT = re.compile(COMMENT, re.DOTALL)


def hide_comments(text: str) -> str:
    """The text, as long as before, with nothing in its comments that could part it."""
    return _COMMENT.sub(lambda comment: "c" * len(comment[0]), text)


def pass_over_withheld(problems: Iterable[Problem], sections: Collection[Section]) -> list[Problem]:
    """The problems but for those that stand among words that may not be shown."""
    lines = {(section.body.at.path, line) for section in sections for line in _withheld(section)}
    return [problem for problem in problems if (problem.at.path, problem.at.line) not in lines]


def _withheld(section: Section) -> Iterable[int]:
    """The lines of such words, without those that open and close their box."""
    text = section.body
    for stretch in part_boxes(hide_comments(text))[0]:
        if stretch.may_be_shown:
            continue
        within = text[stretch.start : stretch.end]
        before, after = len(within) - len(within.lstrip()), len(within.rstrip())
        first = text.place_at(stretch.start + before).line
        last = text.place_at(stretch.start + max(after - 1, before)).line
        yield from range(first, last + 1) if within.strip() else ()
