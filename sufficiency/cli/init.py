"""``sufficiency init``: a new project, from answers or from an example."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.ending import USAGE, give_up, refusals, shown


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
    with refusals():
        authoring.refuse_unsuitable(folder)
        if example is not None:
            if any(given.values()):
                give_up("An example keeps its own council, title and dates.", USAGE)
            authoring.make_example(folder, example)
        else:
            authoring.make_starter(folder, _answers(given, folder))
    typer.echo(f'Made. Now run: sufficiency build --project "{shown(folder)}"')
    typer.echo(f"What to do next: {shown(folder / 'READ-ME-FIRST.txt')}")


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
