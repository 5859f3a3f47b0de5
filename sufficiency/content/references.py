"""``strategy/references.yml``: the publications that stated figures are quoted from."""

from pydantic import Field

from sufficiency.content.entry import Entry, Filled, Link


class Reference(Entry):
    """A publication."""

    title: Filled = Field(description="Its title.")
    publisher: Filled = Field(description="Who published it.")
    date: Filled = Field(description="When, as printed: April 2019.")
    url: Link | None = Field(default=None, description="Its web address, with https://.")
    licence: Filled | None = Field(
        default=None, description="The licence that it may be used under."
    )

    @property
    def citation(self) -> str:
        """As printed: title, publisher, date."""
        return f"{self.title}, {self.publisher}, {self.date}"
