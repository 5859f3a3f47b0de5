"""The command line: a thin layer over ``pipeline``.

Exit codes: 0 built or sound, 1 problems found, 2 wrong usage, 3 a tool is missing or failed.
Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sufficiency import __version__

if TYPE_CHECKING:
    from sufficiency.outputs import Cache
    from sufficiency.pipeline import Model
    from sufficiency.problems import Problem

PROBLEMS, USAGE, TOOL = 1, 2, 3

app = typer.Typer(
    help="Builds a placement sufficiency strategy as HTML, PDF and Word from YAML, Markdown "
    "and data.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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


ProjectOption = Annotated[
    Path,
    typer.Option("--project", help="The folder with strategy/ and data/. [default: this one]"),
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option("--document", help="A document of strategy.yml; all if left out. Repeatable."),
]


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
) -> None:
    """Build the documents. A draft is built with its problems shown; a final must have none."""
    from sufficiency import pipeline
    from sufficiency.documents.draft import count_problems
    from sufficiency.engines import FORMATS

    root = _project_folder(project)
    formats = tuple(dict.fromkeys(choice.value for choice in format)) if format else FORMATS
    target = output or root / "_output"
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
        )
    if not files:
        _stop_at(problems, "Nothing was built; what stood there before is untouched.", strict=True)
    _tell(problems, "The documents show them where they stand.")
    for file in files:
        typer.echo(_shown(file))
    if problems:
        typer.echo(f"Built with {count_problems(problems)}, marked in the documents.")


@app.command()
def check(
    project: ProjectOption = Path(),
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as problems.")] = False,
) -> None:
    """Look for problems without building anything."""
    from sufficiency import pipeline

    root = _project_folder(project)
    with _progress() as tell, _failures():
        model, problems = pipeline.understand(root, cache=_cache(), tell=tell)
    _stop_at(problems, "", strict=strict)
    assert model is not None
    figures, facts = len(model.bound.figures), len(model.bound.ledger)
    typer.echo(f"No problems. {facts} numbers in the text and {figures} figures have a source.")


@app.command()
def indicators(project: ProjectOption = Path()) -> None:
    """List the indicators: id, label, unit, latest figure, file."""
    from sufficiency.listings import INDICATOR_HEADINGS, as_table, list_indicators

    for line in as_table(INDICATOR_HEADINGS, list_indicators(_understood(project))):
        typer.echo(line)


@app.command()
def facts(project: ProjectOption = Path()) -> None:
    """List the facts: name, printed form, what it is made from, where it is used."""
    from sufficiency.listings import FACT_HEADINGS, as_table, list_facts

    for line in as_table(FACT_HEADINGS, list_facts(_understood(project))):
        typer.echo(line)


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
    from sufficiency.problems import all_codes, suggestion

    codes = all_codes()
    if code is None:
        for entry in codes.values():
            typer.echo(f"{entry.id:20} {entry.title}")
        return
    found = codes.get(code.upper())
    if found is None:
        _give_up(f'There is no code "{code}". {suggestion(code.upper(), codes)}', USAGE)
    typer.echo(f"{found.id}: {found.title}\n\n{found.why}\n\nHow to mend it: {found.mend}")
    if found.example:
        typer.echo(
            f"\nFor example, this is a problem:\n\n    {found.example}".replace("\n", "\n    ")
        )


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
        _stop_at(problems, "Nothing was composed.", strict=True)
    _tell(problems, "The documents show them where they stand.")
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
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
    example: Annotated[str, typer.Option("--example", help="The example to copy.")] = "barnet",
) -> None:
    """Start a project as a copy of an example that builds at once."""
    from sufficiency.sources import example_folder

    if example != "barnet":
        _give_up(f'There is no example "{example}". Known: "barnet".', USAGE)
    if folder.exists():
        _give_up(f'"{folder}" exists already. Name a folder that does not.', USAGE)
    source = example_folder(example)
    for name in ("strategy", "data", "schemas"):
        shutil.copytree(source / name, folder / name)
    shutil.copy(source / "_quarto.yml", folder / "_quarto.yml")
    typer.echo(f"Copied. Now run: sufficiency build --project {folder}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    # A command lives for seconds and leaves few cycles behind: looking for them would cost a
    # tenth of a build's time and free nothing that matters.
    gc.disable()
    app(args=arguments, prog_name="sufficiency")


def _understood(project: Path) -> Model:
    """The project's model, whatever problems it has; they end the command where there is none."""
    from sufficiency import pipeline

    root = _project_folder(project)
    with _progress() as tell, _failures():
        model, problems = pipeline.understand(root, cache=_cache(), tell=tell)
    if model is None:
        _stop_at(problems, "", strict=True)
    assert model is not None
    if problems:
        typer.echo("There are problems: `sufficiency check` tells them.\n", err=True)
    return model


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
    from sufficiency.outputs import OutputRefused
    from sufficiency.pipeline import UnknownDocument

    try:
        yield
    except EngineError as error:
        _give_up(str(error), TOOL)
    except OutputRefused as error:
        _give_up(str(error), USAGE)
    except TemplateFault as error:
        _give_up(str(error), USAGE)
    except UnknownDocument as error:
        _give_up(f'There is no document "{error}" in strategy/strategy.yml.', USAGE)


def _stop_at(problems: Sequence[Problem], conclusion: str, *, strict: bool = False) -> None:
    """Tells the problems, and ends the command unless all of them are warnings."""
    from sufficiency.pipeline import refuses

    _tell(problems, conclusion)
    if refuses(problems, strict=strict):
        raise typer.Exit(PROBLEMS)


def _tell(problems: Sequence[Problem], conclusion: str) -> None:
    if not problems:
        return
    for problem in problems:
        typer.echo(f"{problem} [{problem.code.id}]", err=True)
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    typer.echo(
        f"\n{count} found. {conclusion}".rstrip()
        + f"\n`sufficiency explain {problems[0].code.id}` says more about the first.",
        err=True,
    )


def _give_up(message: str, exit_code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(exit_code)


def _shown(path: Path) -> str:
    return path.as_posix()
