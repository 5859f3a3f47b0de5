"""``strategy/lists.yml``, ``glossary.yml`` and ``gaps.yml``: what a strategy lists by name."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Entry, Filled, Id
from sufficiency.sources import Text


class ListItem(Entry):
    """One item of a list: a principle, a pledge, an outcome."""

    id: Id | None = Field(default=None, description="Its name, for priorities that serve it.")
    title: Filled | None = Field(default=None, description="A few words that it begins with.")
    text: Filled = Field(description="What it says.")


class ListGroup(Entry):
    """Items under a heading of their own."""

    id: Id | None = Field(default=None, description="Its name, for priorities that serve it.")
    title: Filled = Field(description="The heading.")
    items: list[ListItem] = Field(min_length=1, description="The items, in order.")


class NamedList(Entry):
    """A vision, principles, aims, pledges or outcomes, placed with ``{{ list("…") }}``."""

    items: list[ListItem] = Field(default=[], description="The items, where they have no groups.")
    groups: list[ListGroup] = Field(default=[], description="The groups of items, in order.")

    @model_validator(mode="after")
    def _one_kind(self) -> "NamedList":
        if bool(self.items) == bool(self.groups):
            raise PydanticCustomError("list_kind", "one of items and groups")
        return self

    @property
    def ids(self) -> tuple[Text, ...]:
        """Every id in the list, of groups and items."""
        items = [*self.items, *(item for group in self.groups for item in group.items)]
        given = [*(group.id for group in self.groups), *(item.id for item in items)]
        return tuple(id for id in given if id)


class GlossaryEntry(Entry):
    """A word that a reader may not know."""

    term: Filled = Field(description="The word, as the document prints it.")
    meaning: Filled = Field(description="What it means, in a sentence or two.")


class EvidenceGap(Entry):
    """Something that the strategy should show and cannot."""

    title: Filled = Field(description="What is missing.")
    why: Filled = Field(description="Why it cannot be shown.")
