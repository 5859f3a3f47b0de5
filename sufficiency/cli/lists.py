"""Commands that list or name something: indicators, facts, evidence, the golden thread, codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sufficiency.cli.ending import USAGE, give_up, open_cache, project_folder, shown, understood
from sufficiency.cli.options import ProjectOption, WordsArgument


def indicators(words: WordsArgument = "", project: ProjectOption = Path()) -> None:
    """List the indicators: id, label, unit, latest figure, file."""
    from sufficiency.listings import INDICATOR_HEADINGS, list_indicators

    _list(INDICATOR_HEADINGS, list_indicators(understood(project)), words)


def facts(words: WordsArgument = "", project: ProjectOption = Path()) -> None:
    """List the facts: name, printed form, what it is made from, where it is used."""
    from sufficiency.listings import FACT_HEADINGS, list_facts

    _list(FACT_HEADINGS, list_facts(understood(project)), words)


def evidence(
    asked: Annotated[
        str,
        typer.Argument(
            help="An entry's number in the annex, a fact's name, or a number or words as printed."
        ),
    ],
    project: ProjectOption = Path(),
) -> None:
    """Say where a number is printed and where it came from, to the row and the file."""
    from sufficiency.provenance import NotPrinted, trace

    model = understood(project)
    try:
        lines = trace(model, asked)
    except NotPrinted as error:
        give_up(str(error), USAGE)
    for line in lines:
        typer.echo(line)


def thread(
    id: Annotated[
        str | None,
        typer.Argument(
            help="A need, action, priority, section, measure of success, indicator or extract. "
            "[default: all of it, counted, with its loose ends]"
        ),
    ] = None,
    project: ProjectOption = Path(),
) -> None:
    """Walk the golden thread from an entry, back to the needs and on to the extracts."""
    from sufficiency.problems import suggestion
    from sufficiency.walking import count, known_ids, walk

    model = understood(project)
    known = known_ids(model)
    if id is not None and id not in known:
        offer = suggestion(id, known)
        give_up(f'Nothing on the golden thread has the id "{id}". {offer}', USAGE)
    for line in count(model) if id is None else walk(model, id):
        typer.echo(line)


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
        give_up(f'There is no code "{code}". {suggestion(code.upper(), codes)}', USAGE)
    typer.echo(explain_code(found))


def schema(
    project: ProjectOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to. [default: schemas in the project]")
    ] = None,
) -> None:
    """Write the JSON Schemas of the YAML files, from which editors complete as people type."""
    from sufficiency.content.schema import schemas

    folder = output or project_folder(project) / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        typer.echo(shown(folder / name))


def cache(
    empty: Annotated[bool, typer.Option("--empty", help="Delete all that is kept there.")] = False,
) -> None:
    """Name the folder in which charts and tables are kept between builds, or empty it."""
    kept = open_cache()
    entries, size = kept.size()
    typer.echo(f"{kept.folder}: {entries} entries, {size / 1_000_000:.1f} MB")
    if empty:
        kept.empty()
        typer.echo("Emptied.")


def _list(headings: Sequence[str], rows: Iterable[Sequence[str]], words: str) -> None:
    """Prints the rows that hold the words, with their headings."""
    from sufficiency.listings import as_table, only_with

    found = list(only_with(words, rows))
    if not found:
        give_up(f'None of them holds "{words}". Try a part of the word.', USAGE)
    for line in as_table(headings, found):
        typer.echo(line)
