"""Publishes rendered documents: with their evidence, the manifest, and what is still of use.

What rendered them does not matter here: the pipeline's engine, or Quarto before it called us.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sufficiency.content import Strategy
from sufficiency.documents import ComposedDocument
from sufficiency.engines import web_files
from sufficiency.model import Model
from sufficiency.outputs import Imprint, Output, newest, publish, read_previous, write_manifest
from sufficiency.problems import Problem
from sufficiency.prose.ledger_file import ledger_file
from sufficiency.prose.thread_file import thread_csv, thread_json
from sufficiency.remember import Remember
from sufficiency.sources import describe_templates
from sufficiency.tables.period import print_date

_UNTESTED = (
    'The documents will say of their accessibility "not tested": their page templates, or the '
    "program that fills them, are not those that were tested."
)


@dataclass(frozen=True)
class Built:
    """What came of a build: its files, of which there are none where it was refused.

    Of a format that is made of several, that is the one to open. ``problems`` are all that were
    found, in reading order; ``leaves_open`` says in a sentence what the plan leaves open, and is
    blank where that is nothing. ``stale`` are the files of an earlier build that stand beside
    these, since their format or document was not asked for. ``untested`` says so where a final's
    documents say that their accessibility was not tested, and is blank elsewhere.
    """

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    leaves_open: str = ""
    stale: tuple[Path, ...] = ()
    untested: str = ""


@dataclass(frozen=True)
class Rendered:
    """A document's finished files, by format, and the folder in which all stands that it names."""

    document: ComposedDocument
    folder: Path
    files: Mapping[str, Path]

    def outputs(
        self, html: str, *, templates: Mapping[str, bytes], remember: Remember
    ) -> Iterator[Output]:
        """The files as they are published; the web page in the form that ``html`` names."""
        for format, path in self.files.items():
            if format != "html" or html == "single":
                yield Output(path.name, path.read_bytes(), self.document.id, format)
                continue
            parts = web_files(path, html, templates=templates, remember=remember)
            folder = f"{self.document.file_stem}-{html}"
            for number, (name, data) in enumerate(parts.items()):
                place, is_beside = f"{folder}/{name}", number > 0
                yield Output(place, data, self.document.id, format, is_beside=is_beside)

    def figure_files(self) -> Iterator[tuple[str, bytes]]:
        """The data of every figure that is shown and, of a chart, what was drawn, by its place."""
        yield from self.document.data_files.items()
        for chart in self.document.charts:
            for name in (chart, Path(chart).with_suffix(".png").as_posix()):
                if (self.folder / name).is_file():
                    yield name, (self.folder / name).read_bytes()


def put_in_place(
    model: Model,
    rendered: Sequence[Rendered],
    output: Path,
    tools: Mapping[str, str],
    *,
    html: str,
    remember: Remember,
) -> Built:
    """Publishes documents with their evidence and manifest; ``output`` must be claimed.

    ``tools`` are versions of those that made them, besides the tool's own packages; ``html`` and
    ``remember`` are as ``web_files`` takes them. Raises as that and ``publish`` do.
    """
    templates = model.project.templates
    made = [
        each
        for one in rendered
        for each in one.outputs(html, templates=templates, remember=remember)
    ]
    strategy = model.bound.strategy
    kept = _keep_stale(made, output, strategy.documents)
    outputs = [*made, *kept, *_evidence(model, rendered)]
    described = describe_templates(templates, is_own_brand=model.own_brand is not None)
    inputs = model.project.inputs
    manifest = write_manifest(_imprint(strategy), outputs, inputs, described, tools)
    publish([*outputs, manifest], output)
    files, stale = (
        tuple(output / item.path for item in items if not item.is_beside) for items in (made, kept)
    )
    untested = _UNTESTED if model.is_final() and described["audited"] is None else ""
    return Built(files, model.problems, model.leaves_open, stale, untested)


def _evidence(model: Model, rendered: Iterable[Rendered]) -> list[Output]:
    """The ledger and the golden thread; of every figure its data and, of a chart, its picture."""
    files = {name: data for one in rendered for name, data in one.figure_files()}
    files["evidence/thread.csv"] = thread_csv(model.bound.thread)
    files["evidence/thread.json"] = thread_json(model.bound.thread)
    ledger = Output("evidence/ledger.json", ledger_file(model.bound))
    return [ledger, *(Output(name, content) for name, content in sorted(files.items()))]


def _keep_stale(made: Collection[Output], folder: Path, documents: Collection[str]) -> list[Output]:
    """What an earlier build made in formats that this one does not, marked as stale.

    A document that strategy.yml no longer has goes, and so does a file that has a new name or
    whose name another document has now.
    """
    anew = {(output.document, output.format) for output in made}
    names = {output.path for output in made}
    return [
        replace(output, is_stale=True)
        for (document, format), files in read_previous(newest(folder)).items()
        if (document, format) not in anew and document in documents and files[0].path not in names
        for output in files
    ]


def _imprint(strategy: Strategy) -> Imprint:
    return Imprint(
        council=str(strategy.council_name),
        title=str(strategy.title),
        years=str(strategy.edition),
        published=print_date(strategy.published),
    )
