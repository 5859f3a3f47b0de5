"""Resolves ``facts.yml`` against the released tables: each entry to a fact or a problem."""

from collections.abc import Callable
from dataclasses import dataclass, field
from keyword import iskeyword

from sufficiency.content import (
    ChangeFact,
    Comparator,
    FactEntry,
    FigureFact,
    FormulaFact,
    GapFact,
    RankFact,
    ShareFact,
    Shelf,
    SuccessMeasure,
    TrendFact,
)
from sufficiency.content.binding import Model
from sufficiency.content.strategy import Strategy
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.claims import names_in
from sufficiency.facts.derived import formula_fact, formula_problem, share_fact
from sufficiency.facts.fact import Fact
from sufficiency.facts.gap import GAP_NONE, gap_fact
from sufficiency.facts.selected import change_fact, figure_fact, rank_fact
from sufficiency.facts.trend import trend_fact
from sufficiency.problems import Cause, Code, Location, Problem, suggestion
from sufficiency.sources import Text
from sufficiency.tables import ReleasedTable

REF_INDICATOR = Code(
    "REF-INDICATOR",
    "An indicator is named that is not defined",
    "There is no figure behind the name.",
    "Correct the id, or add the indicator to data/indicators.yml. "
    "`sufficiency check` offers the near miss.",
    "indicator: in_house_shar",
    mended="indicator: in_house_share",
)
REF_FACT = Code(
    "REF-FACT",
    "A fact is named that is not defined",
    "A share or formula needs each of its facts.",
    "Correct the name, or add the fact to strategy/facts.yml.",
    "share: in_house_nw\nof: fostered_now",
    mended="share: in_house_now\nof: fostered_now",
)
REF_COMPARATOR = Code(
    "REF-COMPARATOR",
    "A group of comparators is named that is not defined",
    "Nobody can be ranked or averaged among places that are not listed.",
    "Correct the id, or add the group to `comparators` in strategy/strategy.yml.",
    "rank: children_in_care\namong: neighbors",
    mended="rank: children_in_care\namong: neighbours",
)
REF_MEASURE = Code(
    "REF-MEASURE",
    "A measure of success is named that is not defined",
    "There is no target to say how far away it is.",
    "Correct the id, or give the measure one: a line such as `id: more_carers` above its text.",
    "gap: more_carrers",
    mended="gap: more_carers",
)
FACT_NAME = Code(
    "FACT-NAME",
    "A fact has a name that prose cannot use",
    "A hyphen between the braces would mean minus, and some words have a meaning of their own.",
    "Rename the fact, with underscores in place of hyphens.",
    "in-house-share:\n  share: in_house_now\n  of: fostered_now",
    mended="in_house_share:\n  share: in_house_now\n  of: fostered_now",
    cause=Cause.ENTRY,
)
FACT_CIRCLE = Code(
    "FACT-CIRCLE",
    "Facts are defined by each other in a circle",
    "None of them can be computed before the others.",
    "In strategy/facts.yml give one of them the key `indicator`, in place of what it has now.",
    "homes:\n  formula: own_homes + other_homes\nown_homes:\n  formula: homes - other_homes",
    mended="homes:\n  formula: own_homes + other_homes\nown_homes:\n  indicator: own_foster_homes",
)


NO_MEASURES: Shelf[SuccessMeasure] = Shelf({})


def resolve_facts(
    entries: Shelf[FactEntry],
    tables: Shelf[ReleasedTable],
    strategy: Strategy,
    measures: Shelf[SuccessMeasure] = NO_MEASURES,
) -> tuple[Shelf[Fact], list[Problem]]:
    """Every fact by name. One that cannot be made is ``broken``, and so is all made from it.

    ``measures`` are those of success, of sections and of the plan, by id.
    """
    resolver = _Resolver(entries, tables, strategy, measures)
    for name, entry in entries.entries.items():
        if name.isidentifier() and not iskeyword(name):
            resolver.fact(name, ())
        else:
            message = f'"{name}" cannot be written between {{{{ and }}}}.'
            mend = (
                "Rename it: letters, digits and underscores, and no word that has a meaning of its "
                "own there, such as none or from."
            )
            resolver.problems.append(Problem(FACT_NAME, entry.location(), message, mend))
    broken = entries.broken | (entries.entries.keys() - resolver.facts.keys())
    return Shelf(resolver.facts, frozenset(broken), entries.complete), resolver.problems


def find_table(
    tables: Shelf[ReleasedTable], name: Text
) -> tuple[ReleasedTable | None, list[Problem]]:
    """The released table of an indicator, or a problem at the place that names it."""
    return _find(tables, name, "indicator", REF_INDICATOR)


def find_comparator(strategy: Strategy, name: Text) -> tuple[Comparator | None, list[Problem]]:
    """A group of comparators, or a problem at the place that names it."""
    return _find(Shelf(strategy.comparators), name, "comparator group", REF_COMPARATOR)


def _find(
    shelf: Shelf[Model], name: Text, what: str, code: Code
) -> tuple[Model | None, list[Problem]]:
    found = shelf.entries.get(name)
    if found is not None or shelf.may_hold(name):
        return found, []
    message = f'{what} "{name}" is not defined.'
    return None, [Problem(code, name.at, message, suggestion(name, shelf.names, code.mend))]


@dataclass
class _Resolver:
    """Walks from fact to fact, each resolved once."""

    entries: Shelf[FactEntry]
    tables: Shelf[ReleasedTable]
    strategy: Strategy
    measures: Shelf[SuccessMeasure]
    facts: dict[str, Fact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)

    def fact(self, name: str, path: tuple[str, ...]) -> Fact | None:
        if name in self.tried:
            return self.facts.get(name)
        self.tried.add(name)
        entry = self.entries.entries[name]
        fact, found = self._resolve(name, entry, (*path, name))
        self.problems += found
        if fact is not None:
            self.facts[name] = fact
        return fact

    def _resolve(
        self, name: str, entry: FactEntry, path: tuple[str, ...]
    ) -> tuple[Fact | None, list[Problem]]:
        if isinstance(entry, FigureFact):
            return self._with_table(
                entry.indicator, lambda t: figure_fact(name, entry, t, self.strategy)
            )
        if isinstance(entry, ChangeFact):
            return self._with_table(
                entry.change, lambda t: change_fact(name, entry, t, self.strategy)
            )
        if isinstance(entry, TrendFact):
            return self._with_table(
                entry.trend, lambda t: trend_fact(name, entry, t, self.strategy)
            )
        if isinstance(entry, RankFact):
            return self._rank(name, entry)
        if isinstance(entry, GapFact):
            return self._gap(name, entry)
        if isinstance(entry, ShareFact):
            part, whole = self._named(entry.share, path), self._named(entry.of, path)
            return share_fact(name, entry, part, whole) if part and whole else (None, [])
        return self._formula(name, entry, path)

    def _with_table(
        self, id: Text, make: Callable[[ReleasedTable], tuple[Fact | None, list[Problem]]]
    ) -> tuple[Fact | None, list[Problem]]:
        table, found = find_table(self.tables, id)
        return make(table) if table is not None else (None, found)

    def _rank(self, name: str, entry: RankFact) -> tuple[Fact | None, list[Problem]]:
        table, found = find_table(self.tables, entry.rank)
        group, more = find_comparator(self.strategy, entry.among)
        if table is None or group is None:
            return None, found + more
        return rank_fact(name, entry, table, group, self.strategy)

    def _gap(self, name: str, entry: GapFact) -> tuple[Fact | None, list[Problem]]:
        measure, found = _find(self.measures, entry.gap, "measure of success", REF_MEASURE)
        if measure is None:
            return None, found
        if measure.indicator is None:
            message = f'the measure "{entry.gap}" has no indicator.'
            return None, [Problem(GAP_NONE, entry.gap.at, message, GAP_NONE.mend)]
        return self._with_table(
            measure.indicator, lambda t: gap_fact(name, entry, measure, t, self.strategy)
        )

    def _formula(
        self, name: str, entry: FormulaFact, path: tuple[str, ...]
    ) -> tuple[Fact | None, list[Problem]]:
        try:
            names = names_in(entry.formula)
        except FormulaError as error:
            return None, [formula_problem(entry, error)]
        parts: dict[str, Fact] = {}
        for part in names:
            place = entry.formula.place_of(part, is_word=True)
            fact = self._named(Text(part, place), path)
            if fact is None:
                return None, []
            parts[part] = fact
        return formula_fact(name, entry, parts, self.strategy)

    def _named(self, name: Text, path: tuple[str, ...]) -> Fact | None:
        """Another fact that this one is made from; notes a name that is unknown or a circle."""
        if name in path:
            circle = " → ".join([*path[path.index(name) :], name])
            self._note(FACT_CIRCLE, name.at, f"these facts are defined by each other: {circle}.")
            return None
        if name not in self.entries.entries:
            if not self.entries.may_hold(name):
                mend = suggestion(name, self.entries.names, REF_FACT.mend)
                self._note(REF_FACT, name.at, f'fact "{name}" is not defined.', mend)
            return None
        return self.fact(name, path)

    def _note(self, code: Code, at: Location, message: str, mend: str = "") -> None:
        self.problems.append(Problem(code, at, message, mend or code.mend))
