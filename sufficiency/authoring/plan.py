"""Adds to the plan: needs and priorities."""

import re

from sufficiency.authoring.desk import Added, Desk
from sufficiency.authoring.insert import NewEntry
from sufficiency.authoring.names import free_id, id_from
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.texts import new_file
from sufficiency.content.read import SHELF_FILES
from sufficiency.problems import suggestion
from sufficiency.sources.shape import PRIORITIES

_BOXES = SHELF_FILES["boxes"]


def add_need(
    desk: Desk, box: str, text: str, *, id: str | None = None, is_new_box: bool = False
) -> tuple[Added, str]:
    """Adds a need to a box, and returns what to do next. Raises Refused."""
    text = one_line(text, "The need")
    boxes = desk.content.boxes
    taken = {str(need.id) for each in boxes.entries.values() for need in each.needs}
    if id is not None and id in taken:
        raise Refused(f'Another need has the id "{id}". Choose another.')
    name = id or free_id(id_from(text, "_", words=4), "_", taken)
    need = {"id": name, "text": text}
    if is_new_box:
        if box in boxes.names:
            raise Refused(f'There is a box "{box}" already. Leave --new-box out to add to it.')
        added = desk.add_entry(_BOXES.path, [_BOXES.key], NewEntry(box, {"needs": [need]}))
    else:
        if not boxes.may_hold(box):
            offer = suggestion(box, boxes.names)
            raise Refused(f'There is no box "{box}". {offer} To begin a new one, add --new-box.')
        added = desk.add_entry(_BOXES.path, [_BOXES.key, box, "needs"], NewEntry(None, need))
    step = f"Let an action answer it: `needs: [{name}]` in a file of strategy/priorities."
    if _is_placed(desk, box):
        return added, step
    call = f'{{{{ we_need("{box}") }}}}'
    return added, f"Place the box in a section with {call} on a line by itself. {step}"


def add_priority(desk: Desk, title: str) -> tuple[Added, str]:
    """Adds a file with a priority, and returns what to do next. Raises Refused."""
    title = one_line(title, "The title")
    priorities = desk.content.priorities
    given = (str(each.number) for each in priorities.entries.values())
    numbers = [re.match(r"\d+", path.removeprefix(PRIORITIES)) for path in desk.project.files]
    taken = [int(found[0]) for found in numbers if found]
    number = 1 + max([*taken, *(int(label) for label in given if label.isdecimal())], default=0)
    name = free_id(id_from(title, "-"), "-", priorities.names)
    text = new_file("priority.yml", {"title": title, "number": number})
    added = desk.add_file(f"{PRIORITIES}{number}-{name}.yml", text)
    return added, "Open the file and write why it is a priority and what will be done."


def one_line(text: str, what: str) -> str:
    """A text from the command line with single spaces. Raises Refused where it is blank."""
    words = " ".join(text.split())
    if not words:
        raise Refused(f"{what} may not be blank.")
    return words


def _is_placed(desk: Desk, box: str) -> bool:
    sections = desk.content.sections.entries.values()
    placed = re.compile(rf"""\{{\{{\s*we_need\(\s*["']{re.escape(box)}["']\s*\)""")
    return any(placed.search(section.body) for section in sections)
