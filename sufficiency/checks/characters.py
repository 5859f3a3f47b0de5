"""Rules of the characters: everything printed must have a shape in the documents' font."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import category

from sufficiency.problems import Code, Location, Problem
from sufficiency.prose.characters import TURNING, is_drawable
from sufficiency.tables import ReleasedTable

CHARACTER_NONE = Code(
    "CHARACTER-NONE",
    "A character has no shape in the font",
    "It would come out as an empty box, or stop the PDF.",
    "Use another character, or a word in its place.",
    "The number rose (58 → 60).",
    mended="The number rose (from 58 to 60).",
)


def check_characters(
    texts: Mapping[str, str], tables: Mapping[str, ReleasedTable], drawable: frozenset[str]
) -> Iterator[Problem]:
    """Each character of the authors' files and of tables' names that cannot be drawn.

    ``texts`` are what could be read of those files, by path.
    """
    for path, text in texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            yield from _in_text(line, drawable, Location(path, number))
    for table in tables.values():
        for row in table.rows:
            for name in (row.place, *row.breakdown.values()):
                sheet = table.extract.sheet
                place = Location(row.source.file, row.source.line, sheet=sheet)
                yield from _in_text(name, drawable, place, is_cell=True)


def _in_text(
    text: str, drawable: frozenset[str], at: Location, *, is_cell: bool = False
) -> Iterator[Problem]:
    for column, run in _runs(text, drawable):
        place = at if is_cell else Location(at.path, at.line, column)
        shown = f'"{run}"' if run.isprintable() else "what stands here"
        if not TURNING.isdisjoint(run):
            message = "a character stands here that cannot be seen and turns words round."
            mend = "Delete it, and see whether the words still say what they should."
            yield Problem(CHARACTER_NONE, place, message, mend)
        elif all(category(one) == "Cc" for one in run):
            message = f"a character stands here that cannot be seen (U+{ord(run[0]):04X})."
            mend = "Delete it: type the words around it anew, or save the file again where it "
            mend += "comes from."
            yield Problem(CHARACTER_NONE, place, message, mend)
        elif len(run) == 1:
            code = f"U+{ord(run):04X}"
            shown = f"{shown} ({code})" if run.isprintable() else code
            message = f"the character {shown} has no shape in the font."
            yield Problem(CHARACTER_NONE, place, message, CHARACTER_NONE.mend)
        else:
            message = f"the letters or signs of {shown} have no shape in the font."
            mend = "Write it in Latin letters, or use other words."
            yield Problem(CHARACTER_NONE, place, message, mend)


def _runs(text: str, drawable: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Stretches of characters without a shape, with their columns; spaces between do not part."""
    if text.isascii() and text.isprintable():
        return
    kinds = "".join(
        " " if one == " " else "." if is_drawable(one, drawable) else "x" for one in text
    )
    for found in re.finditer(r"x(?: *x)*", kinds):
        yield found.start() + 1, text[found.start() : found.end()]
