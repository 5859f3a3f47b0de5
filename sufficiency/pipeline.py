"""The whole build, top to bottom. Start reading here.

A project's folder is read once; every stage takes values and returns values with the problems
it found; only the last writes. All problems are told at once: a draft is built and shows them
where they stand, a final is refused and nothing is written.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sufficiency.brand import COLOUR_CONTRAST, Brand, default_brand, settle_brand
from sufficiency.checks import check
from sufficiency.checks.characters import check_characters
from sufficiency.checks.extracts import check_extracts
from sufficiency.checks.terms import check_terms
from sufficiency.content import Shelf, read_content
from sufficiency.content.brand_logo import logo_files
from sufficiency.content.read import entry_at
from sufficiency.content.settings import NO_SETTINGS, Settings
from sufficiency.disclosure import CATALOGUE, quotable_lines, release_tables
from sufficiency.documents import ComposedDocument, Draft, OwnBrand, compose
from sufficiency.engines import (
    ENGINES,
    FORMATS,
    drawable_characters,
    engine_tools,
    web_files,
    write_for_quarto,
)
from sufficiency.facts import Fact, resolve_facts, word_tables
from sufficiency.figures.chart_fonts import ChartFonts
from sufficiency.figures.charts import Charts
from sufficiency.figures.data_files import write_data_files
from sufficiency.figures.look import NARROW, WIDE
from sufficiency.figures.plan import Planned, plan_figures
from sufficiency.outputs import (
    Cache,
    Edition,
    Output,
    claim,
    newest,
    publish,
    read_previous,
    refuse_project,
    write_manifest,
)
from sufficiency.pictures import prepare_pictures
from sufficiency.problems import Findings, Location, Problem, few_enough, in_reading_order, refuses
from sufficiency.prose import BoundFigure, BoundStrategy, BoundTiles, bind_strategy
from sufficiency.prose.ledger_file import ledger_file
from sufficiency.prose.withheld import pass_over_withheld
from sufficiency.remember import Remember
from sufficiency.sources import (
    Project,
    describe_templates,
    find_record,
    in_characters,
    own_headings,
    read_lines,
    read_project,
    with_word_template,
)
from sufficiency.sources.shape import BRAND
from sufficiency.sources.templates import packaged_brand
from sufficiency.tables import ReleasedTable
from sufficiency.tables.period import print_date

Tell = Callable[[str], None]
"""Told what the build is about to do."""
_FIGURES = "evidence/figures"
"""Where figures' files stand, beside a composed document as beside the published page."""
COMPOSED_FROM = "composed-from.txt"
"""What a composed folder was made from, each file by its SHA-256, beside the documents."""


class UnknownDocument(Exception):
    """A document is asked for that strategy.yml does not have; the argument is its id."""


@dataclass(frozen=True)
class Model:
    """A project understood: bound, checked, with nothing rendered yet.

    ``problems`` are all that were found, in reading order.
    """

    project: Project
    bound: BoundStrategy
    tables: Shelf[ReleasedTable]
    facts: Shelf[Fact]
    figures: Shelf[Planned]
    brand: Brand
    problems: tuple[Problem, ...] = ()
    settings: Settings = NO_SETTINGS

    @property
    def own_brand(self) -> OwnBrand | None:
        """What was found of its colours; None where it has the brand that was audited."""
        if self.brand == default_brand():
            return None
        is_refused = any(one.code is COLOUR_CONTRAST for one in self.problems)
        return "refused" if is_refused else "readable"

    def is_final(self, asked: bool = False) -> bool:
        """Whether the strategy is built as final: its status says so, or it is asked for."""
        return asked or self.bound.strategy.status == "final"


@dataclass(frozen=True)
class Built:
    """What came of a build: its files, of which there are none where it was refused.

    Of a format that is made of several, that is the one to open. ``problems`` are all that were
    found, in reading order; ``leaves_open`` says in a sentence what the plan leaves open, and is
    blank where that is nothing. ``stale`` are the files of an earlier build that stand beside
    these, since their format or document was not asked for.
    """

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    leaves_open: str = ""
    stale: tuple[Path, ...] = ()


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
    is one of ``ENGINES``. Raises EngineError,
    ToolMissing, OutputRefused, OutputFailed, TemplateFault, UnknownDocument and OSError.
    """
    tools = engine_tools(engine)
    with claim(output) as scratch:
        model, problems = understand(root, cache=cache, tell=tell)
        if model is None or (model.is_final(final) and refuses(problems, strict=strict)):
            return Built((), tuple(problems))
        if model.is_final(final):
            model = as_final(model)
        composed = compose_documents(model, documents=documents, cache=cache)
        rendered: list[Rendered] = []
        for document in composed:
            tell(f"Rendering {document.file_stem}: {', '.join(formats)}")
            folder = scratch / document.id
            files = ENGINES[engine](
                document,
                formats=formats,
                folder=folder,
                templates=model.project.templates,
                remember=cache.remember,
            )
            rendered.append(Rendered(document, folder, files))
        mode = html or model.bound.strategy.html
        return put_in_place(model, rendered, output, tools, html=mode, remember=cache.remember)


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
            if format == "html" and html != "single":
                parts = web_files(path, html, templates=templates, remember=remember)
                place = f"{self.document.file_stem}-{html}"
                for number, (name, data) in enumerate(parts.items()):
                    yield Output(
                        f"{place}/{name}",
                        data,
                        self.document.id,
                        format,
                        is_beside=number > 0,
                    )
            else:
                yield Output(path.name, path.read_bytes(), self.document.id, format)

    def drawn(self) -> Iterator[tuple[str, bytes]]:
        """What was drawn of its charts, by its place."""
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
    kept = _keep_stale(made, output, model.bound.strategy.documents)
    outputs = [*made, *kept, *_evidence(model, rendered)]
    described = describe_templates(templates, is_own_brand=model.own_brand is not None)
    inputs = _inputs(model.project)
    manifest = write_manifest(_edition(model.bound), outputs, inputs, described, tools)
    publish([*outputs, manifest], output)
    files, stale = (
        tuple(output / item.path for item in items if not item.is_beside) for items in (made, kept)
    )
    return Built(files, model.problems, what_is_open(model.bound), stale)


def as_final(model: Model) -> Model:
    """The model with the status that it is built with."""
    strategy = model.bound.strategy.model_copy(update={"status": "final"})
    return replace(model, bound=replace(model.bound, strategy=strategy))


def understand(
    root: Path,
    *,
    cache: Cache,
    instead: Mapping[str, bytes] | None = None,
    tell: Tell = lambda stage: None,
) -> tuple[Model | None, list[Problem]]:
    """Reads, binds and checks a project: the model and every problem found.

    The model is None only where strategy.yml cannot be used: without the council, its dates and
    its documents there is nothing to build. ``instead`` are files as they would be, by path, read
    in the place of those on disk.
    """
    tell("Reading the strategy")
    project, problems = read_project(root, instead)
    content, found = read_content(project)
    problems += found
    project, found = _with_word_template(project, content.settings)
    problems += found
    brand, found = settle_brand(content.brand, project.fonts)
    problems += found
    tell("Reading the extracts")
    tables, found = release_tables(
        content,
        project.tables,
        remember=cache.remember,
        unread=project.unreadable,
        too_large=project.large_tables,
    )
    problems += found
    if content.strategy is None:
        return None, in_reading_order(few_enough(problems))
    problems += check_extracts(content, tables, [*project.tables, *project.large_tables])
    problems += check_terms(content, tables, project.templates)
    tables = word_tables(tables, content.strategy.terms)
    tell("Working out facts and figures")
    facts, found = resolve_facts(content.facts, tables, content.strategy)
    problems += found
    figures, found = plan_figures(content.figures, tables, facts, content.strategy)
    problems += found
    tell("Reading the pictures")
    pictures, found = prepare_pictures(
        content.pictures,
        project.pictures,
        project.unreadable,
        cache.remember,
        project.large_pictures,
        logo_files(project.yaml.get(BRAND), project.pictures),
    )
    problems += found
    tell("Binding the text to the facts")
    bound, found = bind_strategy(content, content.strategy, facts, figures, pictures)
    problems += found
    problems += check(content, bound, tables, own_headings(project.templates))
    drawable = drawable_characters(brand, cache.remember)
    problems += check_characters(project.texts, tables.entries, drawable)
    problems = pass_over_withheld(problems, content.sections.entries.values())
    problems = in_reading_order(few_enough(problems))
    shown = _placed(figures, bound)
    told = tuple(problems)
    model = Model(project, bound, tables, facts, shown, brand, told, content.settings)
    return model, problems


def what_is_open(bound: BoundStrategy) -> str:
    """All that the plan leaves open, as the document lists it, in a sentence; blank if nothing."""
    if not bound.gaps:
        return ""
    return f"The plan leaves open: {'; '.join(str(each.gap) for each in bound.gaps)}."


def compose_documents(
    model: Model,
    *,
    documents: Collection[str] = (),
    cache: Cache,
) -> list[ComposedDocument]:
    """The documents with what they need beside them; their charts are not drawn yet.

    Raises UnknownDocument and TemplateFault.
    """
    known = model.bound.strategy.documents
    for id in documents:
        if id not in known:
            raise UnknownDocument(id)
    wide, narrow = (replace(paper, colours=model.brand.charts) for paper in (WIDE, NARROW))
    fonts = ChartFonts(model.brand.base, cache.remember)
    charts = Charts(model.figures, wide, _FIGURES, cache.remember, fonts)
    narrow_charts = Charts(model.figures, narrow, "figures/narrow", cache.remember, fonts)
    data = _data_files(model)
    draft = None
    if not model.is_final():
        marked = model.bound.marked
        draft = Draft(
            model.problems,
            marked,
            lambda at: entry_at(model.project, at),
            drawable_characters(model.brand, cache.remember),
        )
    return [
        compose(
            model.bound,
            id,
            templates=model.project.templates,
            charts=charts,
            narrow_charts=narrow_charts,
            data_files=data,
            draft=draft,
            audited=find_record(model.project.templates),
            own_brand=model.own_brand,
            settings=model.settings,
            brand=model.brand,
        )
        for id in (documents or known)
    ]


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


def _placed(figures: Shelf[Planned], bound: BoundStrategy) -> Shelf[Planned]:
    """The figures that some section shows: no other is drawn, or has its data beside it."""
    shown = {
        block.content.planned.id
        for section in bound.sections
        for block in section.blocks
        if isinstance(block.content, BoundFigure | BoundTiles)
    }
    kept = {id: figure for id, figure in figures.entries.items() if id in shown}
    return replace(figures, entries=kept)


def _evidence(model: Model, rendered: Iterable[Rendered]) -> list[Output]:
    """The ledger; of every figure that is shown its data and, of a chart, what was drawn."""
    files = dict(_data_files(model))
    for one in rendered:
        files |= one.drawn()
    ledger = Output("evidence/ledger.json", ledger_file(model.bound))
    return [ledger, *(Output(name, content) for name, content in sorted(files.items()))]


def _data_files(model: Model) -> dict[str, bytes]:
    """The data of every figure that is shown, as CSV by its place."""
    data = write_data_files(model.figures)
    return {f"{_FIGURES}/{id}.csv": content for id, content in data.items()}


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


def _with_word_template(project: Project, settings: Settings) -> tuple[Project, list[Problem]]:
    """The project with the Word template that its settings name, where the engines look for it."""
    name = (settings.format.docx.reference_doc or "").removeprefix("templates/")
    if name not in project.templates:
        return project, []  # that it is not there has been told
    templates, problems = with_word_template(project.templates, name)
    return replace(project, templates=templates), problems


def _edition(bound: BoundStrategy) -> Edition:
    strategy = bound.strategy
    return Edition(
        council=str(strategy.council_name),
        title=str(strategy.title),
        years=str(strategy.edition),
        published=print_date(strategy.published),
    )


def _fingerprint(model: Model) -> str:
    """Changes when any file that is read does."""
    inputs = sorted(_inputs(model.project).items())
    return "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in inputs)


def _inputs(project: Project) -> dict[str, bytes]:
    """Every file that the build read, templates and brand included, by its path."""
    has_own = BRAND in project.files or BRAND in project.unreadable
    brand = {} if has_own else {BRAND: packaged_brand()}
    templates = {f"templates/{name}": data for name, data in project.templates.items()}
    return {**project.files, **brand, **templates}
