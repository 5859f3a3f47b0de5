"""The ledger as a file: every printed number with its trail, for people and other tools."""

import json
from typing import Any

from sufficiency.facts import Fact, LedgerEntry
from sufficiency.prose import BoundStrategy

LEDGER_VERSION = 1


def ledger_file(bound: BoundStrategy) -> bytes:
    """The ledger as JSON: ``ledger`` (the schema's version) and ``entries`` in printed order.

    Each entry has printed, section, at (file, line, column) and either ``fact`` (name, label,
    value as text, unit, period, place, status, formula, sources) or ``stated`` (source,
    citation).
    """
    entries = [_entry(number, entry) for number, entry in enumerate(bound.ledger, start=1)]
    text = json.dumps({"ledger": LEDGER_VERSION, "entries": entries}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def _entry(number: int, entry: LedgerEntry) -> dict[str, Any]:
    origin = entry.origin
    trail: dict[str, Any]
    if isinstance(origin, Fact):
        trail = {"fact": _fact(origin)}
    else:
        trail = {"stated": {"source": origin.source, "citation": origin.citation}}
    return {
        "number": number,
        "printed": entry.printed,
        "section": entry.section,
        "at": str(entry.at),
        **trail,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "label": fact.label,
        "value": None if fact.value is None else str(fact.value),
        "unit": fact.unit.value,
        "period": fact.period,
        "place": fact.place,
        "status": fact.status.name.lower(),
        "formula": fact.formula,
        "sources": [
            {
                "file": source.row.file,
                "line": source.row.line,
                "extract": source.extract.id,
                "sha256": source.extract.sha256,
            }
            for source in fact.sources
        ],
    }
