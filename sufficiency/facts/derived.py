"""Facts made from other facts: shares and formulas."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sufficiency.content import FormulaFact, ShareFact
from sufficiency.content.strategy import LittleChange, Strategy
from sufficiency.facts import wording
from sufficiency.facts.alike import FormulaError, unlike_things
from sufficiency.facts.arithmetic import Quantity, evaluate, is_difference
from sufficiency.facts.changes import Movement, movement_between
from sufficiency.facts.claims import evaluate_claim, is_claim
from sufficiency.facts.fact import Fact, merge_sources, status_of
from sufficiency.facts.ratio import ratio_forms
from sufficiency.facts.shown import exact_enough, show_in_figures, show_in_words
from sufficiency.facts.terms import Terms, in_own_words
from sufficiency.problems import Code, Problem, Severity
from sufficiency.tables import Status, Unit

FACT_FORMULA = Code(
    "FACT-FORMULA",
    "A formula cannot be computed",
    "It is not arithmetic over facts, or it joins units, things, places or periods that do not go "
    "together.",
    "Write it like agency_week - in_house_week: names of facts, numbers, + - * / and brackets, and "
    "facts of the same unit.",
    "formula: children_now + weekly_cost     # children and pounds",
    mended="formula: agency_cost - own_cost     # both in pounds a week",
)
FACT_SHARE = Code(
    "FACT-SHARE",
    "A share is not of its whole",
    "A percentage says something only where the part is a part: the same unit, the same things, "
    "the same place and date, and no more than the whole.",
    "Name the part behind `share` and its whole behind `of`: two facts with the same unit, place "
    "and date.",
    "share: fostered_2019\nof: children_2018",
    mended="share: fostered_2019\nof: children_2019",
)
FORMULA_NUMBER = Code(
    "FORMULA-NUMBER",
    "A formula multiplies a count by a number, and nothing says why",
    "What is printed is no longer what anybody counted: 204 children times 1,000 are 204,000 "
    "children. A number that is assumed needs its reason; 100, 52 weeks, and a quotient times "
    "1,000, 10,000 or 100,000 need none.",
    "Correct the number; or say why in a line below the formula, `because: …`, which stands in the "
    "ledger beside how the figure was worked out.",
    "formula: children_now * 1000",
    Severity.WARNING,
    mended="formula: children_now * 1000 / all_children     # for every 1,000 children",
)


def share_fact(
    name: str, entry: ShareFact, part: Fact, whole: Fact
) -> tuple[Fact | None, list[Problem]]:
    """``part`` as a percentage of ``whole``, both in one unit, for one place and period."""
    fault = _share_fault(part, whole)
    if fault:
        return None, [Problem(FACT_SHARE, entry.share.at, fault, FACT_SHARE.mend)]
    status = status_of(part, whole)
    value: Decimal | None = None
    if part.value is not None and whole.value is not None:
        value = part.value * 100 / whole.value if whole.value else None
        status = status if whole.value else Status.NOT_APPLICABLE
    decimals = 0 if entry.decimals is None else entry.decimals
    said = status.value if value is None else wording.say_share(value, decimals)
    fact = Fact(
        name=name,
        label=str(entry.label or f"{part.label} as a share of: {whole.label}"),
        value=value,
        unit=Unit.PERCENTAGE,
        decimals=decimals,
        status=status,
        period=part.period,
        place=part.place,
        formula=f"{exact_enough(part)} ÷ {exact_enough(whole)}",
        said=said,
        sources=merge_sources(part, whole),
        forms={"amount": said} | (ratio_forms(value, decimals) if value is not None else {}),
        periods=part.periods,
        indicators=part.indicators | whole.indicators,
        numerator=part.value,
        denominator=whole.value,
        in_words=f"“{part.label}” divided by “{whole.label}”",
        places=part.places,
        groups=part.groups,
        series=part.series | whole.series,
    )
    return fact, []


def _share_fault(part: Fact, whole: Fact) -> str | None:
    if part.unit is not whole.unit:
        units = f'"{part.name}" ({part.unit.value}) and "{whole.name}" ({whole.unit.value})'
        return f"{units} have different units."
    if unlike := unlike_things(part.nouns, whole.nouns):
        return f'"{part.name}" and "{whole.name}" count unlike things, {unlike}.'
    if (part.period, part.place) != (whole.period, whole.place):
        return (
            f'"{part.name}" is for {part.place}, {part.period}, and "{whole.name}" for '
            f"{whole.place}, {whole.period}."
        )
    values = [fact.value for fact in (part, whole) if fact.value is not None]
    if any(value < 0 for value in values):
        return f'"{part.name}" is {part.said} and "{whole.name}" {whole.said}: one is below zero.'
    if part.value is not None and whole.value is not None and part.value > whole.value:
        return f'"{part.name}" is {part.said} and more than "{whole.name}", {whole.said}.'
    return None


def formula_fact(
    name: str, entry: FormulaFact, parts: Mapping[str, Fact], strategy: Strategy
) -> tuple[Fact | None, list[Problem]]:
    """The value of a formula over ``parts``, in the unit that its parts give.

    The difference between two figures of one thing at two times is a change, however it is made.
    """
    try:
        if is_claim(entry.formula):
            return _yes_or_no(name, entry, parts, strategy.terms), []
        amount = _quantity(entry, parts)
    except FormulaError as error:
        return None, [formula_problem(entry, error)]
    decimals = amount.decimals if entry.decimals is None else entry.decimals
    value, status = amount.value, amount.status
    said = status.value if value is None else wording.say_value(value, amount.unit, decimals)
    fact = Fact(
        name=name,
        label=_label(name, entry, strategy.terms),
        value=value,
        unit=amount.unit,
        decimals=decimals,
        status=status,
        period=_joined(part.period for part in parts.values()),
        place=_joined(part.place for part in parts.values()),
        formula=show_in_figures(entry.formula, parts),
        said=said,
        sources=amount.sources,
        forms=_forms(entry.formula, amount, decimals),
        periods=amount.periods,
        indicators=amount.indicators,
        numerator=amount.numerator,
        denominator=amount.denominator,
        in_words=_in_words(entry, parts),
        places=amount.places,
        groups=amount.groups,
        nouns=amount.nouns if amount.unit is Unit.COUNT else frozenset(),
        series=frozenset().union(*(part.series for part in parts.values())),
        moved=_movement(entry.formula, parts, strategy.little_change),
    )
    return fact, _unexplained(entry, amount)


def _movement(formula: str, parts: Mapping[str, Fact], rule: LittleChange) -> Movement | None:
    """Which way a figure went from one time to another, where a formula takes the one from the
    other; else None."""
    if len(parts) != 2 or not is_difference(formula):
        return None
    before, after = sorted(parts.values(), key=lambda part: part.periods[:1])
    if not before.is_at_another_time(after) or before.value is None or after.value is None:
        return None
    when = (before.period, after.period)
    decimals = max(before.decimals, after.decimals)
    return movement_between(before, after, when, after.unit, decimals, rule)


def _unexplained(entry: FormulaFact, amount: Quantity) -> list[Problem]:
    """The warning of the first number that a count is multiplied by without a reason."""
    if not amount.typed_times or entry.because is not None:
        return []
    number = amount.typed_times[0]
    shown = wording.say_number(number, Unit.NUMBER, wording.digits_of(number))
    message = f"the formula multiplies a count by {shown}, and nothing says why."
    return [Problem(FORMULA_NUMBER, entry.formula.at, message, FORMULA_NUMBER.mend)]


def _quantity(entry: FormulaFact, parts: Mapping[str, Fact]) -> Quantity:
    """What a formula gives; raises FormulaError where that is nothing that could be printed."""
    quantity = evaluate(entry.formula, parts)
    if not parts:
        raise FormulaError(
            "names no fact, so its number comes from nowhere.",
            "Name the facts that it is worked out from.",
        )
    if quantity.unit is Unit.NUMBER and entry.decimals is None and "/" in entry.formula:
        raise FormulaError(
            "divides, and its result may have any number of digits.",
            "Say how exactly to print it: a line such as `decimals: 1` below the formula.",
        )
    return quantity


def _yes_or_no(name: str, entry: FormulaFact, parts: Mapping[str, Fact], terms: Terms) -> Fact:
    """The fact that a comparison gives; raises FormulaError where it compares what is not alike."""
    claim = evaluate_claim(entry.formula, parts)
    if claim.hangs_on_unseen:
        raise FormulaError(
            f"hangs on digits that nobody sees: {claim.shown} is printed as {claim.printed}.",
            "Print the facts that it names with a digit more: a line such as `decimals: 1`.",
        )
    said = wording.say_truth(claim.holds) if claim.holds is not None else claim.status.value
    return Fact(
        name=name,
        label=_label(name, entry, terms),
        value=None if claim.holds is None else Decimal(claim.holds),
        unit=Unit.YES_OR_NO,
        decimals=0,
        status=claim.status,
        period=_joined(part.period for part in parts.values()),
        place=_joined(part.place for part in parts.values()),
        formula=claim.shown,
        said=said,
        sources=claim.sources,
        forms={"amount": said},
        periods=tuple(dict.fromkeys(each for part in parts.values() for each in part.periods)),
        indicators=frozenset().union(*(part.indicators for part in parts.values())),
        in_words=show_in_words(entry.formula, parts),
    )


def _in_words(entry: FormulaFact, parts: Mapping[str, Fact]) -> str:
    """How a formula works its value out, with the reason that its entry gives."""
    words = show_in_words(entry.formula, parts)
    return words if entry.because is None else f"{words} ({entry.because})"


def _label(name: str, entry: FormulaFact, terms: Terms) -> str:
    return str(entry.label or in_own_words(name.replace("_", " "), terms))


def _forms(formula: str, amount: Quantity, decimals: int) -> dict[str, str]:
    """The other forms of a formula's value; of a difference, with its direction."""
    value, unit = amount.value, amount.unit
    if value is None:
        return {"amount": amount.status.value}
    forms = {"amount": wording.say_number(value, unit, decimals)}
    if is_difference(formula):
        less = "fewer" if unit is Unit.COUNT else "less"
        forms["higher_or_lower"] = wording.say_gap(value, unit, decimals, "higher", "lower")
        forms["more_or_less"] = wording.say_gap(value, unit, decimals, "more", less)
    return forms


def formula_problem(entry: FormulaFact, error: FormulaError) -> Problem:
    """The problem that a formula's error stands for, at the formula."""
    return Problem(
        FACT_FORMULA, entry.formula.at, f"the formula {error}", error.mend or FACT_FORMULA.mend
    )


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
