"""Headers and footers of a Word document's sections, with the page's number and the count."""

import re
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

PAGE_FIELDS = ("PAGE", "NUMPAGES")


def audit(path: Path) -> list[str]:
    """Faults of each section, counted from 1."""
    return faults(Document(str(path)))


def faults(document: WordDocument) -> list[str]:
    """As ``audit``, of a document that is open already."""
    return [
        f"section {number} has {fault}"
        for number, section in enumerate(document.sections, start=1)
        for fault in _section(section)
    ]


def _section(section: Section) -> list[str]:
    """A part that names none of its own follows the section before it, as in Word."""
    header, footer = _content(section.header), _content(section.footer)
    found = [f"no {name}" for name, text in (("header", header), ("footer", footer)) if not text]
    if footer:
        found += [
            f"no {field} field in its header or footer"
            for field in PAGE_FIELDS
            if not re.search(rf"\b{field}\b", f"{header} {footer}")
        ]
    return found


def _content(part: _Header | _Footer) -> str:
    """Its text and the instructions of its fields; nothing where no section so far has one."""
    if not _is_defined(part):
        return ""
    words = []
    for element in part._element.iter(qn("w:t"), qn("w:instrText"), qn("w:fldSimple")):
        words.append(element.get(qn("w:instr")) or element.text or "")
    return " ".join(words).strip()


def _is_defined(part: _Header | _Footer) -> bool:
    """False where python-docx would quietly add an empty part of its own."""
    if not part.is_linked_to_previous:
        return True
    prior = part._prior_headerfooter
    return prior is not None and _is_defined(prior)
