"""``strategy/figures.yml``: charts and tables, as authors order them."""

from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError, PydanticKnownError

from sufficiency.content.entry import Entry, Filled
from sufficiency.problems import nearest
from sufficiency.sources import Text

Periods: TypeAlias = Annotated[
    Annotated[Literal["all", "latest"], Tag("word")] | Annotated[list[Filled], Tag("list")],
    Discriminator(lambda given: "list" if isinstance(given, list) else "word"),
]


ChartKind = Literal[
    "line",
    "bar",
    "horizontal bar",
    "grouped bar",
    "stacked bar",
    "dumbbell",
    "population pyramid",
    "small multiples",
]


FIGURE_KINDS = (*get_args(ChartKind), "table", "tiles")


def _known_kind(given: Any) -> Any:
    """One of all kinds, whichever entry reads it: what is misspelt may mean any of them."""
    if given not in FIGURE_KINDS:
        raise PydanticKnownError("literal_error", {"expected": " or ".join(FIGURE_KINDS)})
    return given


class FigureEntry(Entry):
    """A chart or table of one indicator, placed with ``{{ figure("…") }}`` or ``{{ table("…") }}``.

    ``across`` and ``series`` name "period", "place" or a breakdown column of the indicator.
    """

    kind: Annotated[Literal[ChartKind, "table"], BeforeValidator(_known_kind)] = Field(
        description="The kind of chart, or table."
    )
    headline: Filled = Field(description="The caption, which gives the message.")
    indicator: Text = Field(description="The indicator's id.")
    across: Text = Field(description="The categories of a chart, the rows of a table.")
    series: Text | None = Field(
        default=None, description="A line or a column for each of these; left out, there is one."
    )
    places: list[Filled] = Field(
        default=[],
        description="Places' names, council, or ids of comparators; the council if left out.",
    )
    periods: Periods = Field(
        default="all", description="all, latest, or a list of periods as printed."
    )
    where: dict[str, Filled] = Field(default={}, description="A breakdown: column and category.")
    order: Literal["as_given", "value"] = Field(
        default="as_given", description="as_given, or value for the largest first."
    )
    highlight: Filled | None = Field(default=None, description="A category to bring out.")
    change: bool = Field(
        default=False, description="Tables: a last column with the change, first to last."
    )
    average: Text | None = Field(
        default=None, description="Tables: a row with the mean of this group's figures."
    )
    width: Literal["full", "half"] = Field(
        default="full",
        description="Charts: half stands beside the next, where that is half too and follows at "
        "once; in the PDF.",
    )
    note: Filled | None = Field(default=None, description="A remark printed below.")
    alt: Filled | None = Field(
        default=None, description="Alt text; drafted from the data where left out."
    )


class TilesEntry(Entry):
    """A few facts at a glance, each with its label, placed with ``{{ figure("…") }}``."""

    kind: Annotated[Literal["tiles"], BeforeValidator(_known_kind)] = Field(description="tiles.")
    headline: Filled = Field(description="The caption, which gives the message.")
    facts: list[Filled] = Field(min_length=1, description="Names of facts of facts.yml, in order.")
    note: Filled | None = Field(default=None, description="A remark printed below.")


def _shape(data: Any) -> str:
    """The tag of a figure's shape. No key is called so: places are found by walking over tags."""
    if not isinstance(data, dict):
        return "data figure"
    kind = data.get("kind")
    if kind in FIGURE_KINDS:
        return "tiles figure" if kind == "tiles" else "data figure"
    means_tiles = isinstance(kind, str) and nearest(kind, FIGURE_KINDS) == "tiles"
    is_tiles = "facts" in data or (means_tiles and "indicator" not in data)
    return "tiles figure" if is_tiles else "data figure"


def _of_its_kind(data: Any) -> Any:
    """The entry; where it is of the one kind and holds what the other shows, every key is wrong."""
    if isinstance(data, dict) and data.get("kind") in FIGURE_KINDS:
        is_tiles = data["kind"] == "tiles"
        if is_tiles and "indicator" in data and "facts" not in data:
            raise PydanticCustomError("tiles_of_an_indicator", "tiles show facts")
        if not is_tiles and "facts" in data and "indicator" not in data:
            raise PydanticCustomError("chart_of_facts", "charts and tables show an indicator")
    return data


AnyFigureEntry: TypeAlias = Annotated[
    Annotated[FigureEntry, Tag("data figure")] | Annotated[TilesEntry, Tag("tiles figure")],
    Discriminator(_shape),
    BeforeValidator(_of_its_kind),
]
