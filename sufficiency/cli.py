"""The command line: a thin layer over ``pipeline``.

Exit codes: 0 built or sound, 1 problems found, 2 wrong usage, 3 a tool is missing or failed, or
the machine is in the way (a full disk, an open file, another build).
Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sufficiency import __version__, cli_new

if TYPE_CHECKING:
    from sufficiency.outputs import Cache
    from sufficiency.pipeline import Model
    from sufficiency.problems import Problem
    from sufficiency.reporting import WantedReport

PROBLEMS, USAGE, TOOL = 1, 2, 3

app = typer.Typer(
    help="Builds a placement sufficiency strategy as HTML, PDF and Word from YAML, Markdown "
    "and data.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(cli_new.app, name="new")


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Builds a placement sufficiency strategy as HTML, PDF and Word."""
    if version:
        typer.echo(f"sufficiency {__version__}")
        raise typer.Exit


class Format(StrEnum):
    """What can be built."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class Report(StrEnum):
    """A form in which problems are told to other programs, or shown on a page."""

    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    HTML = "html"


ProjectOption = Annotated[
    Path,
    typer.Option("--project", help="The folder with strategy/ and data/. [default: this one]"),
]
WordsArgument = Annotated[
    str, typer.Argument(help="Only those that hold these words anywhere. [default: all]")
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option("--document", help="A document of strategy.yml; all if left out. Repeatable."),
]
ReportOption = Annotated[
    Report | None,
    typer.Option("--report", help="Write the problems as json, github, sarif or html too."),
]
ReportFileOption = Annotated[
    Path | None,
    typer.Option(
        "--report-file",
        help="Where to. [default: problems.html in the project; others are printed]",
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Warnings count as problems.")]


@app.command()
def build(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: _output in the project]")
    ] = None,
    format: Annotated[
        list[Format] | None,
        typer.Option("--format", help="html, pdf or docx; all if left out. Repeatable."),
    ] = None,
    document: DocumentOption = None,
    final: Annotated[
        bool, typer.Option("--final", help="Build a draft as final: any problem refuses it.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="A final is refused for warnings too.")
    ] = False,
    report: ReportOption = None,
    report_file: ReportFileOption = None,
) -> None:
    """Build the documents. A draft is built with its problems shown; a final must have none."""
    from sufficiency import pipeline
    from sufficiency.engines import FORMATS
    from sufficiency.problems import count_problems

    root = _project_folder(project)
    wanted = _wanted_report(report, report_file, root)
    formats = tuple(dict.fromkeys(choice.value for choice in format)) if format else FORMATS
    target = output or root / "_output"
    leaves_open: list[str] = []
    with _progress() as tell, _failures():
        files, problems = pipeline.build(
            root,
            output=target,
            cache=_cache(),
            formats=formats,
            documents=document or (),
            final=final,
            strict=strict,
            tell=tell,
            tell_open=leaves_open.append,
        )
    untouched = "Nothing was built; what stood there before is untouched."
    if not files:
        _stop_at(root, problems, untouched, strict=True, report=wanted)
    _tell(root, problems, "The documents show them where they stand.", wanted)
    for file in files:
        typer.echo(_shown(file), err=wanted.is_printed)
    if problems:
        told = f"Built with {count_problems(problems)}, marked in the documents."
        typer.echo(told, err=wanted.is_printed)
    for sentence in leaves_open:
        typer.echo(sentence, err=True)


@app.command()
def check(
    project: ProjectOption = Path(),
    strict: StrictOption = False,
    report: ReportOption = None,
    report_file: ReportFileOption = None,
) -> None:
    """Look for problems without building anything."""
    from sufficiency import pipeline

    root = _project_folder(project)
    wanted = _wanted_report(report, report_file, root)
    with _progress() as tell, _failures():
        model, problems = pipeline.understand(root, cache=_cache(), tell=tell)
    _stop_at(root, problems, "", strict=strict, report=wanted)
    assert model is not None
    figures, facts = len(model.bound.figures), len(model.bound.ledger)
    found = "" if problems else "No problems. "
    typer.echo(
        f"{found}{facts} numbers in the text and {figures} figures have a source.",
        err=wanted.is_printed,
    )
    if model.bound.gaps:
        typer.echo(pipeline.what_is_open(model.bound), err=wanted.is_printed)


@app.command()
def indicators(words: WordsArgument = "", project: ProjectOption = Path()) -> None:
    """List the indicators: id, label, unit, latest figure, file."""
    from sufficiency.listings import INDICATOR_HEADINGS, list_indicators

    _list(INDICATOR_HEADINGS, list_indicators(_understood(project)), words)


@app.command()
def facts(words: WordsArgument = "", project: ProjectOption = Path()) -> None:
    """List the facts: name, printed form, what it is made from, where it is used."""
    from sufficiency.listings import FACT_HEADINGS, list_facts

    _list(FACT_HEADINGS, list_facts(_understood(project)), words)


@app.command()
def schema(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: schemas in the project]")
    ] = None,
) -> None:
    """Write the JSON Schemas of the YAML files, from which editors complete as people type."""
    from sufficiency.content.schema import schemas

    folder = output or _project_folder(project) / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        typer.echo(_shown(folder / name))


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="A problem's code, as NAME-UNKNOWN.")] = None,
) -> None:
    """Say what a problem's code means and how to mend it; without a code, list them all."""
    from sufficiency import pipeline  # noqa: F401  (loads every room, and so every code)
    from sufficiency.problems import all_codes, explain_code, suggestion

    codes = all_codes()
    if code is None:
        for entry in codes.values():
            typer.echo(f"{entry.id:20} {entry.title}")
        return
    found = codes.get(code.upper())
    if found is None:
        _give_up(f'There is no code "{code}". {suggestion(code.upper(), codes)}', USAGE)
    typer.echo(explain_code(found))


@app.command()
def compose(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: composed in the project]")
    ] = None,
    document: DocumentOption = None,
) -> None:
    """Write the composed Quarto Markdown, its charts and templates, without rendering them."""
    from sufficiency import pipeline

    root = _project_folder(project)
    cache = _cache()
    with _progress() as tell, _failures():
        model, problems = pipeline.understand(root, cache=cache, tell=tell)
        if model is not None:
            folder = output or root / "composed"
            files = pipeline.write_composed_project(
                model, folder, documents=document or (), cache=cache
            )
    if model is None:
        _stop_at(root, problems, "Nothing was composed.", strict=True)
    _tell(root, problems, "The documents show them where they stand.")
    for file in files:
        typer.echo(_shown(file))


@app.command()
def cache(
    empty: Annotated[bool, typer.Option("--empty", help="Delete all that is kept there.")] = False,
) -> None:
    """Name the folder in which charts and tables are kept between builds, or empty it."""
    kept = _cache()
    entries, size = kept.size()
    typer.echo(f"{kept.folder}: {entries} entries, {size / 1_000_000:.1f} MB")
    if empty:
        kept.empty()
        typer.echo("Emptied.")


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A folder that is new or empty.")],
    example: Annotated[
        str | None, typer.Option("--example", help="Copy an example instead: barnet.")
    ] = None,
    council: Annotated[
        str | None, typer.Option("--council", help="The council's name as the data have it.")
    ] = None,
    council_name: Annotated[
        str | None, typer.Option("--council-name", help="Its full name, for the cover.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The strategy's title.")] = None,
    edition: Annotated[
        str | None, typer.Option("--edition", help="The years that it covers: 2026 to 2029.")
    ] = None,
    as_at: Annotated[
        str | None, typer.Option("--as-at", help="The date that the figures stand at.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="The date of publication.")
    ] = None,
) -> None:
    """Start a project: a small one that builds at once, or a copy of an example."""
    from sufficiency import authoring

    given = {
        "council": council,
        "council_name": council_name,
        "title": title,
        "edition": edition,
        "as_at": as_at,
        "published": published,
    }
    try:
        authoring.refuse_unsuitable(folder)
        if example is not None:
            if any(given.values()):
                _give_up("An example keeps its own council, title and dates.", USAGE)
            authoring.make_example(folder, example)
        else:
            authoring.make_starter(folder, _answers(given, folder))
    except authoring.Refused as refusal:
        _give_up(str(refusal), USAGE)
    typer.echo(f'Made. Now run: sufficiency build --project "{_shown(folder)}"')
    typer.echo(f"What to do next: {_shown(folder / 'READ-ME-FIRST.txt')}")


def _answers(given: dict[str, str | None], folder: Path) -> dict[str, str]:
    """The answers to what ``init`` asks: given, typed on a terminal, or the defaults."""
    from sufficiency.authoring import QUESTIONS, default_answer, read_answer, read_answers

    # The clock gives defaults to a person who starts a project; no build ever reads it.
    today = datetime.date.today()  # noqa: DTZ011, TID251
    name = folder.resolve().name
    if sys.stdin.isatty():
        typed: dict[str, str] = {}
        for question in QUESTIONS:
            default = default_answer(question.key, typed, folder=name, today=today)
            answer, fault = given[question.key], None
            while answer is None or fault is not None:
                answer, fault = read_answer(
                    question.key, typer.prompt(question.words, default=default)
                )
                if fault is not None:
                    typer.echo(fault)
            typed[question.key] = answer
        given = {**typed}
    return read_answers(given, folder=name, today=today)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    # A command lives for seconds and leaves few cycles behind: looking for them would cost a
    # tenth of a build's time and free nothing that matters.
    gc.disable()
    # Windows hands what is piped on in an old set of characters, which lacks the minus sign.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(args=arguments, prog_name="sufficiency")


def _understood(project: Path) -> Model:
    """The project's model, whatever problems it has; they end the command where there is none."""
    from sufficiency import pipeline

    root = _project_folder(project)
    with _progress() as tell, _failures():
        model, problems = pipeline.understand(root, cache=_cache(), tell=tell)
    if model is None:
        _stop_at(root, problems, "", strict=True)
    assert model is not None
    if problems:
        typer.echo("There are problems: `sufficiency check` tells them.\n", err=True)
    return model


def _list(headings: Sequence[str], rows: Iterable[Sequence[str]], words: str) -> None:
    """Prints the rows that hold the words, with their headings."""
    from sufficiency.listings import as_table, only_with

    found = list(only_with(words, rows))
    if not found:
        _give_up(f'None of them holds "{words}". Try a part of the word.', USAGE)
    for line in as_table(headings, found):
        typer.echo(line)


def _cache() -> Cache:
    from sufficiency.outputs import Cache, cache_folder

    return Cache(cache_folder())


def _project_folder(project: Path) -> Path:
    if not (project / "strategy").is_dir():
        _give_up(
            f'There is no strategy folder in "{project}". Go to the folder of your strategy, or '
            "name it with --project.",
            USAGE,
        )
    return project


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Shows the stage at work: one changing line on a terminal, plain lines in a log."""
    if not sys.stderr.isatty():
        yield lambda stage: typer.echo(f"{stage} …", err=True)
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting …") as status:
        yield lambda stage: status.update(f"{stage} …")


@contextmanager
def _failures() -> Iterator[None]:
    """Turns what a build may raise into a message and an exit code, never a stack trace."""
    from sufficiency.documents.compose import TemplateFault
    from sufficiency.engines import EngineError
    from sufficiency.outputs import OutputFailed, OutputRefused, failure
    from sufficiency.pipeline import UnknownDocument

    try:
        yield
    except (EngineError, OutputFailed) as error:
        _give_up(str(error), TOOL)
    except OSError as error:
        _give_up(failure(error), TOOL)
    except OutputRefused as error:
        _give_up(str(error), USAGE)
    except TemplateFault as error:
        _give_up(str(error), USAGE)
    except UnknownDocument as error:
        _give_up(f'There is no document "{error}" in strategy/strategy.yml.', USAGE)


def _wanted_report(form: Report | None, file: Path | None, root: Path) -> WantedReport:
    from sufficiency.reporting import wanted_report

    if form is None and file is not None:
        _give_up("Say with --report which report belongs into --report-file.", USAGE)
    with _failures():
        return wanted_report(form.value if form else None, file, project=root)


def _tell(
    root: Path, problems: Sequence[Problem], conclusion: str, report: WantedReport | None = None
) -> None:
    """Tells what was found, and writes the report that was asked for."""
    if problems or (report is not None and report.form):
        from sufficiency.reporting import tell_problems

        with _failures():
            tell_problems(root, problems, conclusion, report)


def _stop_at(
    root: Path,
    problems: Sequence[Problem],
    conclusion: str,
    *,
    strict: bool = False,
    report: WantedReport | None = None,
) -> None:
    """Tells what was found, and ends the command unless all of it are warnings that may stand."""
    from sufficiency.problems import refuses

    _tell(root, problems, conclusion, report)
    if refuses(problems, strict=strict):
        raise typer.Exit(PROBLEMS)


def _give_up(message: str, exit_code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(exit_code)


def _shown(path: Path) -> str:
    return path.as_posix()
