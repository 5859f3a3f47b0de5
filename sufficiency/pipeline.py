"""The whole build, top to bottom. Start reading here.

A project's folder is read once; every stage takes values and returns values with the problems
it found; only the last writes. All problems are told at once: a draft is built and shows them
where they stand, a final is refused and nothing is written.

What the commands call is here, or can be had from here: ``understand`` a project (`model.py`),
``compose_documents`` of it (`composing.py`), and put what was rendered in place (`publishing.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sufficiency.composing import (
    UnknownDocument,
    compose_documents,
    is_composed_from,
    write_composed_project,
)
from sufficiency.disclosure import CATALOGUE, quotable_lines
from sufficiency.engines import ENGINES, FORMATS, engine_tools
from sufficiency.gathering import Tell
from sufficiency.model import Model, understand
from sufficiency.outputs import Cache, claim
from sufficiency.problems import Findings, Location, Problem, refuses
from sufficiency.publishing import Built, Rendered, put_in_place
from sufficiency.sources import in_characters, read_lines

__all__ = [
    "Built",
    "Model",
    "Rendered",
    "Tell",
    "UnknownDocument",
    "build",
    "compose_documents",
    "find_lines",
    "is_composed_from",
    "put_in_place",
    "understand",
    "write_composed_project",
]


def build(
    root: Path,
    *,
    output: Path,
    cache: Cache,
    formats: Collection[str] = FORMATS,
    documents: Collection[str] = (),
    html: str | None = None,
    final: bool = False,
    strict: bool = False,
    engine: str = "embedded",
    tell: Tell = lambda stage: None,
) -> Built:
    """Builds a project's documents into ``output``.

    ``documents`` are ids of strategy.yml, all of them where none is given; ``html`` is what the
    web page is made as, single, site, fragment or cms, as strategy.yml says where none is given;
    ``final`` builds a draft as final, ``strict`` has a final refused for warnings too; ``engine``
    is one of ``ENGINES``. Raises EngineError, ToolMissing, OutputRefused, OutputFailed,
    TemplateFault, UnknownDocument and OSError.
    """
    tools = engine_tools(engine)
    with claim(output) as scratch:
        model, problems = understand(root, cache=cache, tell=tell)
        if model is None or (model.is_final(final) and refuses(problems, strict=strict)):
            return Built((), tuple(problems))
        if model.is_final(final):
            model = model.as_final()
        render = partial(
            ENGINES[engine],
            formats=formats,
            templates=model.project.templates,
            remember=cache.remember,
        )
        rendered: list[Rendered] = []
        for document in compose_documents(model, documents=documents, cache=cache):
            tell(f"Rendering {document.file_stem}: {', '.join(formats)}")
            folder = scratch / document.id
            rendered.append(Rendered(document, folder, render(document, folder=folder)))
        mode = html or model.bound.strategy.html
        return put_in_place(model, rendered, output, tools, html=mode, remember=cache.remember)


def find_lines(root: Path, problems: Sequence[Problem], *, folder: str = "") -> Findings:
    """The problems ready to be told: with the lines that may be shown, cells as characters.

    The files are read again, since most commands find nothing and keep nothing. ``folder`` is
    where the project stands, as ``Findings`` says it.
    """
    lines = quotable_lines(read_lines(root, {one.at.path for one in problems} | {CATALOGUE}))
    places: dict[Location, Location] = {}
    for path in (path for path in lines if path.lower().endswith(".csv")):
        cells = {one.at for one in problems if one.at.path == path}
        places |= in_characters(cells, lines[path])
    found = [replace(one, at=places.get(one.at, one.at)) for one in problems]
    return Findings(found, lines, folder)
