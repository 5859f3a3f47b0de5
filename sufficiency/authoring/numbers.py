"""Adds what prints numbers: facts and figures."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel

from sufficiency.authoring.desk import Added, Desk
from sufficiency.authoring.insert import NewEntry
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.texts import descriptions
from sufficiency.authoring.yaml_text import Value, scalar
from sufficiency.content import FigureEntry, IndicatorEntry, TilesEntry
from sufficiency.content.facts import FACT_KINDS
from sufficiency.content.read import SHELF_FILES

Given = Mapping[str, str | Sequence[str] | Mapping[str, str] | None]
"""What was asked for, by the entry's key; None or nothing where it was left out."""


def add_fact(desk: Desk, name: str, given: Given) -> tuple[Added, str]:
    """Adds a fact, and returns what it prints and what to do next.

    Args:
        desk: The project.
        name: Not taken yet.
        given: Exactly one of the keys of ``FACT_KINDS``, and what else its model takes.

    Raises:
        Refused: Where the fact would be a problem.
    """
    values = _given(given)
    kinds = [kind for kind in FACT_KINDS if kind in values]
    if len(kinds) != 1:
        choices = ", ".join(f"--{kind}" for kind in FACT_KINDS)
        raise Refused(f"Say what the fact is made from, with one of {choices}.")
    _refuse_taken(name, desk.content.facts.names, "fact")
    added = _add(desk, "facts", name, values, FACT_KINDS[kinds[0]])
    step = f"Write {{{{ {name} }}}} in a section."
    fact = added.model.facts.entries.get(name) if added.model else None
    if fact is None:
        return added, step
    forms = [
        f"{{{{ {name} | {form} }}}} prints {said}."
        for form, said in fact.forms.items()
        if said != fact.said
    ]
    return added, " ".join([f"It prints {fact.said}.", step, *forms])


def add_figure(desk: Desk, id: str, given: Given) -> tuple[Added, str]:
    """Adds a chart, a table or tiles, and returns what to do next.

    Args:
        desk: The project.
        id: Not taken yet.
        given: ``kind``, and what else the models of figures take. What a chart goes across is
            chosen from its indicator where it is left out, and so is its headline.

    Raises:
        Refused: Where the figure would be a problem.
    """
    values = _given(given)
    _refuse_taken(id, desk.content.figures.names, "figure")
    is_tiles = values.get("kind") == "tiles"
    wanted = "facts" if is_tiles else "indicator"
    if wanted not in values:
        option = wanted.removesuffix("s")
        raise Refused(f"Say what the figure shows, with --{option}.")
    if is_tiles:
        values.setdefault("headline", "At a glance")
        added = _add(desk, "figures", id, values, TilesEntry)
    else:
        indicator = desk.content.indicators.entries.get(str(values.get("indicator")))
        added = _add(desk, "figures", id, _completed(values, indicator), FigureEntry)
    call, mark = ("table", "tbl") if values.get("kind") == "table" else ("figure", "fig")
    step = (
        f'Place it in a section with {{{{ {call}("{id}") }}}} on a line by itself, refer to it '
        f"with @{mark}-{id}, and let its headline say what a reader should see."
    )
    return added, step


def _completed(values: dict[str, Value], indicator: IndicatorEntry | None) -> dict[str, Value]:
    """The keys of a figure in the order of its model, with those that were left to the tool."""
    if indicator is not None and "across" not in values:
        values |= _layout(str(values.get("kind")), indicator, values)
    # An indicator that is not there is told by the rules, and nothing is written then.
    values.setdefault("headline", str(indicator.label) if indicator else "None yet")
    values.setdefault("across", "period")
    return {key: values[key] for key in FigureEntry.model_fields if key in values}


def _layout(kind: str, indicator: IndicatorEntry, values: Mapping[str, Value]) -> dict[str, Value]:
    """What a figure goes across: time, with a line or part for each category; else categories."""
    if not indicator.breakdowns or "where" in values:
        return {"across": "period"}
    breakdown = str(indicator.breakdowns[0])
    if kind in ("line", "grouped bar", "stacked bar", "small multiples"):
        return {"across": "period", "series": values.get("series", breakdown)}
    return {"across": breakdown, "periods": values.get("periods", "latest")}


def _add(
    desk: Desk, shelf: str, name: str, values: Mapping[str, Value], model: type[BaseModel]
) -> Added:
    optional = [
        f"{key}: {scalar(words)}" for key, words in descriptions(model).items() if key not in values
    ]
    remarks = ["You may add these keys:", *optional] if optional else []
    file = SHELF_FILES[shelf]
    return desk.add_entry(file.path, [file.key], NewEntry(name, values, remarks))


def _given(given: Given) -> dict[str, Value]:
    return {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in given.items()
        if value
    }


def _refuse_taken(name: str, names: Iterable[str], what: str) -> None:
    if name in names:
        raise Refused(f'There is a {what} "{name}" already. Choose another name.')
