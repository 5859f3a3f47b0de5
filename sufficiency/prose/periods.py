"""Figures beside a year or date that is not theirs: "in 2024" beside the figure of 2026.

Told where a clause names a time and its facts are all of another, and nothing else in the sentence
is of the time that is named. How to say that both are meant is in ``docs/wording.md``.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from sufficiency.content import Shelf
from sufficiency.content.spans import Span
from sufficiency.facts import Fact
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose.clauses import Clause, Told, clauses_of, told_in
from sufficiency.prose.mentions import TIME, Mention, find_times
from sufficiency.prose.numbers import hide_bound
from sufficiency.prose.sentences import ends_of_sentences
from sufficiency.prose.unbound import Place

FACT_PERIOD = Code(
    "FACT-PERIOD",
    "A sentence names one time, and its figure is of another",
    "The figure moved on to the newest period, or the year was left from last time: readers "
    "would take the one for the other.",
    "Write when the figure is of. Or write a fact of the time that you name: one with a line "
    "such as `period: 31 March 2024` in strategy/facts.yml. Where both are meant, say beside the "
    "figure when it is of, too.",
    "In 2024 we looked after {{ cic_now }} children.   # of 31 March 2026",
    Severity.WARNING,
    mended="On 31 March 2026 we looked after {{ cic_now }} children.",
)

# What is to come is no figure yet, whatever stands beside it.
_TO_COME = re.compile(
    r"\b(?:will|would|should|plan|aim|expect|forecast|target|intend|want|hope|project|predict"
    r"|estimate)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
# "In 2018 Ofsted asked us to publish that {{ now }} …": the year is of what was said then.
_SAID_THEN = re.compile(
    r"\b(?:(?:sa(?:id|ys?)|told|wrote|written|published?|reported?|announced?|agreed|promised|warned"
    r"|stated|noted|heard|found|learn(?:ed|t)|decided|recommended)(?:\s+(?:us|them|it|everyone))?"
    r"\s+that|(?:asked|told|required|invited)\s+(?:the\s+)?\w+\s+to)\b",
    re.IGNORECASE,
)


def tell_periods(
    text: str, facts: Shelf[Fact], place: Place, as_at: date | None = None
) -> Iterator[Problem]:
    """The problems of a text's years and dates beside figures of others, in order.

    ``as_at`` is when the strategy stands, by which "last year" is read; it is not without it.
    """
    if "{{" not in text or not TIME.search(text):
        return
    find = partial(find_times, as_at=as_at)
    shown = hide_bound(text)
    ends = [0, *ends_of_sentences(text), len(text)]
    for first, last in pairwise(ends):
        if not TIME.search(shown, first, last):
            continue
        told = [one for one in told_in(text, shown, first, last, facts) if one.fact.periods]
        figures = [one.start for one in told]
        for clause in clauses_of(shown, first, last, figures, find) if told else ():
            for mention, beside in _beside(shown, clause, told):
                at = place(mention.start, mention.words)
                yield Problem(FACT_PERIOD, at, *_words(mention, beside.printed, beside.fact))


def _beside(
    shown: str, clause: Clause[Mention], told: Sequence[Told]
) -> Iterator[tuple[Mention, Told]]:
    """The mentions of a clause that its facts, all of one time, are not of, with the first."""
    inside = [one for one in told if clause.start <= one.start < clause.end]
    if len({one.fact.periods for one in inside}) != 1:
        return
    fact = inside[0].fact
    is_of_change = fact.moved is not None
    if not is_of_change and any(_agrees(each, fact) for each in clause.mentions):
        return
    ends = max(period.end for period in fact.periods)
    is_to_come = _TO_COME.search(shown, clause.start, clause.end) is not None
    others = {one.fact.name: one.fact for one in told}.values()
    for mention in clause.mentions:
        is_meant = is_of_change or not mention.of_changes
        if not (mention.is_placing and is_meant) or (is_to_come and mention.days.first > ends):
            continue
        if mention.is_limit and mention.days.last > ends:
            continue
        if _SAID_THEN.search(shown, mention.start, inside[0].start):
            continue
        if not any(_agrees(mention, other) for other in others):
            yield mention, inside[0]


def _agrees(mention: Mention, fact: Fact) -> bool:
    """Whether a fact may be of the time: of a change what matters is which end is named."""
    periods = sorted(fact.periods)
    first = periods[-1] if mention.role == "last" else periods[0]
    last = periods[0] if mention.role == "first" else periods[-1]
    if mention.role == "within" or fact.moved is None:
        first, last = periods[0], periods[-1]
    return _overlap(mention.days, Span(first.start, last.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


def _words(mention: Mention, printed: str, fact: Fact) -> tuple[str, str]:
    """What is told of a mention beside a fact, and how to mend it."""
    named = " ".join(mention.words.split())
    beside = f'{{{{ {fact.name} }}}}, "{printed}"'
    if fact.moved is not None:
        first, last = min(fact.periods).label, max(fact.periods).label
        mend = (
            "Write the times that the change goes between; or give it others, behind `from` and "
            "`to` in strategy/facts.yml."
        )
        return f'"{named}" stands beside {beside}, which goes from {first} to {last}.', mend
    mend = (
        f"Write when the figure is of, {fact.period}; or write a fact of the time that you name. "
        "Where both are meant, say beside the figure when it is of, too."
    )
    return f'"{named}" stands beside {beside}, which is of {fact.period}.', mend
