"""What the plan leaves open: fields that nobody filled, and loose ends of the golden thread.

The thread runs from a need to the action that answers it, its priority, and the measure of
success with the indicator or evidence behind it. Where it ends too soon a strategy may still be
published: the document says so, and ``sufficiency check`` does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sufficiency.content.binding import Shelf
from sufficiency.content.entry import Entry
from sufficiency.content.plan import Action, SuccessMeasure, priority_actions, priority_measures
from sufficiency.content.read import Content
from sufficiency.sources import Text


@dataclass(frozen=True)
class LooseEnd:
    """An entry at which the thread ends too soon: its id, and the author's words for it."""

    id: str
    text: Text


@dataclass(frozen=True)
class Gap:
    """Something that the plan leaves open, in words: "an owner for 4 of 9 actions".

    ``loose_ends`` names the entries where the thread is cut, unless all of a kind are alike.
    """

    words: str
    loose_ends: tuple[LooseEnd, ...] = ()

    def __str__(self) -> str:
        """With the ids of what is loose in brackets."""
        ids = ", ".join(end.id for end in self.loose_ends)
        return f"{self.words} ({ids})" if ids else self.words


_Tied: TypeAlias = tuple[LooseEnd, bool]

_ACTION_FIELDS = {"owner": "an owner", "due": "an end date"}
_MEASURE_FIELDS = {"baseline": "a baseline", "target": "a target"}
_NEXT_ON_THE_THREAD = {
    "needs": "an action",
    "actions": "a linked need",
    "priorities": "a measure of success",
    "measures": "an indicator or evidence",
    "themes": "a priority",
}
GAP_WORDS = (
    *_ACTION_FIELDS.values(),
    *_MEASURE_FIELDS.values(),
    *_NEXT_ON_THE_THREAD,
    *_NEXT_ON_THE_THREAD.values(),
)
"""What the words of gaps are made from."""


def find_gaps(content: Content) -> Iterator[Gap]:
    """Every gap of the plan: first what is not filled in, then what is loose."""
    priorities = content.priorities.entries
    actions = [item for plan in priorities.items() for item in priority_actions(*plan)]
    measures = list(_measures(content))
    yield from _unfilled([action for _, action in actions], _ACTION_FIELDS, "actions")
    yield from _unfilled([measure for _, measure in measures], _MEASURE_FIELDS, "measures")
    yield from _loose("needs", _needs(content, actions))
    yield from _loose("actions", [(LooseEnd(id, one.text), bool(one.needs)) for id, one in actions])
    yield from _loose(
        "priorities",
        [(LooseEnd(id, one.title), bool(one.success_measures)) for id, one in priorities.items()],
    )
    yield from _loose(
        "measures",
        [(LooseEnd(id, one.text), bool(one.indicator or one.evidence)) for id, one in measures],
    )
    yield from _loose("themes", _themes(content))


def measures_of(content: Content) -> Shelf[SuccessMeasure]:
    """Every measure of success by its id, those of sections and of the plan."""
    shelves = (content.sections, content.priorities)
    is_whole = all(shelf.complete and not shelf.broken for shelf in shelves)
    return Shelf(dict(_measures(content)), complete=is_whole)


def _measures(content: Content) -> Iterator[tuple[str, SuccessMeasure]]:
    for section in content.sections.entries.values():
        yield from section.measures
    for plan in content.priorities.entries.items():
        yield from priority_measures(*plan)


def _needs(content: Content, actions: Sequence[tuple[str, Action]]) -> Iterator[_Tied]:
    answered = {need for _, action in actions for need in action.needs}
    for box in content.boxes.entries.values():
        for need in box.needs:
            yield LooseEnd(str(need.id), need.text), need.id in answered


def _themes(content: Content) -> Iterator[_Tied]:
    themes = content.strategy.themes if content.strategy is not None else {}
    used = {priority.theme for priority in content.priorities.entries.values()}
    for id, theme in themes.items():
        yield LooseEnd(str(id), theme.label), id in used


def _unfilled(entries: Sequence[Entry], fields: Mapping[str, str], kind: str) -> Iterator[Gap]:
    for field, missing in fields.items():
        count = sum(getattr(entry, field) is None for entry in entries)
        if count:
            yield Gap(_words(missing, count, len(entries), kind))


def _loose(kind: str, entries: Iterable[_Tied]) -> Iterator[Gap]:
    """The gap of those entries that are not tied to what is next on the thread."""
    listed = list(entries)
    loose = tuple(end for end, is_tied in listed if not is_tied)
    if loose:
        words = _words(_NEXT_ON_THE_THREAD[kind], len(loose), len(listed), kind)
        yield Gap(words, () if len(loose) == len(listed) else loose)


def _words(missing: str, count: int, of: int, kind: str) -> str:
    everyone = "all" if of == 1 else f"all {of}"
    how_many = everyone if count == of else f"{count} of {of}"
    return f"{missing} for {how_many} {kind}"
