"""A council's own Word template: which files can serve as one.

Looks at what the file is and whether it can be written from; what its styles look like is the
council's.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from sufficiency.problems import Cause, Code, Location, Problem

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

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the file format of Office before 2007
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 100_000_000  # bytes
_DOCUMENT = b"wordprocessingml.document.main+xml"
_WITH_MACROS = b"macroEnabled"
_TEMPLATE = b"template.main+xml"
_STYLES = "word/styles.xml"
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_PASSWORD = (
    "In Word open File, Info, Protect Document, Encrypt with Password; empty the box. Then save."
)


def check_word_template(data: bytes, path: str) -> Iterator[Problem]:
    """The problem of a template that cannot be used, if there is one."""
    at = Location(path)
    why, mend = _why_unusable(data, path)
    if why:
        yield Problem(TEMPLATE_KIND, at, why, mend or TEMPLATE_KIND.mend)
    elif not _has_heading(data):
        message = "the Word template has no style Heading 1."
        yield Problem(TEMPLATE_STYLES, at, message, TEMPLATE_STYLES.mend)


def _why_unusable(data: bytes, path: str) -> tuple[str, str]:
    """What is wrong, blank for nothing; and how to mend it, where the code does not say."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "the Word template has a password, or is encrypted.", _NO_PASSWORD
        return "the Word template is saved as Word did before 2007 (.doc).", ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                mend = "Copy a page of it into a new Word document, and save that."
                return "the Word template is too large to be read, once it is unpacked.", mend
            kinds = archive.read("[Content_Types].xml")
            archive.read(_STYLES)
            archive.read("word/document.xml")
    except KeyError:
        return "the file is no Word document.", ""
    except Exception:  # zipfile raises whatever it stumbles over in a damaged file
        return "the file is no Word document, or is damaged.", ""
    if _WITH_MACROS in kinds:
        return "the Word template holds macros (.docm or .dotm).", ""
    if _TEMPLATE in kinds or _DOCUMENT not in kinds:
        return "this is what Word calls a template (.dotx); a Word document is needed.", ""
    if PurePosixPath(path).suffix.lower() != ".docx":
        return "the name of a Word template must end in .docx.", ""
    return "", ""


def _has_heading(data: bytes) -> bool:
    """Whether there is a style that Word calls Heading 1 in every language."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read(_STYLES)
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        styles = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return False
    names = (name.get(f"{_MAIN}val", "") for name in styles.iter(f"{_MAIN}name"))
    return any(name.casefold() == "heading 1" for name in names)
