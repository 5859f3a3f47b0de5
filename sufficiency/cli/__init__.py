"""The command line: a thin layer over ``pipeline`` and ``authoring``.

Exit codes: 0 built or sound, 1 problems found, 2 wrong usage, 3 a tool is missing or failed, or
the machine is in the way (a full disk, an open file, another build).
Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from sufficiency import __version__
from sufficiency.cli import new, review
from sufficiency.cli.bind import bind
from sufficiency.cli.build import build, check, compose, finish
from sufficiency.cli.init import init
from sufficiency.cli.lists import cache, evidence, explain, facts, indicators, schema, thread

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


# In the order in which --help lists them.
commands = (
    build,
    check,
    bind,
    indicators,
    facts,
    evidence,
    thread,
    schema,
    explain,
    compose,
    finish,
    cache,
    init,
)
for command in commands:
    app.command()(command)
app.add_typer(new.app, name="new")
app.add_typer(review.app, name="review")


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
