"""``data/catalogue.yml`` and ``data/indicators.yml``: the extracts and what is computed of them."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Day, Entry, Filled, Link
from sufficiency.sources import Text
from sufficiency.tables import PeriodKind, Unit

ColumnType = Literal["text", "count", "number", "percentage", "money", "rate"]


_LAG = re.compile(r"(?P<number>[1-9]\d?)[ -]?(?P<unit>month|year)s?")


def _read_lag(value: Any) -> int:
    found = _LAG.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("lag", "no length of time")
    return int(found["number"]) * (12 if found["unit"] == "year" else 1)


Lag = Annotated[
    int,
    BeforeValidator(_read_lag),
    WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]?[ -]?(month|year)s?$"}),
]
"""A length of time, in months; authors write it as 30 months or 3 years."""


class Column(Entry):
    """A column of an extract."""

    type: ColumnType = Field(description="text, count, number, percentage, money or rate.")
    description: Filled | None = Field(default=None, description="What it holds.")
    blank: Literal["allowed", "refused"] = Field(
        default="refused", description="Whether a cell may be blank: allowed or refused."
    )
    above_100: Literal["allowed", "refused"] = Field(
        default="refused",
        description="Whether a percentage may be more than 100, in a column of percentages or of "
        "numbers that an indicator takes as such: allowed or refused.",
    )
    fractions: Literal["shares", "percentages"] | None = Field(
        default=None,
        description="What 0.67 without a % sign is in a column of percentages, or of numbers that "
        "an indicator takes as percentages: with shares 67%, with percentages 0.67%.",
    )
    spelt_so: list[Filled] = Field(
        default=[],
        description="Names in it that are right, although another is nearly alike: of two such, "
        "the one that stands in fewer rows.",
    )


class ExtractEntry(Entry):
    """A file in ``data/`` and where it came from."""

    file: Filled = Field(description="The file's name in data/: CSV or an Excel workbook.")
    sheet: Filled | None = Field(
        default=None, description="The sheet to read, of a workbook that has several."
    )
    header_row: int | None = Field(
        default=None, ge=1, description="The row of the headings, where a title stands above them."
    )
    title: Filled = Field(description="The publication's title.")
    publisher: Filled = Field(description="Who published it.")
    licence: Filled = Field(description="The licence that it may be used under.")
    as_at: Day = Field(description="The date that its latest figures stand at.")
    release: Literal["published", "protect"] = Field(
        description="published (already official and public) or protect (anything else)."
    )
    url: Link | None = Field(default=None, description="Its web address, with https://.")
    columns: dict[str, Column] = Field(min_length=1, description="Its columns, by heading.")


_UNITS = [unit.value for unit in Unit if unit is not Unit.YES_OR_NO]


def _checked_unit(value: object) -> object:
    if value not in (*_UNITS, *Unit):
        raise PydanticCustomError("enum", "not a unit", {"expected": ", ".join(_UNITS)})
    return value


FigureUnit: TypeAlias = Annotated[
    Unit, BeforeValidator(_checked_unit), WithJsonSchema({"enum": _UNITS, "type": "string"})
]
"""What figures are measured in; only comparisons say yes or no."""


class NounEntry(Entry):
    """What a count counts."""

    one: Filled = Field(description="The noun for one: child.")
    many: Filled = Field(description="The noun for many: children.")


class PlaceEntry(Entry):
    """A place that holds for all rows."""

    always: Filled = Field(description="The place's name.")


class PeriodEntry(Entry):
    """Where an indicator's periods stand and how they are to be read."""

    column: Text | None = Field(default=None, description="The column that holds them.")
    always: Filled | None = Field(default=None, description="One period for all rows.")
    means: PeriodKind = Field(description="point, year to 31 March or financial year.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "PeriodEntry":
        if (self.column is None) == (self.always is None):
            raise PydanticCustomError("period_source", "one of column and always")
        return self


PlaceSource: TypeAlias = Annotated[
    Annotated[Text, Tag("column")] | Annotated[PlaceEntry, Tag("always")],
    Discriminator(lambda given: "always" if isinstance(given, dict) else "column"),
]


class PartsEntry(Entry):
    """That an indicator's figures are parts of a whole."""

    across: Text | None = Field(
        default=None,
        description="The breakdown whose categories are the parts; left out where the indicator is "
        "one part.",
    )
    are: Literal["exhaustive", "exclusive", "overlapping"] = Field(
        description="exhaustive (the parts together are the whole), exclusive (nothing is in two "
        "parts, and some may be in none) or overlapping (no part alone is more than the whole)."
    )
    of: Text | None = Field(
        default=None,
        description="The id of the indicator that is the whole. Percentages without it are parts "
        "of 100.",
    )
    total: Filled | None = Field(
        default=None, description="The category that is the whole, where the extract has its row."
    )
    rounded_to: Decimal | None = Field(
        default=None,
        gt=0,
        description="What the publisher rounds the figures to, such as 5. Left out, counts are "
        "exact and other figures rounded to the digits that they have.",
    )

    @model_validator(mode="after")
    def _one_whole(self) -> "PartsEntry":
        if self.of is not None and self.total is not None:
            raise PydanticCustomError("two_wholes", "one of of and total")
        return self


class SameAsEntry(Entry):
    """Another indicator of the same thing, and whose figures count where the two differ."""

    indicator: Text = Field(description="The other indicator's id.")
    prefer: Literal["this", "other"] | None = Field(
        default=None,
        description="Whose figures count where they differ: this or other. Left out, a difference "
        "is a problem.",
    )
    because: Filled | None = Field(
        default=None, description="Why they differ, for the evidence annex: a sentence."
    )
    rounded_to: Decimal | None = Field(
        default=None,
        gt=0,
        description="What one of the two publishers rounds to, such as 5; left out, figures agree "
        "that are the same once the finer is rounded as the other is.",
    )


class RevisionsEntry(Entry):
    """The column that tells a revised figure from an earlier one of the same thing."""

    column: Text = Field(description="The column of the extract.")
    order: list[Filled] = Field(
        min_length=1, description="What it holds, the one that counts first: revised, provisional."
    )


class QuotientEntry(Entry):
    """The columns of what an indicator's figures were divided from."""

    numerator: Text = Field(description="The column of the numerator.")
    denominator: Text = Field(description="The column of the denominator.")
    rounded_to: Decimal | None = Field(
        default=None,
        gt=0,
        description="What the publisher rounds these two to, such as 5; left out, they are exact.",
    )


class IndicatorEntry(Entry):
    """An indicator over the rows of an extract."""

    label: Filled = Field(description="What it measures, as headings print it.")
    unit: FigureUnit = Field(
        description="count, percentage, rate per 10,000, £ a week, £ or number."
    )
    noun: NounEntry | None = Field(default=None, description="What a count counts.")
    extract: Text = Field(description="The extract's id.")
    value: Text = Field(description="The column that holds the figure.")
    place: PlaceSource = Field(description="The column of places, or {always: name}.")
    period: PeriodEntry = Field(description="The periods' column and kind.")
    breakdowns: list[Text] = Field(default=[], description="Columns that break it down.")
    parts: list[PartsEntry] = Field(
        default=[], description="What its figures are parts of, and how they add up."
    )
    same_as: list[SameAsEntry] = Field(
        default=[], description="Other indicators of the same thing, which it must agree with."
    )
    quotient: QuotientEntry | None = Field(
        default=None,
        description="What its figures were divided from, where the extract has it: percentages "
        "and rates must then come out.",
    )
    revisions: RevisionsEntry | None = Field(
        default=None, description="Which row counts, where the extract has revised figures."
    )
    where: dict[str, Filled] = Field(default={}, description="The rows to use: column and text.")
    decimals: int | None = Field(default=None, ge=0, le=6, description="Digits after the point.")
    better: Literal["higher", "lower"] | None = Field(
        default=None, description="Which way is better, where one is."
    )
    may_lag: Lag | None = Field(
        default=None,
        description="How old its latest figures may be at the strategy's as-at date: 30 months, 3 "
        "years. Left out, 20 months; of financial years, 24.",
    )
