"""The three outputs say the same: their text, read back from the finished files, and compared.

The PDF is read through its structure tree, in the order that a screen reader speaks it and
without what is marked as decoration, so that a running head cannot cut a sentence in two.
"""

import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pikepdf
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree, html

from tests.audits import tools

INLINE = set(
    "a abbr b bdi bdo cite code data dfn em i img kbd mark q s samp small span strong sub sup"
    " time u var wbr".split()
)
UNREAD = {"script", "style", "title", "template"}
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": "", "\u200b": ""})
HYPHEN_IN_A_WORD = re.compile(r"(?<=\w)[-\u2010\u2011]\s*(?=\w)")
WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
TEXT_OPERATORS = set("BT ET Tf Tj TJ ' \" Td TD Tm T* Tc Tw Tz TL Tr Ts BMC BDC EMC q Q cm".split())
STRUCTURE_LINE = re.compile(r'(?P<indent> *)(?:"(?P<text>.*)"|(?P<role>\w+).*)')
HEADING_ROLE = re.compile(r"H\d*")
INLINE_ROLES = {"Span", "Link", "Reference", "Strong", "Em", "Quote", "Code", "Object", "Lbl"}


def audit(path: Path, expected: Iterable[str]) -> list[str]:
    """One fault for each expected string that the file does not say.

    Args:
        path: A finished file; its ending (.html, .pdf, .docx) says how it is read.
        expected: Words as an author wrote them, or as a ledger printed them.
    """
    said = normalised(text_of(path))
    return [f'{path.suffix} does not say "{words}"' for words in expected if not says(said, words)]


def disagreements(paths: Mapping[str, Path], expected: Iterable[str]) -> list[str]:
    """As ``audit``, over each format's file."""
    wanted = list(expected)
    return [fault for path in paths.values() for fault in audit(path, wanted)]


def text_of(path: Path) -> str:
    """The file's text with a line for each block; read once until the file changes."""
    return _text_of(path, path.stat().st_mtime_ns)


@cache
def _text_of(path: Path, changed: int) -> str:
    return {".html": _html, ".pdf": _pdf, ".docx": _docx}[path.suffix](path)


def normalised(text: str) -> str:
    """One form for text that formats break, quote, space and capitalise in ways of their own."""
    text = unicodedata.normalize("NFKC", text).translate(STRAIGHT)
    return re.sub(r"\s+", " ", HYPHEN_IN_A_WORD.sub("", text)).strip().casefold()


def as_read(text: str) -> str:
    """Words on one line with straight quotation marks, and else as they are."""
    return " ".join(text.translate(STRAIGHT).split())


def says(said: str, words: str) -> bool:
    """Whether normalised text holds the words, and not as a part of longer words or numbers."""
    wanted = normalised(words)
    if not wanted:
        return False
    return re.search(_before(wanted[0]) + re.escape(wanted) + _after(wanted[-1]), said) is not None


def _before(first: str) -> str:
    if first.isdigit():
        return r"(?<!\w)(?<!\d[.,])"
    return r"(?<!\w)" if first.isalpha() else ""


def _after(last: str) -> str:
    if last.isdigit():
        return r"(?!\w)(?![.,]\d)"
    # The mark of a footnote, a digit, may follow a word at once.
    return r"(?![^\W\d])" if last.isalpha() else ""


def _html(path: Path) -> str:
    return read_html(html.document_fromstring(path.read_bytes()))


def read_html(element: etree._Element) -> str:
    """The element's text with a line for each block."""
    parts: list[str] = []
    _read_html(element, parts)
    return "".join(parts)


def _read_html(element: etree._Element, parts: list[str]) -> None:
    """The element's text; blocks, but not inline elements, are set apart by line ends."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    if element.get("role") == "doc-noteref":
        return
    apart = "" if element.tag in INLINE else "\n"
    parts += [apart, element.text or ""]
    for child in element:
        _read_html(child, parts)
        parts.append(child.tail or "")
    parts.append(apart)


def _docx(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name) for name in WORD_PARTS if name in package.namelist()]
    return "\n".join(
        read_word(paragraph) for part in parts for paragraph in parse_xml(part).iter(qn("w:p"))
    )


def read_word(paragraph: etree._Element) -> str:
    """What a paragraph of a Word document says."""
    return "".join(_word_text(run) for run in paragraph.iter())


def _word_text(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
        return " "
    return "-" if element.tag == qn("w:noBreakHyphen") else ""


def _pdf(path: Path) -> str:
    return spoken(structure_lines(path))


def structure_lines(path: Path) -> list[str]:
    """The PDF's structure tree as pdfinfo prints it: roles, and between quotation marks text.

    Read once until the file changes: of a long document it takes twenty seconds.
    """
    return _structure_lines(path, path.stat().st_mtime_ns)


@cache
def _structure_lines(path: Path, changed: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        bare = _without_drawings(path, Path(folder) / "bare.pdf")
        return tools.run([tools.poppler("pdfinfo"), "-struct-text", bare]).stdout.splitlines()


def spoken(lines: Iterable[str]) -> str:
    """Text by structure: notes last, and the labels of notes and lists left out."""
    text: list[str] = []
    notes: list[str] = []
    open_roles: list[tuple[int, str]] = []
    for line in lines:
        match = STRUCTURE_LINE.fullmatch(line)
        if match is None:
            continue
        indent = len(match["indent"])
        while open_roles and open_roles[-1][0] >= indent:
            open_roles.pop()
        roles = [role for _, role in open_roles]
        into = notes if "Note" in roles else text
        if match["role"]:
            open_roles.append((indent, match["role"]))
            if match["role"] not in INLINE_ROLES | {"Note"}:
                into.append("\n")
        elif "Lbl" not in roles:
            # A heading's number and its words are two pieces with no space of their own.
            into.append(match["text"] + (" " if HEADING_ROLE.fullmatch(roles[-1]) else ""))
    return "".join([*text, "\n", *notes])


def _without_drawings(path: Path, bare: Path) -> Path:
    """A copy with text alone: pdfinfo draws a page again for each of its elements.

    Each time it also works out anew how a screen shows the colours of the output intent.
    """
    with pikepdf.open(path) as pdf:
        if "/OutputIntents" in pdf.Root:
            del pdf.Root.OutputIntents
        for page in pdf.pages:
            kept = [
                instruction
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) in TEXT_OPERATORS
            ]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(bare)
    return bare
