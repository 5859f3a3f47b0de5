"""Adds a section: finds the number by which its file stands in its place."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from sufficiency.authoring.desk import Added, Desk, refuse_no_id
from sufficiency.authoring.names import free_number, id_from
from sufficiency.authoring.plan import one_line
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.texts import new_file
from sufficiency.problems import suggestion
from sufficiency.sources.shape import SECTIONS


@dataclass(frozen=True)
class _Standing:
    """A section that is there: ``parent`` is None for a chapter."""

    order: int
    id: str
    parent: str | None
    path: str


def add_section(
    desk: Desk,
    title: str,
    *,
    after: str | None = None,
    parent: str | None = None,
    id: str | None = None,
) -> tuple[Added, str]:
    """Adds a file with a section, and returns what to do next.

    Args:
        desk: The project.
        title: The section's heading.
        after: The section that it follows, of the same level: its id, or its file's name. Left
            out, it is the last of its chapter, or of all.
        parent: The chapter that it is a part of; that of ``after`` where left out.
        id: Made from the title where left out.

    Raises:
        Refused: Where a name is unknown or taken, or no number is free.
    """
    title = one_line(title, "The title")
    standing = _standing(desk)
    name = id or id_from(title, "-")
    refuse_no_id(name)
    if name in {section.id for section in standing}:
        raise Refused(f'There is a section "{name}" already. Choose another id with --id.')
    neighbour = _find(after, standing, "section") if after else None
    chapter = _find(parent, standing, "chapter") if parent else None
    if chapter is not None and chapter.parent is not None:
        raise Refused(
            f'"{chapter.id}" is a part of "{chapter.parent}", and a section can only be a part of '
            "a chapter."
        )
    if chapter is None and neighbour is not None and neighbour.parent is not None:
        chapter = _find(neighbour.parent, standing, "chapter")
    number = _number(standing, neighbour, chapter)
    parent_id = chapter.id if chapter else None
    text = new_file("section.md", {"title": title, "parent": parent_id, "id": name})
    added = desk.add_file(f"{SECTIONS}{number}-{name}.md", text)
    return added, f"Open the file and write its text. Refer to it elsewhere with @sec-{name}."


def _standing(desk: Desk) -> list[_Standing]:
    """All sections in their order, those with problems among them."""
    found = []
    for path in desk.project.markdown:
        name = re.fullmatch(r"(\d+)-(.+)", PurePosixPath(path).stem)
        if name:
            section = desk.content.sections.entries.get(name[2])
            parent = section.front.parent if section else None
            found.append(_Standing(int(name[1]), name[2], str(parent) if parent else None, path))
    return sorted(found, key=lambda section: (section.order, section.id))


def _find(given: str, standing: list[_Standing], what: str) -> _Standing:
    """The section of an id, as it was given or with the number and ending of its file."""
    id = re.sub(r"^\d+-", "", PurePosixPath(given).name.removesuffix(".md"))
    for section in standing:
        if section.id == id:
            return section
    known = [each.id for each in standing if what == "section" or each.parent is None]
    raise Refused(f'There is no {what} "{given}". {suggestion(id, known)}')


def _number(
    standing: list[_Standing], neighbour: _Standing | None, chapter: _Standing | None
) -> int:
    """A free number behind the neighbour and its parts, or at the end of the chapter or of all."""
    place = _last_before(standing, neighbour, chapter)
    before, after = standing[place] if place >= 0 else None, standing[place + 1 : place + 2]
    units = (10, 5) if chapter else (100, 50, 10, 5)
    if before and before.order < 100:
        units = (10, 5)
    order = before.order if before else 0
    number = free_number(order, after[0].order if after else None, units=units)
    if number is None:
        assert before is not None
        raise Refused(
            f"There is no number free between {before.path} and {after[0].path}. Give the second "
            "file a higher number, and those behind it if need be, and try again."
        )
    return number


def _last_before(
    standing: list[_Standing], neighbour: _Standing | None, chapter: _Standing | None
) -> int:
    """The index of the section that the new one follows straight away, -1 where there is none."""
    start = neighbour or chapter
    if start is None:
        return len(standing) - 1
    if chapter and chapter.id not in (start.id, start.parent):
        raise Refused(f'"{start.id}" is not a part of "{chapter.id}". Name one that is.')
    place = standing.index(start)
    is_first_part = neighbour is not None and chapter is not None and neighbour.id == chapter.id
    while not is_first_part and standing[place + 1 : place + 2]:
        if standing[place + 1].parent != start.id:
            break
        place += 1
    return place
