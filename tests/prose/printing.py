"""Facts and a printer made by hand, and what text comes to with them, without its marks."""

from dataclasses import replace

from sufficiency.content import Section, SectionFront, Shelf
from sufficiency.facts import Publication
from sufficiency.problems import Location
from sufficiency.prose import (
    BoundText,
    BoundVoice,
    Placement,
    Printer,
    ProseBlock,
    bind_section,
    bind_text,
)
from sufficiency.prose.printed import without_marks
from sufficiency.sources import Text, parse_yaml
from sufficiency.tables import Status, Unit
from tests.released import resolved, row, table

FACTS = """
now: {indicator: in_care}
gap: {formula: cost_b - cost_a}
cost_a: {indicator: cost, place: Ambleford}
cost_b: {indicator: cost, place: Briarton}
hidden: {indicator: in_care, place: Briarton}
"""


def a_printer() -> Printer:
    """Facts: now 60 children, gap £261 a week, hidden [c]. Sources: register.

    Any number may be typed into its texts: ``test_unbound.py`` has those in which none may.
    """
    children = table(row("Ambleford", 2019, 60), row("Briarton", 2019, Status.SUPPRESSED))
    costs = [row("Ambleford", 2019, 675), row("Briarton", 2019, 936)]
    facts, problems = resolved(FACTS, children, table(*costs, id="cost", unit=Unit.POUNDS_A_WEEK))
    assert problems == []
    register = Publication("register", "Register, Ambleford Council, April 2019")
    return Printer(facts, Shelf({"register": register}), numbers=None)


def bound(yaml: str) -> tuple[BoundText, list[str]]:
    """The value of the key ``text`` of a YAML text, bound; and its problems as printed."""
    tree, problems = parse_yaml(yaml, "a.yml")
    assert tree is not None
    assert problems == []
    text, found = bind_text(tree["text"], a_printer(), "plan")
    text = replace(text, markdown=without_marks(text.markdown))
    return text, [str(problem) for problem in found]


def blocks(markdown: str, *, level: int = 1) -> tuple[list[ProseBlock], list[str]]:
    """The blocks of a section with this text, which begins in the fourth line of its file."""
    body = Text(markdown, Location("s.md", 4))
    section = Section("s", 10, SectionFront(title=Text("S")), body, "s.md")
    found, problems = bind_section(section, a_printer(), level=level)
    return found, [str(problem) for problem in problems]


def texts(markdown: str, *, level: int = 1) -> list[str]:
    """The blocks' Markdown, and placements as their kind and id."""
    found, problems = blocks(markdown, level=level)
    assert problems == []
    return [shown(block) for block in found]


def shown(block: ProseBlock) -> str:
    """A block's Markdown; a placement as its kind and id, a voice as its parts."""
    content = block.content
    if isinstance(content, Placement):
        return f"{content.kind} {content.id}"
    if isinstance(content, BoundVoice):
        said = " | ".join(without_marks(text.markdown) for text in content.paragraphs)
        return f"voice: {said}{f' | by {without_marks(content.by.markdown)}' if content.by else ''}"
    return without_marks(content.markdown)
