"""What is known of the templates' accessibility: the recorded result of the audits, by their hash.

``make audited`` writes the record once the audits of ``tests/audits`` have passed. It speaks of
the templates that come with the tool and of no others.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Audit:
    """One kind of check: of which format ("html", "pdf" or "docx"), of what, by which program."""

    format: str
    checked: str
    program: str
    version: str
    errors: int


@dataclass(frozen=True)
class Record:
    """What the audits found in the worked example made with the templates of that fingerprint."""

    templates: str
    date: date
    audits: tuple[Audit, ...]

    def of(self, format: str) -> tuple[Audit, ...]:
        """The audits of one format, in the order in which they were recorded."""
        return tuple(audit for audit in self.audits if audit.format == format)


def fingerprint(templates: Mapping[str, bytes]) -> str:
    """One SHA-256 of all templates, whatever the order they come in and the system's line ends."""
    whole = hashlib.sha256()
    for path, data in sorted(templates.items()):
        content = hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
        whole.update(f"{path}\n{content}\n".encode())
    return whole.hexdigest()


def find_record(templates: Mapping[str, bytes]) -> Record | None:
    """The record, if it is of these templates; None where they have not been audited."""
    record = read_record()
    return record if record.templates == fingerprint(templates) else None


def describe_templates(templates: Mapping[str, bytes]) -> dict[str, Any]:
    """What the manifest says of them: their fingerprint, and the record of it or None."""
    record = find_record(templates)
    return {"sha256": fingerprint(templates), "audited": record and describe_record(record)}


def describe_record(record: Record) -> dict[str, Any]:
    """The record without its fingerprint, for JSON."""
    audits = [asdict(audit) for audit in record.audits]
    return {"date": record.date.isoformat(), "audits": audits}


def read_record() -> Record:
    """The record that comes with the tool, whichever templates it is of."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("audited.json").read_bytes())
    audits = tuple(Audit(**audit) for audit in content["audits"])
    return Record(content["templates"], date.fromisoformat(content["date"]), audits)
