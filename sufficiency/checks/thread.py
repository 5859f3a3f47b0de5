"""Rules of the golden thread: where it ends too soon, and what lies beside it.

What is loose is found once, in ``content/gaps.py``: the documents list it for their readers, these
rules tell whoever can tie it where it stands. Where what would tie it cannot be read, or is
misspelt and told for that, nothing is called loose.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from sufficiency.content import Content, ExtractEntry, FigureEntry, Shelf
from sufficiency.content.gaps import Gap
from sufficiency.facts import Fact, StatedFigure
from sufficiency.problems import Code, Problem, Severity, suggestion
from sufficiency.prose import BoundStrategy, Step
from sufficiency.sources import Text
from sufficiency.tables import ReleasedTable

NEED_UNANSWERED = Code(
    "NEED-UNANSWERED",
    "No action answers a need",
    "The strategy says what is needed and promises nothing about it.",
    "Name the need in an action that answers it, behind `needs`, or add an action.",
    "- id: weekend_carers       # and no action names it\n  text: carers for weekends",
    Severity.WARNING,
    mended="- text: Offer weekends off.\n  needs: [weekend_carers]",
)
ACTION_UNTIED = Code(
    "ACTION-UNTIED",
    "An action answers no need and gives no reason",
    "A reader cannot tell what it is for. Work that serves no need of a box may have a good "
    "reason: the annex of the golden thread prints it.",
    "Name the needs that it answers behind `needs`, or say why it is done behind `without_need`.",
    "- text: Use one system to track what homes cost.",
    Severity.WARNING,
    mended="- text: Use one system to track what homes cost.\n"
    "  without_need: It saves work in the council.",
)
PRIORITY_UNMEASURED = Code(
    "PRIORITY-UNMEASURED",
    "A priority has no measure of success",
    "Nobody will be able to say whether it was met.",
    "Add `success_measures`: what will have changed, and the indicator or evidence that shows it.",
    "title: Grow fostering\nactions:\n  - text: Recruit carers.",
    Severity.WARNING,
    mended="title: Grow fostering\nactions:\n  - text: Recruit carers.\nsuccess_measures:\n"
    "  - text: More children live with our own carers.\n    indicator: fostered_in_house",
)
MEASURE_UNPROVEN = Code(
    "MEASURE-UNPROVEN",
    "A measure of success has neither an indicator nor evidence",
    "It says what will have changed and not what will show it.",
    "Name an `indicator` of data/indicators.yml, or in `evidence` what will show it.",
    "- text: Children feel at home.",
    Severity.WARNING,
    mended="- text: Children feel at home.\n  evidence: The yearly survey of children in care",
)
THEME_EMPTY = Code(
    "THEME-EMPTY",
    "No priority belongs to a theme",
    "The theme is not printed: the action plan has headings for those with priorities only.",
    "Name it in a priority, behind `theme`, or delete it from strategy/strategy.yml.",
    "themes:\n  far: {label: Far from home}     # and no priority says `theme: far`",
    Severity.WARNING,
    mended="theme: far     # in the file of a priority",
)
REF_OWNER = Code(
    "REF-OWNER",
    "An action has an owner whom the governance list does not know",
    "Nobody would answer for it: the role may be misspelt, renamed or gone.",
    "Correct the name, or add the role or board to `governance` in strategy/strategy.yml. Several "
    "owners stand with `;`, a comma or `and` between them.",
    "owner: Head of Fosterng     # governance: [Head of Fostering]",
    mended="owner: Head of Fostering",
)
EXTRACT_UNUSED = Code(
    "EXTRACT-UNUSED",
    "Nothing in the strategy uses an extract",
    "Somebody fetched it for a reason. Perhaps the fact, figure or measure that it is for was "
    "forgotten; or it is left over, and will be brought up to date each year for nothing.",
    "Print a fact of it, show a figure or set a measure on an indicator of it; or delete it from "
    "data/catalogue.yml and the folder data.",
    "extracts:\n  waiting_times:     # and no text, figure or measure is on it\n"
    "    file: waiting-times.csv",
    Severity.WARNING,
    mended="We find a home within {{ days_waited }} on average.",
)


@dataclass(frozen=True)
class _Rule:
    """What is told of one loose entry, and of all of a kind at once; both name what is missing."""

    code: Code
    one: str
    all: str
    mend: str


_RULES = {
    "needs": _Rule(
        NEED_UNANSWERED,
        'no action answers the need "{id}".',
        "no action answers any of the {of} needs.",
        "An action answers a need by its id: write `needs: [{id}]` below it, in a file of "
        "strategy/priorities.",
    ),
    "actions": _Rule(
        ACTION_UNTIED,
        'the action "{id}" answers no need, and does not say why it is done.',
        "none of the {of} actions says which need it answers.",
        "Write `needs: [its-id]` below it, with the id of a need of strategy/needs.yml; or "
        "`without_need:` and the reason.",
    ),
    "priorities": _Rule(
        PRIORITY_UNMEASURED,
        'the priority "{id}" has no measure of success.',
        "none of the {of} priorities has a measure of success.",
        PRIORITY_UNMEASURED.mend,
    ),
    "measures": _Rule(
        MEASURE_UNPROVEN,
        'the measure of success "{id}" does not say what will show it.',
        "none of the {of} measures of success says what will show it.",
        MEASURE_UNPROVEN.mend,
    ),
    "themes": _Rule(
        THEME_EMPTY,
        'no priority belongs to the theme "{id}".',
        "no priority belongs to any of the {of} themes.",
        "Write `theme: {id}` in the priority that belongs to it, or delete the theme.",
    ),
}

LOOSE_ENDS = frozenset(rule.code for rule in _RULES.values())
"""The codes of all loose ends."""


def check_thread(
    content: Content, bound: BoundStrategy, tables: Shelf[ReleasedTable]
) -> Iterator[Problem]:
    """Loose ends, owners that nobody knows, and extracts that nothing uses."""
    loose = {open.gap.kind: open.gap for open in bound.gaps if open.gap.loose}
    if "actions" in loose and loose["actions"].are_all_loose:
        loose.pop("needs", None)  # where no action names a need, none is answered
    for kind, gap in loose.items():
        if not _may_be_tied(content, kind):
            yield from _loose(gap)
    yield from _owners(content, bound)
    if _all_can_be_read(content, bound, tables):
        yield from _unused(content, bound)


def _loose(gap: Gap) -> Iterator[Problem]:
    """A warning for each end; one for all of them, at the first, where none of a kind is tied."""
    rule = _RULES[gap.kind]
    is_one_for_all = gap.are_all_loose and gap.of > 1
    for end in gap.loose[:1] if is_one_for_all else gap.loose:
        words = rule.all if is_one_for_all else rule.one
        message, mend = (text.format(id=end.id, of=gap.of) for text in (words, rule.mend))
        yield Problem(rule.code, end.text.at, message, mend)


def _may_be_tied(content: Content, kind: str) -> bool:
    """Whether what would tie such an entry is unreadable, or misspelt, which is told."""
    plan, boxes = content.priorities, content.boxes
    if any(shelf.broken or not shelf.complete for shelf in (plan, boxes, content.sections)):
        return True
    if kind == "needs":
        needs = {need.id for box in boxes.entries.values() for need in box.needs}
        actions = (action for one in plan.entries.values() for action in one.actions)
        return any(need not in needs for action in actions for need in action.needs)
    if kind == "themes" and content.strategy is not None:
        known = {None, *content.strategy.themes}
        return any(priority.theme not in known for priority in plan.entries.values())
    return False


def _owners(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """Every owner who is not on the governance list; none where there is no list."""
    known = bound.strategy.governance
    if not known:
        return
    names = sorted(known, key=len, reverse=True)
    forms = (r"\s+".join(map(re.escape, name.split())) for name in names)
    listed = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    for priority in content.priorities.entries.values():
        for action in priority.actions:
            if action.owner is not None and "{{" not in action.owner:
                yield from _unknown_owner(action.owner, listed, known)


_BETWEEN_OWNERS = r"(?:[\s,;/&]+|\b(?:and|with|the)\b)*"


def _unknown_owner(owner: Text, listed: re.Pattern[str], known: list[Text]) -> Iterator[Problem]:
    """The names of the list are taken out of the text; what is then left is nobody's."""
    words = " ".join(owner.split())
    for stretch in listed.split(words):
        left = re.fullmatch(rf"{_BETWEEN_OWNERS}(.*?){_BETWEEN_OWNERS}", stretch)
        if left is not None and left[1]:
            message = f'the owner "{left[1]}" is not on the governance list.'
            mend = suggestion(left[1], known, REF_OWNER.mend)
            yield Problem(REF_OWNER, owner.at, message, mend)


def _all_can_be_read(content: Content, bound: BoundStrategy, tables: Shelf[ReleasedTable]) -> bool:
    """Whether nothing that might use an extract is left out for a problem of its own."""
    shelves = (
        content.facts,
        content.figures,
        content.sections,
        content.priorities,
        content.indicators,
        content.extracts,
        tables,
    )
    is_whole = all(shelf.complete and not shelf.broken for shelf in shelves)
    return is_whole and bound.shows_all and not bound.marked


def _mend_unused(id: str, extracts: Mapping[str, ExtractEntry], used: Set[str]) -> str:
    """Its file goes, too, unless an extract of it is used."""
    mend, folder = EXTRACT_UNUSED.mend, " and the folder data."
    for other, extract in extracts.items():
        if other in used and extract.file == extracts[id].file:
            stays = f'. Leave its file in data: the extract "{other}" is of it, too.'
            return mend.removesuffix(folder) + stays
    return mend


def _unused(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """Extracts of which no number is printed, no figure is made, and on which no measure is.

    A figure that is shown nowhere is told as such, and uses its extract.
    """
    used = {figure.extract.id for figure in bound.figures}
    for entry in bound.ledger:
        if isinstance(entry.origin, Fact):
            used |= {source.extract.id for source in entry.origin.sources}
        elif isinstance(entry.origin, StatedFigure):
            used.add(entry.origin.publication.id)
    thread = bound.thread
    for measure in thread.of(Step.MEASURE):
        used |= {knot.id for knot in thread.reached(measure, Step.EXTRACT)}
    indicators = content.indicators.entries
    for figure in content.figures.entries.values():
        if isinstance(figure, FigureEntry) and figure.indicator in indicators:
            used.add(str(indicators[figure.indicator].extract))
    # An extract is of use, too, where its figures only check another's.
    for indicator in indicators.values():
        wholes = [parts.of for parts in indicator.parts if parts.of is not None]
        for other in (*wholes, *(same.indicator for same in indicator.same_as)):
            if other in indicators:
                used |= {str(indicator.extract), str(indicators[other].extract)}
    made_of = {str(indicator.extract) for indicator in indicators.values()}
    extracts = content.extracts.entries
    for id, extract in extracts.items():
        if id not in used:
            why = "no number of it is printed, no figure shows it and no measure is on it"
            if id not in made_of:
                why = "no indicator is made from it"
            message = f'nothing in the strategy uses the extract "{id}": {why}.'
            yield Problem(
                EXTRACT_UNUSED, extract.location(), message, _mend_unused(id, extracts, used)
            )
