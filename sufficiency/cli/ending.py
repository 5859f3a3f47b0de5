"""How commands begin and end: the project's folder, what they say while at work, exit codes.

Whatever a build may raise becomes a message and a code here, never a stack trace.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from sufficiency.beside import NOBODY, Beside

if TYPE_CHECKING:
    from sufficiency.cli.options import Report
    from sufficiency.outputs import Cache
    from sufficiency.pipeline import Model
    from sufficiency.problems import Problem
    from sufficiency.reporting import WantedReport

PROBLEMS, USAGE, TOOL = 1, 2, 3


def project_folder(project: Path) -> Path:
    if not (project / "strategy").is_dir():
        give_up(
            f'There is no strategy folder in "{project}". Go to the folder of your strategy, or '
            "name it with --project.",
            USAGE,
        )
    return project


def open_cache(beside: Beside = NOBODY) -> Cache:
    from sufficiency.outputs import Cache, cache_folder

    return Cache(cache_folder(), beside)


def understood(project: Path) -> Model:
    """The project's model, whatever problems it has; they end the command where there is none.

    Warnings are let be: what is listed to be written with is often not used yet.
    """
    from sufficiency import pipeline
    from sufficiency.problems import refuses

    root = project_folder(project)
    with progress() as tell, failures():
        model, problems = pipeline.understand(root, cache=open_cache(), tell=tell)
    if model is None:
        stop_at(root, problems, "", strict=True)
    assert model is not None
    if refuses(problems):
        typer.echo("There are problems: `sufficiency check` tells them.\n", err=True)
    return model


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Shows the stage at work: one changing line on a terminal, plain lines in a log."""
    if not sys.stderr.isatty():
        yield lambda stage: typer.echo(f"{stage} …", err=True)
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting …") as status:
        yield lambda stage: status.update(f"{stage} …")


@contextmanager
def failures() -> Iterator[None]:
    """Turns what a build may raise into a message and an exit code, never a stack trace."""
    from sufficiency.documents import TemplateFault
    from sufficiency.engines import EngineError
    from sufficiency.outputs import OutputFailed, OutputRefused, failure
    from sufficiency.pipeline import UnknownDocument

    try:
        yield
    except (EngineError, OutputFailed) as error:
        give_up(str(error), TOOL)
    except OSError as error:
        give_up(failure(error), TOOL)
    except OutputRefused as error:
        give_up(str(error), USAGE)
    except TemplateFault as error:
        give_up(str(error), USAGE)
    except UnknownDocument as error:
        give_up(f'There is no document "{error}" in strategy/strategy.yml.', USAGE)


@contextmanager
def refusals() -> Iterator[None]:
    """``failures``, and what `authoring` refuses."""
    from sufficiency.authoring import Refused

    with failures():
        try:
            yield
        except Refused as refusal:
            give_up(str(refusal), PROBLEMS if refusal.is_problem else USAGE)


def report_asked_for(form: Report | None, file: Path | None, root: Path) -> WantedReport:
    from sufficiency.reporting import wanted_report

    if form is None and file is not None:
        give_up("Say with --report which report belongs into --report-file.", USAGE)
    with failures():
        return wanted_report(form.value if form else None, file, project=root)


def tell_of(
    root: Path, problems: Sequence[Problem], conclusion: str, report: WantedReport | None = None
) -> None:
    """Tells what was found, and writes the report that was asked for."""
    if problems or (report is not None and report.form):
        from sufficiency.reporting import tell_problems

        with failures():
            tell_problems(root, problems, conclusion, report)


def stop_at(
    root: Path,
    problems: Sequence[Problem],
    conclusion: str,
    *,
    strict: bool = False,
    report: WantedReport | None = None,
) -> None:
    """Tells what was found, and ends the command unless all of it are warnings that may stand."""
    from sufficiency.problems import refuses

    tell_of(root, problems, conclusion, report)
    if refuses(problems, strict=strict):
        raise typer.Exit(PROBLEMS)


def give_up(message: str, exit_code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(exit_code)


def shown(path: Path) -> str:
    return path.as_posix()
