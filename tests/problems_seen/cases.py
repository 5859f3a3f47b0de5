"""Reads and writes the cases of this folder: a change to the sound project, and what it is told.

A case is a text file of parts. Each begins with a line that starts with ``@@`` and says what
becomes of a file of the project:

    @@ replace strategy/facts.yml      the first line or lines that stand below it …
    @@ with                            … by those below this
    @@ write strategy/notes.yml        the whole file; backslashes as in Python where \\x or the
                                       like is needed: ``@@ write escaped …``
    @@ delete strategy/needs.yml

The last part, ``@@ check says``, is what ``sufficiency check`` prints.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.a_project import SOUND

FOLDER = Path(__file__).parent
SAYS = "@@ check says\n"


@dataclass(frozen=True)
class Case:
    """One case: the files that differ from the sound project, and the words that are expected."""

    path: Path
    changes: dict[str, str | bytes | None]
    expected: str

    def update(self, said: str) -> None:
        """Writes what was said in place of what was expected."""
        kept = self.path.read_text(encoding="utf-8").partition(SAYS)[0]
        self.path.write_text(kept + SAYS + said, encoding="utf-8", newline="\n")


def all_cases() -> list[Path]:
    """The files of all cases, by name."""
    return sorted(FOLDER.glob("*.txt"))


def read_case(path: Path) -> Case:
    """The case in a file.

    Raises:
        AssertionError: If it changes nothing, or what it replaces is not there.
    """
    change, _, expected = path.read_text(encoding="utf-8").partition(SAYS)
    changes: dict[str, str | bytes | None] = {}
    replacing: tuple[str, str] | None = None
    for part in change.split("@@ ")[1:]:
        order, _, body = part.partition("\n")
        words = order.split()
        name = words[-1]
        if order == "with":
            assert replacing is not None
            _replace(changes, *replacing, body)
        elif words[0] == "replace":
            replacing = (name, body)
        elif words[0] == "delete":
            changes[name] = None
        elif words[:2] == ["write", "escaped"]:
            plain = body.rstrip("\n").encode("latin-1", "backslashreplace")
            changes[name] = plain.decode("unicode_escape").encode("latin-1")
        else:
            assert words[0] == "write", order
            changes[name] = body
    assert changes, f"{path.name} changes nothing"
    return Case(path, changes, expected)


def _replace(changes: dict[str, str | bytes | None], name: str, old: str, new: str) -> None:
    text = changes.get(name, SOUND[name])
    assert isinstance(text, str)
    assert old in text, f"{name} does not hold {old!r}"
    changes[name] = text.replace(old, new, 1)
