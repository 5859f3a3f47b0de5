"""What text is bound to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sufficiency.content import NumberRules, Shelf
from sufficiency.facts import Fact


@dataclass(frozen=True)
class Printer:
    """What text is bound to: facts, citations of publications by id, pictures' files by id.

    ``numbers`` are the rules by which typed numbers pass; None lets all of them pass.
    """

    facts: Shelf[Fact]
    citations: Shelf[str]
    pictures: Mapping[str, str] = field(default_factory=dict)
    numbers: NumberRules | None = field(default_factory=NumberRules)

    @property
    def of_voices(self) -> "Printer":
        """The same for what somebody said, in which no number is the council's."""
        passes = self.numbers is None or self.numbers.voices
        return replace(self, numbers=None) if passes else self
