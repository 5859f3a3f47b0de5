"""The golden thread as text: all of it counted, or the way from one entry forwards and back.

Takes the understood model, returns lines; printing them is the command line's.
"""

from collections.abc import Callable, Iterator, Mapping

from sufficiency.pipeline import Model
from sufficiency.prose import Knot, Step, Thread
from sufficiency.prose.thread import Key
from sufficiency.tables import Noun

_NAMES = {
    Step.NEED: Noun("need", "needs"),
    Step.ACTION: Noun("action", "actions"),
    Step.PRIORITY: Noun("priority", "priorities"),
    Step.SECTION: Noun("section with measures", "sections with measures"),
    Step.MEASURE: Noun("measure of success", "measures of success"),
    Step.INDICATOR: Noun("indicator", "indicators"),
    Step.EXTRACT: Noun("extract", "extracts"),
}
"""What each step is called beside its number."""
_ENDS_ONWARD = {
    Step.NEED: "No action answers it.",
    Step.PRIORITY: "It has no measure of success.",
    Step.MEASURE: "It names neither an indicator nor evidence.",
}
_ENDS_BACK = {
    Step.ACTION: "It answers no need, and does not say why.",
    Step.INDICATOR: "No measure of success is on it.",
    Step.EXTRACT: "No indicator is made from it.",
}


_INSTEAD = {Step.ACTION: "without a need", Step.MEASURE: "evidence"}
_LEFT_ASIDE = (Step.INDICATOR, Step.EXTRACT)
"""What is there for the text as well: no measure need be on it."""

Beside = Callable[[Knot], tuple[Knot, ...]]


def known_ids(model: Model) -> set[str]:
    """The ids that ``walk`` knows."""
    return {knot.id for knot in model.bound.thread.knots.values()}


def walk(model: Model, id: str) -> Iterator[str]:
    """The way from each entry of that id, back towards the needs and on towards the extracts."""
    thread = model.bound.thread
    for number, knot in enumerate(thread.named(id)):
        yield from [""] if number else []
        yield from _told(knot, "")
        yield f"{knot.at.path}:{knot.at.line}"
        yield from _direction("Back:", knot, thread.before, _ENDS_BACK)
        yield from _direction("Onward:", knot, thread.after, _ENDS_ONWARD)


def count(model: Model) -> Iterator[str]:
    """How many there are of each step, and every loose end with its place."""
    thread = model.bound.thread
    counts = {step: len(thread.of(step)) for step in Step}
    width = max(len(str(number)) for number in counts.values())
    yield from (
        f"{number:>{width}} {_name(step, number)}{_on_the_thread(thread, step)}"
        for step, number in counts.items()
        if number
    )
    loose = [(knot, ends) for knot in thread.knots.values() if (ends := _loose(thread, knot))]
    yield ""
    if not loose:
        yield "No loose ends."
        return
    yield "Loose ends:"
    for knot, ends in loose:
        yield from (f"  {line}" for line in _told(knot, ""))
        yield f"    {ends} {knot.at.path}:{knot.at.line}"


def _name(step: Step, number: int) -> str:
    return _NAMES[step].one if number == 1 else _NAMES[step].many


def _on_the_thread(thread: Thread, step: Step) -> str:
    """Of indicators and extracts: how many a measure leads to."""
    if step not in _LEFT_ASIDE:
        return ""
    reached = {
        knot.id for measure in thread.of(Step.MEASURE) for knot in thread.reached(measure, step)
    }
    if len(thread.of(step)) == 1:
        return ", behind a measure" if reached else ", behind no measure"
    return f", {len(reached)} of them behind a measure"


def _loose(thread: Thread, knot: Knot) -> str:
    """Where the thread ends too soon at an entry, in words; blank where it does not."""
    if knot.step in _LEFT_ASIDE or knot.instead is not None:
        return ""
    back = "" if thread.before(knot) else _ENDS_BACK.get(knot.step, "")
    return back or ("" if thread.after(knot) else _ENDS_ONWARD.get(knot.step, ""))


def _direction(title: str, knot: Knot, beside: Beside, ends: Mapping[Step, str]) -> Iterator[str]:
    way = list(_way(knot, beside, set(), "  "))
    if not way and knot.step in ends and knot.instead is None:
        way = [f"  {ends[knot.step]}"]
    yield from ["", title, *way] if way else []


def _way(knot: Knot, beside: Beside, seen: set[Key], margin: str) -> Iterator[str]:
    """What lies on the way, further in the further it is; no stretch of it is shown twice."""
    for one in beside(knot):
        is_shown = one.key in seen and bool(beside(one))
        yield from _told(one, margin, " (as above)" if is_shown else "")
        if not is_shown:
            seen.add(one.key)
            yield from _way(one, beside, seen, f"{margin}  ")


def _told(knot: Knot, margin: str, remark: str = "") -> Iterator[str]:
    """An entry with its words, and below it what it says in the place of a tie."""
    yield f"{margin}{knot.step.value} {knot.id}: {knot.text.plain}{remark}"
    if knot.instead is not None and not remark:
        yield f"{margin}  {_INSTEAD[knot.step]}: {knot.instead.plain}"
