"""Finds the templates that apply to a project: its own override the packaged ones file by file.

Works in a source checkout (``templates/`` beside the package) and in a wheel (inside it).
"""

from pathlib import Path

from sufficiency.problems import Problem
from sufficiency.sources.files import read_files
from sufficiency.sources.litter import is_passed_over

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parent
_PACKAGED = _PACKAGE / "_packaged"


def packaged_templates() -> Path:
    """The folder of the templates that come with the tool."""
    inside = _PACKAGED / "templates"
    return inside if inside.is_dir() else _CHECKOUT / "templates"


def example_folder(name: str = "barnet") -> Path:
    """The folder of an example that comes with the tool; in a checkout, its root."""
    inside = _PACKAGED / "examples" / name
    return inside if inside.is_dir() else _CHECKOUT


def resolve_templates(project: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Every template by its path below ``templates/``, the project's own before the packaged.

    Of the project's own those that are links out of it, or held, are told and not read.
    """
    folder = packaged_templates()
    packaged = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_passed_over(path.relative_to(folder))
    }
    own, _, problems = read_files(project, ("templates",), is_wanted=lambda path: True)
    named = {path.removeprefix("templates/"): data for path, data in own.items()}
    return packaged | named, problems
