"""What Quarto calls when it has rendered a project: its files become the outputs.

Quarto leaves them in a folder of its own; they are finished and published as the embedded engine's
are, so that ``_output`` is whole at every instant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from sufficiency.documents import ComposedDocument
from sufficiency.engines import (
    FORMATS,
    EngineError,
    ToolMissing,
    engine_tools,
    finish_all,
    quarto_markdown,
)
from sufficiency.outputs import Cache, claim
from sufficiency.pipeline import (
    Built,
    Model,
    Rendered,
    Tell,
    compose_documents,
    is_composed_from,
    put_in_place,
    understand,
)
from sufficiency.problems import refuses

COMPOSED = "composed"
RENDERED = "_rendered"


class NothingRendered(Exception):
    """Quarto named no file that this tool could finish; the argument says so in words."""


def finish_rendered(
    root: Path,
    files: Iterable[Path],
    *,
    output: Path,
    cache: Cache,
    tell: Tell = lambda stage: None,
) -> Built:
    """Finishes and publishes the files that Quarto names, paths in the project.

    A final with problems is refused, as a build is. Raises NothingRendered, EngineError where the
    strategy is another than the one that was composed, and what ``pipeline.build`` raises.
    """
    rendered: dict[str, dict[str, Path]] = defaultdict(dict)
    for file in files:
        if file.suffix.removeprefix(".") in FORMATS:
            rendered[file.stem][file.suffix.removeprefix(".")] = root / file
    with claim(output):
        model, problems = understand(root, cache=cache, tell=tell)
        if model is None or (model.is_final() and refuses(problems)):
            return Built((), tuple(problems))
        documents = [
            document
            for document in compose_documents(model, cache=cache)
            if document.id in rendered
        ]
        if not documents:
            raise NothingRendered("Quarto named no document of this strategy: nothing to finish.")
        _refuse_another(model, documents, root / COMPOSED)
        with _removing_outputs(documents, root / COMPOSED):
            made = []
            for document in documents:
                tell(f"Finishing {document.file_stem}")
                finished = finish_all(rendered[document.id], document, root / COMPOSED)
                made.append(Rendered(document, root / COMPOSED, finished))
            built = put_in_place(
                model,
                made,
                output,
                _tools(),
                html=model.bound.strategy.html,
                remember=cache.remember,
            )
    rmtree(root / RENDERED, ignore_errors=True)
    return built


@contextmanager
def _removing_outputs(documents: Iterable[ComposedDocument], composed: Path) -> Iterator[None]:
    """Before, what a stopped run left, since a page offers what stands beside it; and after."""
    stems = [document.file_stem for document in documents]
    outputs = [composed / f"{stem}.{format}" for stem in stems for format in FORMATS]
    try:
        for path in outputs:
            path.unlink(missing_ok=True)
        yield
    finally:
        for path in outputs:
            path.unlink(missing_ok=True)


def _refuse_another(model: Model, documents: Iterable[ComposedDocument], composed: Path) -> None:
    """Raises EngineError where what Quarto rendered is not what would be composed now."""
    is_same = is_composed_from(model, composed) and all(
        path.is_file() and path.read_text("utf-8") == quarto_markdown(document)
        for document in documents
        for path in (composed / f"{document.id}.qmd",)
    )
    if not is_same:
        raise EngineError(
            "The strategy was changed while Quarto was at work. Nothing was published: run "
            "`quarto render` again."
        )


def _tools() -> dict[str, str]:
    """Quarto's version, if it can be asked: it has called us, and need not be on our PATH."""
    try:
        return engine_tools("quarto")
    except ToolMissing:
        return {"quarto": "unknown"}
