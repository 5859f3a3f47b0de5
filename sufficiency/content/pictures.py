"""``strategy/pictures.yml``: photographs, diagrams and logos that the council brings."""

from typing import Literal

from pydantic import Field

from sufficiency.content.entry import Entry, Filled
from sufficiency.sources import Text

PictureKind = Literal["photograph", "diagram", "logo"]


class PictureEntry(Entry):
    """A picture, placed with ``{{ picture("…") }}``; what must hold of it is in ``checks``."""

    file: Filled = Field(description="The file's name, below strategy/pictures.")
    kind: PictureKind = Field(description="photograph, diagram or logo.")
    alt: Text | None = Field(
        default=None, description="What the picture shows, for people who cannot see it."
    )
    decorative: bool = Field(
        default=False, description="true, without alt, for a picture that tells nothing."
    )
    caption: Filled | None = Field(
        default=None, description="A caption; with one the picture is numbered as a figure."
    )
    credit: Filled | None = Field(
        default=None, description="Who made the picture, printed below it."
    )
    people: bool | None = Field(
        default=None,
        description="Whether people can be recognised in it; stated for every photograph.",
    )
    consent: Filled | None = Field(
        default=None,
        description="Where the consent of the people shown is recorded: a record's number, "
        "never a name. It is not printed.",
    )
