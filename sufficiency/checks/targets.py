"""Rules of targets on indicators: each is further than where it stands, the right way.

A target's words are compared only where they are one amount in the indicator's unit. Whatever
says more than that is left alone.
"""

from collections.abc import Iterator

from sufficiency.content import Content, Shelf, Strategy
from sufficiency.facts import Fact
from sufficiency.facts.amounts import Amount, read_amount
from sufficiency.facts.select import find_row
from sufficiency.facts.wording import round_half_up, say_value
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose import BoundMeasure, BoundStrategy, BoundText, Markdown
from sufficiency.sources import Text
from sufficiency.tables import ReleasedTable

TARGET_BASELINE = Code(
    "TARGET-BASELINE",
    "A target on an indicator has no baseline",
    "A reader cannot tell how far there is to go, although the indicator knows where it stands.",
    "Add the key `baseline` with where it stands now: a fact of the indicator, and its date.",
    "indicator: fostered\ntarget: 50 children",
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }} on 31 March 2019"\n'
    "target: 50 children",
)
BASELINE_OTHER = Code(
    "BASELINE-OTHER",
    "A baseline is a fact of another indicator",
    "Progress would be measured on one thing, and begin from another.",
    "Print a fact of the measure's indicator, or correct the indicator.",
    'indicator: fostered\nbaseline: "{{ costs_now }}"   # of weekly_cost',
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }}"',
)
TARGET_DIRECTION = Code(
    "TARGET-DIRECTION",
    "A target goes the wrong way",
    "The indicator says which way is better, and the target is on the other side.",
    "Correct the target, or `better` of the indicator in data/indicators.yml.",
    'indicator: fostered     # better: higher\nbaseline: "{{ fostered_now }}"  # 45\ntarget: 40',
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }}"  # 45\ntarget: 50',
)
TARGET_MET = Code(
    "TARGET-MET",
    "A target is met already",
    "It was often copied from an earlier strategy. A reader would ask what is still to be done.",
    "Set a target that goes further. If it is to be kept, say so in words (`target: stay at this "
    "level`).",
    'indicator: fostered     # better: higher\nbaseline: "{{ fostered_now }}"  # 45\n'
    "target: at least 45",
    severity=Severity.WARNING,
    mended='indicator: fostered\nbaseline: "{{ fostered_now }}"  # 45\ntarget: at least 50',
)


def check_targets(
    content: Content, bound: BoundStrategy, tables: Shelf[ReleasedTable]
) -> Iterator[Problem]:
    """Every measure that names an indicator and a target."""
    of_sections = [measure for section in bound.sections for measure in section.measures]
    of_the_plan = [measure for priority in bound.priorities for measure in priority.measures]
    for measure in (*of_sections, *of_the_plan):
        entry = measure.entry
        if entry.indicator is not None:
            yield from _of_another(measure, tables.entries.get(entry.indicator), bound)
        if entry.target is None or entry.indicator is None:
            continue
        if entry.indicator not in content.indicators.entries:
            continue
        if entry.baseline is None:
            message = "the measure has an indicator and a target, and no baseline."
            yield Problem(TARGET_BASELINE, entry.location("target"), message, TARGET_BASELINE.mend)
        table = tables.entries.get(entry.indicator)
        if table is not None and table.better is not None:
            yield from _against(measure, table, bound.strategy)


def _of_another(
    measure: BoundMeasure, table: ReleasedTable | None, bound: BoundStrategy
) -> Iterator[Problem]:
    """A baseline of which no fact has anything to do with the measure's indicator."""
    if measure.entry.baseline is None or table is None:
        return
    at = measure.entry.location("baseline")
    printed = [
        each.origin
        for each in bound.ledger
        if isinstance(each.origin, Fact) and (each.at.path, each.at.line) == (at.path, at.line)
    ]
    # One publisher's figure may stand in the extracts of two indicators.
    known = {row.value for row in table.rows}
    if printed and not any(
        table.indicator in fact.indicators or fact.value in known for fact in printed
    ):
        others = ", ".join(sorted({id for fact in printed for id in fact.indicators}))
        message = f'the baseline is of "{others}", and the measure\'s indicator is '
        message += f'"{table.indicator}".'
        yield Problem(BASELINE_OTHER, at, message, BASELINE_OTHER.mend)


def _against(measure: BoundMeasure, table: ReleasedTable, strategy: Strategy) -> Iterator[Problem]:
    """A target on the wrong side of its baseline, or met by that or the latest figure."""
    better = 1 if table.better == "higher" else -1
    target = _read(measure.target, table)
    baseline = _read(measure.baseline, table)
    at = measure.entry.location("target")
    if target is None:
        return
    is_behind = (
        target.limit == 0
        and baseline is not None
        and ((target.value - baseline.value) * better < 0)
    )
    if target.limit == -better or is_behind:
        message = f'the target is "{target.words}"'
        message += f' and the baseline "{baseline.words}"' if baseline and is_behind else ""
        message += f", but for this indicator {table.better} is better."
        yield Problem(TARGET_DIRECTION, at, message, TARGET_DIRECTION.mend)
        return
    for name, known in (
        ("baseline", baseline),
        ("latest figure", _latest(measure, table, strategy)),
    ):
        if known is not None and target.is_met_by(known.value, better):
            message = f'the {name}, {known.words}, meets the target "{target.words}" already.'
            yield Problem(TARGET_MET, at, message, TARGET_MET.mend)
            return


def _latest(measure: BoundMeasure, table: ReleasedTable, strategy: Strategy) -> Amount | None:
    """The council's latest figure as it is printed, where the indicator has one and no other."""
    row, _ = find_row(
        table,
        place=strategy.council,
        period=Text("latest"),
        where={},
        as_at=strategy.as_at,
        at=measure.entry.location(),
    )
    if row is None or row.value is None:
        return None
    value = round_half_up(row.value, table.decimals)
    return Amount(say_value(value, table.unit, table.decimals), value)


def _read(markdown: Markdown | None, table: ReleasedTable) -> Amount | None:
    """The one amount, in the table's unit, that a text consists of."""
    return read_amount(BoundText(markdown).plain, table) if markdown is not None else None
