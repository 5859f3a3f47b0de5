"""The value axis: where its gridlines stand and what they say. Decimals in, decimals out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sufficiency.facts.wording import say_number
from sufficiency.figures.chart import Chart
from sufficiency.tables import Unit

MOST_GRIDLINES = 6


@dataclass(frozen=True)
class Scale:
    """Round values from the lowest to the highest gridline, zero always among them."""

    ticks: tuple[Decimal, ...]
    labels: tuple[str, ...]

    @property
    def low(self) -> float:
        """The axis's lower end: zero, or the gridline below the lowest negative value."""
        return float(self.ticks[0])

    @property
    def high(self) -> float:
        """The axis's upper end: the gridline at or above the highest value."""
        return float(self.ticks[-1])


def scale_for(chart: Chart) -> Scale:
    """The scale that holds zero and every value of the chart, with at most six gridlines."""
    low, high = chart.lowest, chart.highest
    if low == high:
        high = Decimal(1)
    for step in _round_steps(chart.unit, high - low):
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first < MOST_GRIDLINES:
            break
    ticks = tuple(step * place for place in range(int(first), int(last) + 1))
    decimals = _decimals(step, chart.unit)
    return Scale(ticks, tuple(say_number(tick, chart.unit, decimals) for tick in ticks))


def _round_steps(unit: Unit, span: Decimal) -> Iterator[Decimal]:
    """1, 2, 2.5 and 5 times powers of ten, growing without end from far below the span."""
    power = span.adjusted() - 2
    while True:
        for digits in ("1", "2", "2.5", "5"):
            step = Decimal(digits).scaleb(power)
            if unit is not Unit.COUNT or step == step.to_integral_value():
                yield step
        power += 1


def _decimals(step: Decimal, unit: Unit) -> int:
    exponent = step.normalize().as_tuple().exponent
    needed = max(0, -exponent) if isinstance(exponent, int) else 0
    pence = needed and unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK)
    return max(needed, 2) if pence else needed


_UNIT_WORDS = {Unit.COUNT: "number", Unit.PERCENTAGE: "%", Unit.NUMBER: ""}


def measure_label(chart: Chart) -> str:
    """What the axis measures, with its unit: "Weekly cost (£ a week)", "Children (number)"."""
    unit = _UNIT_WORDS.get(chart.unit, chart.unit.value)
    if not unit or unit.casefold() in chart.measure.casefold():
        return chart.measure
    return f"{chart.measure} ({unit})"
