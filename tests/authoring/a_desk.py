"""A desk with the tiny sound project on it, for tests to add to."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sufficiency.authoring import Desk, open_desk
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems import Problem
from sufficiency.prose.bind import TODO_OPEN
from tests.a_project import write_project


def desk_in(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Desk:
    """Writes the sound project with changes into ``folder`` and opens it."""
    return open_desk(write_project(folder, changes), Cache(cache_folder()))


def mistakes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but for what is still to be done, which the tool itself writes down."""
    return [problem for problem in problems if problem.code is not TODO_OPEN]


def text_of(desk: Desk, path: str) -> str:
    """A file as it stands on disk, with its own line ends."""
    return (desk.root / path).read_bytes().decode("utf-8")
