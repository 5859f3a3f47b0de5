"""The golden thread as files, for people in a spreadsheet and for other tools."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sufficiency.figures.data_files import write_csv
from sufficiency.prose.bind import BoundText
from sufficiency.prose.thread import Knot, Step, Thread

THREAD_VERSION = 1
_INSTEAD = {Step.ACTION: "Why it answers no need", Step.MEASURE: "Evidence"}


def thread_json(thread: Thread) -> bytes:
    """The thread as JSON: ``thread`` (the schema's version) and ``entries``, step by step.

    Each entry has step, id, text, at (file, line, column), ``onward`` and ``back`` (what it is tied
    to, each with step and id), and ``without_need`` or ``evidence`` where it says one.
    """
    entries = [_entry(thread, knot) for step in Step for knot in thread.of(step)]
    text = json.dumps({"thread": THREAD_VERSION, "entries": entries}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def _entry(thread: Thread, knot: Knot) -> dict[str, Any]:
    key = "without_need" if knot.step is Step.ACTION else "evidence"
    return {
        "step": knot.step.value,
        "id": knot.id,
        "text": knot.text.plain,
        "at": str(knot.at),
        "onward": [{"step": one.step.value, "id": one.id} for one in thread.after(knot)],
        "back": [{"step": one.step.value, "id": one.id} for one in thread.before(knot)],
        **({key: knot.instead.plain} if knot.instead else {}),
    }


def thread_csv(thread: Thread) -> bytes:
    """The thread as CSV: a row for each way along it, from a need as far as it leads.

    Of each step its id and its words, blank where the way passes it by or ends before.
    """
    return write_csv(_rows(thread))


def _rows(thread: Thread) -> Iterator[Sequence[str]]:
    yield [heading for step in Step for heading in _headings(step)]
    for path in thread.paths:
        here = {knot.step: knot for knot in path}
        yield [cell for step in Step for cell in _cells(step, here.get(step))]


def _headings(step: Step) -> Iterator[str]:
    yield from (f"{step.value.capitalize()} id", step.value.capitalize())
    if step in _INSTEAD:
        yield _INSTEAD[step]


def _cells(step: Step, knot: Knot | None) -> Iterator[str]:
    yield knot.id if knot else ""
    yield _plain(knot.text if knot else None)
    if step in _INSTEAD:
        yield _plain(knot.instead if knot else None)


def _plain(text: BoundText | None) -> str:
    return text.plain if text else ""
