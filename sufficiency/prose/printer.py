"""What text is bound to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sufficiency.content import Content, NumberRules, Shelf
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact, Publication
from sufficiency.prose.places import Places


@dataclass(frozen=True)
class Printer:
    """What text is bound to: facts, publications by id, pictures' files by id.

    ``numbers`` are the rules by which typed numbers pass; None lets all of them pass. ``places``
    are those that a figure could be of, ``as_at`` is when the strategy stands, ``little_change``
    the rule for what is noise.
    """

    facts: Shelf[Fact]
    publications: Shelf[Publication]
    pictures: Mapping[str, str] = field(default_factory=dict)
    numbers: NumberRules | None = field(default_factory=NumberRules)
    places: Places = field(default_factory=Places)
    as_at: date | None = None
    little_change: LittleChange = field(default_factory=LittleChange)

    @property
    def of_voices(self) -> "Printer":
        """The same for what somebody said, in which no number is the council's."""
        passes = self.numbers is None or self.numbers.voices
        return replace(self, numbers=None) if passes else self


def publications(content: Content) -> Shelf[Publication]:
    """What stated figures may name: publications, then extracts by their title and publisher."""
    extracts = {
        id: Publication(id, f"{entry.title}, {entry.publisher}", entry.url or "", entry.licence)
        for id, entry in content.extracts.entries.items()
    }
    references = {
        id: Publication(id, entry.citation, entry.url or "", entry.licence or "")
        for id, entry in content.references.entries.items()
    }
    return Shelf(
        {**references, **extracts, **references},
        content.extracts.broken | content.references.broken,
        content.extracts.complete and content.references.complete,
    )
