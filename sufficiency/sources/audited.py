"""What is known of the templates' accessibility: the recorded result of the audits, by a hash.

``make audited`` writes the record once the audits of ``tests/audits`` have passed. It speaks of
the templates and the brand that come with the tool, filled by the code that filled them then, and
of no others.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from sufficiency.sources.shape import BRAND
from sufficiency.sources.templates import packaged_brand

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOMS = ("brand", "figures", "documents", "engines")
"""Those whose code gives pages their form; the templates hold the rest of it."""


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
    """What the audits found in the worked example; ``templates`` is ``audited_whole`` of them."""

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


def audited_whole(templates: Mapping[str, bytes]) -> str:
    """The fingerprint of templates, with the brand and the code with which the audits see them."""
    return fingerprint({**templates, BRAND: packaged_brand(), **code_of_pages()})


@cache
def code_of_pages() -> dict[str, bytes]:
    """The code that makes pages of the templates, by its path in the package."""
    paths = (path for room in _ROOMS for path in (_PACKAGE / room).rglob("*.py"))
    return {path.relative_to(_PACKAGE.parent).as_posix(): path.read_bytes() for path in paths}


def find_record(templates: Mapping[str, bytes]) -> Record | None:
    """The record, if it is of these templates; None where they have not been audited."""
    record = read_record()
    return record if record.templates == audited_whole(templates) else None


def describe_templates(
    templates: Mapping[str, bytes], *, is_own_brand: bool = False
) -> dict[str, Any]:
    """What the manifest says of them: their fingerprint, and the record of them or None.

    ``is_own_brand``: the project has other colours or fonts than those of the record.
    """
    record = find_record(templates)
    audited = record and {**describe_record(record), "in_this_brand": not is_own_brand}
    return {"sha256": fingerprint(templates), "audited": audited}


def describe_record(record: Record) -> dict[str, Any]:
    """The record without its fingerprint, for JSON."""
    audits = [asdict(audit) for audit in record.audits]
    return {"date": record.date.isoformat(), "audits": audits}


def read_record() -> Record:
    """The record that comes with the tool, whichever templates it is of."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("audited.json").read_bytes())
    audits = tuple(Audit(**audit) for audit in content["audits"])
    return Record(content["templates"], date.fromisoformat(content["date"]), audits)
