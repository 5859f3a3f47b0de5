"""What several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What can be built."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class Html(StrEnum):
    """What the web page can be made as."""

    SINGLE = "single"
    SITE = "site"
    FRAGMENT = "fragment"
    CMS = "cms"


class Engine(StrEnum):
    """What can render documents."""

    EMBEDDED = "embedded"
    QUARTO = "quarto"


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
