"""The plan: needs and their boxes, priorities with their actions and success measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Day, Entry, Filled, Id
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
    owner: Filled | None = Field(default=None, description="The role that answers for it.")
    start: Day | None = Field(default=None, description="The date on which it begins.")
    due: Filled | None = Field(
        default=None, description="When it is to be done: a date, Summer 2027, ongoing."
    )


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


class Priority(Entry):
    """A priority of the strategy, from one file."""

    id: Id | None = Field(default=None, description="Its name; the file's where left out.")
    number: int = Field(ge=1, description="Its number in the action plan.")
    title: Filled = Field(description="Its title.")
    why: Filled | None = Field(default=None, description="Why it is a priority.")
    outcomes: list[Text] = Field(
        default=[], description="The ids of the list items that it serves (lists.yml)."
    )
    actions: list[Action] = Field(min_length=1, description="What will be done.")
    success_measures: list[SuccessMeasure] = Field(
        default=[], description="How the council will know that it worked."
    )


_ACTION_GAPS = {"owner": "an owner", "due": "a date by which it is done"}
_MEASURE_GAPS = {"baseline": "a baseline", "target": "a target"}


def count_gaps(priorities: Iterable[Priority]) -> Iterator[str]:
    """What the plan leaves open, in words: "an owner for 9 of 9 actions"."""
    listed = list(priorities)
    yield from _gaps([a for p in listed for a in p.actions], _ACTION_GAPS, "actions")
    measures = [measure for priority in listed for measure in priority.success_measures]
    yield from _gaps(measures, _MEASURE_GAPS, "measures")


def _gaps(entries: Sequence[Entry], fields: Mapping[str, str], what: str) -> Iterator[str]:
    for field, words in fields.items():
        missing = sum(getattr(entry, field) is None for entry in entries)
        if missing:
            yield f"{words} for {missing} of {len(entries)} {what}"
