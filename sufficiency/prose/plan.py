"""Binds the plan: priorities by theme with their actions by strand, measures, and what is open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sufficiency.content import Action, Content, Priority, SuccessMeasure
from sufficiency.content.gaps import Gap
from sufficiency.content.plan import priority_actions, priority_measures
from sufficiency.content.strategy import Strategy, Theme
from sufficiency.facts import in_own_words
from sufficiency.prose.bind import BoundText
from sufficiency.prose.bound import (
    PLAN,
    BoundAction,
    BoundGap,
    BoundMeasure,
    BoundPriority,
    BoundStrand,
    BoundTheme,
)
from sufficiency.prose.markdown import Markdown, escape_markdown
from sufficiency.sources import Text
from sufficiency.tables.period import print_date

BindText = Callable[[Text, str], BoundText]
"""Binds a text that stands in a section or part of that id, and notes what it prints."""


@dataclass(frozen=True)
class PlanBinder:
    """Binds with ``text``, which keeps the ledger in the order in which it is called, and with
    ``promised`` what the council promises, in which numbers may be typed."""

    content: Content
    strategy: Strategy
    text: BindText
    promised: BindText

    def themes(self) -> tuple[BoundTheme, ...]:
        """The themes that have a priority, in the strategy's order; then those without one."""
        return tuple(self._themes())

    def _themes(self) -> Iterator[BoundTheme]:
        themes: list[tuple[str | None, Theme | None]] = [*self.strategy.themes.items()]
        for id, theme in [*themes, (None, None)]:
            # One that names a theme that is not there stands with those that name none.
            own = {
                key: priority
                for key, priority in self.content.priorities.entries.items()
                if (priority.theme if priority.theme in self.strategy.themes else None) == id
            }
            if not own:
                continue
            label = str(theme.label) if theme is not None else None
            text = self._optional(theme.text, PLAN) if theme is not None else None
            priorities = tuple(self._priority(*item) for item in own.items())
            at = theme.label.at if theme is not None else priorities[0].at
            yield BoundTheme(str(id) if id else None, label, text, priorities, at)

    def _priority(self, id: str, priority: Priority) -> BoundPriority:
        title = self.text(priority.title, PLAN).markdown
        number = priority.number
        name = heading = title
        if number is not None:
            name = escape_markdown(f"{self.strategy.priority_noun} {number}")
            heading = Markdown(f"[{name}:]{{.priority-name}} {title}")
        return BoundPriority(
            id=id,
            at=priority.title.at,
            name=name,
            heading=heading,
            why=self._optional(priority.why, PLAN),
            strands=tuple(self._strands(id, priority)),
            measures=tuple(self.measure(*item, PLAN) for item in priority_measures(id, priority)),
        )

    def _strands(self, id: str, priority: Priority) -> Iterator[BoundStrand]:
        """The strands that the priority has actions for, in the strategy's order."""
        labels: dict[str | None, str | None] = {
            key: str(label) for key, label in self.strategy.strands.items()
        }
        for strand, label in {**labels, None: None}.items():
            actions = tuple(
                self._action(key, action)
                for key, action in priority_actions(id, priority)
                # One that names a strand that is not there stands with those that name none.
                if (action.strand if action.strand in labels else None) == strand
            )
            if actions:
                yield BoundStrand(label, actions)

    def _action(self, id: str, action: Action) -> BoundAction:
        return BoundAction(
            id=id,
            text=self.text(action.text, PLAN),
            start=print_date(action.start) if action.start is not None else None,
            owner=self._cell(action.owner, PLAN),
            due=self._cell(action.due, PLAN),
        )

    def measure(self, id: str, measure: SuccessMeasure, part: str) -> BoundMeasure:
        """A measure of success that stands in a section or part of that id."""
        return BoundMeasure(
            id=id,
            entry=measure,
            text=self.text(measure.text, part),
            shown_by=self._shown_by(measure, part),
            baseline=self._cell(measure.baseline, part),
            target=self._target(measure, part),
        )

    def _shown_by(self, measure: SuccessMeasure, part: str) -> Markdown | None:
        indicator = self.content.indicators.entries.get(measure.indicator or "")
        if indicator is not None:
            return escape_markdown(in_own_words(indicator.label, self.strategy.terms))
        return self._cell(measure.evidence, part)

    def _target(self, measure: SuccessMeasure, part: str) -> Markdown | None:
        target = self.promised(measure.target, part).markdown if measure.target else None
        if measure.by is None:
            return target
        day = print_date(measure.by)
        return Markdown(f"{target} by {day}" if target is not None else f"By {day}")

    def gap(self, gap: Gap) -> BoundGap:
        """A gap as the plan prints it."""
        return BoundGap(gap, tuple(self.text(end.text, PLAN) for end in gap.loose_ends))

    def _optional(self, text: Text | None, part: str) -> BoundText | None:
        return self.text(text, part) if text is not None else None

    def _cell(self, text: Text | None, part: str) -> Markdown | None:
        return self.text(text, part).markdown if text is not None else None
