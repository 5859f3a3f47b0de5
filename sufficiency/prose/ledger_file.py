"""The ledger as a file: every printed number with its trail, for people and other tools."""

import json
from typing import Any

from sufficiency.facts import Commitment, Fact, FigureEvidence, LedgerEntry
from sufficiency.prose.bound import BoundStrategy

LEDGER_VERSION = 1


def ledger_file(bound: BoundStrategy) -> bytes:
    """The ledger as JSON: ``ledger`` (the schema's version), ``entries`` and ``figures``, both in
    printed order.

    Each entry has printed, section, at (file, line, column) and either ``fact`` (name, label,
    value as text, unit, period, place, status, formula, sources), ``stated`` (source,
    citation) or ``commitment`` (true). Each figure has id, caption, indicator, section and the
    file and lines that it shows; in a workbook these are rows of ``sheet``.
    """
    entries = [_entry(number, entry) for number, entry in enumerate(bound.ledger, start=1)]
    figures = [_figure(figure) for figure in bound.figures]
    ledger = {"ledger": LEDGER_VERSION, "entries": entries, "figures": figures}
    text = json.dumps(ledger, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def _entry(number: int, entry: LedgerEntry) -> dict[str, Any]:
    origin = entry.origin
    trail: dict[str, Any]
    if isinstance(origin, Fact):
        trail = {"fact": _fact(origin)}
    elif isinstance(origin, Commitment):
        trail = {"commitment": True}
    else:
        trail = {"stated": {"source": origin.source, "citation": origin.citation}}
    return {
        "number": number,
        "printed": entry.printed,
        "section": entry.section,
        "at": str(entry.at),
        **trail,
    }


def _figure(figure: FigureEvidence) -> dict[str, Any]:
    return {
        "id": figure.id,
        "caption": figure.caption,
        "indicator": figure.indicator,
        "section": figure.section,
        "file": figure.extract.file,
        "sheet": figure.extract.sheet or None,
        "lines": list(figure.lines),
        "sha256": figure.extract.sha256,
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
                "sheet": source.extract.sheet or None,
                "line": source.row.line,
                "extract": source.extract.id,
                "sha256": source.extract.sha256,
            }
            for source in fact.sources
        ],
    }
