"""``build``, ``check``, ``compose`` and ``finish``: words to one call of ``pipeline`` each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.beside import Beside, second_process
from sufficiency.cli.ending import (
    USAGE,
    failures,
    give_up,
    open_cache,
    progress,
    project_folder,
    report_asked_for,
    shown,
    stop_at,
    tell_of,
)
from sufficiency.cli.options import (
    DocumentOption,
    Engine,
    Format,
    Html,
    ProjectOption,
    ReportFileOption,
    ReportOption,
    StrictOption,
)

if TYPE_CHECKING:
    from sufficiency.pipeline import Built
    from sufficiency.reporting import WantedReport


def build(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: _output in the project]")
    ] = None,
    format: Annotated[
        list[Format] | None,
        typer.Option("--format", help="html, pdf or docx; all if left out. Repeatable."),
    ] = None,
    html: Annotated[
        Html | None,
        typer.Option(
            "--html",
            help="The web page as one file (single), a page a chapter (site), a part for a page "
            "of your website (fragment), or chapters for a content-management system (cms). "
            "[default: as strategy.yml says, or single]",
        ),
    ] = None,
    document: DocumentOption = None,
    final: Annotated[
        bool, typer.Option("--final", help="Build a draft as final: any problem refuses it.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="A final is refused for warnings too.")
    ] = False,
    engine: Annotated[
        Engine, typer.Option("--engine", help="quarto, if you have Quarto: the same documents.")
    ] = Engine.EMBEDDED,
    report: ReportOption = None,
    report_file: ReportFileOption = None,
) -> None:
    """Build the documents. A draft is built with its problems shown; a final must have none."""
    root = project_folder(project)
    with second_process(partial(_prepare, root), _import_tools) as beside:
        from sufficiency import pipeline

        wanted = report_asked_for(report, report_file, root)
        formats = _formats_asked_for(format, html)
        with progress() as tell, failures():
            built = pipeline.build(
                root,
                output=output or root / "_output",
                cache=open_cache(beside),
                formats=formats,
                documents=document or (),
                html=html.value if html else None,
                final=final,
                strict=strict,
                engine=engine.value,
                tell=tell,
            )
    _tell_of_build(root, built, wanted)


def _prepare(root: Path, beside: Beside) -> None:
    """What a second process does meanwhile, from before anything heavy is imported."""
    from sufficiency.gathering import prepare

    prepare(root, open_cache(beside))


def _import_tools() -> None:
    """What the first process does while it waits for the second."""
    from sufficiency.engines import import_tools

    import_tools()


def finish(project: ProjectOption = Path()) -> None:
    """Finish what Quarto has rendered, and publish it. Quarto runs this after `quarto render`."""
    from sufficiency.hooks import NothingRendered, finish_rendered

    root = project_folder(project)
    listed = _listed_by_quarto()
    wanted = report_asked_for(None, None, root)
    with progress() as tell, failures():
        try:
            built = finish_rendered(
                root, listed, output=root / "_output", cache=open_cache(), tell=tell
            )
        except NothingRendered as nothing:
            give_up(str(nothing), USAGE)
    _tell_of_build(root, built, wanted)


def check(
    project: ProjectOption = Path(),
    strict: StrictOption = False,
    report: ReportOption = None,
    report_file: ReportFileOption = None,
) -> None:
    """Look for problems without building anything."""
    from sufficiency import pipeline

    root = project_folder(project)
    wanted = report_asked_for(report, report_file, root)
    with progress() as tell, failures():
        model, problems = pipeline.understand(root, cache=open_cache(), tell=tell)
    stop_at(root, problems, "", strict=strict, report=wanted)
    assert model is not None
    figures, facts = len(model.bound.figures), len(model.bound.ledger)
    found = "" if problems else "No problems. "
    typer.echo(
        f"{found}{facts} numbers in the text and {figures} figures have a source.",
        err=wanted.is_printed,
    )
    _remark(model.leaves_open)


def compose(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: composed in the project]")
    ] = None,
    document: DocumentOption = None,
) -> None:
    """Write the composed Quarto Markdown, its charts and templates, without rendering them."""
    from sufficiency import pipeline
    from sufficiency.problems import refuses

    root = project_folder(project)
    cache = open_cache()
    with progress() as tell, failures():
        model, problems = pipeline.understand(root, cache=cache, tell=tell)
        is_refused = model is not None and model.is_final() and refuses(problems)
        if model is not None and not is_refused:
            folder = output or root / "composed"
            files = pipeline.write_composed_project(
                model, folder, documents=document or (), cache=cache
            )
    if model is None or is_refused:
        stop_at(root, problems, "Nothing was composed.", strict=True)
    tell_of(root, problems, "The documents show them where they stand.")
    for file in files:
        typer.echo(shown(file))


def _formats_asked_for(formats: Sequence[Format] | None, html: Html | None) -> tuple[str, ...]:
    """Each format once, all if none was named; ends the command where ``html`` is in vain."""
    from sufficiency.engines import FORMATS

    if not formats:
        return FORMATS
    if html and Format.HTML not in formats:
        give_up(
            "--html says in which form the web page is made, and --format leaves the web page out. "
            "Add --format html, or leave out --html.",
            USAGE,
        )
    return tuple(dict.fromkeys(choice.value for choice in formats))


def _tell_of_build(root: Path, built: Built, wanted: WantedReport) -> None:
    """What was found, and the files that were made; ends the command where there are none."""
    from sufficiency.problems import count_problems

    if not built.files:
        untouched = "Nothing was built; what stood there before is untouched."
        stop_at(root, built.problems, untouched, strict=True, report=wanted)
    tell_of(root, built.problems, "The documents show them where they stand.", wanted)
    for file in built.files:
        typer.echo(shown(file), err=wanted.is_printed)
    if built.problems:
        told = f"Built with {count_problems(built.problems)}, marked in the documents."
        typer.echo(told, err=wanted.is_printed)
    _remark(_said_of_stale(built.stale))
    _remark(built.untested)
    _remark(built.leaves_open)


def _listed_by_quarto() -> list[Path]:
    """The files that Quarto names in its way; ends the command where it names none."""
    listed = os.environ.get("QUARTO_PROJECT_OUTPUT_FILES")
    in_file = os.environ.get("QUARTO_USE_FILE_FOR_PROJECT_OUTPUT_FILES")
    if listed is None and in_file:
        listed = Path(in_file).read_text("utf-8")
    if not listed:
        give_up(
            "Quarto runs this by itself, after `quarto render`: there is nothing to finish. To "
            "build the documents, run `sufficiency build`.",
            USAGE,
        )
    return [Path(line) for line in listed.splitlines() if line]


def _said_of_stale(files: Sequence[Path]) -> str:
    """What stands beside new files and may contradict them; blank where there is nothing."""
    if not files:
        return ""
    names = ", ".join(file.name for file in files)
    return f"From an earlier build: {names}. To make all anew, leave out --format and --document."


def _remark(sentence: str) -> None:
    """A remark, so never among what a command prints for another program to read."""
    if sentence:
        typer.echo(sentence, err=True)
