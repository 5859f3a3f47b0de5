"""The plan: needs and their boxes, priorities with their actions and success measures."""

from collections.abc import Iterator, Sequence
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Day, Entry, Filled, Id, When
from sufficiency.sources import Text


class Need(Entry):
    """One bullet of a "We need…" box."""

    id: Id = Field(description="The need's name, for actions that answer it.")
    text: Filled = Field(description="What is needed; it reads on from the box's heading.")


class NeedBox(Entry):
    """A box of needs, placed in prose with ``{{ we_need("…") }}``."""

    heading: Filled | None = Field(
        default=None, description="The box's heading, where it differs from the strategy's."
    )
    needs: list[Need] = Field(min_length=1, description="The needs, in order.")


class Action(Entry):
    """Something the council will do."""

    id: Id | None = Field(default=None, description="The action's name; made where left out.")
    strand: Text | None = Field(default=None, description="The id of a strand of strategy.yml.")
    text: Filled = Field(description="What will be done.")
    needs: list[Text] = Field(default=[], description="The ids of the needs that it answers.")
    without_need: Filled | None = Field(
        default=None, description="Why it is done, where it answers no need of a box."
    )
    owner: Filled | None = Field(default=None, description="The role that answers for it.")
    start: Day | None = Field(default=None, description="The date on which it begins.")
    due: When | None = Field(
        default=None, description="When it is to be done: a date, Summer 2027, ongoing."
    )

    @model_validator(mode="after")
    def _needs_or_the_reason_for_none(self) -> "Action":
        if self.needs and self.without_need:
            raise PydanticCustomError("needs_and_none", "both needs and a reason for none")
        return self


class SuccessMeasure(Entry):
    """How the council will know: on an indicator, or qualitative with its evidence named."""

    id: Id | None = Field(default=None, description="The measure's name; made where left out.")
    text: Filled = Field(description="What will have changed.")
    indicator: Text | None = Field(default=None, description="The id of the indicator it is on.")
    evidence: Filled | None = Field(
        default=None, description="What will show it, where no indicator does."
    )
    baseline: Filled | None = Field(default=None, description="Where it stands now.")
    target: Filled | None = Field(default=None, description="Where it is to be.")
    by: Day | None = Field(default=None, description="The date for the target.")

    @model_validator(mode="after")
    def _one_kind_of_proof(self) -> "SuccessMeasure":
        if self.indicator and self.evidence:
            raise PydanticCustomError("two_proofs", "both an indicator and evidence")
        return self


LONGEST_LABEL = 8


def _checked_label(value: Text) -> Text:
    if not value.strip()[0].isalnum():
        raise PydanticCustomError("label_start", "no number or letter")
    if len(value) > LONGEST_LABEL:
        raise PydanticCustomError("label", "too long for a label")
    return value


# Editors take a 1 without quotation marks for a number, the models for text.
Label = Annotated[
    Filled,
    AfterValidator(_checked_label),
    WithJsonSchema({"type": ["string", "integer"], "maxLength": LONGEST_LABEL}),
]
"""A number or letter as the council writes it: 1, 1a, A."""


class Priority(Entry):
    """A priority of the strategy, from one file, whose name begins with its place: 2-homes.yml."""

    id: Id | None = Field(default=None, description="Its name; the file's where left out.")
    number: Label | None = Field(
        default=None,
        description="Its number or letter as the council writes it: 1, 1a, A. At most 8 "
        "characters. Its place in the plan comes from the file's name.",
    )
    theme: Text | None = Field(
        default=None, description="The id of the theme that it belongs to (strategy.yml)."
    )
    title: Filled = Field(description="Its title.")
    why: Filled | None = Field(default=None, description="Why it is a priority.")
    outcomes: list[Text] = Field(
        default=[], description="The ids of the list items that it serves (lists.yml)."
    )
    actions: list[Action] = Field(min_length=1, description="What will be done.")
    success_measures: list[SuccessMeasure] = Field(
        default=[], description="How the council will know that it worked."
    )


Identified = TypeVar("Identified", Action, SuccessMeasure)


def with_ids(entries: Sequence[Identified], made_from: str) -> Iterator[tuple[str, Identified]]:
    """Each entry with its id: the author's, or one made from a name and its place in the list."""
    for place, entry in enumerate(entries, start=1):
        yield str(entry.id or f"{made_from}-{place}"), entry


def priority_actions(id: str, priority: Priority) -> Iterator[tuple[str, Action]]:
    """A priority's actions by their ids, in the author's order."""
    yield from with_ids(priority.actions, f"{id}-action")


def priority_measures(id: str, priority: Priority) -> Iterator[tuple[str, SuccessMeasure]]:
    """A priority's measures of success by their ids."""
    yield from with_ids(priority.success_measures, f"{id}-measure")
