"""``sufficiency bind``: asks of one typed number after the other what it shall be bound to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.cli.ending import failures, open_cache, project_folder, refusals
from sufficiency.cli.options import ProjectOption

if TYPE_CHECKING:
    from sufficiency.authoring.bind import Bench, Cell
    from sufficiency.prose.unbound import NumberProblem

    Act = Callable[[], Bench]


def bind(
    project: ProjectOption = Path(),
    digits: Annotated[
        bool, typer.Option("--digits", help="Pass over numbers in words, which are warnings.")
    ] = False,
) -> None:
    """Go through the numbers typed into the text, and bind each to a fact or a source."""
    from sufficiency.authoring.bind import open_bench

    root = project_folder(project)
    with refusals():
        bench = open_bench(root, open_cache())
    total = len([one for one in bench.unbound if not (digits and one.is_warning)])
    if not total:
        typer.echo("No number is bound to nothing.")
        return
    typer.echo(f"{total} to go through. Enter leaves a number as it is.")
    after, bound = None, 0
    while number := bench.next(after, digits_only=digits):
        after = number.at
        try:
            changed = _ask(bench, number)
        except (typer.Abort, EOFError):
            break
        if changed is not None:
            bench, bound = changed, bound + 1
    left = len([one for one in bench.unbound if not (digits and one.is_warning)])
    typer.echo(f"\n{bound} bound, {left} left. `sufficiency check` tells those that are left.")


def _ask(bench: Bench, number: NumberProblem) -> Bench | None:
    """Shows a number and asks until something can be done; None where it is left.

    Raises Abort where no more shall be asked.
    """
    from sufficiency.authoring import Refused

    typer.echo(f"\n{number.at}  {typer.style(number.number, bold=True)}")
    typer.echo(f"  {bench.sentence(number)}\n")
    acts = _offer(bench, number)
    while True:
        answer = typer.prompt("Which", default="l").strip().lower()
        if answer == "l":
            return None
        if answer == "q":
            raise typer.Abort
        if answer not in acts:
            typer.echo(f"Answer with one of {', '.join([*acts, 'l', 'q'])}.")
            continue
        try:
            with failures():
                return acts[answer]()
        except Refused as refusal:
            typer.echo(str(refusal))


def _offer(bench: Bench, number: NumberProblem) -> dict[str, Act]:
    """Lists what a number may be bound to, and says what each answer does."""
    from sufficiency.authoring.bind import promised

    acts: dict[str, Act] = {}
    for one, said, label in bench.facts_for(number):
        key = str(len(acts) + 1)
        typer.echo(f"  {key}  {{{{ {one} }}}} prints {said}: {label}")
        acts[key] = partial(bench.write_fact, number, one, said)
    for cell in bench.cells_for(number):
        key = str(len(acts) + 1)
        typer.echo(f"  {key}  a new fact: {cell.label}")
        acts[key] = partial(_write_cell, bench, number, cell)
    typer.echo("  s  a stated figure, with the publication that it is quoted from")
    acts["s"] = partial(_write_stated, bench, number)
    typer.echo("  c  a commitment: a promise of the council's own")
    acts["c"] = partial(bench.write, number, promised(number.number))
    typer.echo("  l  leave it as it is\n  q  stop here; what is bound stays")
    return acts


def _write_cell(bench: Bench, number: NumberProblem, cell: Cell) -> Bench:
    name = typer.prompt("The new fact's name", default=bench.name_for(cell)).strip()
    return bench.write_cell(number, cell, name)


def _write_stated(bench: Bench, number: NumberProblem) -> Bench:
    """Asks for the publication: by its number in the list, or its id."""
    from sufficiency.authoring import Refused
    from sufficiency.authoring.bind import stated

    sources = bench.sources
    if not sources:
        raise Refused("No publication is listed. Add it to strategy/references.yml first.")
    for place, (id, citation) in enumerate(sources.items(), start=1):
        typer.echo(f"  {place}  {id}: {citation}")
    answer = typer.prompt("Which publication").strip()
    numbered = dict(enumerate(sources, start=1))
    id = numbered.get(int(answer), answer) if answer.isdecimal() else answer
    return bench.write(number, stated(number.number, id))
