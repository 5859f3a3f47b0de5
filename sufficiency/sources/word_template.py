"""A council's own Word template: which files can serve as one.

Looks at what the file is and whether it can be written from; what its styles look like is the
council's.
"""

from collections.abc import Iterator, Mapping
from math import dist
from pathlib import PurePosixPath
from typing import Any

from sufficiency.problems import Cause, Code, Location, Problem, Severity
from sufficiency.sources.word_document import NotWord, read_word_document

TEMPLATE_KIND = Code(
    "TEMPLATE-KIND",
    "A Word template cannot be used",
    "The Word document takes its styles, header and footer from a Word document (.docx) that has "
    "no password. What Word calls a template (.dotx) or a document with macros cannot serve.",
    "Open it in Word, choose Save as, and Word Document (*.docx) as the type.",
    "reference-doc: templates/council.dotx",
    mended="reference-doc: templates/council.docx",
    cause=Cause.FILE,
)
TEMPLATE_STYLES = Code(
    "TEMPLATE-STYLES",
    "A Word template has no style for chapters",
    "Every chapter's heading takes its look from the style Heading 1, and so do the contents.",
    "In Word give a line of the template the style Heading 1, set it as it should look, and save.",
    "templates/council.docx   # all of its headings are Normal, in bold",
    mended="templates/council.docx   # its headings are Heading 1 and Heading 2",
    cause=Cause.FILE,
)
TEMPLATE_PAPER = Code(
    "TEMPLATE-PAPER",
    "A Word template is set to the paper of the United States",
    "US Letter is wider and shorter than A4: who prints the document gets it made smaller, or cut "
    "off at an edge.",
    "In Word choose Layout, Size, A4 for the whole template, and save it.",
    "templates/council.docx   # its paper is US Letter",
    mended="templates/council.docx   # its paper is A4",
    severity=Severity.WARNING,
)

_DOCUMENT = b"wordprocessingml.document.main+xml"
_WITH_MACROS = b"macroEnabled"
_TEMPLATE = b"template.main+xml"
_STYLES, _TEXT = "word/styles.xml", "word/document.xml"
_LETTER, _NEARLY = (12240, 15840), 30  # twentieths of a point
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_word_template(data: bytes, path: str) -> Iterator[Problem]:
    """The problem of a template that cannot be used, if there is one, or what to mind in it."""
    at = Location(path)
    try:
        parts = read_word_document(data)
    except NotWord as error:
        message = f"the Word template {error.what}."
        yield Problem(TEMPLATE_KIND, at, message, error.mend)
        return
    styles = _parse(parts.get(_STYLES, b""))
    if why := _why_unusable(parts, path):
        yield Problem(TEMPLATE_KIND, at, why, TEMPLATE_KIND.mend)
    elif not _has_heading(styles):
        message = "the Word template has no style Heading 1."
        yield Problem(TEMPLATE_STYLES, at, message, TEMPLATE_STYLES.mend)
    elif _is_letter(_parse(parts[_TEXT])):
        message = "the paper of the Word template is US Letter (216 by 279 mm), not A4."
        yield Problem(TEMPLATE_PAPER, at, message, TEMPLATE_PAPER.mend)


def _why_unusable(parts: Mapping[str, bytes], path: str) -> str:
    """What of a Word document makes it no template to write from; blank for nothing."""
    kinds = parts["[Content_Types].xml"]
    if _WITH_MACROS in kinds:
        return "the Word template holds macros (.docm or .dotm)."
    if _TEMPLATE in kinds or _DOCUMENT not in kinds:
        return "this is what Word calls a template (.dotx); a Word document is needed."
    if PurePosixPath(path).suffix.lower() != ".docx":
        return "the name of a Word template must end in .docx."
    return ""


def _parse(part: bytes) -> Any:
    """The part's root; an empty one where it is no XML."""
    from lxml import etree

    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return etree.Element("none")


def _has_heading(styles: Any) -> bool:
    """Whether there is a style that Word calls Heading 1 in every language."""
    names = (name.get(f"{_MAIN}val", "") for name in styles.iter(f"{_MAIN}name"))
    return any(name.casefold() == "heading 1" for name in names)


def _is_letter(text: Any) -> bool:
    """Whether the last pages, from which the document takes its paper, are of US Letter."""
    papers = list(text.iter(f"{_MAIN}pgSz"))
    said = [papers[-1].get(f"{_MAIN}{side}", "") for side in "wh"] if papers else []
    sides = sorted(int(side) for side in said if side.isdecimal())
    return len(sides) == 2 and dist(sides, _LETTER) < _NEARLY
