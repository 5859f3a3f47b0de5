"""Finds the templates that apply to a project: its own override the packaged ones file by file.

Works in a source checkout (``templates/`` beside the package) and in a wheel (inside it).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from sufficiency.problems import Problem
from sufficiency.sources.files import read_files
from sufficiency.sources.litter import is_passed_over
from sufficiency.sources.shape import BRAND
from sufficiency.sources.word_template import check_word_template

WORD_TEMPLATE = "formats/docx/reference.docx"
"""Where the template of Word documents stands among the others, whatever it was called."""

_FOLDER = "templates"
_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parent
_PACKAGED = _PACKAGE / "_packaged"
_DOCUMENT = re.compile(r"documents/([^/]+)\.qmd\.j2")
_HEADING_ID = re.compile(rb"^#+[ \t].*\{#(sec-[\w-]+)[ \t}]", re.MULTILINE)


def packaged_templates() -> Path:
    """The folder of the templates that come with the tool."""
    inside = _PACKAGED / "templates"
    return inside if inside.is_dir() else _CHECKOUT / "templates"


def packaged_brand() -> bytes:
    """The brand of a project that has none of its own."""
    inside = _PACKAGED / BRAND
    return (inside if inside.is_file() else _CHECKOUT / BRAND).read_bytes()


def example_folder(name: str = "barnet") -> Path:
    """The folder of an example that comes with the tool; in a checkout, its root."""
    inside = _PACKAGED / "examples" / name
    return inside if inside.is_dir() else _CHECKOUT


def resolve_templates(project: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Every template by its path below ``templates/``, the project's own before the packaged.

    Of the project's own those that are links out of it, or held, are told and not read.
    """
    own, _, problems = read_files(project, (_FOLDER,), is_wanted=lambda path: True)
    named = {path.removeprefix(f"{_FOLDER}/"): data for path, data in own.items()}
    if WORD_TEMPLATE in named:
        named, found = with_word_template(named, WORD_TEMPLATE)
        problems += found
    return {**_read_packaged(), **named}, problems


def with_word_template(
    templates: Mapping[str, bytes], name: str
) -> tuple[dict[str, bytes], list[Problem]]:
    """The templates with the one of that name as what Word documents are written from.

    Where it cannot be used there is none, and they look as if no template had been given.
    """
    problems = list(check_word_template(templates[name], f"{_FOLDER}/{name}"))
    others = {path: data for path, data in templates.items() if path != WORD_TEMPLATE}
    if all(problem.is_warning for problem in problems):
        others[WORD_TEMPLATE] = templates[name]
    return others, problems


def documents_made(templates: Iterable[str]) -> list[str]:
    """The ids of the documents that there are templates for."""
    return [found[1] for name in templates if (found := _DOCUMENT.fullmatch(name))]


def own_headings(templates: Mapping[str, bytes]) -> frozenset[str]:
    """The ids of the headings that a project's own templates may print, whatever it holds.

    A document of its own may print any part; below the packaged one the parts of the packaged
    templates stand where they have something to show.
    """
    packaged = _read_packaged()
    own = {name: data for name, data in templates.items() if packaged.get(name) != data}
    if any(name.startswith("documents/") for name in own):
        return _heading_ids(templates)
    return _heading_ids(own) - _heading_ids(packaged)


@cache
def _read_packaged() -> Mapping[str, bytes]:
    folder = packaged_templates()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_passed_over(path.relative_to(folder))
    }


def _heading_ids(templates: Mapping[str, bytes]) -> frozenset[str]:
    texts = (data for name, data in templates.items() if name.endswith(".j2"))
    return frozenset(id.decode() for text in texts for id in _HEADING_ID.findall(text))
