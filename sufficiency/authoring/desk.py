"""A project that is being added to: what stands in it, and the only writer of its files.

What is added is read as if it stood there already, by the same rules as every build; only then
is it written, whole or not at all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sufficiency import pipeline
from sufficiency.authoring.insert import CannotInsert, NewEntry, insert
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.unedited import replace_unedited
from sufficiency.content import Content, read_content
from sufficiency.content.binding import is_id
from sufficiency.outputs import Cache
from sufficiency.pipeline import Model
from sufficiency.problems import Problem
from sufficiency.prose.bind import TODO_OPEN
from sufficiency.prose.unbound import NUMBER_UNBOUND
from sufficiency.sources import Project, read_project

_LEFT_TO_DO = (TODO_OPEN, NUMBER_UNBOUND)
"""What may be added with a problem: it is mended where it stands."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HEADER = "# yaml-language-server: $schema={up}schemas/{name}.schema.json\n"


@dataclass(frozen=True)
class Added:
    """What was written: the file, by its path in the project, and the lines that are new.

    ``model`` is the project with it, or None where its strategy.yml cannot be used.
    """

    path: str
    lines: range
    model: Model | None


@dataclass(frozen=True)
class Desk:
    """A project as it stands before something is added."""

    root: Path
    cache: Cache
    project: Project
    content: Content
    problems: Collection[Problem]

    def add_entry(self, path: str, keys: Sequence[str], entry: NewEntry) -> Added:
        """Writes an entry below the keys of a YAML file, which is made where there is none.

        Raises:
            Refused: Where the file has problems, or the entry would be one.
            OutputFailed: Where the file cannot be written.
        """
        if entry.name is not None:
            refuse_no_id(entry.name)
        before = self.project.files.get(path)
        if before is None:
            return self.add_file(path, yaml_head(path) + _alone(keys, entry))
        self._refuse_problems(path)
        mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
        try:
            done = insert(before.decode("utf-8-sig"), keys, entry)
        except CannotInsert:
            shown = "\n".join(entry.lines(step=2))
            raise Refused(
                f"{path} is laid out in a way to which nothing can be added safely. Add this to "
                f"it yourself:\n\n{shown}"
            ) from None
        return self._write(path, mark + done.text.encode(), done.lines)

    def add_file(self, path: str, text: str) -> Added:
        """Writes a new file. Raises as ``add_entry`` does."""
        return self._write(path, text.encode(), range(1, text.count("\n") + 2))

    def _refuse_problems(self, path: str) -> None:
        found = [each for each in self.problems if each.at.path == path and not each.is_warning]
        if found:
            raise Refused(
                f"{path} has a problem, so nothing was written to it. Mend it and try again.\n"
                f"{found[0]}",
                is_problem=True,
            )

    def _write(self, path: str, data: bytes, lines: range) -> Added:
        model, problems = pipeline.understand(self.root, cache=self.cache, instead={path: data})
        wrong = [
            f"{problem.message} {problem.mend}".strip()
            for problem in problems
            if problem.at.path == path
            and problem.at.line in lines
            and not problem.is_warning
            and problem.code not in _LEFT_TO_DO
        ]
        if wrong:
            raise Refused("Nothing was written:\n- " + "\n- ".join(dict.fromkeys(wrong)))
        replace_unedited(self.root, path, data, self.project)
        return Added(path, lines, model)


def open_desk(root: Path, cache: Cache) -> Desk:
    """The project in a folder, read and with nothing added yet."""
    project, problems = read_project(root)
    content, found = read_content(project)
    return Desk(root, cache, project, content, [*problems, *found])


def refuse_no_id(id: str) -> None:
    """Raises Refused where a name cannot be one of the project's ids."""
    if not is_id(id):
        raise Refused(
            f'"{id}" is not an id. Use small letters, digits, hyphens and underscores, and begin '
            "with a letter."
        )


def yaml_head(path: str) -> str:
    """The line by which an editor finds the schema of a YAML file."""
    name = Path(path).stem
    return _HEADER.format(up="../" * path.count("/"), name=name)


def _alone(keys: Sequence[str], entry: NewEntry) -> str:
    """The entry as the only one of its file."""
    lines = [" " * 2 * depth + f"{key}:" for depth, key in enumerate(keys)]
    lines += [" " * 2 * len(keys) + line for line in entry.lines(step=2)]
    return "".join(f"{line}\n" for line in lines)
