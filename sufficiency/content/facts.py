"""``strategy/facts.yml``: named values, each a selection of an indicator or made from others."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Entry, Filled
from sufficiency.sources import Text


class _Selection(Entry):
    label: Filled | None = Field(default=None, description="What it is, for the evidence annex.")
    place: Filled | None = Field(default=None, description="The place; the council if left out.")
    where: dict[str, Filled] = Field(default={}, description="The breakdown: column and category.")
    decimals: int | None = Field(default=None, ge=0, le=6, description="Digits after the point.")


class FigureFact(_Selection):
    """One figure of an indicator."""

    indicator: Text = Field(description="The indicator's id.")
    period: Filled = Field(
        default=Text("latest"),
        description="The period as printed (31 March 2019), or latest.",
    )


class _Run(_Selection):
    from_: Filled = Field(alias="from", description="The earlier period as printed.")
    to: Filled = Field(
        default=Text("latest"),
        description="The later period as printed, or latest.",
    )


class ChangeFact(_Run):
    """A change between two periods of an indicator."""

    change: Text = Field(description="The indicator's id.")


class TrendFact(_Run):
    """A change between two periods with every period between them: rose every year."""

    trend: Text = Field(description="The indicator's id.")


class RankFact(_Selection):
    """The place's position among comparators with figures, itself included."""

    rank: Text = Field(description="The indicator's id.")
    among: Text = Field(description="The id of a group of comparators of strategy.yml.")
    period: Filled = Field(
        default=Text("latest"),
        description="The period as printed, or latest.",
    )
    order: Literal["highest", "lowest"] = Field(
        default="highest", description="Which end the position is counted from."
    )


class ShareFact(Entry):
    """One fact as a percentage of another."""

    share: Text = Field(description="The name of the fact that is the part.")
    of: Text = Field(description="The name of the fact that is the whole.")
    label: Filled | None = Field(default=None, description="What it is, for the evidence annex.")
    decimals: int | None = Field(default=None, ge=0, le=6, description="Digits after the point.")


class GapFact(Entry):
    """How far the council's latest figure is from the target of a measure of success."""

    gap: Text = Field(description="The id of a measure with an indicator and a target.")
    label: Filled | None = Field(default=None, description="What it is, for the evidence annex.")


class FormulaFact(Entry):
    """Arithmetic over other facts, with + - * / and brackets; or a comparison of two."""

    formula: Filled = Field(
        description="For example: agency_week - in_house_week; or a comparison, which prints yes "
        "or no: agency_week > in_house_week."
    )
    because: Filled | None = Field(
        default=None,
        description="Why a count is multiplied by a number that stands in the formula: a phrase.",
    )
    label: Filled | None = Field(default=None, description="What it is, for the evidence annex.")
    decimals: int | None = Field(default=None, ge=0, le=6, description="Digits after the point.")


FACT_KINDS: Mapping[str, type[Entry]] = {
    "indicator": FigureFact,
    "change": ChangeFact,
    "trend": TrendFact,
    "rank": RankFact,
    "share": ShareFact,
    "gap": GapFact,
    "formula": FormulaFact,
}
"""The key that says what kind a fact is, and the kind's model."""


def _kind(data: Any) -> str | None:
    """The tag of a fact's kind. No key is called so: places are found by walking over tags."""
    kinds = (f"{kind} fact" for kind in FACT_KINDS if isinstance(data, dict) and kind in data)
    return next(kinds, None)


def _of_one_kind(data: Any) -> Any:
    kinds = [kind for kind in FACT_KINDS if isinstance(data, dict) and kind in data]
    if len(kinds) > 1:
        named = {"kinds": " and ".join(f"`{kind}`" for kind in kinds)}
        raise PydanticCustomError("fact_kinds", "{kinds}", named)
    return data


FactEntry: TypeAlias = Annotated[
    Annotated[FigureFact, Tag("indicator fact")]
    | Annotated[ChangeFact, Tag("change fact")]
    | Annotated[TrendFact, Tag("trend fact")]
    | Annotated[RankFact, Tag("rank fact")]
    | Annotated[ShareFact, Tag("share fact")]
    | Annotated[GapFact, Tag("gap fact")]
    | Annotated[FormulaFact, Tag("formula fact")],
    Discriminator(
        _kind,
        custom_error_type="fact_kind",
        custom_error_message="no kind of fact",
    ),
    BeforeValidator(_of_one_kind),
]
