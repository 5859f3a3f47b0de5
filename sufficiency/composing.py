"""Composes the model's documents: for an engine at hand, or as a folder that Quarto renders."""

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from sufficiency.content.read import entry_at
from sufficiency.documents import ComposedDocument, Draft, Edition, compose
from sufficiency.engines import drawable_characters, write_for_quarto
from sufficiency.figures.charts import FOLDER, charts_of
from sufficiency.figures.data_files import write_data_files
from sufficiency.model import Model
from sufficiency.outputs import Cache, refuse_project
from sufficiency.prose.ledger_file import ledger_table
from sufficiency.sources import find_record

COMPOSED_FROM = "composed-from.txt"
"""What a composed folder was made from, each file by its SHA-256, beside the documents."""
LEDGER_TABLE = "evidence/ledger.csv"


class UnknownDocument(Exception):
    """A document is asked for that strategy.yml does not have; the argument is its id."""


def compose_documents(
    model: Model, *, documents: Collection[str] = (), cache: Cache
) -> list[ComposedDocument]:
    """The documents with what they need beside them; their charts are not drawn yet.

    ``documents`` are ids of strategy.yml, all of them where none is given. Raises UnknownDocument
    and TemplateFault.
    """
    known = model.bound.strategy.documents
    for id in documents:
        if id not in known:
            raise UnknownDocument(id)
    edition = _edition(model, cache)
    return [compose(edition, id) for id in (documents or known)]


def _edition(model: Model, cache: Cache) -> Edition:
    """What the documents are composed of."""
    wide, narrow = charts_of(model.figures, model.brand, cache.remember)
    data = write_data_files(model.figures)
    return Edition(
        model.bound,
        model.project.templates,
        charts=wide,
        narrow_charts=narrow,
        data_files={
            LEDGER_TABLE: ledger_table(model.bound),
            **{f"{FOLDER}/{id}.csv": content for id, content in data.items()},
        },
        draft=None if model.is_final() else _draft(model, cache),
        audited=find_record(model.project.templates),
        own_brand=model.own_brand,
        settings=model.settings,
        brand=model.brand,
        differences=model.differences,
    )


def _draft(model: Model, cache: Cache) -> Draft:
    """What the documents show of the problems."""
    return Draft(
        model.problems,
        model.bound.marked,
        lambda at: entry_at(model.project, at),
        drawable_characters(model.brand, cache.remember),
    )


def write_composed_project(
    model: Model, folder: Path, *, documents: Collection[str] = (), cache: Cache
) -> list[Path]:
    """Writes each composed document, its pictures and the templates into ``folder``, for Quarto.

    Documents of an earlier run go. Raises OutputRefused where the folder holds a strategy; and as
    ``compose_documents`` does.
    """
    refuse_project(folder)
    for left_behind in folder.glob("*.qmd"):
        left_behind.unlink()
    written = [
        write_for_quarto(document, folder, model.project.templates, cache.remember)
        for document in compose_documents(model, documents=documents, cache=cache)
    ]
    (folder / COMPOSED_FROM).write_text(_fingerprint(model), "utf-8")
    return written


def is_composed_from(model: Model, folder: Path) -> bool:
    """Whether what ``write_composed_project`` wrote there was made from these very files."""
    path = folder / COMPOSED_FROM
    return path.is_file() and path.read_text("utf-8") == _fingerprint(model)


def _fingerprint(model: Model) -> str:
    """Changes when any file that is read does."""
    inputs = sorted(model.project.inputs.items())
    return "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in inputs)
