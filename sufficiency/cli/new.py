"""``sufficiency new …``: words on a command line to one call of ``authoring``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.cli.ending import USAGE, give_up, open_cache, project_folder, refusals, shown
from sufficiency.cli.options import ProjectOption

if TYPE_CHECKING:
    from sufficiency.authoring import Added, Desk

app = typer.Typer(
    help="Add a section, a priority, a need, a fact or a figure to the project.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command()
def section(
    title: Annotated[str, typer.Argument(help="Its heading.")],
    after: Annotated[
        str | None, typer.Option("--after", help="The section that it follows; the last one.")
    ] = None,
    parent: Annotated[
        str | None, typer.Option("--parent", help="The chapter that it is a part of.")
    ] = None,
    id: Annotated[str | None, typer.Option("--id", help="Its id; made from the title.")] = None,
    project: ProjectOption = Path(),
) -> None:
    """Add a section of text, in a file of its own."""
    from sufficiency.authoring import add_section

    _add(project, lambda desk: add_section(desk, title, after=after, parent=parent, id=id))


@app.command()
def priority(
    title: Annotated[str, typer.Argument(help="Its title.")],
    project: ProjectOption = Path(),
) -> None:
    """Add a priority of the plan, in a file of its own."""
    from sufficiency.authoring import add_priority

    _add(project, lambda desk: add_priority(desk, title))


@app.command()
def need(
    box: Annotated[str, typer.Argument(help="The id of a box in needs.yml.")],
    text: Annotated[str, typer.Argument(help="What is needed; reads on from the heading.")],
    id: Annotated[str | None, typer.Option("--id", help="Its id; made from the text.")] = None,
    new_box: Annotated[bool, typer.Option("--new-box", help="Begin a new box with it.")] = False,
    project: ProjectOption = Path(),
) -> None:
    """Add a need to a "We need…" box."""
    from sufficiency.authoring import add_need

    _add(project, lambda desk: add_need(desk, box, text, id=id, is_new_box=new_box))


@app.command()
def fact(
    name: Annotated[str, typer.Argument(help="The name that prose will print it by.")],
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="One figure of this indicator.")
    ] = None,
    change: Annotated[
        str | None, typer.Option("--change", help="The change of this indicator since --from.")
    ] = None,
    trend: Annotated[
        str | None, typer.Option("--trend", help="The same with every period since --from.")
    ] = None,
    rank: Annotated[
        str | None, typer.Option("--rank", help="The council's position in it, with --among.")
    ] = None,
    share: Annotated[
        str | None, typer.Option("--share", help="This fact as a percentage of --of.")
    ] = None,
    gap: Annotated[
        str | None, typer.Option("--gap", help="How far this measure is from its target.")
    ] = None,
    formula: Annotated[
        str | None, typer.Option("--formula", help="Arithmetic over facts: cost_a - cost_b.")
    ] = None,
    period: Annotated[str | None, typer.Option("--period", help="As printed, or latest.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="A change's first period.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="A change's last period.")] = None,
    among: Annotated[str | None, typer.Option("--among", help="A group of comparators.")] = None,
    order: Annotated[str | None, typer.Option("--order", help="highest or lowest.")] = None,
    of: Annotated[str | None, typer.Option("--of", help="The fact that is the whole.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="The council if left out.")] = None,
    where: Annotated[
        list[str] | None, typer.Option("--where", help='"column=category". Repeatable.')
    ] = None,
    decimals: Annotated[
        str | None, typer.Option("--decimals", help="Digits after the point.")
    ] = None,
    label: Annotated[str | None, typer.Option("--label", help="What it is, in words.")] = None,
    project: ProjectOption = Path(),
) -> None:
    """Add a fact: a number that prose may print by its name."""
    from sufficiency.authoring import add_fact

    _add(
        project,
        lambda desk: add_fact(
            desk,
            name,
            {
                "indicator": indicator,
                "change": change,
                "trend": trend,
                "rank": rank,
                "share": share,
                "gap": gap,
                "formula": formula,
                "among": among,
                "of": of,
                "place": place,
                "period": period,
                "from": from_,
                "to": to,
                "order": order,
                "where": _read_where(where or ()),
                "decimals": decimals,
                "label": label,
            },
        ),
    )


@app.command()
def figure(
    id: Annotated[str, typer.Argument(help="The id that places it.")],
    kind: Annotated[str, typer.Option("--kind", help="line, bar, table, tiles and others.")],
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="The indicator that it shows.")
    ] = None,
    fact: Annotated[
        list[str] | None, typer.Option("--fact", help="A fact that tiles show. Repeatable.")
    ] = None,
    headline: Annotated[
        str | None, typer.Option("--headline", help="The caption, which gives the message.")
    ] = None,
    across: Annotated[
        str | None, typer.Option("--across", help="period, place or a breakdown's column.")
    ] = None,
    series: Annotated[
        str | None, typer.Option("--series", help="A line or column for each of these.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option("--place", help="A place or a group. Repeatable.")
    ] = None,
    period: Annotated[
        list[str] | None, typer.Option("--period", help="all, latest or a period. Repeatable.")
    ] = None,
    where: Annotated[
        list[str] | None, typer.Option("--where", help='"column=category". Repeatable.')
    ] = None,
    project: ProjectOption = Path(),
) -> None:
    """Add a chart, a table or tiles."""
    from sufficiency.authoring import add_figure

    is_word = period in (["all"], ["latest"])
    _add(
        project,
        lambda desk: add_figure(
            desk,
            id,
            {
                "kind": kind,
                "headline": headline,
                "indicator": indicator,
                "facts": fact,
                "across": across,
                "series": series,
                "places": place,
                "periods": period[0] if period and is_word else period,
                "where": _read_where(where or ()),
            },
        ),
    )


def _add(project: Path, add: Callable[[Desk], tuple[Added, str]]) -> None:
    """Adds to the project and tells where and what to do next, or why nothing was written."""
    from sufficiency.authoring import open_desk

    root = project_folder(project)
    with refusals():
        added, next_step = add(open_desk(root, open_cache()))
    typer.echo(f"{shown(root / added.path)}:{added.lines.start}")
    typer.echo(next_step)


def _read_where(pairs: Iterable[str]) -> dict[str, str]:
    """``column=category`` as a mapping; ends the command where there is no equals sign."""
    found: dict[str, str] = {}
    for pair in pairs:
        column, sign, category = pair.partition("=")
        if not (column.strip() and sign and category.strip()):
            give_up(f'"{pair}" is no selection. Write it as --where "column=category".', USAGE)
        found[column.strip()] = category.strip()
    return found
