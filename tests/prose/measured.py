"""How well the rules about typed numbers agree with the labels of published texts.

``python -m tests.prose.measured barnet_2019 barnet_2023`` prints it, with each number on which they
disagree; ``docs/numbers.md`` says what was found. The texts' folder is ``SUFFICIENCY_SEEDS``.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sufficiency.prose.numbers import find_unbound
from tests.prose.labelled import SEEDS, WORD_KINDS, Label, Place, read_labels

# pandoc reads the published texts' tags as markup, and no section may hold any.
_TAG_OR_CHARACTER = re.compile(r"<[^<>]+>|.", re.DOTALL)


@dataclass(frozen=True)
class Judged:
    """A label, the part of the text that it is in, and whether the rules flag its number.

    Of ``barnet_2019`` the parts are "tuned" and "held back": the text below every second heading.
    """

    label: Label
    part: str
    is_flagged: bool

    @property
    def is_word(self) -> bool:
        """Whether the number is written in words."""
        return self.label.kind in WORD_KINDS

    @property
    def outcome(self) -> str:
        """Found or missed; let pass or a false alarm."""
        if self.label.bind:
            return "found" if self.is_flagged else "missed"
        return "false alarm" if self.is_flagged else "let pass"


def judge(name: str, seeds: Path) -> list[Judged]:
    """Every label of a text, judged; ``name`` is a key of ``SEEDS``."""
    text = (seeds / SEEDS[name]).read_text(encoding="utf-8")
    lines = text.split("\n")
    headings = [sum(line.startswith("#") for line in lines[: n + 1]) for n in range(len(lines))]
    flagged = list(_flagged(lines))
    return [
        Judged(
            label,
            name if name != "barnet_2019" else _PARTS[headings[label.place.line - 1] % 2],
            any(_overlap(label.place, place) for place in flagged),
        )
        for label in read_labels(name)
    ]


_PARTS = ("tuned", "held back")


def _overlap(one: Place, other: Place) -> bool:
    return (
        one.line == other.line
        and one.column < other.column + other.length
        and other.column < one.column + one.length
    )


def _flagged(lines: list[str]) -> Iterator[Place]:
    """Where the rules flag a number, paragraph by paragraph, without the tags."""
    for first, paragraph in _paragraphs(lines):
        pieces = [
            (m.start(), m[0]) for m in _TAG_OR_CHARACTER.finditer(paragraph) if len(m[0]) == 1
        ]
        for number in find_unbound("".join(sign for _, sign in pieces), {}):
            start = pieces[number.start][0]
            before = paragraph[:start]
            column = start - (before.rfind("\n") + 1) + 1
            yield Place(first + before.count("\n"), column, len(number.text))


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The number of its first line, from 1, and the text of each."""
    held: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            held.append(line)
        elif held:
            yield number - len(held), "\n".join(held)
            held = []


def main(names: list[str]) -> None:
    """Writes what came of each part, and the place and kind of each disagreement."""
    for name in names:
        judged = judge(name, Path(os.environ["SUFFICIENCY_SEEDS"]))
        kinds = Counter(
            (one.part, "words" if one.is_word else "digits", one.outcome) for one in judged
        )
        lines = [f"{name}: {', '.join(key)}: {count}" for key, count in sorted(kinds.items())]
        for one in judged:
            if one.outcome in ("missed", "false alarm"):
                place = one.label.place
                lines.append(f"  {one.outcome}: {one.label.kind} at {place.line}:{place.column}")
        sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(sys.argv[1:])
