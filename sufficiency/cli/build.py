"""``build``, ``check`` and ``compose``: words on a command line to one call of ``pipeline``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.ending import (
    failures,
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
    Format,
    Html,
    ProjectOption,
    ReportFileOption,
    ReportOption,
    StrictOption,
)


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
    report: ReportOption = None,
    report_file: ReportFileOption = None,
) -> None:
    """Build the documents. A draft is built with its problems shown; a final must have none."""
    from sufficiency import pipeline
    from sufficiency.engines import FORMATS
    from sufficiency.problems import count_problems

    root = project_folder(project)
    wanted = report_asked_for(report, report_file, root)
    formats = tuple(dict.fromkeys(choice.value for choice in format)) if format else FORMATS
    target = output or root / "_output"
    with progress() as tell, failures():
        built = pipeline.build(
            root,
            output=target,
            cache=open_cache(),
            formats=formats,
            documents=document or (),
            html=html.value if html else None,
            final=final,
            strict=strict,
            tell=tell,
        )
    untouched = "Nothing was built; what stood there before is untouched."
    if not built.files:
        stop_at(root, built.problems, untouched, strict=True, report=wanted)
    tell_of(root, built.problems, "The documents show them where they stand.", wanted)
    for file in built.files:
        typer.echo(shown(file), err=wanted.is_printed)
    if built.problems:
        told = f"Built with {count_problems(built.problems)}, marked in the documents."
        typer.echo(told, err=wanted.is_printed)
    _remark(_said_of_stale(built.stale))
    _remark(built.leaves_open)


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
    _remark(pipeline.what_is_open(model.bound))


def compose(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: composed in the project]")
    ] = None,
    document: DocumentOption = None,
) -> None:
    """Write the composed Quarto Markdown, its charts and templates, without rendering them."""
    from sufficiency import pipeline

    root = project_folder(project)
    cache = open_cache()
    with progress() as tell, failures():
        model, problems = pipeline.understand(root, cache=cache, tell=tell)
        if model is not None:
            folder = output or root / "composed"
            files = pipeline.write_composed_project(
                model, folder, documents=document or (), cache=cache
            )
    if model is None:
        stop_at(root, problems, "Nothing was composed.", strict=True)
    tell_of(root, problems, "The documents show them where they stand.")
    for file in files:
        typer.echo(shown(file))


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
