"""Rules of the plan: what actions and measures name must exist."""

from collections.abc import Collection, Iterable, Iterator

from sufficiency.content import Action, Content, SuccessMeasure
from sufficiency.content.binding import ID_TWICE
from sufficiency.content.strategy import Strategy
from sufficiency.facts.resolve import REF_INDICATOR
from sufficiency.problems import Code, Problem, suggestion
from sufficiency.prose import BoundStrategy
from sufficiency.sources import Text

REF_NEED = Code(
    "REF-NEED",
    "An action answers a need that is not defined",
    "The thread from needs to actions would end in nothing.",
    "Correct the id, or add the need to strategy/needs.yml.",
    "needs: [local_carer]",
    mended="needs: [local_carers]",
)
REF_STRAND = Code(
    "REF-STRAND",
    "An action is of a strand that is not defined",
    "The action plan prints actions by strand; this one would not be printed.",
    "Correct the id, or add the strand to `strands` in strategy/strategy.yml.",
    "strand: strategc",
    mended="strand: strategic",
)
REF_THEME = Code(
    "REF-THEME",
    "A priority belongs to a theme that is not defined",
    "The action plan prints priorities by theme; this one would stand among those without one.",
    "Correct the id, or add the theme to `themes` in strategy/strategy.yml.",
    "theme: nearer_hom",
    mended="theme: nearer_home",
)
REF_OUTCOME = Code(
    "REF-OUTCOME",
    "A priority serves an outcome that is not defined",
    "The thread from the priority to what the council wants to achieve would end in nothing.",
    "Correct the id, or add the group or item to strategy/lists.yml.",
    "outcomes: [familly_friendly]",
    mended="outcomes: [family_friendly]",
)


def check_plan(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """References of actions and success measures, and ids that stand twice."""
    needs = [need for box in content.boxes.entries.values() for need in box.needs]
    known_needs = {str(need.id) for need in needs}
    # Where a box could not be read its needs are not known either.
    all_needs_known = content.boxes.complete and not content.boxes.broken
    for action in _actions(content):
        for need in action.needs:
            if need not in known_needs and all_needs_known:
                yield _unknown(REF_NEED, "need", need, known_needs)
        strands = bound.strategy.strands
        if action.strand is not None and action.strand not in strands:
            yield _unknown(REF_STRAND, "strand", action.strand, strands)
    for measure in _measures(content):
        id = measure.indicator
        if id is not None and not content.indicators.may_hold(id):
            yield _unknown(REF_INDICATOR, "indicator", id, content.indicators.names)
    yield from _numbers(content)
    yield from _themes(content, bound.strategy)
    yield from _outcomes(content)
    yield from _twice("need", [need.id for need in needs])
    yield from _twice("action", [action.id for action in _actions(content) if action.id])
    yield from _twice("measure of success", [one.id for one in _measures(content) if one.id])


def _numbers(content: Content) -> Iterator[Problem]:
    """No two priorities may have one number: a reader could not tell them apart."""
    names: dict[str, str] = {}
    for name, priority in content.priorities.entries.items():
        if priority.number is None:
            continue
        earlier = names.setdefault(priority.number.casefold(), name)
        if earlier != name:
            message = f'the priority "{earlier}" has the number {priority.number} already.'
            mend = "Give one of the two another number."
            yield Problem(ID_TWICE, priority.number.at, message, mend)


def _themes(content: Content, strategy: Strategy) -> Iterator[Problem]:
    for priority in content.priorities.entries.values():
        theme = priority.theme
        if theme is not None and theme not in strategy.themes:
            yield _unknown(REF_THEME, "theme", theme, strategy.themes)


def _outcomes(content: Content) -> Iterator[Problem]:
    """What priorities serve is a group or an item of a list; no id may stand for two of them."""
    ids = [id for named in content.lists.entries.values() for id in named.ids]
    all_known = content.lists.complete and not content.lists.broken
    for priority in content.priorities.entries.values():
        for outcome in priority.outcomes:
            if outcome not in ids and all_known:
                yield _unknown(REF_OUTCOME, "outcome", outcome, ids)
    yield from _twice("list item", ids)


def _actions(content: Content) -> Iterator[Action]:
    for priority in content.priorities.entries.values():
        yield from priority.actions


def _measures(content: Content) -> Iterator[SuccessMeasure]:
    for section in content.sections.entries.values():
        yield from section.front.success_measures
    for priority in content.priorities.entries.values():
        yield from priority.success_measures


def _unknown(code: Code, what: str, name: Text, known: Collection[str]) -> Problem:
    mend = suggestion(name, known, code.mend)
    return Problem(code, name.at, f'{what} "{name}" is not defined.', mend)


def _twice(what: str, ids: Iterable[Text]) -> Iterator[Problem]:
    seen: dict[str, Text] = {}
    for id in ids:
        if id in seen:
            message = f'another {what} has the id "{id}", in {seen[id].at}.'
            yield Problem(ID_TWICE, id.at, message, ID_TWICE.mend)
        seen.setdefault(id, id)
