"""Rules of the characters: everything printed must have a shape in the documents' font."""

from collections.abc import Iterator, Mapping

from sufficiency.problems import Code, Location, Problem
from sufficiency.prose.characters import is_drawable
from sufficiency.tables import ReleasedTable

CHARACTER_NONE = Code(
    "CHARACTER-NONE",
    "A character has no shape in the font",
    "It would come out as an empty box, or stop the PDF.",
    "Use another character, or a word in its place.",
    "An emoji, an arrow or a tick pasted from another program.",
)


def check_characters(
    files: Mapping[str, bytes], tables: Mapping[str, ReleasedTable], drawable: frozenset[str]
) -> Iterator[Problem]:
    """Each character of the authors' files and of tables' names that cannot be drawn.

    ``files`` are bytes by path; those that are not UTF-8 have been reported where they are read.
    """
    for path, data in files.items():
        if path.startswith("strategy/"):
            lines = data.decode("utf-8-sig", errors="ignore").splitlines()
            for number, line in enumerate(lines, start=1):
                yield from _in_text(line, drawable, Location(path, number))
    for table in tables.values():
        for row in table.rows:
            for name in (row.place, *row.breakdown.values()):
                place = Location(row.source.file, row.source.line)
                yield from _in_text(name, drawable, place, is_cell=True)


def _in_text(
    text: str, drawable: frozenset[str], at: Location, *, is_cell: bool = False
) -> Iterator[Problem]:
    for column, character in enumerate(text, start=1):
        if not is_drawable(character, drawable):
            place = at if is_cell else Location(at.path, at.line, column)
            code = f"U+{ord(character):04X}"
            message = f'the character "{character}" ({code}) has no shape in the font.'
            yield Problem(CHARACTER_NONE, place, message, CHARACTER_NONE.mend)
