"""A council's own Word template: which files can serve as one.

Looks at what the file is and whether it can be written from; what its styles look like is the
council's.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sufficiency.problems import Cause, Code, Location, Problem
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

_DOCUMENT = b"wordprocessingml.document.main+xml"
_WITH_MACROS = b"macroEnabled"
_TEMPLATE = b"template.main+xml"
_STYLES = "word/styles.xml"
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_word_template(data: bytes, path: str) -> Iterator[Problem]:
    """The problem of a template that cannot be used, if there is one."""
    at = Location(path)
    try:
        parts = read_word_document(data)
    except NotWord as error:
        message = f"the Word template {error.what}."
        yield Problem(TEMPLATE_KIND, at, message, error.mend)
        return
    if why := _why_unusable(parts, path):
        yield Problem(TEMPLATE_KIND, at, why, TEMPLATE_KIND.mend)
    elif not _has_heading(parts.get(_STYLES, b"")):
        message = "the Word template has no style Heading 1."
        yield Problem(TEMPLATE_STYLES, at, message, TEMPLATE_STYLES.mend)


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


def _has_heading(part: bytes) -> bool:
    """Whether there is a style that Word calls Heading 1 in every language."""
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        styles = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return False
    names = (name.get(f"{_MAIN}val", "") for name in styles.iter(f"{_MAIN}name"))
    return any(name.casefold() == "heading 1" for name in names)
