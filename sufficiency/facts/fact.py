"""A fact: one named value, its trail, and every way it can be printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sufficiency.facts.changes import Movement
from sufficiency.facts.compared import Standing
from sufficiency.tables import Extract, Noun, Period, RowSource, Status, Unit


@dataclass(frozen=True)
class FactSource:
    """A row of an extract that a fact was made from."""

    extract: Extract
    row: RowSource


@dataclass(frozen=True)
class Fact:
    """A named value.

    ``value`` is None unless ``status`` is published; of a comparison it is 1 (yes) or 0 (no).
    ``label`` is what it is, ``formula`` how it was worked out, in figures ("210 ÷ 312"), and
    ``in_words`` the same in words. ``period`` and ``place`` are as printed; ``periods`` are those
    that it was made from, each once, ``indicators`` their ids, ``places`` and ``nouns`` what they
    are of and what they count; ``groups`` are the comparators' that list all its places.
    ``series`` are the rows of figures over time that it is of: indicator, place, and categories
    by breakdown. ``numerator`` and ``denominator`` are those of a share or quotient. ``said`` is
    what ``{{ name }}`` prints, ``forms`` what ``{{ name | form }}`` prints, by form. ``moved`` is
    which way a change went, ``standing`` where a rank stands.
    """

    name: str
    label: str
    value: Decimal | None
    unit: Unit
    decimals: int
    status: Status
    period: str
    place: str
    formula: str
    said: str
    sources: tuple[FactSource, ...]
    forms: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    indicators: frozenset[str] = frozenset()
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    in_words: str = ""
    places: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    nouns: frozenset[Noun] = frozenset()
    moved: Movement | None = None
    standing: Standing | None = None
    series: frozenset[tuple[str, ...]] = frozenset()

    @property
    def unit_of_value(self) -> Unit:
        """The unit of ``value``: percentages change by percentage points."""
        is_of_percentages = self.moved is not None and self.unit is Unit.PERCENTAGE
        return Unit.PERCENTAGE_POINTS if is_of_percentages else self.unit

    @property
    def is_never_below_zero(self) -> bool:
        """Money may be, and so may changes and what was worked out, but for a share."""
        if self.unit is Unit.PERCENTAGE:
            return self.moved is None
        return self.unit in (Unit.COUNT, Unit.RATE_PER_10000) and not self.formula

    def is_at_another_time(self, other: "Fact") -> bool:
        """Whether two facts are single figures of one thing at two times."""
        is_figure = all(
            len(fact.periods) == 1 and fact.moved is None and fact.standing is None
            for fact in (self, other)
        )
        is_one_thing = (self.unit, self.series) == (other.unit, other.series)
        return is_figure and is_one_thing and self.periods != other.periods


def status_of(*facts: Fact) -> Status:
    """The status of anything made from these facts: the first that is not published, or zero."""
    return next((f.status for f in facts if f.status is not Status.PUBLISHED), Status.PUBLISHED)


def merge_sources(*facts: Fact) -> tuple[FactSource, ...]:
    """All rows behind the facts, each once, in order."""
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))
