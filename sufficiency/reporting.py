"""Tells what was found: on the terminal, and as the report that the command line asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sufficiency import pipeline
from sufficiency.outputs import refuse_report_file, write_report_file
from sufficiency.problems import Problem
from sufficiency.problems.reports import REPORTS, tell

if TYPE_CHECKING:
    from rich.text import Text

PAGE = "problems.html"
"""The page of problems, in the project's folder unless another place is named."""

_REPORT_TELLS_ALL = "The report has all of them."
_PAGE_TELLS_ALL = "`sufficiency check --report html` writes a page with all of them."


@dataclass(frozen=True)
class WantedReport:
    """The report that was asked for: no ``form`` for none, no ``file`` for standard output."""

    form: str | None = None
    file: Path | None = None

    @property
    def is_printed(self) -> bool:
        """Whether standard output belongs to the report, and must hold nothing else."""
        return self.form is not None and self.file is None


def wanted_report(form: str | None, file: Path | None, *, project: Path) -> WantedReport:
    """The report and its place, before any work is done. Raises OutputRefused for a bad place."""
    if form == "html" and file is None:
        file = project / PAGE
    if file is not None:
        refuse_report_file(file, project=project)
    return WantedReport(form, file)


def tell_problems(
    project: Path, problems: Sequence[Problem], conclusion: str, wanted: WantedReport | None
) -> None:
    """Tells the problems on standard error and writes the report, if any; says where it is.

    Raises OutputRefused where the report cannot be written; the problems have been told by then.
    """
    findings = pipeline.find_lines(project, problems, folder=_folder_from_here(project))
    wanted = wanted or WantedReport()
    if problems:
        tells_all = _REPORT_TELLS_ALL if wanted.form else _PAGE_TELLS_ALL
        _show(tell(findings, conclusion=conclusion, tells_all=tells_all))
    if wanted.form is None:
        return
    report = REPORTS[wanted.form](findings).encode("utf-8", errors="replace")
    if wanted.file is None:
        # As bytes: a console of Windows would write other letters and line ends.
        typer.echo(report, nl=False)
        return
    write_report_file(report, wanted.file)
    typer.echo(f"The report is in {wanted.file.as_posix()}.", err=True)


def _show(text: Text) -> None:
    """Prints with colours where a person looks on who has not asked for none."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        typer.echo(text.plain, err=True)
        return
    from rich.console import Console

    Console(stderr=True).print(text, soft_wrap=True)


def _folder_from_here(project: Path) -> str:
    """Where the project stands, so that places can be clicked: "councils/ambleford/"."""
    try:
        folder = project.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
    return "" if folder == "." else f"{folder}/"
