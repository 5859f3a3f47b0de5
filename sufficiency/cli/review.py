"""``sufficiency review …``: what came back from reviewers in a Word document."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.ending import USAGE, failures, give_up, shown
from sufficiency.cli.options import ProjectOption

app = typer.Typer(
    help="Read what reviewers left in a Word document that was built here.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


class Form(StrEnum):
    """How a review is told."""

    TEXT = "text"
    JSON = "json"


@app.callback()
def about() -> None:
    """Read what reviewers left in a Word document that was built here."""


@app.command("list")
def list_remarks(
    file: Annotated[Path, typer.Argument(help="The Word document, as it came back.")],
    project: ProjectOption = Path(),
    format: Annotated[
        Form, typer.Option("--format", help="text to read, or json for another program.")
    ] = Form.TEXT,
) -> None:
    """List comments and tracked changes, each with the file and line of its text."""
    from sufficiency.review import NotReviewable, read_review, review_as_json, review_as_text
    from sufficiency.sources.files import find_files
    from sufficiency.sources.shape import FOLDERS

    if not file.is_file():
        give_up(f'There is no file "{shown(file)}". Name the Word document that came back.', USAGE)
    paths = [path for path, _ in find_files(project, FOLDERS)]
    with failures():
        data = file.read_bytes()
    try:
        review = read_review(data, file.name, paths)
    except NotReviewable as error:
        give_up(str(error), USAGE)
    if not paths:
        said = f'There is no strategy in "{shown(project)}": files are named as they may be called.'
        typer.echo(f"{said} Name the folder of the strategy with --project.", err=True)
    if format is Form.JSON:
        typer.echo(review_as_json(review), nl=False)
        return
    for line in review_as_text(review):
        typer.echo(line)
