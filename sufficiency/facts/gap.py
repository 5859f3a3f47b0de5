"""How far the council's latest figure is from the target of a measure of success."""

from decimal import Decimal

from sufficiency.content import FigureFact, GapFact, SuccessMeasure
from sufficiency.content.strategy import Strategy
from sufficiency.facts import wording
from sufficiency.facts.amounts import Amount, read_amount
from sufficiency.facts.fact import Fact
from sufficiency.facts.selected import figure_fact
from sufficiency.problems import Code, Problem
from sufficiency.sources import Text
from sufficiency.tables import ReleasedTable, Unit

GAP_NONE = Code(
    "GAP-NONE",
    "There is no gap to a target",
    "How far there is to go is known only where a measure of success has an indicator, and a "
    "target that is one amount in its unit.",
    "Write the target as one amount, such as `target: at least 60 children`, and name its "
    "indicator. Words and facts between {{ and }} cannot be reckoned with.",
    "indicator: fostered\ntarget: many more than now",
    mended="indicator: fostered\ntarget: 60 children",
)


def gap_fact(
    name: str, entry: GapFact, measure: SuccessMeasure, table: ReleasedTable, strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """The council's latest figure less the target: below zero where it is below the target."""
    target = read_amount(str(measure.target or ""), table)
    if target is None:
        message = f'the measure "{entry.gap}" has no target.'
        if measure.target:
            message = f'the target of "{entry.gap}", "{measure.target}", is not one amount.'
        return None, [Problem(GAP_NONE, entry.gap.at, message, GAP_NONE.mend)]
    selection = FigureFact(indicator=Text(table.indicator, entry.gap.at))
    now, problems = figure_fact(name, selection, table, strategy)
    if now is None:
        return None, problems
    said, forms, value = now.said, now.forms, None
    digits, figure = max(now.decimals, _digits(target.value)), now.forms["amount"]
    if now.value is not None:
        value = now.value - target.value
        said, forms = say_gap(now.value, target, table, digits)
        if digits > now.decimals:
            figure = wording.say_value(now.value, table.unit, digits)
    is_percentage = table.unit is Unit.PERCENTAGE
    return Fact(
        name=name,
        label=str(entry.label or f"Gap to the target: {measure.text}"),
        value=value,
        unit=Unit.PERCENTAGE_POINTS if is_percentage else table.unit,
        decimals=digits,
        status=now.status,
        period=now.period,
        place=now.place,
        formula=f"{figure} {wording.MINUS} {say_target(target, table)}",
        said=said,
        sources=now.sources,
        forms=forms,
        periods=now.periods,
        indicators=now.indicators,
        in_words=f"“{table.label}” less the target of the measure",
        places=now.places,
        groups=now.groups,
        nouns=now.nouns,
    ), []


def say_gap(
    now: Decimal, target: Amount, table: ReleasedTable, digits: int
) -> tuple[str, dict[str, str]]:
    """The gap's words and other forms: "15 below the target of 60 children".

    The difference is that of the figures with so many ``digits``, so that a reader's sum comes
    out. The target is met where the figure meets it both as it is and as it is printed: one that
    only rounds to it is "just below".
    """
    difference = wording.shown_difference(target.value, wording.round_half_up(now, digits), digits)
    goal = f"the target of {say_target(target, table)}"
    size = wording.say_difference(abs(difference), table.unit, digits)
    side = "above" if (difference or now - target.value) > 0 else "below"
    said = f"{size} {side} {goal}" if difference else f"at {goal}"
    forms = {"amount": size, "target": say_target(target, table)}
    better = {"higher": 1, "lower": -1}.get(table.better or "", target.limit)
    if better:
        printed = target.value + difference
        is_met = all(target.is_met_by(each, better) for each in (now, printed))
        forms["met_or_not"] = f"has {'met' if is_met else 'not yet met'} {goal}"
        if difference == 0 and now != target.value and not target.is_met_by(now, better):
            said = f"just {side} {goal}"
    return said, forms


def say_target(target: Amount, table: ReleasedTable) -> str:
    """The target's figure in the indicator's unit: "60 children", "£675 a week"."""
    if table.unit is Unit.COUNT and table.noun is not None:
        return wording.say_count(target.value, table.noun, _digits(target.value))
    return wording.say_value(target.value, table.unit, _digits(target.value))


def _digits(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
