"""Rule of what is there to be shown: a section places it."""

import re
from collections.abc import Collection, Iterator

from sufficiency.content import Content
from sufficiency.content.entry import Entry
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose import BoundStrategy

PLACED_NOWHERE = Code(
    "PLACED-NOWHERE",
    "A box, list, figure or picture is shown nowhere",
    "Somebody wrote it to be read, and no reader will see it.",
    'Place it in a section, on a line by itself: {{ we_need("id") }}, {{ list("id") }}, '
    '{{ figure("id") }}, {{ table("id") }} or {{ picture("id") }}. Or delete it.',
    "boxes:\n  carers:              # and no section places it\n    needs:\n"
    "      - {id: local_carers, text: more carers near home}",
    mended='{{ we_need("carers") }}     # on a line by itself in a section',
    severity=Severity.WARNING,
)

_NAMING = re.compile(r"\{\{(?P<between>[^{}]+)|@(?:fig|tbl)-(?P<referred>[\w-]+)")
_QUOTED = re.compile(r"""["'“”‘’]([\w-]+)["'“”‘’]""")
_NAME = re.compile(r"[\w-]+")


def check_placed(content: Content, bound: BoundStrategy) -> Iterator[Problem]:
    """What no section tries to show.

    Nothing is told where a section cannot be read or something unknown is placed: that may be it.
    """
    if content.sections.broken or not content.sections.complete or not bound.shows_all:
        return
    text = "\n".join(section.body for section in content.sections.entries.values())
    tried = set(_tried(text, content.facts.names))
    for what, call, id, entry in _showable(content):
        if id not in tried and not _is_elsewhere(content, what, id, text):
            message = f'no section shows the {what} "{id}".'
            mend = f'Place it in a section with {{{{ {call}("{id}") }}}} on a line by itself, or '
            yield Problem(PLACED_NOWHERE, entry.location(), message, f"{mend}delete it.")


def _showable(content: Content) -> Iterator[tuple[str, str, str, Entry]]:
    """All that can be shown: what it is, the word that places it, its id and entry."""
    yield from (("box", "we_need", *box) for box in content.boxes.entries.items())
    yield from (("list", "list", *named) for named in content.lists.entries.items())
    for id, figure in content.figures.entries.items():
        kind = "table" if figure.kind == "table" else "figure"
        yield kind, kind, id, figure
    yield from (("picture", "picture", *picture) for picture in content.pictures.entries.items())


def _tried(text: str, facts: Collection[str]) -> Iterator[str]:
    """All that may be an id between braces, or behind a reference, which is told where it fails.

    Between quotation marks that is the whole of it. Without them somebody left them out, or wrote
    "{{ list-aims }}" for the list "aims"; a fact's own name names nothing else.
    """
    for found in _NAMING.finditer(text):
        between = found["between"]
        if between is None:
            yield found["referred"]
            continue
        quoted = _QUOTED.findall(between)
        yield from quoted
        for name in () if quoted else _NAME.findall(between):
            parts = name.split("-") if name not in facts else []
            yield from ("-".join(parts[place:]) for place in range(len(parts)))


def _is_elsewhere(content: Content, what: str, id: str, text: str) -> bool:
    """Whether a picture is on the cover, or is put into a section in Markdown, which is told."""
    if what != "picture":
        return False
    logo = content.strategy.logo if content.strategy else None
    file = re.escape(content.pictures.entries[id].file)
    return id == logo or re.search(rf"!\[[^\]]*\]\([^)]*{file}", text) is not None
