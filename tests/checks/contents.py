"""What a strategy of a few sections and nothing else says."""

from sufficiency.content import Content, Section, SectionFront, Shelf
from sufficiency.content.read import SHELF_FILES
from sufficiency.problems import Location
from sufficiency.sources import Text


def content_of(*bodies: str) -> Content:
    """The content of sections with these texts, each beginning in line 1."""
    sections = {
        f"s{number}": Section(
            f"s{number}",
            number,
            SectionFront(title=Text("S")),
            Text(body, Location("s.md")),
            "s.md",
        )
        for number, body in enumerate(bodies)
    }
    empty = {name: Shelf[object]({}) for name in SHELF_FILES}
    return Content(
        strategy=None,
        priorities=Shelf({}),
        sections=Shelf(sections),
        **empty,  # type: ignore[arg-type]
    )
