"""The ledger as files: every printed number with its trail, for people and other tools.

``ledger.json`` has all of it, ``ledger.csv`` a row an entry, for spreadsheets. docs/evidence.md
says what each key and column holds.
"""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from sufficiency.facts import Commitment, Fact, FigureEvidence, LedgerEntry, Publication
from sufficiency.facts.cited import cite, cite_lines, cite_rows
from sufficiency.figures.data_files import write_csv
from sufficiency.prose.bound import BoundStrategy
from sufficiency.prose.printed import has_fact_s_value, value_of
from sufficiency.tables import Extract

LEDGER_VERSION = 2

COLUMNS = (
    *("entry", "printed", "value", "unit", "kind", "name", "what it is", "place", "period"),
    *("periods", "worked out", "in words", "numerator", "denominator", "source", "rows", "as at"),
    *("licence", "section", "file", "line", "column"),
)
"""The columns of ledger.csv."""


def ledger_file(bound: BoundStrategy) -> bytes:
    """The ledger as JSON: the schema's version, the documents that print it, and in printed order
    its entries and figures, with the extracts and publications that they cite."""
    entries = [_entry(number, entry) for number, entry in enumerate(bound.ledger, start=1)]
    ledger = {
        "ledger": LEDGER_VERSION,
        "documents": list(map(str, bound.strategy.documents)),
        "entries": entries,
        "figures": [_figure(figure) for figure in bound.figures],
        "extracts": [_extract(extract) for extract in bound.extracts],
        "publications": [_publication(publication) for publication in bound.publications],
    }
    text = json.dumps(ledger, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def ledger_table(bound: BoundStrategy) -> bytes:
    """The ledger as CSV, a row an entry in printed order."""
    return write_csv([COLUMNS, *_rows(bound)])


def kind_of(entry: LedgerEntry) -> str:
    """fact, stated (quoted from a publication) or commitment."""
    if isinstance(entry.origin, Fact):
        return "fact"
    return "commitment" if isinstance(entry.origin, Commitment) else "stated"


def _rows(bound: BoundStrategy) -> Iterator[Sequence[str]]:
    for number, entry in enumerate(bound.ledger, start=1):
        yield (
            *(str(number), entry.printed, value_of(entry)),
            *_trail(entry),
            *(entry.section, entry.at.path, str(entry.at.line), str(entry.at.column)),
        )


def _trail(entry: LedgerEntry) -> Sequence[str]:
    """The columns from unit to licence."""
    origin = entry.origin
    if not isinstance(origin, Fact):
        quoted = None if isinstance(origin, Commitment) else origin.publication
        name, source, licence = (quoted.id, quoted.citation, quoted.licence) if quoted else [""] * 3
        before, behind = ("", kind_of(entry), name), ("", "", licence)
        return (*before, *[""] * 8, source, *behind)
    extracts = list(dict.fromkeys(source.extract for source in origin.sources))
    return (
        # The unit is of the value, which of a form is not the fact's.
        *(origin.unit_of_value.value if has_fact_s_value(entry) else "", "fact", origin.name),
        origin.label,
        *(origin.place, origin.period),
        "; ".join(period.label for period in origin.periods),
        *(origin.formula, origin.in_words),
        *(_exact(value) or "" for value in (origin.numerator, origin.denominator)),
        "; ".join(cite(one) for one in extracts),
        "; ".join(cite_rows(origin)),
        "; ".join(dict.fromkeys(one.as_at.isoformat() for one in extracts)),
        "; ".join(dict.fromkeys(one.licence for one in extracts)),
    )


def _entry(number: int, entry: LedgerEntry) -> dict[str, Any]:
    origin = entry.origin
    trail: dict[str, Any]
    if isinstance(origin, Fact):
        trail = {"fact": _fact(origin)}
    elif isinstance(origin, Commitment):
        trail = {"commitment": True}
    else:
        publication = origin.publication
        trail = {"stated": {"source": publication.id, "citation": publication.citation}}
    return {
        "number": number,
        "kind": kind_of(entry),
        "printed": entry.printed,
        "value": value_of(entry),
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
        "data": f"figures/{figure.id}.csv",
        "rows": cite_lines(figure.extract, figure.lines),
        "extract": figure.extract.id,
        "file": figure.extract.file,
        "sheet": figure.extract.sheet or None,
        "lines": list(figure.lines),
        "sha256": figure.extract.sha256,
    }


def _extract(extract: Extract) -> dict[str, Any]:
    return {
        "id": extract.id,
        "title": extract.title,
        "publisher": extract.publisher,
        "licence": extract.licence,
        "as_at": extract.as_at.isoformat(),
        "url": extract.url or None,
        "file": extract.file,
        "sheet": extract.sheet or None,
        "sha256": extract.sha256,
    }


def _publication(publication: Publication) -> dict[str, Any]:
    return {
        "id": publication.id,
        "citation": publication.citation,
        "url": publication.url or None,
        "licence": publication.licence or None,
    }


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "label": fact.label,
        "value": _exact(fact.value),
        "unit": fact.unit_of_value.value,
        "period": fact.period,
        "periods": [
            {
                "label": period.label,
                "first": period.start.isoformat(),
                "last": period.end.isoformat(),
            }
            for period in fact.periods
        ],
        "place": fact.place,
        "status": fact.status.name.lower(),
        "formula": fact.formula,
        "in_words": fact.in_words,
        "numerator": _exact(fact.numerator),
        "denominator": _exact(fact.denominator),
        "indicators": sorted(fact.indicators),
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
