"""The golden thread: from each need to the action, priority, measure and data behind it, and back.

Computed once, from what authors tie together; the annex, the files beside the documents, the
rules and ``sufficiency thread`` read it. A measure of a section stands where one of a priority
does, and nothing but its section lies behind it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from sufficiency.content import Content
from sufficiency.content.plan import SuccessMeasure, priority_actions, priority_measures
from sufficiency.facts.terms import Terms, in_own_words
from sufficiency.problems import Location
from sufficiency.prose.bind import BoundText
from sufficiency.prose.markdown import escape_markdown
from sufficiency.sources import Text

BindText = Callable[[Text, bool], BoundText]
"""Binds a text, which the annex prints or leaves out."""


class Step(StrEnum):
    """What lies on the thread, in its order; a section's measures begin at the section."""

    NEED = "need"
    ACTION = "action"
    PRIORITY = "priority"
    SECTION = "section"
    MEASURE = "measure"
    INDICATOR = "indicator"
    EXTRACT = "extract"


Key: TypeAlias = tuple[Step, str]


@dataclass(frozen=True)
class Knot:
    """An entry on the thread, its words and where it stands in the files.

    ``instead`` is what it says in the place of a tie: the reason why an action answers no need, the
    evidence of a measure that is on no indicator.
    """

    step: Step
    id: str
    text: BoundText
    at: Location
    instead: BoundText | None = None

    @property
    def key(self) -> Key:
        """What ties name it by."""
        return self.step, self.id


@dataclass(frozen=True)
class Thread:
    """Every entry that the thread may run through, and its ties; entries of a step in file order.

    ``onward`` leads from each need towards the extracts.
    """

    knots: Mapping[Key, Knot]
    onward: Mapping[Key, tuple[Key, ...]]

    @cached_property
    def backward(self) -> Mapping[Key, tuple[Key, ...]]:
        """The same ties from the extracts towards the needs."""
        found: dict[Key, dict[Key, None]] = {}
        for key in self.knots:
            for tied in self.onward.get(key, ()):
                found.setdefault(tied, {})[key] = None
        return {key: tuple(tied) for key, tied in found.items()}

    def of(self, step: Step) -> tuple[Knot, ...]:
        """All entries of a step."""
        return tuple(knot for knot in self.knots.values() if knot.step is step)

    def named(self, id: str) -> tuple[Knot, ...]:
        """The entries of that id: several where a need and an action, say, have the same."""
        return tuple(knot for knot in self.knots.values() if knot.id == id)

    def after(self, knot: Knot) -> tuple[Knot, ...]:
        """What is next on the thread."""
        return tuple(self.knots[key] for key in self.onward.get(knot.key, ()))

    def before(self, knot: Knot) -> tuple[Knot, ...]:
        """What leads to it."""
        return tuple(self.knots[key] for key in self.backward.get(knot.key, ()))

    def reached(self, knot: Knot, step: Step) -> tuple[Knot, ...]:
        """What of a later step the thread leads to from there, each once."""
        found: dict[Key, Knot] = {}
        pending = list(reversed(self.after(knot)))
        seen: set[Key] = set()
        while pending:
            one = pending.pop()
            if one.key in seen:
                continue
            seen.add(one.key)
            if one.step is step:
                found[one.key] = one
            else:
                pending += reversed(self.after(one))
        return tuple(found.values())

    @property
    def beginnings(self) -> Iterator[Knot]:
        """Where a way along it begins: every need, and whatever nothing of the plan leads to."""
        yield from self.of(Step.NEED)
        for step in (Step.ACTION, Step.PRIORITY, Step.SECTION):
            yield from (knot for knot in self.of(step) if knot.key not in self.backward)

    @property
    def paths(self) -> Iterator[tuple[Knot, ...]]:
        """Every way along it, from its beginning to where it ends."""
        begun = reversed(tuple(self.beginnings))
        pending: list[tuple[Knot, ...]] = [(knot,) for knot in begun]
        while pending:
            path = pending.pop()
            further = self.after(path[-1])
            if not further:
                yield path
            pending += [(*path, knot) for knot in reversed(further)]


NO_THREAD = Thread(MappingProxyType({}), MappingProxyType({}))


def tie_thread(content: Content, text: BindText, terms: Terms) -> Thread:
    """The thread of all that can be read. What is named and not there is no tie: it is told."""
    tying = _Tying(content, text, terms)
    tying.needs()
    tying.priorities()
    tying.sections()
    tying.data()
    return Thread(tying.knots, tying.ties())


@dataclass
class _Tying:
    """Gathers knots, and the ties from each to those that it names or is named by."""

    content: Content
    text: BindText
    terms: Terms
    knots: dict[Key, Knot] = field(default_factory=dict)
    named: dict[Key, list[Key]] = field(default_factory=dict)

    def ties(self) -> dict[Key, tuple[Key, ...]]:
        """The ties between knots that are there, each once."""
        return {
            key: tuple(tied for tied in dict.fromkeys(named) if tied in self.knots)
            for key, named in self.named.items()
            if key in self.knots
        }

    def needs(self) -> None:
        for box in self.content.boxes.entries.values():
            for need in box.needs:
                self._add(Step.NEED, str(need.id), self._printed(need.text), need.text)

    def priorities(self) -> None:
        plan = self.content.priorities.entries
        for id, priority in plan.items():
            title = self.text(priority.title, priority.number is None)
            self._add(Step.PRIORITY, id, title, priority.title)
        for id, priority in plan.items():
            for name, action in priority_actions(id, priority):
                self._add(Step.ACTION, name, self._printed(action.text), action.text)
                self._say_instead((Step.ACTION, name), action.without_need)
                self._tie((Step.ACTION, name), (Step.PRIORITY, id))
                for need in action.needs:
                    self._tie((Step.NEED, str(need)), (Step.ACTION, name))
            self._measures((Step.PRIORITY, id), priority_measures(id, priority))

    def sections(self) -> None:
        for id, section in self.content.sections.entries.items():
            if section.front.success_measures:
                title = section.front.title
                self._add(Step.SECTION, id, self._printed(title), title)
                self._measures((Step.SECTION, id), section.measures)

    def _measures(self, of: Key, measures: Iterable[tuple[str, SuccessMeasure]]) -> None:
        for name, measure in measures:
            key = (Step.MEASURE, name)
            self._add(*key, self._printed(measure.text), measure.text)
            self._say_instead(key, measure.evidence)
            self._tie(of, key)
            if measure.indicator is not None:
                self._tie(key, (Step.INDICATOR, str(measure.indicator)))

    def data(self) -> None:
        """Indicators and extracts, whose words are the analysts' and hold no facts."""
        for id, indicator in self.content.indicators.entries.items():
            label = Text(in_own_words(indicator.label, self.terms), indicator.label.at)
            self._add(Step.INDICATOR, id, _plain(label), label)
            self._tie((Step.INDICATOR, id), (Step.EXTRACT, str(indicator.extract)))
        for id, extract in self.content.extracts.entries.items():
            words = Text(f"{extract.title}, {extract.publisher}", extract.title.at)
            self._add(Step.EXTRACT, id, _plain(words), words)

    def _printed(self, text: Text) -> BoundText:
        return self.text(text, True)

    def _add(self, step: Step, id: str, bound: BoundText, text: Text) -> None:
        self.knots.setdefault((step, id), Knot(step, id, bound, text.at))

    def _say_instead(self, key: Key, text: Text | None) -> None:
        if text is not None:
            knot = self.knots[key]
            self.knots[key] = Knot(knot.step, knot.id, knot.text, knot.at, self._printed(text))

    def _tie(self, one: Key, next: Key) -> None:
        self.named.setdefault(one, []).append(next)


def _plain(text: Text) -> BoundText:
    return BoundText(escape_markdown(text), at=text.at)
