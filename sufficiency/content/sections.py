"""``strategy/sections/*.md``: the narrative, one file a section."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from sufficiency.content.entry import Entry, Filled
from sufficiency.content.plan import SuccessMeasure, with_ids
from sufficiency.problems import Location
from sufficiency.sources import Text


class Claim(Entry):
    """What has to be so for a sentence of the section to be true."""

    sentence: Filled = Field(
        description="Words of the sentence that it protects, as they stand in the section."
    )
    must_hold: Filled = Field(
        description="A comparison of facts that has to hold: children_2019 < children_2017"
    )


class SectionFront(Entry):
    """A section's front matter."""

    title: Filled = Field(description="The heading.")
    numbered: bool = Field(default=True, description="false for a heading without a number.")
    parent: Text | None = Field(
        default=None, description="The id of the section that this one is a part of."
    )
    success_measures: list[SuccessMeasure] = Field(
        default=[],
        description="How the council will know that what the section says has come about; "
        "printed at its end.",
    )
    claims: list[Claim] = Field(
        default=[],
        description="Comparisons of facts that have to hold for sentences of the section to be "
        "true; never printed.",
    )


@dataclass(frozen=True)
class Section:
    """A section: ``order`` and ``id`` come from the file's name, ``10-executive-summary.md``."""

    id: str
    order: int
    front: SectionFront
    body: Text
    path: str

    @property
    def at(self) -> Location:
        """The file's beginning."""
        return Location(self.path)

    @property
    def measures(self) -> Iterator[tuple[str, SuccessMeasure]]:
        """Its measures of success by their ids."""
        yield from with_ids(self.front.success_measures, f"section-{self.id}-measure")
